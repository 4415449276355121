/* test-keyring.c – what each condition of the keyring looks like from inside
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first part of a path names the condition that the test needs: meson runs each part under the tool that makes it.
 * Not covered: the Flatpak portal, KWallet and KeePassXC.
 */
#include "config.h"

#include "test-keyring-calls.h"
#include "test-keyring-file.h"
#include "test-keyring-prompt.h"
#include "test-utils.h"

static GPtrArray *
search_open (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = TRUE;
  GPtrArray *items = keyring_search (FALSE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_false (any_locked);

  return items;
}

static void
test_store_and_lookup (void)
{
  g_autoptr(GPtrArray) items = NULL;
  const SurmiseKeyringItem *item;

  keyring_store ("one", "ada", "Ada’s", TOKEN);
  assert_token ("one", TOKEN);

  items = search_open ();
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->id, ==, "one");
  g_assert_cmpstr (item->server, ==, SERVER);
  g_assert_cmpstr (item->user_id, ==, "ada");
  g_assert_cmpstr (item->label, ==, "Ada’s");
  g_assert_false (item->locked);

  assert_clear ("one");
}

static void
test_side_by_side (void)
{
  g_autoptr(GPtrArray) items = NULL;

  keyring_store ("one", "ada", "Ada", TOKEN);
  keyring_store ("two", "ada", "Ada", OTHER_TOKEN);
  assert_token ("one", TOKEN);
  assert_token ("two", OTHER_TOKEN);
  assert_clear ("one");
  assert_token ("two", OTHER_TOKEN);
  assert_clear ("two");

  items = search_open ();
  g_assert_cmpuint (items->len, ==, 0);
}

static void
test_store_replaces (void)
{
  g_autoptr(GPtrArray) items = NULL;
  const SurmiseKeyringItem *item;

  keyring_store ("one", "ada", "Ada", TOKEN);
  keyring_store ("one", "ada", "Work", OTHER_TOKEN);
  assert_token ("one", OTHER_TOKEN);

  items = search_open ();
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_cmpstr (item->label, ==, "Work");

  assert_clear ("one");
}

static void
test_clear_of_one_user (void)
{
  g_autoptr(GError) error = NULL;

  keyring_store ("one", "ada", "Ada", TOKEN);
  keyring_store ("one", "bob", "Bob", OTHER_TOKEN);
  g_assert_true (keyring_clear ("one", "ada", &error));
  g_assert_no_error (error);
  assert_token ("one", OTHER_TOKEN);

  assert_clear ("one");
}

