/* surmise-token.c – a personal access token in memory that is wiped when freed
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-token.h"

#include <string.h>

/* Real ones have 32 characters; the rest is room for services on one's own premises. */
#define MAX_TOKEN 512
/* A paste may bring some blank lines along, not a document. */
#define MAX_PASTE (64 * 1024)

/* What Unicode calls a blank counts around a token, since web pages put such characters there. */
static void
trim_blanks (const char **start,
             const char **end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);

  while (*end > *start)
    {
      const char *before = g_utf8_prev_char (*end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      *end = before;
    }
}

static gboolean
check_characters (const char  *start,
                  const char  *end,
                  GError     **error)
{
  for (const char *c = start; c < end; c++)
    {
      if (g_ascii_isspace (*c))
        {
          g_set_error_literal (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_BLANK,
                               "There is a blank or a line break inside the token");
          return FALSE;
        }
      if (!g_ascii_isgraph (*c))
        {
          g_set_error_literal (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_CHARACTER,
                               "The token has a character that no token has");
          return FALSE;
        }
    }

  return TRUE;
}

static SurmiseToken *
copy_to_safe_memory (const char *text,
                     gsize       length)
{
  return secret_value_unref_to_password (secret_value_new (text, (gssize) length, "text/plain"), NULL);
}

G_DEFINE_QUARK (surmise-token-error-quark, surmise_token_error)

/**
 * surmise_token_new:
 * @pasted: what a person pasted or typed, or an environment variable held
 * @error: return location for a %SURMISE_TOKEN_ERROR
 *
 * Trims blanks around the token and refuses what could not be sent in a header: line breaks, blanks inside, control
 * characters, anything that is not ASCII, and more than 512 characters. No message holds any of the text.
 *
 * Returns: (transfer full) (nullable): free with surmise_token_free()
 */
SurmiseToken *
surmise_token_new (const char  *pasted,
                   GError     **error)
{
  const char *start = pasted;
  const char *end;
  gsize length;

  g_return_val_if_fail (pasted != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  length = strnlen (pasted, MAX_PASTE + 1);
  if (length > MAX_PASTE)
    {
      g_set_error_literal (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_TOO_LONG,
                           "The text is too long for a token");
      return NULL;
    }
  end = pasted + length;

  if (g_utf8_validate_len (pasted, length, NULL))
    trim_blanks (&start, &end);

  if (start == end)
    {
      g_set_error_literal (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_EMPTY, "There is no token");
      return NULL;
    }
  if (!check_characters (start, end, error))
    return NULL;
  if (end - start > MAX_TOKEN)
    {
      g_set_error_literal (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_TOO_LONG,
                           "The text is too long for a token");
      return NULL;
    }

  return copy_to_safe_memory (start, (gsize) (end - start));
}

/**
 * surmise_token_copy:
 * @token: (nullable): a token
 *
 * Returns: (transfer full) (nullable): the same in safe memory of its own; free with surmise_token_free()
 */
SurmiseToken *
surmise_token_copy (const char *token)
{
  return token != NULL ? copy_to_safe_memory (token, strlen (token)) : NULL;
}

/**
 * surmise_token_free:
 * @token: (transfer full) (nullable): a token
 *
 * Wipes the token and frees it.
 */
void
surmise_token_free (SurmiseToken *token)
{
  secret_password_free (token);
}
