/* clarifai-wire-data.c – an output, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-data.h"

#include <math.h>
#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-image.h"
#include "clarifai-json.h"
#include "clarifai-model-ref.h"
#include "clarifai-raw.h"
#include "clarifai-region.h"
#include "clarifai-wire-found.h"
#include "clarifai-wire-media.h"

/* Parts hold data, which can hold parts. */
#define DEEPEST_PARTS 3

static void
decode_concepts (JsonArray *array,
                 GPtrArray *concepts,
                 guint     *n_concepts)
{
  for (guint i = 0; i < clarifai_json_get_length (array) && *n_concepts < CLARIFAI_MOST_CONCEPTS; i++)
    {
      JsonObject *object = clarifai_json_get_element (array, i);
      g_autofree char *id = clarifai_json_dup_name (object, "id");
      g_autofree char *name = clarifai_json_dup_name (object, "name");

      if (name == NULL && id == NULL)
        continue;

      g_ptr_array_add (concepts,
                       clarifai_concept_new (id, name != NULL ? name : id,
                                             clarifai_json_get_share (object, "value"), NULL));
      *n_concepts += 1;
    }
}

/* "#rrggbb", in lower case. */
static char *
dup_hex (JsonObject *object,
         const char *name)
{
  const char *text = clarifai_json_get_string (object, name);

  if (text == NULL || strlen (text) != 7 || text[0] != '#' ||
      strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return NULL;

  return g_ascii_strdown (text, -1);
}

/* The name is that of the nearest W3C colour, the hex that of the picture's own one. */
static void
decode_colors (JsonArray     *array,
               ClarifaiFound *found)
{
  for (guint i = 0; i < clarifai_json_get_length (array) && found->n_concepts < CLARIFAI_MOST_CONCEPTS; i++)
    {
      JsonObject *object = clarifai_json_get_element (array, i);
      JsonObject *w3c = clarifai_json_get_object (object, "w3c");
      g_autofree char *name = clarifai_json_dup_name (w3c, "name");
      g_autofree char *hex = dup_hex (object, "raw_hex");

      if (hex == NULL)
        hex = dup_hex (w3c, "hex");
      if (name == NULL && hex == NULL)
        continue;

      g_ptr_array_add (found->colors,
                       clarifai_concept_new (NULL, name != NULL ? name : hex,
                                             clarifai_json_get_share (object, "value"), hex));
      found->n_concepts++;
    }
}

static void
decode_embeddings (JsonArray     *array,
                   ClarifaiFound *found)
{
  for (guint i = 0; i < clarifai_json_get_length (array); i++)
    clarifai_found_add_embedding (found, clarifai_wire_decode_embedding (clarifai_json_get_element (array, i)));
}

/* What is written there: as the answer, or as the piece of the text that the region is. */
static char *
dup_region_text (JsonObject *info,
                 JsonObject *data)
{
  char *text = clarifai_json_dup_text (clarifai_json_get_object (data, "text"), "raw");

  if (text == NULL)
    text = clarifai_json_dup_text (data, "string_value");
  if (text == NULL)
    text = clarifai_json_dup_text (clarifai_json_get_object (info, "span"), "raw_text");
  if (text == NULL)
    text = clarifai_json_dup_text (clarifai_json_get_object (info, "token"), "raw_text");

  return text;
}

static void
decode_region (JsonObject    *object,
               ClarifaiFound *found)
{
  JsonObject *info = clarifai_json_get_object (object, "region_info");
  JsonObject *data = clarifai_json_get_object (object, "data");
  JsonObject *mask_image = clarifai_json_get_object (clarifai_json_get_object (info, "mask"), "image");
  g_autoptr(GPtrArray) concepts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = dup_region_text (info, data);
  g_autoptr(ClarifaiImage) mask = clarifai_wire_decode_image (mask_image);
  g_autoptr(GListModel) list = NULL;
  ClarifaiBox box;
  gboolean has_box = clarifai_wire_decode_box (info, &box);
  double value = clarifai_json_get_double (object, "value", NAN);

  decode_concepts (clarifai_json_get_array (data, "concepts"), concepts, &found->n_concepts);
  decode_embeddings (clarifai_json_get_array (data, "embeddings"), found);
  list = clarifai_found_sort (concepts);
  /* Some models say how sure they are of what it is, and leave out that it is something. */
  if (isnan (value) && concepts->len > 0)
    value = clarifai_concept_get_value (g_ptr_array_index (concepts, 0));

  g_ptr_array_add (found->regions, clarifai_region_new_full (has_box ? &box : NULL, value, list, text, mask));
}

/* What a function of the newer models returns when it is no more than a word, a number or a yes: Data's *_value fields.
 * A text may stand twice, in the old place and in the new one. */
static void
decode_scalars (JsonObject    *data,
                ClarifaiFound *found)
{
  g_autofree char *text = clarifai_json_dup_text (clarifai_json_get_object (data, "text"), "raw");
  JsonNode *truth = data != NULL ? json_object_get_member (data, "bool_value") : NULL;
  double number = clarifai_json_get_double (data, "float_value", NAN);

  if (text == NULL)
    text = clarifai_json_dup_text (data, "string_value");
  clarifai_found_add_text (found, text);

  if (clarifai_json_get_int (data, "int_value", 0) != 0)
    {
      g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, clarifai_json_get_int (data, "int_value", 0));

      clarifai_found_add_text (found, digits);
    }
  if (truth != NULL && JSON_NODE_HOLDS_VALUE (truth) && json_node_get_value_type (truth) == G_TYPE_BOOLEAN)
    clarifai_found_add_text (found, json_node_get_boolean (truth) ? "true" : "false");
  if (isfinite (number))
    g_array_append_val (found->numbers, number);
}

