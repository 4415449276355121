/* clarifai-wire-data.c – an output's data object, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-data.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-json.h"
#include "clarifai-model-ref.h"
#include "clarifai-output.h"
#include "clarifai-region.h"

/* Far more than any model names; a reply is hostile until shown otherwise. */
#define MOST_CONCEPTS 20000
#define MOST_REGIONS 20000
/* Parts hold data, which can hold parts. */
#define DEEPEST_PARTS 3

/* What has been found so far, in one output. */
typedef struct {
  GPtrArray *concepts; /* (owned) */
  GPtrArray *regions;  /* (owned) */
  GPtrArray *colors;   /* (owned) */
  char      *text;     /* (owned) (nullable) */
  guint      n_concepts;
} Found;

static void
found_clear (Found *self)
{
  g_clear_pointer (&self->concepts, g_ptr_array_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->colors, g_ptr_array_unref);
  g_clear_pointer (&self->text, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

/* g_ptr_array_sort () keeps the service's order among equals. */
static int
compare_concepts (gconstpointer a,
                  gconstpointer b)
{
  double left = clarifai_concept_get_value (*(ClarifaiConcept **) a);
  double right = clarifai_concept_get_value (*(ClarifaiConcept **) b);

  return (left < right) - (left > right);
}

static GListModel *
to_list (GPtrArray *items,
         GType      type)
{
  GListStore *list = g_list_store_new (type);

  g_list_store_splice (list, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (list);
}

static void
decode_concepts (JsonArray *array,
                 GPtrArray *concepts,
                 guint     *n_concepts)
{
  for (guint i = 0; i < clarifai_json_get_length (array) && *n_concepts < MOST_CONCEPTS; i++)
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
decode_colors (JsonArray *array,
               Found     *found)
{
  for (guint i = 0; i < clarifai_json_get_length (array) && found->n_concepts < MOST_CONCEPTS; i++)
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

/* A missing edge is 0, as the API leaves out what is zero. */
static gboolean
decode_box (JsonObject  *region,
            ClarifaiBox *box)
{
  JsonObject *object = clarifai_json_get_object (clarifai_json_get_object (region, "region_info"),
                                                 "bounding_box");

  if (object == NULL)
    return FALSE;

  *box = (ClarifaiBox) {
    .left = clarifai_json_get_share (object, "left_col"),
    .top = clarifai_json_get_share (object, "top_row"),
    .right = clarifai_json_get_share (object, "right_col"),
    .bottom = clarifai_json_get_share (object, "bottom_row"),
  };

  return TRUE;
}

static void
decode_regions (JsonArray *array,
                Found     *found)
{
  for (guint i = 0; i < clarifai_json_get_length (array) && found->regions->len < MOST_REGIONS; i++)
    {
      JsonObject *object = clarifai_json_get_element (array, i);
      JsonObject *data = clarifai_json_get_object (object, "data");
      g_autoptr(GPtrArray) concepts = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *text = clarifai_json_dup_text (clarifai_json_get_object (data, "text"), "raw");
      g_autoptr(GListModel) list = NULL;
      ClarifaiBox box;
      gboolean has_box = decode_box (object, &box);

      if (object == NULL)
        continue;

      decode_concepts (clarifai_json_get_array (data, "concepts"), concepts, &found->n_concepts);
      g_ptr_array_sort (concepts, compare_concepts);
      list = to_list (concepts, CLARIFAI_TYPE_CONCEPT);
      g_ptr_array_add (found->regions,
                       clarifai_region_new (has_box ? &box : NULL, clarifai_json_get_share (object, "value"),
                                            list, text));
    }
}

/* The newer models give their answer in parts, or inlined with the text as a string_value beside text.raw. */
static void
decode_into (JsonObject *data,
             Found      *found,
             guint       depth)
{
  JsonArray *parts = clarifai_json_get_array (data, "parts");

  decode_concepts (clarifai_json_get_array (data, "concepts"), found->concepts, &found->n_concepts);
  decode_regions (clarifai_json_get_array (data, "regions"), found);
  decode_colors (clarifai_json_get_array (data, "colors"), found);
  if (found->text == NULL)
    found->text = clarifai_json_dup_text (clarifai_json_get_object (data, "text"), "raw");
  if (found->text == NULL)
    found->text = clarifai_json_dup_text (data, "string_value");

  for (guint i = 0; depth < DEEPEST_PARTS && i < clarifai_json_get_length (parts); i++)
    decode_into (clarifai_json_get_object (clarifai_json_get_element (parts, i), "data"), found, depth + 1);
}

/**
 * clarifai_wire_decode_data:
 * @data: (nullable): of an output
 * @model: (nullable): which model answered
 *
 * Whatever is missing or of a wrong type is left out. The echoed input is not looked at: it is not what
 * was sent.
 *
 * Returns: (transfer full): an output without an error
 */
ClarifaiOutput *
clarifai_wire_decode_data (JsonObject       *data,
                           ClarifaiModelRef *model)
{
  g_auto(Found) found = { 0 };
  g_autoptr(GListModel) concepts = NULL;
  g_autoptr(GListModel) regions = NULL;
  g_autoptr(GListModel) colors = NULL;

  found.concepts = g_ptr_array_new_with_free_func (g_object_unref);
  found.regions = g_ptr_array_new_with_free_func (g_object_unref);
  found.colors = g_ptr_array_new_with_free_func (g_object_unref);
  decode_into (data, &found, 0);

  g_ptr_array_sort (found.concepts, compare_concepts);
  g_ptr_array_sort (found.colors, compare_concepts);
  concepts = to_list (found.concepts, CLARIFAI_TYPE_CONCEPT);
  regions = to_list (found.regions, CLARIFAI_TYPE_REGION);
  colors = to_list (found.colors, CLARIFAI_TYPE_CONCEPT);

  return clarifai_output_new (model, concepts, regions, colors, found.text);
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
