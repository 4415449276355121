/* surmise-snippet-text.c – bodies and quoted values for snippets
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-snippet-private.h"

#include <string.h>

#include "clarifai-input.h"
#include "clarifai-json-write.h"
#include "clarifai-request-json.h"
#include "surmise-question-wire.h"

/* Returns: (transfer full): the request as the client sends it, with "PICTURE" where the picture belongs */
char *
_surmise_snippet_dup_body (const SurmiseSnippetFacts *facts)
{
  g_autoptr(GBytes) picture = facts->file != NULL ? g_bytes_new_static ("", 0) : NULL;
  g_autoptr(ClarifaiInput) input = surmise_question_new_input (facts->question, picture, facts->address, NULL);
  ClarifaiOutputConfig config = surmise_question_get_config (facts->question, FALSE);

  return clarifai_predict_dup_body (input, &config, SURMISE_SNIPPET_PICTURE);
}

/**
 * _surmise_snippet_find_picture:
 * @body: JSON
 * @length: (out): how much of it stands for the picture, quotes included
 *
 * A quotation mark inside of a text has a backslash before it, so that no text can look like a member.
 *
 * Returns: (nullable): where the picture belongs
 */
const char *
_surmise_snippet_find_picture (const char *body,
                               gsize      *length)
{
  static const char member[] = "\"base64\"";
  static const char picture[] = "\"" SURMISE_SNIPPET_PICTURE "\"";

  *length = strlen (picture);
  for (const char *found = strstr (body, member); found != NULL; found = strstr (found + 1, member))
    {
      const char *p = found + strlen (member);

      p += strspn (p, " \n");
      if (*p != ':')
        continue;
      p++;
      p += strspn (p, " \n");
      if (g_str_has_prefix (p, picture))
        return p;
    }

  return NULL;
}

/* For a POSIX shell: nothing in it is looked at. */
void
_surmise_snippet_append_shell (GString    *text,
                               const char *value)
{
  g_autofree char *quoted = g_shell_quote (value);

  g_string_append (text, quoted);
}

/* For Python and JavaScript, which read what JSON writes. */
void
_surmise_snippet_append_text (GString    *text,
                              const char *value)
{
  clarifai_json_append_string (text, value);
}

static void
append_python (GString    *text,
               const char *json,
               gsize       length)
{
  static const char *const words[][2] = { { "true", "True" }, { "false", "False" }, { "null", "None" } };
  gboolean in_text = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean replaced = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (words) && !in_text; j++)
        if (strncmp (json + i, words[j][0], strlen (words[j][0])) == 0)
          {
            g_string_append (text, words[j][1]);
            i += strlen (words[j][0]) - 1;
            replaced = TRUE;
            break;
          }
      if (replaced)
        continue;

      if (json[i] == '"')
        in_text = !in_text;
      else if (json[i] == '\\' && in_text)
        g_string_append_c (text, json[i++]);
      g_string_append_c (text, json[i]);
    }
}

/**
 * _surmise_snippet_append_body:
 * @text: what to append to
 * @body: JSON
 * @indent: blanks before each line but the first
 * @python: whether it becomes a Python dictionary; else it is one of JavaScript
 *
 * The picture's place is taken by the variable “picture”.
 */
void
_surmise_snippet_append_body (GString    *text,
                              const char *body,
                              guint       indent,
                              gboolean    python)
{
  g_autoptr(GString) code = g_string_new (NULL);
  const char *picture;
  gsize length;

  while ((picture = _surmise_snippet_find_picture (body, &length)) != NULL)
    {
      if (python)
        append_python (code, body, (gsize) (picture - body));
      else
        g_string_append_len (code, body, picture - body);
      g_string_append (code, "picture");
      body = picture + length;
    }
  if (python)
    append_python (code, body, strlen (body));
  else
    g_string_append (code, body);

  /* Line ends stand between members, never in a text. */
  for (const char *p = code->str; *p != '\0'; p++)
    {
      g_string_append_c (text, *p);
      for (guint i = 0; *p == '\n' && i < indent; i++)
        g_string_append_c (text, ' ');
    }
}

static gboolean
is_invisible (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return c >= 0x80
         && (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR
             || type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_UNASSIGNED);
}

/**
 * _surmise_snippet_escape:
 * @text: code, or JSON, in which only quoted texts hold more than ASCII
 * @python: whether it is Python
 *
 * Characters that turn the reading direction, break lines or cannot be seen would let code look like what it is not.
 *
 * Returns: (transfer full): the same with those characters as escapes
 */
char *
_surmise_snippet_escape (const char *text,
                         gboolean    python)
{
  GString *code = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!is_invisible (c))
        g_string_append_len (code, p, g_utf8_next_char (p) - p);
      else if (c < 0x10000)
        g_string_append_printf (code, "\\u%04x", c);
      else if (python)
        g_string_append_printf (code, "\\U%08x", c);
      else
        g_string_append_printf (code, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10), 0xdc00 + ((c - 0x10000) & 0x3ff));
    }

  return g_string_free (code, FALSE);
}
