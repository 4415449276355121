/* test-account-keyring.c – the account list, with the keyring in each of its conditions
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first part of a path names the condition that the test needs: meson runs each part under the tool that makes it.
 */
#include "config.h"

#include "test-account-util.h"
#include "test-keyring-prompt.h"

#include <stdlib.h>
#include <string.h>

#define KEYRING SURMISE_ACCOUNT_PLACE_KEYRING
#define SESSION SURMISE_ACCOUNT_PLACE_SESSION
/* What test-keyring's /before leaves in a closed keyring. */
#define STORED_ID "one"
#define STORED_TOKEN TOKEN
#define CANARY "CANARY"

static void
assert_load_fails (SurmiseAccountList  *list,
                   gboolean             may_prompt,
                   SurmiseKeyringError  code,
                   SurmiseKeyringState  state)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (load_accounts (list, may_prompt, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, (int) code);
  g_assert_cmpint (surmise_account_list_get_keyring_state (list), ==, state);
}

/* The way on that is offered whatever is the matter with the keyring. */
static void
assert_session_works (Fixture *self)
{
  g_autoptr(SurmiseAccount) account = add_good (self, OTHER_TOKEN, BOB, SESSION);

  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  assert_token (account, OTHER_TOKEN);
}

static void
assert_add_fails (Fixture             *self,
                  SurmiseKeyringError  code)
{
  g_autoptr(GError) error = NULL;
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  mock_server_clear (self->server);
  reply_me (self, 200, ADA);
  g_assert_null (add_account (self, "a-new-token", KEYRING, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, (int) code);
  assert_n_accounts (self->list, n_before);
}

static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_ABSENT, SURMISE_KEYRING_STATE_ABSENT);
  assert_add_fails (self, SURMISE_KEYRING_ERROR_ABSENT);
  assert_session_works (self);
}

static void
test_none_environment (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(SurmiseAccountList) list = NULL;

  g_setenv ("CLARIFAI_PAT", TOKEN, TRUE);
  list = new_list ();
  assert_load_fails (list, FALSE, SURMISE_KEYRING_ERROR_ABSENT, SURMISE_KEYRING_STATE_ABSENT);
  assert_n_accounts (list, 1);
  assert_token (surmise_account_list_find (list, "environment"), TOKEN);
}

static void
test_locked (Fixture       *self,
             gconstpointer  data)
{
  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  assert_add_fails (self, SURMISE_KEYRING_ERROR_LOCKED);
  assert_session_works (self);
}

static void
test_whole_life (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmiseAccount) ada = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccount) bob = add_good (self, OTHER_TOKEN, BOB, KEYRING);
  g_autoptr(SurmiseRemovedAccount) removed = NULL;
  g_autoptr(SurmiseAccount) restored = NULL;

  g_assert_true (rename_account (self, ada, "Work", NULL));
  mock_server_clear (self->server);
  reply_me (self, 200, BOB);
  g_assert_true (replace_token (self, ada, "a-third-token", NULL));
  assert_token (ada, "a-third-token");
  assert_n_stored (2);
  removed = remove_account (self, ada, NULL);
  assert_n_stored (1);
  restored = restore_account (self, removed, NULL);
  assert_token (restored, "a-third-token");
  g_assert_cmpstr (surmise_account_get_label (restored), ==, "Work");
  assert_n_stored (2);
  g_assert_true (load_accounts (self->list, FALSE, NULL));
  assert_n_accounts (self->list, 2);
}

/* Last of its condition: locked while the list has accounts, nothing is lost and nothing can be removed. */
static void
test_locked_meanwhile (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GError) token_error = NULL;
  g_autoptr(GError) check_error = NULL;
  g_autoptr(GError) remove_error = NULL;
  g_autoptr(SurmiseAccountList) list = new_list ();

  lock_keyring ();
  g_assert_null (load_token (account, &token_error));
  g_assert_error (token_error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED);
  g_assert_false (check_account (self, account, &check_error));
  g_assert_error (check_error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_LOCKED);
  g_assert_null (remove_account (self, account, &remove_error));
  g_assert_error (remove_error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED);
  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  assert_n_accounts (self->list, 1);

  /* Another start of the application still sees that there is one. */
  assert_load_fails (list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  assert_n_accounts (list, 1);
  g_assert_cmpint (surmise_account_get_state (surmise_account_list_find (list, surmise_account_get_id (account))), ==,
                   SURMISE_ACCOUNT_STATE_LOCKED);
}

