/* clarifai-json.c – reading JSON that may be anything
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-json.h"

#include <math.h>

#include "clarifai-error.h"

/* json-glib recurses for each level; the API's own answers stay below 20. */
#define DEEPEST 64
/* A full batch of embeddings is about half a million. */
#define MOST_VALUES 2000000

static JsonNode *
get_value (JsonObject *parent,
           const char *name)
{
  JsonNode *node = parent != NULL ? json_object_get_member (parent, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? node : NULL;
}

/* Counts brackets and commas outside strings: the parser recurses for the ones, and makes some hundred bytes of a node out
 * of what stands between the others. Returns: what is wrong, or NULL. */
static const char *
find_bomb (const char *text,
           gsize       length)
{
  gboolean in_string = FALSE;
  guint n_values = 0;
  int depth = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = text[i];

      if (in_string)
        {
          if (c == '\\')
            i++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        {
          if (++depth > DEEPEST)
            return "The reply is nested too deeply";
        }
      else if (c == '}' || c == ']')
        depth--;
      else if (c == ',' && ++n_values > MOST_VALUES)
        return "The reply holds too many values";
    }

  return NULL;
}

/**
 * clarifai_json_parse:
 * @bytes: a reply's body
 * @error: %CLARIFAI_ERROR_BAD_REPLY
 *
 * Safe for any bytes: what is nested too deeply or holds too much is refused before it is parsed, and invalid UTF-8 is made
 * valid.
 *
 * Returns: (transfer full): an object's node
 */
JsonNode *
clarifai_json_parse (GBytes  *bytes,
                     GError **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *valid = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *bomb;
  JsonNode *root;

  bomb = length == 0 ? "The reply is empty" : find_bomb (text, length);
  if (bomb != NULL)
    {
      g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, bomb);
      return NULL;
    }

  if (!g_utf8_validate_len (text, length, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) length);
      text = valid;
      length = strlen (valid);
    }

  /* The parser's own words quote the reply, which may be anything. */
  if (length > G_MAXSSIZE || !json_parser_load_from_data (parser, text, (gssize) length, NULL))
    {
      g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, "The reply is not JSON");
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_clear_pointer (&root, json_node_unref);
      g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, "The reply is not a JSON object");
    }

  return root;
}

JsonObject *
clarifai_json_get_object (JsonObject *parent,
                          const char *name)
{
  JsonNode *node = parent != NULL ? json_object_get_member (parent, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
clarifai_json_get_array (JsonObject *parent,
                         const char *name)
{
  JsonNode *node = parent != NULL ? json_object_get_member (parent, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
clarifai_json_get_string (JsonObject *parent,
                          const char *name)
{
  JsonNode *node = get_value (parent, name);

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

/* Numbers, and numbers in strings as proto3 JSON may write them. */
double
clarifai_json_get_double (JsonObject *parent,
                          const char *name,
                          double      fallback)
{
  JsonNode *node = get_value (parent, name);
  const char *text;
  char *end;
  double value;

  if (node == NULL)
    return fallback;
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return json_node_get_double (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node);
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fallback;

  text = json_node_get_string (node);
  value = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' ? value : fallback;
}

/* A number forced into 0–1; 0 where there is none. */
double
clarifai_json_get_share (JsonObject *parent,
                         const char *name)
{
  double value = clarifai_json_get_double (parent, name, 0);

  return value > 0 ? MIN (value, 1) : 0;
}

gint64
clarifai_json_get_int (JsonObject *parent,
                       const char *name,
                       gint64      fallback)
{
  double value = clarifai_json_get_double (parent, name, NAN);

  /* Beyond these a double holds no whole number exactly, and nothing here needs such. */
  return value >= -9e15 && value <= 9e15 ? (gint64) value : fallback;
}

/* Nothing that could be seen. */
static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && g_unichar_type (c) != G_UNICODE_FORMAT)
        return FALSE;
    }

  return TRUE;
}

static char *
dup_visible (const char *text)
{
  g_autofree char *clean = clarifai_json_clean (text, CLARIFAI_LONGEST_NAME, TRUE);

  return !is_blank (clean) ? g_steal_pointer (&clean) : NULL;
}

/* One line, for a label; NULL where nothing of it could be seen. */
char *
clarifai_json_dup_name (JsonObject *parent,
                        const char *name)
{
  const char *text = clarifai_json_get_string (parent, name);

  return text != NULL ? dup_visible (text) : NULL;
}

/* With its lines. */
char *
clarifai_json_dup_text (JsonObject *parent,
                        const char *name)
{
  const char *text = clarifai_json_get_string (parent, name);

  return text != NULL && *text != '\0' ? clarifai_json_clean (text, CLARIFAI_LONGEST_TEXT, FALSE) : NULL;
}

/* The strings among an array's elements, each as a name and at most so many as anybody would look through; never NULL. */
char **
clarifai_json_dup_strv (JsonObject *parent,
                        const char *name)
{
  JsonArray *array = clarifai_json_get_array (parent, name);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (clarifai_json_get_length (array), CLARIFAI_MOST_NAMES); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autofree char *text = NULL;

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        text = dup_visible (json_node_get_string (node));
      if (text != NULL)
        g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

guint
clarifai_json_get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

/* NULL where the element is no object. */
JsonObject *
clarifai_json_get_element (JsonArray *array,
                           guint      i)
{
  JsonNode *node = i < clarifai_json_get_length (array) ? json_array_get_element (array, i) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Embeddings, overrides and isolates, which could turn around what stands after a name. The plain marks are spelling. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Valid UTF-8 of at most so many characters, with blanks for control characters. With one_line, for line ends too, and
 * without what would turn the text around it. */
char *
clarifai_json_clean (const char *text,
                     glong       longest,
                     gboolean    one_line)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0' && longest > 0; p = g_utf8_next_char (p), longest--)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_line_end = c == '\n' || c == 0x2028 || c == 0x2029;

      if (one_line && turns_text (c))
        continue;
      if (one_line ? g_unichar_iscntrl (c) || is_line_end : g_unichar_iscntrl (c) && c != '\n' && c != '\t')
        g_string_append_c (clean, ' ');
      else
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}
