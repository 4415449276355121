/* test-keyring-opening.c – a keyring that has not been opened since it was started, and its prompt
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first part of a path names the condition that the test needs: meson runs each part under the tool that makes it.
 */
#include "config.h"

#include "test-keyring-calls.h"
#include "test-keyring-prompt.h"
#include "test-utils.h"

/* Run on its own, before the others: leaves a token behind for them. */
static void
test_before (void)
{
  keyring_store ("one", "ada", "Ada", TOKEN);
}

/* Not opened since it was started: gnome-keyring finds nothing in it and does not say why. */
static void
test_closed (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = keyring_search (FALSE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_true (any_locked);
  assert_all_fail (SURMISE_KEYRING_ERROR_LOCKED);
}

static void
test_store_dismissed (void)
{
  g_autoptr(GError) error = NULL;

  dismiss_prompt ();
  g_assert_false (keyring_store_full ("one", "ada", "Ada", TOKEN, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_DISMISSED);
}

/* A person who takes longer than the keyring may take is not a slow keyring. */
static void
test_store_prompt_outlasts_patience (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new ("one", SERVER, "ada", "Ada");

  lock_keyring ();
  answer_prompt_slowly ();
  surmise_keyring_store_async (item, TOKEN, TRUE, 100, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  g_assert_true (surmise_keyring_store_finish (result, &error));
  g_assert_no_error (error);
  assert_token ("one", TOKEN);
  assert_clear ("one");
}

static void
test_closed_dismissed (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = NULL;

  dismiss_prompt ();
  items = keyring_search (TRUE, &any_locked, &error);
  g_assert_no_error (error);
  g_assert_true (any_locked);
}

static void
test_closed_opened (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = TRUE;
  g_autoptr(GPtrArray) items = NULL;

  answer_prompt ();
  items = keyring_search (TRUE, &any_locked, &error);
  g_assert_no_error (error);
  g_assert_false (any_locked);
  g_assert_cmpuint (items->len, ==, 1);
  assert_token ("one", TOKEN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/before/store", test_before);
  g_test_add_func ("/closed/all-calls", test_closed);
  g_test_add_func ("/prompt/closed-dismissed", test_closed_dismissed);
  g_test_add_func ("/prompt/store-dismissed", test_store_dismissed);
  g_test_add_func ("/prompt/closed-opened", test_closed_opened);
  g_test_add_func ("/prompt/outlasts-patience", test_store_prompt_outlasts_patience);

  return g_test_run ();
}
