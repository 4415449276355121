/* surmise-model-text.c – links and tags in what somebody wrote about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-text.h"

#include <gio/gio.h>
#include <string.h>

/* Longer ones are no addresses that anybody means, and would be measured again and again. */
#define LONGEST_LINK 2000

/* How much of @text is an address that stands in it as it is; marks that end a sentence are not. */
static gsize
measure_address (const char *text,
                 gsize       length)
{
  gsize n = 0;
  int open = 0;

  length = MIN (length, LONGEST_LINK + 1);
  while (n < length && !g_ascii_isspace (text[n]) && !g_ascii_iscntrl (text[n]) && strchr ("<>\"|`", text[n]) == NULL)
    n++;
  for (gsize i = 0; i < n; i++)
    open += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
  while (n > 0 && (strchr (".,;:!?'*_]}", text[n - 1]) != NULL || (text[n - 1] == ')' && open < 0)))
    open += text[--n] == ')' ? 1 : 0;

  return n;
}

/**
 * surmise_model_text_is_link:
 * @address: (nullable): what somebody wants to lead to
 *
 * Returns: whether it may be opened: a web page, with nobody's name before the host to make it look like another
 */
gboolean
surmise_model_text_is_link (const char *address)
{
  g_autoptr(GUri) uri = NULL;

  if (address == NULL || strlen (address) > LONGEST_LINK)
    return FALSE;

  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri != NULL && (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http"))
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' && g_uri_get_userinfo (uri) == NULL;
}

/**
 * surmise_model_text_find_link:
 * @text: what may hold an address of the web as it is
 * @end: where it ends
 * @length: (out): how long the address is
 *
 * Returns: (nullable): the first one that is not part of a word
 */
const char *
surmise_model_text_find_link (const char *text,
                              const char *end,
                              gsize      *length)
{
  for (const char *p = g_strstr_len (text, end - text, "http");
       p != NULL;
       p = g_strstr_len (p + 4, end - p - 4, "http"))
    {
      g_autofree char *address = NULL;

      if ((!g_str_has_prefix (p, "http://") && !g_str_has_prefix (p, "https://"))
          || (p > text && g_ascii_isalnum (p[-1])))
        continue;
      *length = measure_address (p, (gsize) (end - p));
      address = g_strndup (p, *length);
      if (surmise_model_text_is_link (address))
        return p;
    }

  return NULL;
}

/**
 * surmise_model_text_strip_tags:
 * @html: a piece of HTML
 *
 * Tags mean nothing here; what stands between them is read as text.
 *
 * Returns: (transfer full): lines of text without any
 */
char *
surmise_model_text_strip_tags (const char *html)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();

  for (const char *p = html; *p != '\0'; )
    {
      const char *end = NULL;

      if (g_str_has_prefix (p, "<!--"))
        end = strstr (p, "-->");
      else if (g_ascii_strncasecmp (p, "<script", 7) == 0 || g_ascii_strncasecmp (p, "<style", 6) == 0)
        end = strstr (p, "</");
      else if (*p == '<')
        end = strchr (p, '>');
      else
        {
          g_string_append_c (text, *p++);
          continue;
        }
      /* What does not end does not begin, either: the rest goes with it. */
      if (end == NULL)
        break;
      p = g_str_has_prefix (end, "-->") ? end + 3 : *end == '>' ? end + 1 : end;
    }

  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (kept, lines[i]);
  g_ptr_array_add (kept, NULL);

  return g_strjoinv ("\n", (char **) kept->pdata);
}

/* Embeddings, overrides and isolates: what stands after them in the same line would be read from its end. */
static gboolean
turns_line (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/**
 * surmise_model_text_line:
 * @text: of any length and origin
 * @longest: how many characters are wanted of it
 *
 * The service does not keep anybody from giving a model a book for a name, which would take seconds to lay out.
 *
 * Returns: (transfer full): one line, not too long
 */
char *
surmise_model_text_line (const char *text,
                         guint       longest)
{
  g_autoptr(GString) line = NULL;
  const char *end = text;

  g_return_val_if_fail (text != NULL, NULL);

  line = g_string_new (NULL);
  for (guint i = 0; i < longest && *end != '\0'; i++, end = g_utf8_next_char (end))
    if (!turns_line (g_utf8_get_char (end)))
      g_string_append_len (line, end, g_utf8_next_char (end) - end);
  g_strdelimit (line->str, "\n\r\t\v\f", ' ');
  if (*end != '\0')
    g_string_append (line, "…");

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * surmise_model_text_fold:
 * @text: lines that are not wrapped where they are shown
 * @longest: how many characters a line may have
 *
 * Returns: (transfer full): the same, with longer lines broken
 */
char *
surmise_model_text_fold (const char *text,
                         guint       longest)
{
  g_autoptr(GString) folded = NULL;
  guint n = 0;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n = *p == '\n' ? 0 : n + 1;
      if (n > longest)
        {
          g_string_append_c (folded, '\n');
          n = 1;
        }
      g_string_append_unichar (folded, g_utf8_get_char (p));
    }

  return g_string_free (g_steal_pointer (&folded), FALSE);
}

/**
 * surmise_model_text_tidy_table:
 * @table: rows, the second of which divides the head from the others
 * @cell: what stands between cells
 *
 * Returns: (transfer full): the rows without the second one, and without @cell at their ends
 */
char *
surmise_model_text_tidy_table (const char *table,
                               char        cell)
{
  g_auto(GStrv) lines = g_strsplit (table, "\n", -1);
  g_autoptr(GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *row = g_strstrip (lines[i]);
      gsize length = strlen (row);

      if (i == 1)
        continue;
      if (length > 1 && row[length - 1] == cell)
        row[length - 1] = '\0';
      g_ptr_array_add (rows, g_strstrip (*row == cell ? row + 1 : row));
    }
  g_ptr_array_add (rows, NULL);

  return g_strjoinv ("\n", (char **) rows->pdata);
}