/* Whether it says anything at all. */
static gboolean
says_something (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr(GList) names = json_object_get_members (json_node_get_object (node));

      for (GList *l = names; l != NULL; l = l->next)
        /* How a text that is not there is encoded says nothing. */
        if (!g_str_equal (l->data, "text_info") &&
            says_something (json_object_get_member (json_node_get_object (node), l->data)))
          return TRUE;

      return FALSE;
    }

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        if (says_something (json_array_get_element (json_node_get_array (node), i)))
          return TRUE;

      return FALSE;
    }

  return JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), "") != 0;
}

/* Metadata is what was sent, and parts are looked at one by one. */
static gboolean
has_members (JsonObject *data)
{
  g_autoptr(GList) names = data != NULL ? json_object_get_members (data) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    if (!g_str_equal (l->data, "metadata") && !g_str_equal (l->data, "parts") &&
        says_something (json_object_get_member (data, l->data)))
      return TRUE;

  return FALSE;
}

/* The newer models give their answer in parts, or inlined with the text as a string_value beside text.raw. */
static void
decode_into (JsonObject    *data,
             ClarifaiFound *found,
             guint          depth)
{
  JsonArray *parts = clarifai_json_get_array (data, "parts");
  JsonArray *regions = clarifai_json_get_array (data, "regions");
  JsonArray *heatmaps = clarifai_json_get_array (data, "heatmaps");
  JsonObject *ndarray = clarifai_json_get_object (data, "ndarray");

  decode_concepts (clarifai_json_get_array (data, "concepts"), found->concepts, &found->n_concepts);
  decode_embeddings (clarifai_json_get_array (data, "embeddings"), found);
  clarifai_found_add_embedding (found, clarifai_wire_decode_array (ndarray));
  for (guint i = 0; i < clarifai_json_get_length (regions) && found->regions->len < CLARIFAI_MOST_REGIONS; i++)
    if (clarifai_json_get_element (regions, i) != NULL)
      decode_region (clarifai_json_get_element (regions, i), found);
  decode_colors (clarifai_json_get_array (data, "colors"), found);
  clarifai_found_add_image (found, clarifai_json_get_object (data, "image"));
  for (guint i = 0; i < clarifai_json_get_length (heatmaps); i++)
    clarifai_found_add_image (found, clarifai_json_get_element (heatmaps, i));
  decode_scalars (data, found);

  if (has_members (data) || (depth == DEEPEST_PARTS && clarifai_json_get_length (parts) > 0))
    found->has_other = TRUE;
  for (guint i = 0; depth < DEEPEST_PARTS && i < clarifai_json_get_length (parts); i++)
    decode_into (clarifai_json_get_object (clarifai_json_get_element (parts, i), "data"), found, depth + 1);
}

static int
get_tokens (JsonObject *output,
            const char *name)
{
  return (int) CLAMP (clarifai_json_get_int (output, name, 0), 0, G_MAXINT);
}

/**
 * clarifai_wire_decode_output:
 * @output: (nullable): one of a reply's outputs
 * @asked: (nullable): the model
 * @error: (nullable): why it failed; what it holds is not looked at then, but kept as the raw answer
 * @token: (nullable): what must not be in the raw answer
 *
 * Whatever is missing or of a wrong type is left out. The echoed input is not looked at: it is not what
 * was sent.
 *
 * Returns: (transfer full): an output, with @error if there is one
 */
ClarifaiOutput *
clarifai_wire_decode_output (JsonObject       *output,
                             ClarifaiModelRef *asked,
                             const GError     *error,
                             const char       *token)
{
  g_auto(ClarifaiFound) found = { 0 };
  g_autofree char *raw = output != NULL ? clarifai_raw_print (output, token) : NULL;
  g_autoptr(ClarifaiModelRef) model = NULL;
  ClarifaiOutputFacts facts = { .error = error, .raw = raw };

  if (error != NULL)
    return clarifai_output_new_full (&facts);

  model = clarifai_wire_decode_ref (clarifai_json_get_object (output, "model"), asked);
  facts.model = model;
  facts.prompt_tokens = get_tokens (output, "prompt_tokens");
  facts.completion_tokens = get_tokens (output, "completion_tokens");
  clarifai_found_init (&found);
  decode_into (clarifai_json_get_object (output, "data"), &found, 0);

  return clarifai_found_to_output (&found, &facts);
}

/**
 * clarifai_wire_decode_ref:
 * @model: (nullable): a model object
 * @asked: (nullable): gives what the service left out
 *
 * Returns: (transfer full) (nullable): with the version that the service named; NULL where an id is missing
 */
ClarifaiModelRef *
clarifai_wire_decode_ref (JsonObject       *model,
                          ClarifaiModelRef *asked)
{
  g_autofree char *user_id = clarifai_json_dup_name (model, "user_id");
  g_autofree char *app_id = clarifai_json_dup_name (model, "app_id");
  g_autofree char *model_id = clarifai_json_dup_name (model, "id");
  g_autofree char *version_id = clarifai_json_dup_name (clarifai_json_get_object (model, "model_version"),
                                                        "id");

  if (asked != NULL)
    {
      if (user_id == NULL)
        user_id = g_strdup (clarifai_model_ref_get_user_id (asked));
      if (app_id == NULL)
        app_id = g_strdup (clarifai_model_ref_get_app_id (asked));
      if (model_id == NULL)
        model_id = g_strdup (clarifai_model_ref_get_model_id (asked));
      if (version_id == NULL)
        version_id = g_strdup (clarifai_model_ref_get_version_id (asked));
    }

  if (user_id == NULL || app_id == NULL || model_id == NULL)
    return NULL;

  return clarifai_model_ref_new (user_id, app_id, model_id, version_id);
}
