/* clarifai-redact.c – taking a token out of what the service says
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-redact.h"

#include <string.h>

#define INSTEAD "[token]"
/* Shorter ones are in many a text by chance once they are encoded. */
#define SHORTEST_ENCODED 8

static void
add_form (GPtrArray *forms,
          char      *form)
{
  if (strlen (form) >= SHORTEST_ENCODED && !g_ptr_array_find_with_equal_func (forms, form, g_str_equal, NULL))
    g_ptr_array_add (forms, form);
  else
    g_free (form);
}

/* "%2F", and as some write it, "%2f". */
static void
add_percent (GPtrArray  *forms,
             const char *token)
{
  char *upper = g_uri_escape_string (token, NULL, FALSE);
  char *lower = g_strdup (upper);

  for (char *p = lower; (p = strchr (p, '%')) != NULL; p += 3)
    for (guint i = 1; i <= 2; i++)
      p[i] = g_ascii_tolower (p[i]);
  add_form (forms, upper);
  add_form (forms, lower);
}

/* Three bytes make four characters: what stands before the token shifts it. The characters that are only in part the
 * token's are left out. */
static void
add_base64 (GPtrArray  *forms,
            const char *token,
            guint       shift)
{
  static const char before[] = "\0\0";
  static const guint shared[] = { 0, 2, 3 };
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree char *encoded = NULL;
  char *form;

  g_byte_array_append (bytes, (const guint8 *) before, shift);
  g_byte_array_append (bytes, (const guint8 *) token, (guint) strlen (token));
  encoded = g_base64_encode (bytes->data, bytes->len);
  encoded[(gsize) bytes->len * 8 / 6] = '\0';

  form = g_strdup (encoded + shared[shift]);
  add_form (forms, g_strdelimit (g_strdelimit (g_strdup (form), "+", '-'), "/", '_'));
  add_form (forms, form);
  explicit_bzero (encoded, strlen (encoded));
  explicit_bzero (bytes->data, bytes->len);
}

/**
 * clarifai_redact_dup_forms:
 * @token: (nullable): a token
 *
 * A refusal may quote the token that came with the request, or the header that it came in, encoded one way or another.
 *
 * Returns: (transfer full): the token as it is, percent-encoded, and in base64, also in the middle of something; none
 *   where there is no token. To be freed by clarifai_redact_free_forms()
 */
char **
clarifai_redact_dup_forms (const char *token)
{
  g_autoptr(GPtrArray) forms = g_ptr_array_new ();

  if (token != NULL && *token != '\0')
    {
      g_ptr_array_add (forms, g_strdup (token));
      add_percent (forms, token);
      for (guint shift = 0; shift < 3; shift++)
        add_base64 (forms, token, shift);
    }
  g_ptr_array_add (forms, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&forms), FALSE);
}

/* Wiped: each of them is as good as the token. */
void
clarifai_redact_free_forms (char **forms)
{
  for (guint i = 0; forms[i] != NULL; i++)
    explicit_bzero (forms[i], strlen (forms[i]));
  g_strfreev (forms);
}

/* Replaces the token wherever @text repeats it. */
void
clarifai_redact_forms (GString            *text,
                       const char * const *forms)
{
  for (guint i = 0; forms[i] != NULL; i++)
    if (strstr (text->str, forms[i]) != NULL)
      g_string_replace (text, forms[i], INSTEAD, 0);
}

/* Rather no words than some that could not be looked through. */
static char *
replace (GRegex     *regex,
         const char *text,
         const char *with)
{
  char *replaced = g_regex_replace (regex, text, -1, 0, with, 0, NULL);

  return replaced != NULL ? replaced : g_strdup ("");
}

/**
 * clarifai_redact_words:
 * @text: what a status says
 * @forms: of the token
 *
 * Returns: (transfer full): the same without this token, and without whatever stands where the service puts tokens, as in
 *   "invalid key(…)"
 */
char *
clarifai_redact_words (const char         *text,
                       const char * const *forms)
{
  static GRegex *in_brackets, *after_word;
  g_autoptr(GString) redacted = g_string_new (text);
  g_autofree char *half = NULL;

  if (g_once_init_enter (&in_brackets))
    g_once_init_leave (&in_brackets,
                       g_regex_new ("\\b(key|bearer|token)\\s*\\([^)]*\\)?", G_REGEX_CASELESS, 0, NULL));
  /* A bounded look ahead: "key:key:key:…" would take a time that grows with the square of its length. */
  if (g_once_init_enter (&after_word))
    g_once_init_leave (&after_word,
                       g_regex_new ("\\b(key|bearer|token)(\\s*[:=]\\s*[\"']?|\\s+[\"']?)"
                                    "(?=[^\\s0-9]{0,64}+[0-9])[^\\s()\"',;]{8,}",
                                    G_REGEX_CASELESS, 0, NULL));

  clarifai_redact_forms (redacted, forms);
  half = replace (in_brackets, redacted->str, "\\1(" INSTEAD ")");

  return replace (after_word, half, "\\1\\2" INSTEAD);
}
