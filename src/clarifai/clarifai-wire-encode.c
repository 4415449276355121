/* clarifai-wire-encode.c – requests, as bytes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-encode.h"

#include "clarifai-concept.h"
#include "clarifai-input.h"
#include "clarifai-json-write.h"
#include "clarifai-wire-input.h"

/* What stands around one input. */
#define ENVELOPE 200

/* The ids stay the same in all languages, the names do not. */
static void
append_selected (GString    *body,
                 GListModel *concepts)
{
  guint n_concepts = g_list_model_get_n_items (concepts);

  g_string_append (body, ",\"select_concepts\":[");
  for (guint i = 0; i < n_concepts; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      const char *id = clarifai_concept_get_id (concept);

      if (i > 0)
        g_string_append_c (body, ',');
      g_string_append (body, id != NULL ? "{\"id\":" : "{\"name\":");
      clarifai_json_append_string (body, id != NULL ? id : clarifai_concept_get_name (concept));
      g_string_append_c (body, '}');
    }
  g_string_append_c (body, ']');
}

static void
append_config (GString                    *body,
               const ClarifaiOutputConfig *config)
{
  double min_value = config->min_value > 0 ? MIN (config->min_value, 1) : 0;

  g_string_append (body, ",\"model\":{\"model_version\":{\"output_info\":{\"output_config\":{");
  if (config->max_concepts > 0)
    g_string_append_printf (body, "\"max_concepts\":%u,", MIN (config->max_concepts, 200));
  g_string_append (body, "\"min_value\":");
  clarifai_json_append_double (body, min_value);
  if (config->language != NULL && *config->language != '\0')
    {
      g_string_append (body, ",\"language\":");
      clarifai_json_append_string (body, config->language);
    }
  if (config->select_concepts != NULL && g_list_model_get_n_items (config->select_concepts) > 0)
    append_selected (body, config->select_concepts);
  g_string_append (body, "}}}}");
}

/* About how long the body gets, without making it. */
gsize
clarifai_wire_estimate_predict (GPtrArray *inputs)
{
  gsize size = ENVELOPE;

  for (guint i = 0; i < inputs->len; i++)
    size += ENVELOPE + clarifai_wire_estimate_data (g_ptr_array_index (inputs, i));

  return size;
}

/**
 * clarifai_wire_encode_predict:
 * @inputs: #ClarifaiInput
 * @ids: one for each, by which the outputs are told apart
 * @config: (nullable): NULL for the service's own defaults
 *
 * The config stands in model.model_version, where the service's documentation has it since 2023.
 *
 * Returns: (transfer full): the body of a POST to …/outputs
 */
GBytes *
clarifai_wire_encode_predict (GPtrArray                  *inputs,
                              const char * const         *ids,
                              const ClarifaiOutputConfig *config)
{
  GString *body = g_string_sized_new (clarifai_wire_estimate_predict (inputs));

  g_string_append (body, "{\"inputs\":[");
  for (guint i = 0; i < inputs->len; i++)
    {
      g_string_append (body, i > 0 ? ",{\"id\":" : "{\"id\":");
      clarifai_json_append_string (body, ids[i]);
      g_string_append (body, ",\"data\":");
      clarifai_wire_append_data (body, g_ptr_array_index (inputs, i), NULL);
      g_string_append_c (body, '}');
    }
  g_string_append_c (body, ']');
  if (config != NULL)
    append_config (body, config);
  g_string_append_c (body, '}');

  return g_string_free_to_bytes (body);
}

/* The same for one input, which needs no id. @placeholder: (nullable): stands where the picture's bytes would be. */
char *
clarifai_wire_encode_single (ClarifaiInput              *input,
                             const ClarifaiOutputConfig *config,
                             const char                 *placeholder)
{
  GString *body = g_string_new ("{\"inputs\":[{\"data\":");

  clarifai_wire_append_data (body, input, placeholder);
  g_string_append (body, "}]");
  if (config != NULL)
    append_config (body, config);
  g_string_append_c (body, '}');

  return g_string_free (body, FALSE);
}
