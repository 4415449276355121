/* clarifai-json-write.c – writing JSON straight into a body
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-json-write.h"

#include <math.h>

/* As JSON wants it, quotes included. What is not UTF-8 is made so. */
void
clarifai_json_append_string (GString    *out,
                             const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\')
        g_string_append_printf (out, "\\%c", *p);
      else if (*p == '\n')
        g_string_append (out, "\\n");
      else if ((guchar) *p < 0x20 || *p == 0x7f)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* With no more digits than it takes to read the same number back: the service writes 0.99960595, and so do we.
 * JSON has no word for what is not finite; the service's own is a string. */
void
clarifai_json_append_double (GString *out,
                             double   value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    g_string_append (out, "\"NaN\"");
  else if (isinf (value))
    g_string_append (out, value > 0 ? "\"Infinity\"" : "\"-Infinity\"");
  else
    {
      for (guint digits = 8; digits <= 17; digits++)
        {
          char format[8];

          g_snprintf (format, sizeof format, "%%.%ug", digits);
          g_ascii_formatd (number, sizeof number, format, value);
          if (g_ascii_strtod (number, NULL) == value)
            break;
        }
      g_string_append (out, number);
    }
}

/* Straight into the body, without quotes: a batch is many megabytes, and one copy of them is enough. */
void
clarifai_json_append_base64 (GString *out,
                             GBytes  *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gsize start = out->len;
  int state = 0, save = 0;
  gsize length;

  g_string_set_size (out, start + (size / 3 + 1) * 4 + 4);
  length = g_base64_encode_step (data, size, FALSE, out->str + start, &state, &save);
  length += g_base64_encode_close (FALSE, out->str + start + length, &state, &save);
  g_string_truncate (out, start + length);
}
