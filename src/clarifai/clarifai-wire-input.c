/* clarifai-wire-input.c – an input's data object, as JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-input.h"

#include <string.h>

#include "clarifai-input.h"
#include "clarifai-json-write.h"
#include "clarifai-method-private.h"

/* Where the picture's bytes would be, @placeholder stands, if there is one. */
static void
append_image (GString       *body,
              ClarifaiInput *input,
              const char    *placeholder)
{
  GBytes *bytes = clarifai_input_get_bytes (input);

  g_string_append (body, "\"image\":{");
  if (bytes != NULL && placeholder != NULL)
    {
      g_string_append (body, "\"base64\":");
      clarifai_json_append_string (body, placeholder);
    }
  else if (bytes != NULL)
    {
      g_string_append (body, "\"base64\":\"");
      clarifai_json_append_base64 (body, bytes);
      g_string_append_c (body, '"');
    }
  else
    {
      g_string_append (body, "\"url\":");
      clarifai_json_append_string (body, clarifai_input_get_address (input));
    }
  g_string_append_c (body, '}');
}

static gboolean
has_image (ClarifaiInput *input)
{
  return clarifai_input_get_bytes (input) != NULL || clarifai_input_get_address (input) != NULL;
}

/* Into the member of Data that the type goes into, as the service's own SDK has it. */
static void
append_value (GString          *body,
              ClarifaiDataType  type,
              GVariant         *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_string_append (body, type == CLARIFAI_DATA_TYPE_TEXT ? "\"text\":{\"raw\":" : "\"string_value\":");
      clarifai_json_append_string (body, g_variant_get_string (value, NULL));
      if (type == CLARIFAI_DATA_TYPE_TEXT)
        g_string_append_c (body, '}');
    }
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (body, "\"int_value\":%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    {
      g_string_append (body, "\"float_value\":");
      clarifai_json_append_double (body, g_variant_get_double (value));
    }
  else
    g_string_append_printf (body, "\"bool_value\":%s", g_variant_get_boolean (value) ? "true" : "false");
}

/* FALSE, and nothing written, where there is nothing to send for it. */
static gboolean
append_argument (GString          *body,
                 ClarifaiInput    *input,
                 ClarifaiArgument *argument,
                 const char       *placeholder,
                 gboolean          is_first_picture)
{
  GVariant *values = clarifai_input_get_values (input);
  const char *name = clarifai_argument_get_name (argument);
  ClarifaiDataType type = clarifai_argument_get_data_type (argument);
  g_autoptr(GVariant) value = values != NULL ? g_variant_lookup_value (values, name, NULL) : NULL;
  g_autoptr(GVariant) sent = value != NULL ? clarifai_argument_convert (argument, value) : NULL;
  gboolean gets_picture = type == CLARIFAI_DATA_TYPE_IMAGE && has_image (input) &&
                          clarifai_argument_gets_picture (argument, value, is_first_picture);

  if (!gets_picture && sent == NULL)
    return FALSE;

  g_string_append (body, "{\"id\":");
  clarifai_json_append_string (body, name);
  g_string_append (body, ",\"data\":{");

  if (gets_picture)
    append_image (body, input, placeholder);
  else
    append_value (body, type, sent);
  g_string_append (body, "}}");

  return TRUE;
}

/* One part an argument, and the method's name where the service's own SDK puts it. */
static void
append_parts (GString       *body,
              ClarifaiInput *input,
              const char    *placeholder)
{
  ClarifaiMethod *method = clarifai_input_get_method (input);
  GListModel *arguments = clarifai_method_get_arguments (method);
  gboolean is_first_picture = TRUE;
  guint n_parts = 0;

  g_string_append (body, "\"metadata\":{\"_method_name\":");
  clarifai_json_append_string (body, clarifai_method_get_name (method));
  g_string_append (body, "},\"parts\":[");
  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);
      gsize start = body->len;

      if (n_parts > 0)
        g_string_append_c (body, ',');
      if (append_argument (body, input, argument, placeholder, is_first_picture))
        n_parts++;
      else
        g_string_truncate (body, start);
      if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_PICTURE)
        is_first_picture = FALSE;
    }
  g_string_append_c (body, ']');
}

/**
 * clarifai_wire_append_data:
 * @placeholder: (nullable): stands where a picture's bytes would be
 *
 * Pictures go as plain base64 without line breaks, words as text.raw, which all models know; a method's arguments go as
 * parts, with scalars in Data's *_value fields.
 */
void
clarifai_wire_append_data (GString       *body,
                           ClarifaiInput *input,
                           const char    *placeholder)
{
  const char *words = clarifai_input_get_words (input);

  g_string_append_c (body, '{');
  if (clarifai_input_get_method (input) != NULL)
    append_parts (body, input, placeholder);
  else
    {
      if (words != NULL)
        {
          g_string_append (body, "\"text\":{\"raw\":");
          clarifai_json_append_string (body, words);
          g_string_append_c (body, '}');
        }
      if (words != NULL && has_image (input))
        g_string_append_c (body, ',');
      if (has_image (input))
        append_image (body, input, placeholder);
    }
  g_string_append_c (body, '}');
}

/* About how long it gets, without making it. */
gsize
clarifai_wire_estimate_data (ClarifaiInput *input)
{
  GBytes *bytes = clarifai_input_get_bytes (input);
  const char *words = clarifai_input_get_words (input);
  GVariant *values = clarifai_input_get_values (input);

  return (bytes != NULL ? g_bytes_get_size (bytes) / 3 * 4 + 8 : 0) + (words != NULL ? strlen (words) : 0) +
         (values != NULL ? g_variant_get_size (values) : 0);
}
