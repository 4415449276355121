/* surmise-paragraphs.c – paragraphs short enough to be laid out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-paragraphs.h"

/* Bytes. A paragraph is laid out as a whole, and that takes longer than is in proportion. */
#define MOST_AT_SPACE 2000
#define MOST          4000

/**
 * surmise_paragraphs_break:
 * @text: what is to be shown, valid UTF-8
 *
 * Returns: (transfer full): the same with a new line here and there, at spaces where there are any
 */
char *
surmise_paragraphs_break (const char *text)
{
  GString *broken;
  const char *start = text;

  g_return_val_if_fail (text != NULL, NULL);

  broken = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize length = (gsize) (at - start);

      if (*at == '\n')
        {
          g_string_append_len (broken, start, (gssize) length + 1);
          start = at + 1;
        }
      else if ((*at == ' ' && length >= MOST_AT_SPACE) || length >= MOST)
        {
          g_string_append_len (broken, start, (gssize) length);
          g_string_append_c (broken, '\n');
          start = *at == ' ' ? at + 1 : at;
        }
    }
  g_string_append (broken, start);

  return g_string_free (broken, FALSE);
}