static void
test_closed (Fixture       *self,
             gconstpointer  data)
{
  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  assert_load_fails (self->list, TRUE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  assert_add_fails (self, SURMISE_KEYRING_ERROR_LOCKED);
  assert_session_works (self);
}

static gboolean
is_slow (gpointer list)
{
  return surmise_account_list_get_keyring_state (list) == SURMISE_KEYRING_STATE_SLOW;
}

static gboolean
is_ready (gpointer list)
{
  return surmise_account_list_get_keyring_state (list) == SURMISE_KEYRING_STATE_READY;
}

/* The callers are told, the application goes on, and in the end everything is there. */
static void
test_slow (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  _surmise_account_list_set_patience (self->list, 100, 200);
  surmise_account_list_load_async (self->list, FALSE, NULL, test_catch_result, &result);
  g_assert_cmpint (surmise_account_list_get_keyring_state (self->list), ==, SURMISE_KEYRING_STATE_LOADING);
  test_wait_until (is_slow, self->list);
  assert_session_works (self);
  test_wait_for_result (&result);
  g_assert_false (surmise_account_list_load_finish (self->list, result, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW);
  g_assert_cmpint (surmise_account_list_get_keyring_state (self->list), ==, SURMISE_KEYRING_STATE_SLOW);

  test_wait_until_full (is_ready, self->list, 15000);
  /* The session's. */
  assert_n_accounts (self->list, 1);
}

/* An account that was refused for slowness is not there afterwards, neither in the list nor in the keyring. */
static void
test_slow_add (Fixture       *self,
               gconstpointer  data)
{
  const char *pid = g_getenv ("KEYRING_PID");
  g_autofree char *stop = g_strdup_printf ("kill -STOP %s", pid);
  g_autofree char *go_on = g_strdup_printf ("kill -CONT %s", pid);

  g_assert_true (load_accounts (self->list, FALSE, NULL));
  _surmise_account_list_set_patience (self->list, 100, 200);
  g_assert_true (g_spawn_command_line_sync (stop, NULL, NULL, NULL, NULL));
  assert_add_fails (self, SURMISE_KEYRING_ERROR_SLOW);
  g_assert_true (g_spawn_command_line_sync (go_on, NULL, NULL, NULL, NULL));

  _surmise_account_list_set_patience (self->list, 2000, 20000);
  g_assert_true (load_accounts (self->list, FALSE, NULL));
  assert_n_accounts (self->list, 0);
  /* Whatever was still under way at the time of that reading has been done by the next one. */
  assert_n_stored (0);
}

static gboolean
is_absent (gpointer list)
{
  return surmise_account_list_get_keyring_state (list) == SURMISE_KEYRING_STATE_ABSENT;
}

/* Last of its condition. D-Bus gives up, here because the daemon dies over it: the list asks again, and keeps what it has. */
static void
test_dying (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  const char *pid = g_getenv ("KEYRING_PID");
  g_autofree char *stop = g_strdup_printf ("kill -STOP %s", pid);
  g_autofree char *end = g_strdup_printf ("kill -KILL %s", pid);

  g_assert_true (g_spawn_command_line_sync (stop, NULL, NULL, NULL, NULL));
  _surmise_account_list_set_patience (self->list, 100, 20000);
  surmise_account_list_load_async (self->list, FALSE, NULL, NULL, NULL);
  test_wait_until (is_slow, self->list);
  g_assert_true (g_spawn_command_line_sync (end, NULL, NULL, NULL, NULL));
  test_wait_until (is_absent, self->list);
  assert_n_accounts (self->list, 1);
}

/* A list that is dropped while the keyring takes its time goes at once. */
static void
test_slow_dropped (Fixture       *self,
                   gconstpointer  data)
{
  SurmiseAccountList *list = new_list ();
  g_autoptr(GAsyncResult) result = NULL;
  const char *pid = g_getenv ("KEYRING_PID");
  g_autofree char *stop = g_strdup_printf ("kill -STOP %s", pid);
  g_autofree char *go_on = g_strdup_printf ("kill -CONT %s", pid);

  g_assert_true (g_spawn_command_line_sync (stop, NULL, NULL, NULL, NULL));
  _surmise_account_list_set_patience (list, 100, 200);
  surmise_account_list_load_async (list, FALSE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  g_clear_object (&result);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (list);
  test_wait_until_null ((gpointer *) &list);
  g_assert_true (g_spawn_command_line_sync (go_on, NULL, NULL, NULL, NULL));
}

/* First dismissed, then opened: the account that was there all the time appears. */
static void
test_prompt (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account;

  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  dismiss_prompt ();
  assert_load_fails (self->list, TRUE, SURMISE_KEYRING_ERROR_DISMISSED, SURMISE_KEYRING_STATE_LOCKED);
  dismiss_prompt ();
  assert_add_fails (self, SURMISE_KEYRING_ERROR_DISMISSED);
  assert_session_works (self);

  answer_prompt ();
  g_assert_true (load_accounts (self->list, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_list_get_keyring_state (self->list), ==, SURMISE_KEYRING_STATE_READY);
  account = surmise_account_list_find (self->list, STORED_ID);
  g_assert_nonnull (account);
  assert_token (account, STORED_TOKEN);

  lock_keyring ();
  assert_load_fails (self->list, FALSE, SURMISE_KEYRING_ERROR_LOCKED, SURMISE_KEYRING_STATE_LOCKED);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_LOCKED);
  answer_prompt ();
  g_assert_true (load_accounts (self->list, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_UNVERIFIED);
  assert_token (account, STORED_TOKEN);
}

static gboolean
is_locked (gpointer list)
{
  return surmise_account_list_get_keyring_state (list) == SURMISE_KEYRING_STATE_LOCKED;
}

/* Cancelling lets the caller go at once; what becomes of the prompt is taken up when it is known. */
static void
test_prompt_cancelled (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  lock_keyring ();
  wait_for_prompt (FALSE);
  surmise_account_list_load_async (self->list, TRUE, cancellable, test_catch_result, &result);
  wait_for_prompt (TRUE);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_assert_false (surmise_account_list_load_finish (self->list, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (surmise_account_list_get_keyring_state (self->list), ==, SURMISE_KEYRING_STATE_LOADING);

  press_escape ();
  test_wait_until (is_locked, self->list);
}

static void
assert_no_canary_in_file (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  /* A socket or a pipe has no contents. */
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  if (memmem (contents, length, CANARY, strlen (CANARY)) != NULL)
    g_error ("There is a token in %s", path);
}

static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        n += count_files (path);
      else
        {
          assert_no_canary_in_file (path);
          n++;
        }
    }

  return n;
}

/* All there is to do with an account, in a process that logs all it can. */
static void
test_canary (Fixture       *self,
             gconstpointer  data)
{
  const char *folders[] = { "HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                            "XDG_STATE_HOME" };
  guint n = 0;

  if (g_test_subprocess ())
    {
      g_autoptr(SurmiseAccountList) list = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(SurmiseAccount) account = NULL;

      test_whole_life (self, NULL);
      g_setenv ("CLARIFAI_PAT", TOKEN, TRUE);
      list = new_list ();
      g_setenv ("CLARIFAI_PAT", CANARY " " CANARY, TRUE);
      g_clear_object (&list);
      list = new_list ();
      mock_server_clear (self->server);
      reply_me (self, 401, REFUSED);
      account = add_account (self, TOKEN, KEYRING, &error);
      g_assert_nonnull (error);
      g_printerr ("%s\n", error->message);
      return;
    }

  /* GLib's own functions for it would log, into the test's report. */
  setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  unsetenv ("G_MESSAGES_DEBUG");
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout_unmatched ("*" CANARY "*");
  g_test_trap_assert_stderr_unmatched ("*" CANARY "*");

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    n += count_files (g_getenv (folders[i]));
  /* The keyring's own file is among them: it is encrypted. */
  g_assert_cmpuint (n, >, 0);
}

static void
add (const char  *path,
     void       (*func) (Fixture       *self,
                         gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/none/all", test_none);
  add ("/none/environment-works", test_none_environment);
  add ("/locked/all", test_locked);
  add ("/unlocked/canary", test_canary);
  add ("/unlocked/whole-life", test_whole_life);
  add ("/unlocked/stopped-add", test_slow_add);
  add ("/unlocked/stopped-and-dropped", test_slow_dropped);
  add ("/unlocked/locked-meanwhile", test_locked_meanwhile);
  add ("/dying/load", test_dying);
  add ("/closed/all", test_closed);
  add ("/slow/load", test_slow);
  add ("/prompt/dismissed-then-opened", test_prompt);
  add ("/prompt/cancelled", test_prompt_cancelled);

  return g_test_run ();
}
