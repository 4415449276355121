/* surmise-account-label.c – what an account is called
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-user.h"
#include "surmise-account-private.h"

#include <string.h>

#define MAX_LABEL_CHARS 120

/* Directional marks and overrides could make one account look like another. */
static gboolean
is_harmless (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  if (type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
      type == G_UNICODE_UNASSIGNED || type == G_UNICODE_SURROGATE)
    return FALSE;

  return !((character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069) ||
           character == 0x200e || character == 0x200f || character == 0x061c);
}

/**
 * _surmise_account_clean_label:
 * @text: what a person typed, or a service or a keyring sent
 *
 * Returns: (transfer full): @text in one line of at most 120 characters, without surrounding blanks and directional
 *   marks
 */
char *
_surmise_account_clean_label (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, 16 * MAX_LABEL_CHARS));
  g_autoptr(GString) label = g_string_new (NULL);
  glong n_chars = 0;

  for (const char *c = valid; *c != '\0' && n_chars < MAX_LABEL_CHARS; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        character = ' ';
      if (!is_harmless (character))
        continue;
      g_string_append_unichar (label, character);
      n_chars++;
    }

  return g_strstrip (g_string_free (g_steal_pointer (&label), FALSE));
}

/**
 * _surmise_account_label_for_user:
 * @user: whom a token belongs to
 *
 * Returns: (transfer full): the label that an account of @user gets: the name and the id, or the id alone
 */
char *
_surmise_account_label_for_user (ClarifaiUser *user)
{
  const char *id = clarifai_user_get_id (user);
  const char *name = clarifai_user_get_name (user);
  g_autofree char *text = NULL;

  if (name == NULL || *name == '\0' || g_strcmp0 (name, id) == 0)
    text = g_strdup (id);
  else
    text = g_strdup_printf ("%s (%s)", name, id);

  return _surmise_account_clean_label (text);
}
