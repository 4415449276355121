/* test-account.c – adding accounts and where they come from, with a keyring in good order
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered here: a keyring that is not in good order; see test-account-keyring.c. Checking, mending and
 * removing: see test-account-edit.c.
 */
#include "config.h"

#include "test-account-util.h"
#include "test-keyring-file.h"

#define KEYRING SURMISE_ACCOUNT_PLACE_KEYRING
#define SESSION SURMISE_ACCOUNT_PLACE_SESSION

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(TestChanges) changes = test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccount) account = NULL;
  const MockRequest *request;

  reply_me (self, 200,
            "{\"status\":{\"code\":10000},\"user\":{\"id\":\"ada\",\"first_name\":\"Ada\",\"last_name\":\"L\"}}");
  account = add_account (self, "\n  " TOKEN "\t\r\n", KEYRING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (surmise_account_get_label (account), ==, "Ada L (ada)");
  g_assert_cmpstr (surmise_account_get_user_id (account), ==, "ada");
  g_assert_cmpstr (surmise_account_get_owner_id (account), ==, "ada");
  g_assert_cmpstr (surmise_account_get_server (account), ==, mock_server_get_base (self->server));
  g_assert_cmpint (surmise_account_get_place (account), ==, KEYRING);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  assert_items_changed (changes, 0, 0, 1);
  assert_token (account, TOKEN);

  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
  request = mock_server_get_request (self->server, 0);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->path, ==, "/v2/users/me");
  g_assert_cmpstr (mock_request_get_header (request, "Authorization"), ==, "Key " TOKEN);
}

static void
test_add_survives_restart (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccountList) list = new_list ();
  g_autoptr(GError) error = NULL;
  SurmiseAccount *found;

  g_assert_cmpint (surmise_account_list_get_keyring_state (list), ==, SURMISE_KEYRING_STATE_LOADING);
  g_assert_true (load_accounts (list, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_list_get_keyring_state (list), ==, SURMISE_KEYRING_STATE_READY);
  found = surmise_account_list_find (list, surmise_account_get_id (account));
  g_assert_nonnull (found);
  g_assert_cmpstr (surmise_account_get_label (found), ==, "ada");
  g_assert_cmpstr (surmise_account_get_user_id (found), ==, "ada");
  g_assert_cmpstr (surmise_account_get_server (found), ==, mock_server_get_base (self->server));
  g_assert_cmpint (surmise_account_get_state (found), ==, SURMISE_ACCOUNT_STATE_UNVERIFIED);
  assert_token (found, TOKEN);
}

