/* test-keyring.c – what each condition of the keyring looks like from inside
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first part of a path names the condition that the test needs: meson runs each part under the tool that makes it.
 * Not covered: the Flatpak portal, KWallet and KeePassXC.
 */
#include "config.h"

#include "surmise-keyring.h"
#include "test-keyring-file.h"
#include "test-utils.h"

#define SERVER "https://api.example.org"
#define TOKEN "0123456789abcdefCANARY0123456789"
#define OTHER_TOKEN "fedcba9876543210CANARY9876543210"
/* Long enough never to be reached where no patience is tested. */
#define PATIENCE 20000

static gboolean
store_full (const char  *id,
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

static void
store (const char *id,
       const char *user_id,
       const char *label,
       const char *token)
{
  g_autoptr(GError) error = NULL;
  gboolean stored = store_full (id, user_id, label, token, PATIENCE, &error);

  g_assert_no_error (error);
  g_assert_true (stored);
}

static SurmiseToken *
lookup (const char  *id,
        const char  *server,
        guint        patience_ms,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_lookup_async (id, server, patience_ms, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_lookup_finish (result, error);
}

static gboolean
clear (const char  *id,
       const char  *user_id,
       GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_clear_async (id, user_id, PATIENCE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_clear_finish (result, error);
}

static GPtrArray *
search (gboolean   may_prompt,
        gboolean  *any_locked,
        GError   **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_keyring_search_async (may_prompt, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_keyring_search_finish (result, any_locked, error);
}

static GPtrArray *
search_open (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = TRUE;
  GPtrArray *items = search (FALSE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_false (any_locked);

  return items;
}

static void
assert_token (const char *id,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = lookup (id, SERVER, PATIENCE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

static void
assert_clear (const char *id)
{
  g_autoptr(GError) error = NULL;
  gboolean cleared = clear (id, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (cleared);
}

/* Every call, with the same outcome for each. */
static void
assert_all_fail (SurmiseKeyringError code)
{
  g_autoptr(GError) lookup_error = NULL;
  g_autoptr(GError) store_error = NULL;
  g_autoptr(GError) clear_error = NULL;

  g_assert_null (lookup ("one", SERVER, PATIENCE, &lookup_error));
  g_assert_error (lookup_error, SURMISE_KEYRING_ERROR, (int) code);
  g_assert_false (store_full ("two", "ada", "Ada", TOKEN, PATIENCE, &store_error));
  g_assert_error (store_error, SURMISE_KEYRING_ERROR, (int) code);
  g_assert_false (clear ("one", NULL, &clear_error));
  g_assert_error (clear_error, SURMISE_KEYRING_ERROR, (int) code);
}

static void
test_store_and_lookup (void)
{
  g_autoptr(GPtrArray) items = NULL;
  const SurmiseKeyringItem *item;

  store ("one", "ada", "Ada’s", TOKEN);
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

  store ("one", "ada", "Ada", TOKEN);
  store ("two", "ada", "Ada", OTHER_TOKEN);
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

  store ("one", "ada", "Ada", TOKEN);
  store ("one", "ada", "Work", OTHER_TOKEN);
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

  store ("one", "ada", "Ada", TOKEN);
  store ("one", "bob", "Bob", OTHER_TOKEN);
  g_assert_true (clear ("one", "ada", &error));
  g_assert_no_error (error);
  assert_token ("one", OTHER_TOKEN);

  assert_clear ("one");
}

static void
test_other_server (void)
{
  g_autoptr(GError) error = NULL;

  store ("one", "ada", "Ada", TOKEN);
  g_assert_null (lookup ("one", "https://evil.example.org", PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);

  assert_clear ("one");
}

static void
test_gone (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (lookup ("never", SERVER, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  assert_clear ("never");
}

static void
test_not_a_token (void)
{
  g_autoptr(GError) error = NULL;

  store ("one", "ada", "Ada", "ab\r\nX-Evil: 1");
  g_assert_null (lookup ("one", SERVER, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_FAILED);
  g_assert_null (g_strstr_len (error->message, -1, "Evil"));

  assert_clear ("one");
}

static void
test_many_at_once (void)
{
  GAsyncResult *results[16] = { NULL };

  store ("one", "ada", "Ada", TOKEN);
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
  store ("two", "ada", "Ada", TOKEN);
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
  g_assert_null (search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_FAILED);
  assert_all_fail (SURMISE_KEYRING_ERROR_FAILED);
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
  g_assert_null (search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_ABSENT);
  assert_all_fail (SURMISE_KEYRING_ERROR_ABSENT);
}

static void
test_none (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked;

  g_assert_null (search (FALSE, &any_locked, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_ABSENT);
  assert_all_fail (SURMISE_KEYRING_ERROR_ABSENT);
}

static void
test_locked (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = search (FALSE, &any_locked, &error);

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
  g_autoptr(GPtrArray) items = search (TRUE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_true (any_locked);
}

static void
lock_keyring (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GVariant) reply = NULL;
  const char *collections[] = { "/org/freedesktop/secrets/collection/login", NULL };

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "Lock", g_variant_new ("(^ao)", collections),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
test_locked_meanwhile (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) items = NULL;
  gboolean any_locked = FALSE;
  const SurmiseKeyringItem *item;

  store ("one", "ada", "Ada", TOKEN);
  lock_keyring ();

  items = search (FALSE, &any_locked, &error);
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
  g_autoptr(GPtrArray) items = search (FALSE, &any_locked, &error);

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
  store ("two", "ada", "Ada", TOKEN);
  assert_token ("two", TOKEN);
  g_assert_null (lookup ("one", SERVER, PATIENCE, NULL));
}

/* For the one below: leaves a token behind. */
static void
test_before (void)
{
  store ("one", "ada", "Ada", TOKEN);
}

/* Not opened since it was started: gnome-keyring finds nothing in it and does not say why. */
static void
test_closed (void)
{
  g_autoptr(GError) error = NULL;
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = search (FALSE, &any_locked, &error);

  g_assert_no_error (error);
  g_assert_true (any_locked);
  assert_all_fail (SURMISE_KEYRING_ERROR_LOCKED);
}

#define PROMPT "search", "--onlyvisible", "--class", "gcr-prompter"
#define PROMPT_SYNC "search", "--sync", "--onlyvisible", "--class", "gcr-prompter", "windowfocus", "--sync"

static gboolean
prompt_is_gone (gpointer user_data)
{
  const char *argv[] = { "xdotool", PROMPT, NULL };
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);

  return !g_subprocess_wait_check (process, NULL, NULL);
}

static gboolean
wake_up (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Presses keys in the next prompt. The one before may not have gone yet. */
static void
press_in_prompt (const char *const *argv)
{
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GError) error = NULL;
  guint source = g_timeout_add (50, wake_up, NULL);

  test_wait_until (prompt_is_gone, NULL);
  g_source_remove (source);
  process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
}

static void
dismiss_prompt (void)
{
  const char *argv[] = { "xdotool", PROMPT_SYNC, "key", "--window", "0", "Escape", NULL };

  press_in_prompt (argv);
}

static void
answer_prompt (void)
{
  const char *argv[] = { "xdotool", PROMPT_SYNC, "type", "--window", "0", "--delay", "50", "test\r", NULL };

  press_in_prompt (argv);
}

static void
test_store_dismissed (void)
{
  g_autoptr(GError) error = NULL;

  dismiss_prompt ();
  g_assert_false (store_full ("one", "ada", "Ada", TOKEN, PATIENCE, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_DISMISSED);
}

/* A person who takes longer than the keyring may take is not a slow keyring. */
static void
test_store_prompt_outlasts_patience (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseKeyringItem) item = surmise_keyring_item_new ("one", SERVER, "ada", "Ada");
  const char *argv[] = { "xdotool", PROMPT_SYNC, "sleep", "1", "type", "--window", "0", "--delay", "50", "test\r", NULL };

  lock_keyring ();
  press_in_prompt (argv);
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
  items = search (TRUE, &any_locked, &error);
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
  items = search (TRUE, &any_locked, &error);
  g_assert_no_error (error);
  g_assert_false (any_locked);
  g_assert_cmpuint (items->len, ==, 1);
  assert_token ("one", TOKEN);
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
  g_test_add_func ("/file/unusable", test_unusable_file);
  g_test_add_func ("/file/no-bus", test_no_bus);
  add_common ("unlocked");
  g_test_add_func ("/unlocked/locked-meanwhile", test_locked_meanwhile);
  g_test_add_func ("/none/all-calls", test_none);
  g_test_add_func ("/locked/all-calls", test_locked);
  g_test_add_func ("/locked/without-prompter", test_locked_without_prompter);
  g_test_add_func ("/slow/nothing-stays-behind", test_slow);
  g_test_add_func ("/before/store", test_before);
  g_test_add_func ("/closed/all-calls", test_closed);
  g_test_add_func ("/prompt/closed-dismissed", test_closed_dismissed);
  g_test_add_func ("/prompt/store-dismissed", test_store_dismissed);
  g_test_add_func ("/prompt/closed-opened", test_closed_opened);
  g_test_add_func ("/prompt/outlasts-patience", test_store_prompt_outlasts_patience);

  rc = g_test_run ();
  test_keyring_file_end ();

  return rc;
}
