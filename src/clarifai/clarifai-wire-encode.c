/* clarifai-wire-encode.c – requests, as bytes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-encode.h"

#include "clarifai-input.h"

/* What stands around one picture. */
#define ENVELOPE 200

/* As JSON wants it, quotes included. What is not UTF-8 is made so. */
static void
append_string (GString    *body,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (body, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (body, "\\%c", *p);
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (body, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (body, *p);
    }
  g_string_append_c (body, '"');
}

/* Straight into the body: a batch is many megabytes, and one copy of them is enough. */
static void
append_base64 (GString *body,
               GBytes  *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gsize start = body->len;
  int state = 0, save = 0;
  gsize length;

  g_string_set_size (body, start + (size / 3 + 1) * 4 + 4);
  length = g_base64_encode_step (data, size, FALSE, body->str + start, &state, &save);
  length += g_base64_encode_close (FALSE, body->str + start + length, &state, &save);
  g_string_truncate (body, start + length);
}

static void
append_input (GString       *body,
              ClarifaiInput *input,
              const char    *id)
{
  g_string_append (body, "{\"id\":");
  append_string (body, id);
  g_string_append (body, ",\"data\":{\"image\":{");
  if (clarifai_input_get_bytes (input) != NULL)
    {
      g_string_append (body, "\"base64\":\"");
      append_base64 (body, clarifai_input_get_bytes (input));
      g_string_append_c (body, '"');
    }
  else
    {
      g_string_append (body, "\"url\":");
      append_string (body, clarifai_input_get_address (input));
    }
  g_string_append (body, "}}}");
}

static void
append_config (GString                    *body,
               const ClarifaiOutputConfig *config)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double min_value = config->min_value > 0 ? MIN (config->min_value, 1) : 0;

  g_string_append (body, ",\"model\":{\"model_version\":{\"output_info\":{\"output_config\":{");
  if (config->max_concepts > 0)
    g_string_append_printf (body, "\"max_concepts\":%u,", MIN (config->max_concepts, 200));
  g_string_append_printf (body, "\"min_value\":%s", g_ascii_dtostr (number, sizeof number, min_value));
  if (config->language != NULL && *config->language != '\0')
    {
      g_string_append (body, ",\"language\":");
      append_string (body, config->language);
    }
  g_string_append (body, "}}}}");
}

/* About how long the body gets, without making it. */
gsize
clarifai_wire_estimate_predict (GPtrArray *inputs)
{
  gsize size = ENVELOPE;

  for (guint i = 0; i < inputs->len; i++)
    {
      GBytes *bytes = clarifai_input_get_bytes (g_ptr_array_index (inputs, i));

      size += ENVELOPE + (bytes != NULL ? g_bytes_get_size (bytes) / 3 * 4 + 8 : 0);
    }

  return size;
}

/**
 * clarifai_wire_encode_predict:
 * @inputs: #ClarifaiInput
 * @ids: one for each, by which the outputs are told apart
 * @config: (nullable): NULL for the service's own defaults
 *
 * The pictures go as plain base64 without line breaks. The config stands in model.model_version, where the
 * service's documentation has it since 2023.
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
      if (i > 0)
        g_string_append_c (body, ',');
      append_input (body, g_ptr_array_index (inputs, i), ids[i]);
    }
  g_string_append_c (body, ']');
  if (config != NULL)
    append_config (body, config);
  g_string_append_c (body, '}');

  return g_string_free_to_bytes (body);
}