static void
test_add_refused (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  reply_me (self, 401, REFUSED);
  g_assert_null (add_account (self, TOKEN, KEYRING, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_null (g_strstr_len (error->message, -1, "CANARY"));
  assert_n_accounts (self->list, 0);
  assert_n_stored (0);
}

static void
test_add_offline (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *base = g_strdup (mock_server_get_base (self->server));

  g_clear_object (&self->server);
  surmise_account_list_add_async (self->list, TOKEN, base, KEYRING, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  g_assert_null (surmise_account_list_add_finish (self->list, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
  assert_n_accounts (self->list, 0);
  assert_n_stored (0);
}

static void
test_add_malformed (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (add_account (self, TOKEN "\nX: y", KEYRING, &error));
  g_assert_error (error, SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_BLANK);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_add_insecure (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_add_async (self->list, TOKEN, "http://api.example.org", KEYRING, NULL,
                                  test_catch_result, &result);
  test_wait_for_result (&result);
  g_assert_null (surmise_account_list_add_finish (self->list, result, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INSECURE);
}

static void
test_add_for_session (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, SESSION);

  g_assert_cmpint (surmise_account_get_place (account), ==, SESSION);
  assert_token (account, TOKEN);
  assert_n_accounts (self->list, 1);
  assert_n_stored (0);
}

static void
test_add_twice (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(SurmiseAccount) first = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccount) second = add_good (self, TOKEN, ADA, KEYRING);

  g_assert_true (first == second);
  assert_n_accounts (self->list, 1);
  assert_n_stored (1);
}

static void
test_add_session_then_keyring (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(SurmiseAccount) first = add_good (self, TOKEN, ADA, SESSION);
  g_autoptr(SurmiseAccount) second = add_good (self, TOKEN, ADA, KEYRING);

  g_assert_true (first == second);
  g_assert_cmpint (surmise_account_get_place (first), ==, KEYRING);
  assert_token (first, TOKEN);
  assert_n_accounts (self->list, 1);
  assert_n_stored (1);
}

static void
test_add_side_by_side (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(SurmiseAccount) ada = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccount) bob = add_good (self, OTHER_TOKEN, BOB, KEYRING);
  g_autoptr(SurmiseAccount) also_ada = add_good (self, "another-token-of-hers", ADA, KEYRING);

  assert_n_accounts (self->list, 3);
  assert_n_stored (3);
  assert_token (ada, TOKEN);
  assert_token (bob, OTHER_TOKEN);
  assert_token (also_ada, "another-token-of-hers");
}

static void
test_add_order (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(SurmiseAccount) session = add_good (self, TOKEN, ADA, SESSION);
  g_autoptr(SurmiseAccount) keyring = add_good (self, OTHER_TOKEN, BOB, KEYRING);
  g_autoptr(SurmiseAccount) first = g_list_model_get_item (G_LIST_MODEL (self->list), 0);

  g_assert_true (first == keyring);
}

static void
test_add_cancelled (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  reply_me (self, 200, ADA);
  surmise_account_list_add_async (self->list, TOKEN, mock_server_get_base (self->server), KEYRING, cancellable,
                                  test_catch_result, &result);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_assert_null (surmise_account_list_add_finish (self->list, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_n_accounts (self->list, 0);
  assert_n_stored (0);
}

static void
test_add_after_dispose (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  reply_me (self, 200, ADA);
  surmise_account_list_add_async (self->list, TOKEN, mock_server_get_base (self->server), SESSION, NULL,
                                  test_catch_result, &result);
  g_object_run_dispose (G_OBJECT (self->list));
  test_wait_for_result (&result);
  g_assert_null (surmise_account_list_add_finish (self->list, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_n_accounts (self->list, 0);
}

static void
test_add_during_load (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(SurmiseAccount) account = NULL;

  /* What adding does in its last step, at a time that no real request could be sure to hit. */
  account = _surmise_account_new (session, "late", mock_server_get_base (self->server), KEYRING, NULL);
  surmise_account_list_load_async (self->list, FALSE, NULL, test_catch_result, &result);
  _surmise_account_list_insert (self->list, account, G_MAXUINT);
  _surmise_account_list_note_stored (self->list, account);
  test_wait_for_result (&result);
  g_assert_true (surmise_account_list_load_finish (self->list, result, NULL));
  assert_n_accounts (self->list, 1);
}

/* Sets the variables, makes a list, and takes it as the fixture's. */
static SurmiseAccount *
read_environment (Fixture    *self,
                  const char *token,
                  const char *base,
                  const char *user_id)
{
  g_setenv ("CLARIFAI_PAT", token, TRUE);
  g_setenv ("CLARIFAI_API_BASE", base, TRUE);
  g_setenv ("CLARIFAI_USER_ID", user_id, TRUE);
  g_clear_object (&self->list);
  self->list = new_list ();
  g_unsetenv ("CLARIFAI_API_BASE");
  g_unsetenv ("CLARIFAI_USER_ID");

  return surmise_account_list_find (self->list, "environment");
}

static void
test_environment (Fixture       *self,
                  gconstpointer  data)
{
  SurmiseAccount *account = read_environment (self, TOKEN, mock_server_get_base (self->server), "");
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (account);
  g_assert_null (g_getenv ("CLARIFAI_PAT"));
  g_assert_null (surmise_account_list_get_environment_error (self->list));
  g_assert_cmpint (surmise_account_get_place (account), ==, SURMISE_ACCOUNT_PLACE_ENVIRONMENT);
  g_assert_cmpstr (surmise_account_get_label (account), ==, "");
  g_assert_cmpstr (surmise_account_get_server (account), ==, mock_server_get_base (self->server));
  g_assert_cmpstr (surmise_account_list_get_default_server (self->list), ==, mock_server_get_base (self->server));
  assert_token (account, TOKEN);

  reply_me (self, 200, ADA);
  g_assert_true (check_account (self, account, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  g_assert_cmpstr (surmise_account_get_owner_id (account), ==, "ada");
  g_assert_false (surmise_account_get_owner_foreign (account));
  assert_n_stored (0);
}

static void
test_environment_unset (Fixture       *self,
                        gconstpointer  data)
{
  g_assert_null (read_environment (self, "", "", ""));
  g_assert_null (surmise_account_list_get_environment_error (self->list));
  g_assert_cmpstr (surmise_account_list_get_default_server (self->list), ==, CLARIFAI_DEFAULT_BASE);
}

static void
test_environment_malformed (Fixture       *self,
                            gconstpointer  data)
{
  g_assert_null (read_environment (self, "two words", "", ""));
  g_assert_error (surmise_account_list_get_environment_error (self->list), SURMISE_TOKEN_ERROR,
                  SURMISE_TOKEN_ERROR_BLANK);
  g_assert_null (g_getenv ("CLARIFAI_PAT"));
}

/* A token meant for another server goes nowhere when that server's address is unusable. */
static void
test_environment_bad_base (Fixture       *self,
                           gconstpointer  data)
{
  g_assert_null (read_environment (self, TOKEN, "http://api.example.org", ""));
  g_assert_error (surmise_account_list_get_environment_error (self->list), CLARIFAI_ERROR, CLARIFAI_ERROR_INSECURE);
  g_assert_cmpstr (surmise_account_list_get_default_server (self->list), ==, CLARIFAI_DEFAULT_BASE);
}

static void
test_environment_owner (Fixture       *self,
                        gconstpointer  data)
{
  const char *owner = data;
  SurmiseAccount *account = read_environment (self, TOKEN, mock_server_get_base (self->server), owner);

  reply_me (self, 200, ADA);
  mock_server_reply (self->server, "GET", "/v2/users/ada/organizations", 200,
                     "{\"status\":{\"code\":10000},\"organizations\":[{\"organization\":{\"id\":\"acme\"}}]}");
  g_assert_cmpstr (surmise_account_get_owner_id (account), ==, owner);
  g_assert_true (check_account (self, account, NULL));
  g_assert_cmpstr (surmise_account_get_user_id (account), ==, "ada");
  g_assert_cmpstr (surmise_account_get_owner_id (account), ==, owner);
  g_assert_cmpint (surmise_account_get_owner_foreign (account), ==, g_str_equal (owner, "stranger"));
}

static void
test_environment_is_read_only (Fixture       *self,
                               gconstpointer  data)
{
  SurmiseAccount *account = read_environment (self, TOKEN, "", "");
  g_autoptr(GError) rename_error = NULL;
  g_autoptr(GError) replace_error = NULL;
  g_autoptr(GError) remove_error = NULL;

  g_assert_false (rename_account (self, account, "Work", &rename_error));
  g_assert_error (rename_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_false (replace_token (self, account, OTHER_TOKEN, &replace_error));
  g_assert_error (replace_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_null (remove_account (self, account, &remove_error));
  g_assert_error (remove_error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  assert_n_accounts (self->list, 1);
}

/* CLARIFAI_API_BASE must not move a token that was stored for another server. */
static void
test_environment_moves_no_stored_token (Fixture       *self,
                                        gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autofree char *id = g_strdup (surmise_account_get_id (account));

  read_environment (self, "", "https://other.example.org", "");
  g_assert_true (load_accounts (self->list, FALSE, NULL));
  g_assert_cmpstr (surmise_account_get_server (surmise_account_list_find (self->list, id)), ==,
                   mock_server_get_base (self->server));
}

static void
ask_for_demo (SurmiseAccountList *list)
{
  g_assert_nonnull (surmise_account_list_get_demo (list, NULL));
}

/* Whoever hears of it may ask for it. */
static void
test_demo_within_demo (Fixture       *self,
                       gconstpointer  data)
{
  gulong id = g_signal_connect (self->list, "items-changed", G_CALLBACK (ask_for_demo), NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  g_assert_nonnull (surmise_account_list_get_demo (self->list, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self->list)), ==, n + 1);
  g_signal_handler_disconnect (self->list, id);
}

static void
test_demo (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account;

  assert_n_accounts (self->list, 0);
  account = surmise_account_list_get_demo (self->list, &error);
  g_assert_no_error (error);
  g_assert_true (account == surmise_account_list_get_demo (self->list, NULL));
  assert_n_accounts (self->list, 1);
  g_assert_cmpint (surmise_account_get_place (account), ==, SURMISE_ACCOUNT_PLACE_DEMO);
  g_assert_true (check_account (self, account, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  g_assert_cmpstr (surmise_account_get_user_id (account), ==, "demo");
}

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (Fixture       *self,
     gconstpointer  data))
{
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down);
}

static void
add_add_tests (void)
{
  add ("/account/add", NULL, test_add);
  add ("/account/add/survives-restart", NULL, test_add_survives_restart);
  add ("/account/add/refused-is-not-kept", NULL, test_add_refused);
  add ("/account/add/offline-is-not-kept", NULL, test_add_offline);
  add ("/account/add/malformed-is-not-sent", NULL, test_add_malformed);
  add ("/account/add/insecure", NULL, test_add_insecure);
  add ("/account/add/for-session", NULL, test_add_for_session);
  add ("/account/add/twice", NULL, test_add_twice);
  add ("/account/add/session-then-keyring", NULL, test_add_session_then_keyring);
  add ("/account/add/side-by-side", NULL, test_add_side_by_side);
  add ("/account/add/order", NULL, test_add_order);
  add ("/account/add/cancelled", NULL, test_add_cancelled);
  add ("/account/add/after-dispose", NULL, test_add_after_dispose);
  add ("/account/add/during-load", NULL, test_add_during_load);
}

static void
add_place_tests (void)
{
  add ("/account/environment", NULL, test_environment);
  add ("/account/environment/unset", NULL, test_environment_unset);
  add ("/account/environment/malformed", NULL, test_environment_malformed);
  add ("/account/environment/bad-base", NULL, test_environment_bad_base);
  add ("/account/environment/owner-user", "ada", test_environment_owner);
  add ("/account/environment/owner-organisation", "acme", test_environment_owner);
  add ("/account/environment/owner-foreign", "stranger", test_environment_owner);
  add ("/account/environment/read-only", NULL, test_environment_is_read_only);
  add ("/account/environment/moves-no-stored-token", NULL, test_environment_moves_no_stored_token);
  add ("/account/demo", NULL, test_demo);
  add ("/account/demo-within-demo", NULL, test_demo_within_demo);
}

int
main (int   argc,
      char *argv[])
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  test_keyring_file_begin ();

  add_add_tests ();
  add_place_tests ();

  rc = g_test_run ();
  test_keyring_file_end ();

  return rc;
}
