/* clarifai-raw.c – the service's own words, kept small and shown readably
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-raw.h"

#include <math.h>
#include <string.h>

#include "clarifai-json.h"
#include "clarifai-json-write.h"
#include "clarifai-redact.h"

/* Base64 up to here is shown as it is. */
#define LONGEST_BASE64 2000
/* What stands before it in a data: address, "data:image/jpeg;base64". */
#define LONGEST_DATA_TYPE 200
/* Where a line of numbers is broken. */
#define LINE 100
#define INDENT 2
#define BASE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-"

static void print_node (GString            *out,
                        JsonNode           *node,
                        const char * const *forms,
                        gboolean            in_status);

/* NULL where it is none, or short enough to be shown; else where the base64 begins, behind what a data: address begins with. */
static const char *
find_long_base64 (const char *text,
                  gsize       length)
{
  const char *comma = length > LONGEST_BASE64 && g_str_has_prefix (text, "data:") ? strchr (text, ',') : NULL;
  const char *start = comma != NULL && comma - text <= LONGEST_DATA_TYPE ? comma + 1 : text;
  gsize rest = length - (gsize) (start - text);

  return rest > LONGEST_BASE64 && strspn (start, BASE64) == rest ? start : NULL;
}

/* Returns: (transfer full): what is shown of a text */
static char *
shorten (const char *text,
         gsize       length)
{
  g_autofree char *start = NULL;
  glong n;

  if (length <= CLARIFAI_LONGEST_TEXT || (n = g_utf8_strlen (text, (gssize) length)) <= CLARIFAI_LONGEST_TEXT)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, CLARIFAI_LONGEST_TEXT);

  return g_strdup_printf ("%s… (%ld characters in all)", start, n);
}

static void
print_string (GString            *out,
              const char         *text,
              const char * const *forms,
              gboolean            in_status)
{
  gsize length = strlen (text);
  const char *base64 = find_long_base64 (text, length);
  g_autoptr(GString) hidden = g_string_new_len (text, base64 != NULL ? base64 - text : (gssize) length);
  g_autofree char *shown = NULL;

  if (base64 != NULL)
    g_string_append_printf (hidden, "(%" G_GSIZE_FORMAT " characters of base64)", strlen (base64));

  /* Before the cut, which could leave half a token. */
  clarifai_redact_forms (hidden, forms);
  shown = shorten (hidden->str, hidden->len);
  if (in_status)
    {
      g_autofree char *redacted = clarifai_redact_words (shown, forms);

      clarifai_json_append_string (out, redacted);
    }
  else
    clarifai_json_append_string (out, shown);
}

static void
print_value (GString            *out,
             JsonNode           *node,
             const char * const *forms,
             gboolean            in_status)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    print_string (out, json_node_get_string (node), forms, in_status);
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else
    clarifai_json_append_double (out, json_node_get_double (node));
}

static void
print_object (GString            *out,
              JsonObject         *object,
              const char * const *forms,
              gboolean            in_status,
              const char         *left_out)
{
  g_autoptr(GList) names = json_object_get_members (object);
  gboolean is_first = TRUE;

  g_string_append_c (out, '{');
  for (GList *l = names; l != NULL; l = l->next)
    {
      if (g_strcmp0 (l->data, left_out) == 0)
        continue;

      if (!is_first)
        g_string_append_c (out, ',');
      is_first = FALSE;
      print_string (out, l->data, forms, FALSE);
      g_string_append_c (out, ':');
      print_node (out, json_object_get_member (object, l->data), forms,
                  in_status || g_str_equal (l->data, "status"));
    }
  g_string_append_c (out, '}');
}

static void
print_node (GString            *out,
            JsonNode           *node,
            const char * const *forms,
            gboolean            in_status)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      print_object (out, json_node_get_object (node), forms, in_status, NULL);
      break;

    case JSON_NODE_ARRAY:
      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        {
          if (i > 0)
            g_string_append_c (out, ',');
          print_node (out, json_array_get_element (json_node_get_array (node), i), forms, in_status);
        }
      g_string_append_c (out, ']');
      break;

    case JSON_NODE_VALUE:
      print_value (out, node, forms, in_status);
      break;

    case JSON_NODE_NULL:
    default:
      g_string_append (out, "null");
    }
}