static void
test_other_server (void)
{
  g_autoptr(GError) error = NULL;

  keyring_store ("one", "ada", "Ada", TOKEN);
  g_assert_null (keyring_lookup ("one", "https://evil.example.org", PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);

  assert_clear ("one");
}

static void
test_gone (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (keyring_lookup ("never", SERVER, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  assert_clear ("never");
}

static void
test_not_a_token (void)
{
  g_autoptr(GError) error = NULL;

  keyring_store ("one", "ada", "Ada", "ab\r\nX-Evil: 1");
  g_assert_null (keyring_lookup ("one", SERVER, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_FAILED);
  g_assert_null (g_strstr_len (error->message, -1, "Evil"));

  assert_clear ("one");
}

static void
test_many_at_once (void)
{
  GAsyncResult *results[16] = { NULL };

  keyring_store ("one", "ada", "Ada", TOKEN);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    surmise_keyring_lookup_async ("one", SERVER, PATIENCE, NULL, test_catch_result, &results[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GAsyncResult) result = test_wait_for_result (&results[i]);
      g_autoptr(SurmiseToken) token = surmise_keyring_lookup_finish (result, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (token, ==, TOKEN);
    }

  assert_clear ("one");
}

static void
test_many_stores_at_once (void)
{
  GAsyncResult *results[8] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%" G_GSIZE_FORMAT, i);
      g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new (id, SERVER, "ada", "Ada");

      surmise_keyring_store_async (item, TOKEN, TRUE, PATIENCE, NULL, test_catch_result, &results[i]);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GAsyncResult) result = test_wait_for_result (&results[i]);
      g_autofree char *id = g_strdup_printf ("many-%" G_GSIZE_FORMAT, i);

      surmise_keyring_store_finish (result, &error);
      g_assert_no_error (error);
      assert_token (id, TOKEN);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *id = g_strdup_printf ("many-%" G_GSIZE_FORMAT, i);

      assert_clear (id);
    }
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new ("one", SERVER, "ada", "Ada");
  g_autoptr(GPtrArray) items = NULL;

  surmise_keyring_store_async (item, TOKEN, TRUE, PATIENCE, cancellable, test_catch_result, &result);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_assert_false (surmise_keyring_store_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gboolean
is_empty (gpointer user_data)
{
  g_autoptr(GPtrArray) items = search_open ();

  return items->len == 0;
}

static void
test_cancelled_store_leaves_nothing (void)
{
  test_cancelled ();
  /* A second store is answered after the first: from here on there is nothing left to wait for but the clearing. */
  keyring_store ("two", "ada", "Ada", TOKEN);
  assert_clear ("two");
  test_wait_until (is_empty, NULL);
}

static void
test_unusable_file (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  /* A folder that cannot be made, since it is a file's. */
  g_setenv ("SECRET_FILE_TEST_PATH", "/dev/null/keyring", TRUE);
  g_assert_null (keyring_search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_FAILED);
  assert_all_fail (SURMISE_KEYRING_ERROR_FAILED);
}

/* What a start of the application does: it reads, and somebody adds an account in the same moment. */
static void
test_first_use (void)
{
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new ("first", SERVER, "ada", "Ada");
  g_autoptr(GAsyncResult) searched = NULL;
  g_autoptr(GAsyncResult) stored = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  surmise_keyring_search_async (FALSE, NULL, test_catch_result, &searched);
  surmise_keyring_store_async (item, TOKEN, TRUE, PATIENCE, NULL, test_catch_result, &stored);
  test_wait_for_result (&stored);
  test_wait_for_result (&searched);
  g_assert_true (surmise_keyring_store_finish (stored, NULL));
  assert_token ("first", TOKEN);
  assert_clear ("first");
}

static void
test_no_bus (void)
{
  const char *addresses[] = { "unix:path=/nowhere/bus", "disabled:", NULL };
  const char *which = g_getenv ("TEST_BUS");
  g_autoptr(GError) error = NULL;
  gboolean any_locked;

  if (!g_test_subprocess ())
    {
      for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
        {
          g_setenv ("TEST_BUS", addresses[i] != NULL ? addresses[i] : "", TRUE);
          g_test_trap_subprocess (NULL, 0, 0);
          g_test_trap_assert_passed ();
        }
      g_unsetenv ("TEST_BUS");
      return;
    }

  g_unsetenv ("SECRET_BACKEND");
  g_unsetenv ("DISPLAY");
  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  if (*which != '\0')
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", which, TRUE);
  g_assert_null (keyring_search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_ABSENT);
  assert_all_fail (SURMISE_KEYRING_ERROR_ABSENT);
}

static void
test_none (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked;

  g_assert_null (keyring_search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_ABSENT);
  assert_all_fail (SURMISE_KEYRING_ERROR_ABSENT);
}

static void
test_locked (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = keyring_search (FALSE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_true (any_locked);
  assert_all_fail (SURMISE_KEYRING_ERROR_LOCKED);
}

/* With no one to show a prompt, asking for one leaves the keyring locked, and says so. */
static void
test_locked_without_prompter (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = keyring_search (TRUE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_true (any_locked);
}

static void
test_locked_meanwhile (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  gboolean any_locked = FALSE;
  const SurmiseKeyringItem *item;

  keyring_store ("one", "ada", "Ada", TOKEN);
  lock_keyring ();

  items = keyring_search (FALSE, &any_locked, &error);
  g_assert_no_error (error);
  g_assert_true (any_locked);
  g_assert_cmpuint (items->len, ==, 1);
  item = g_ptr_array_index (items, 0);
  g_assert_true (item->locked);
  g_assert_cmpstr (item->id, ==, "one");
  assert_all_fail (SURMISE_KEYRING_ERROR_LOCKED);
}

static gboolean
answers (gpointer user_data)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = TRUE;
  g_autoptr(GPtrArray) items = keyring_search (FALSE, &any_locked, &error);

  return items != NULL;
}

/* The caller is told in time, the rest is done when the daemon goes on, and nothing is left of it. */
static void
test_slow (void)
{
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new ("one", SERVER, "ada", "Ada");
  g_autoptr(GAsyncResult) stored = NULL;
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GError) store_error = NULL;
  g_autoptr(GError) lookup_error = NULL;
  gint64 start = g_get_monotonic_time ();

  surmise_keyring_store_async (item, TOKEN, TRUE, 200, NULL, test_catch_result, &stored);
  surmise_keyring_lookup_async ("one", SERVER, 200, NULL, test_catch_result, &found);
  test_wait_for_result (&stored);
  test_wait_for_result (&found);
  g_assert_false (surmise_keyring_store_finish (stored, &store_error));
  g_assert_error (store_error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW);
  g_assert_null (surmise_keyring_lookup_finish (found, &lookup_error));
  g_assert_error (lookup_error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_TIME_SPAN_SECOND);

  test_wait_until_full (answers, NULL, 15000);
  test_wait_until (is_empty, NULL);
  keyring_store ("two", "ada", "Ada", TOKEN);
  assert_token ("two", TOKEN);
  g_assert_null (keyring_lookup ("one", SERVER, PATIENCE, NULL));
}

static void
add_common (const char *condition)
{
  const struct {
    const char  *name;
    GTestFunc    func;
  } tests[] = {
    { "store-and-lookup", test_store_and_lookup },
    { "side-by-side", test_side_by_side },
    { "store-replaces", test_store_replaces },
    { "clear-of-one-user", test_clear_of_one_user },
    { "other-server", test_other_server },
    { "gone", test_gone },
    { "not-a-token", test_not_a_token },
    { "many-at-once", test_many_at_once },
    { "many-stores-at-once", test_many_stores_at_once },
    { "cancelled-store-leaves-nothing", test_cancelled_store_leaves_nothing },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/%s/%s", condition, tests[i].name);

      g_test_add_func (path, tests[i].func);
    }
}

int
main (int   argc,
      char *argv[])
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  test_keyring_file_begin ();

  add_common ("file");
  g_test_add_func ("/file/first-use", test_first_use);
  g_test_add_func ("/file/unusable", test_unusable_file);
  g_test_add_func ("/file/no-bus", test_no_bus);
  add_common ("unlocked");
  g_test_add_func ("/unlocked/locked-meanwhile", test_locked_meanwhile);
  g_test_add_func ("/none/all-calls", test_none);
  g_test_add_func ("/locked/all-calls", test_locked);
  g_test_add_func ("/locked/without-prompter", test_locked_without_prompter);
  g_test_add_func ("/slow/nothing-stays-behind", test_slow);

  rc = g_test_run ();
  test_keyring_file_end ();

  return rc;
}
