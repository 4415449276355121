/* test-keyring-calls.c – the keyring's calls, waited for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-keyring-calls.h"

#include "test-utils.h"

gboolean
keyring_store_full (const char  *id,
                    const char  *user_id,
                    const char  *label,
                    const char  *token,
                    guint        patience_ms,
                    GError     **error)
{
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new (id, SERVER, user_id, label);
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_store_async (item, token, TRUE, patience_ms, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_store_finish (result, error);
}

void
keyring_store (const char *id,
               const char *user_id,
               const char *label,
               const char *token)
{
  g_autoptr(GError) error = NULL;
  gboolean stored = keyring_store_full (id, user_id, label, token, PATIENCE, &error);

  g_assert_no_error (error);
  g_assert_true (stored);
}

SurmiseToken *
keyring_lookup (const char  *id,
                const char  *server,
                guint        patience_ms,
                GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_lookup_async (id, server, patience_ms, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_lookup_finish (result, error);
}

gboolean
keyring_clear (const char  *id,
               const char  *user_id,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_clear_async (id, user_id, PATIENCE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_clear_finish (result, error);
}

GPtrArray *
keyring_search (gboolean   may_prompt,
                gboolean  *any_locked,
                GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_search_async (may_prompt, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_search_finish (result, any_locked, error);
}

void
assert_token (const char *id,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = keyring_lookup (id, SERVER, PATIENCE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

void
assert_clear (const char *id)
{
  g_autoptr(GError) error = NULL;
  gboolean cleared = keyring_clear (id, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cleared);
}

/* Every call, with the same outcome for each. */
void
assert_all_fail (SurmiseKeyringError code)
{
  g_autoptr(GError) lookup_error = NULL;
  g_autoptr(GError) store_error = NULL;
  g_autoptr(GError) clear_error = NULL;

  g_assert_null (keyring_lookup ("one", SERVER, PATIENCE, &lookup_error));
  g_assert_error (lookup_error, SURMISE_KEYRING_ERROR, (int) code);
  g_assert_false (keyring_store_full ("two", "ada", "Ada", TOKEN, PATIENCE, &store_error));
  g_assert_error (store_error, SURMISE_KEYRING_ERROR, (int) code);
  g_assert_false (keyring_clear ("one", NULL, &clear_error));
  g_assert_error (clear_error, SURMISE_KEYRING_ERROR, (int) code);
}