/**
 * clarifai_raw_print:
 * @output: an output as the service sent it, nested no deeper than clarifai_json_parse() allows
 * @token: (nullable): what must not be in it
 *
 * The echoed input is left out: it is not what was sent. Long base64 is named instead of shown, and so is the
 * end of a text that is longer than anybody reads.
 *
 * Returns: (transfer full): JSON on one line
 */
char *
clarifai_raw_print (JsonObject *output,
                    const char *token)
{
  GString *out = g_string_new (NULL);
  char **forms = clarifai_redact_dup_forms (token);

  print_object (out, output, (const char * const *) forms, FALSE, "input");
  clarifai_redact_free_forms (forms);

  return g_string_free (out, FALSE);
}

/* Past a string, from its first quote. */
static const char *
skip_string (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;

  return *p == '"' ? p + 1 : p;
}

static void
break_line (GString *out,
            guint    depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth * INDENT; i++)
    g_string_append_c (out, ' ');
}

/* An array of numbers alone is many short lines otherwise. Returns: its end, or NULL where there is more in it. */
static const char *
indent_numbers (GString    *out,
                const char *p,
                guint       depth)
{
  gsize length = strcspn (p + 1, "{[\"]");
  const char *end = p + 1 + length;
  gsize line_start = out->len;

  if (*end != ']')
    return NULL;

  g_string_append_c (out, '[');
  for (p++; p < end; p++)
    {
      if (g_ascii_isspace (*p))
        continue;
      g_string_append_c (out, *p);
      if (*p == ',' && out->len - line_start > LINE)
        {
          break_line (out, depth + 1);
          line_start = out->len;
        }
      else if (*p == ',')
        g_string_append_c (out, ' ');
    }
  g_string_append_c (out, ']');

  return end + 1;
}

/**
 * clarifai_raw_indent:
 * @json: any text; what is not JSON comes out oddly laid out, and complete
 *
 * Returns: (transfer full): the same, one member a line
 */
char *
clarifai_raw_indent (const char *json)
{
  GString *out = g_string_sized_new (strlen (json) * 2);
  const char *p = json;
  guint depth = 0;

  while (*p != '\0')
    {
      const char *end = NULL;

      if (*p == '"')
        end = skip_string (p);
      else if (*p == '[' && (end = indent_numbers (out, p, depth)) != NULL)
        {
          p = end;
          continue;
        }

      if (end != NULL)
        g_string_append_len (out, p, end - p);
      else if ((*p == '{' && p[1] == '}') || (*p == '[' && p[1] == ']'))
        {
          g_string_append_len (out, p, 2);
          end = p + 2;
        }
      else if (*p == '{' || *p == '[')
        {
          g_string_append_c (out, *p);
          break_line (out, ++depth);
        }
      else if (*p == '}' || *p == ']')
        {
          depth -= depth > 0 ? 1 : 0;
          break_line (out, depth);
          g_string_append_c (out, *p);
        }
      else if (*p == ',')
        {
          g_string_append_c (out, *p);
          break_line (out, depth);
        }
      else if (*p == ':')
        g_string_append (out, ": ");
      else if (!g_ascii_isspace (*p))
        g_string_append_c (out, *p);

      p = end != NULL ? end : p + 1;
    }

  return g_string_free (out, FALSE);
}

static GBytes *
convert (GConverter    *converter,
         gconstpointer  data,
         gsize          size)
{
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (memory, converter);
  g_autoptr(GOutputStream) out = g_memory_output_stream_new_resizable ();

  /* Nothing here can fail: it is memory, and we packed it ourselves. */
  g_output_stream_splice (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* Thousands of pictures keep their answers, and an answer's JSON is many times longer than what it says. */
GBytes *
clarifai_raw_pack (const char *json)
{
  g_autoptr(GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, 1);

  return convert (G_CONVERTER (compressor), json, strlen (json));
}

char *
clarifai_raw_unpack (GBytes *packed)
{
  g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  gsize packed_size;
  gconstpointer data = g_bytes_get_data (packed, &packed_size);
  g_autoptr(GBytes) bytes = convert (G_CONVERTER (decompressor), data, packed_size);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}
