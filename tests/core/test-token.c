/* test-token.c – what is a token, and what is refused
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: that the memory is wiped; that is libsecret's.
 */
#include "config.h"

#include "surmise-token.h"

#define TOKEN "0123456789abcdef0123456789ABCDEF"

static void
assert_refused (const char        *pasted,
                SurmiseTokenError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_token_new (pasted, &error);

  g_assert_null (token);
  g_assert_error (error, SURMISE_TOKEN_ERROR, (int) code);
}

static void
assert_taken (const char *pasted,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_token_new (pasted, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

static void
test_plain (void)
{
  assert_taken (TOKEN, TOKEN);
  assert_taken ("!~", "!~");
}

static void
test_surrounding_blanks (void)
{
  assert_taken ("  " TOKEN "\t \r\n", TOKEN);
  assert_taken ("\n\n" TOKEN, TOKEN);
  assert_taken ("\u00a0\u2003" TOKEN "\u3000\u00a0", TOKEN);
}

static void
test_empty (void)
{
  assert_refused ("", SURMISE_TOKEN_ERROR_EMPTY);
  assert_refused (" \t\r\n\f", SURMISE_TOKEN_ERROR_EMPTY);
  assert_refused ("\u00a0", SURMISE_TOKEN_ERROR_EMPTY);
}

static void
test_blank_inside (void)
{
  const char *pasted[] = { "ab cd", "ab\tcd", "ab\rcd", "ab\ncd", "ab\r\nX-Header: cd", "Key " TOKEN };

  for (gsize i = 0; i < G_N_ELEMENTS (pasted); i++)
    assert_refused (pasted[i], SURMISE_TOKEN_ERROR_BLANK);
}

static void
test_character (void)
{
  const char *pasted[] = {
    "ab\x01" "cd", "ab\vcd", "ab\x7f" "cd", "abäcd", "ab\u00a0cd", "ab\u200bcd", "\ufeff" TOKEN, "\xff" TOKEN,
    TOKEN "\xc3", "\u0430bcd", "\xc0\x80",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pasted); i++)
    assert_refused (pasted[i], SURMISE_TOKEN_ERROR_CHARACTER);
}

static void
test_length (void)
{
  g_autofree char *longest = g_strnfill (512, 'x');
  g_autofree char *too_long = g_strnfill (513, 'x');
  g_autofree char *huge = g_strnfill (4 * 1024 * 1024, 'x');
  g_autofree char *blanks = g_strnfill (4 * 1024 * 1024, ' ');

  assert_taken (longest, longest);
  assert_refused (too_long, SURMISE_TOKEN_ERROR_TOO_LONG);
  assert_refused (huge, SURMISE_TOKEN_ERROR_TOO_LONG);
  assert_refused (blanks, SURMISE_TOKEN_ERROR_TOO_LONG);
}

static void
test_messages_hold_no_text (void)
{
  const char *pasted[] = { "secret canary", "canary\xc3\xa4", "canary\n\ncanary" };

  for (gsize i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (surmise_token_new (pasted[i], &error));
      g_assert_null (g_strstr_len (error->message, -1, "canary"));
    }
}

static void
test_copy (void)
{
  g_autoptr(SurmiseToken) token = surmise_token_new (TOKEN, NULL);
  g_autoptr(SurmiseToken) copy = surmise_token_copy (token);

  g_assert_true (copy != token);
  g_assert_cmpstr (copy, ==, TOKEN);
  g_assert_null (surmise_token_copy (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/token/plain", test_plain);
  g_test_add_func ("/token/surrounding-blanks-are-trimmed", test_surrounding_blanks);
  g_test_add_func ("/token/empty", test_empty);
  g_test_add_func ("/token/blank-inside", test_blank_inside);
  g_test_add_func ("/token/character", test_character);
  g_test_add_func ("/token/length", test_length);
  g_test_add_func ("/token/messages-hold-no-text", test_messages_hold_no_text);
  g_test_add_func ("/token/copy", test_copy);

  return g_test_run ();
}
