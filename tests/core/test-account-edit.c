/* test-account-edit.c – checking, mending and removing accounts, with a keyring in good order
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-account-util.h"
#include "test-keyring-file.h"

#define KEYRING SURMISE_ACCOUNT_PLACE_KEYRING
#define SESSION SURMISE_ACCOUNT_PLACE_SESSION

typedef struct {
  guint                status;
  const char          *body;
  SurmiseAccountState  state;
} Answer;

static void
test_check (Fixture       *self,
            gconstpointer  data)
{
  const Answer *answer = data;
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GError) error = NULL;

  mock_server_clear (self->server);
  reply_me (self, answer->status, answer->body);
  g_assert_true (check_account (self, account, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, answer->state);
  assert_n_accounts (self->list, 1);
  assert_token (account, TOKEN);
}

static void
test_check_out_of_reach (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->server);
  g_assert_true (check_account (self, account, &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_OFFLINE);
  assert_token (account, TOKEN);
}

/* Genuine, but not allowed to ask who it is: that is neither rejected nor offline. */
static void
test_check_scopes (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GError) error = NULL;

  mock_server_clear (self->server);
  reply_me (self, 403, "{\"status\":{\"code\":11007,\"description\":\"Insufficient scopes\"}}");
  g_assert_false (check_account (self, account, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_SCOPES);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
}

static void
test_check_cancelled (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  surmise_account_list_check_async (self->list, account, cancellable, test_catch_result, &result);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_CHECKING);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_assert_false (surmise_account_list_check_finish (self->list, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
}

static void
note (Fixture        *self,
      SurmiseAccount *account,
      GQuark          domain,
      int             code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "A test");

  surmise_account_list_note_error (self->list, account, error);
}

static void
test_note_refused (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  note (self, account, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_REJECTED);
  surmise_account_list_note_success (self->list, account);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_REJECTED);
  assert_n_accounts (self->list, 1);
  assert_token (account, TOKEN);
}

static void
test_note_offline (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  note (self, account, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_OFFLINE);
  surmise_account_list_note_success (self->list, account);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  note (self, account, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_OFFLINE);
}

static void
test_note_nothing (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  note (self, account, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  note (self, account, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  note (self, account, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND);
  note (self, account, CLARIFAI_ERROR, CLARIFAI_ERROR_SERVER);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
}

static gboolean
is_not_checking (gpointer account)
{
  return surmise_account_get_state (account) != SURMISE_ACCOUNT_STATE_CHECKING;
}

static void
test_note_key_invalid (Fixture       *self,
                       gconstpointer  data)
{
  const Answer *answer = data;
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  mock_server_clear (self->server);
  reply_me (self, answer->status, answer->body);
  note (self, account, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_CHECKING);
  test_wait_until (is_not_checking, account);
  g_assert_cmpint (surmise_account_get_state (account), ==, answer->state);
}

static void
test_labels (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *plain = _surmise_account_clean_label ("  Work \n");
  g_autofree char *lines = _surmise_account_clean_label ("a\nb\tc\x01" "d");
  g_autofree char *marks = _surmise_account_clean_label ("a\u202eb\u2066c\u200f");
  g_autofree char *invalid = _surmise_account_clean_label ("a\xff");
  g_autofree char *x = g_strnfill (100000, 'x');
  g_autofree char *cut = _surmise_account_clean_label (x);

  g_assert_cmpstr (plain, ==, "Work");
  g_assert_cmpstr (lines, ==, "a b cd");
  g_assert_cmpstr (marks, ==, "abc");
  g_assert_cmpstr (invalid, ==, "a\ufffd");
  g_assert_cmpuint (strlen (cut), ==, 120);
}

static void
test_rename (Fixture       *self,
             gconstpointer  data)
{
  SurmiseAccountPlace place = GPOINTER_TO_INT (data);
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, place);
  g_autoptr(SurmiseAccountList) list = new_list ();
  g_autoptr(GError) error = NULL;

  g_assert_true (rename_account (self, account, " Work ", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (surmise_account_get_label (account), ==, "Work");
  assert_token (account, TOKEN);
  if (place == SESSION)
    return;

  g_assert_true (load_accounts (list, FALSE, NULL));
  assert_n_accounts (list, 1);
  g_assert_cmpstr (surmise_account_get_label (surmise_account_list_find (list, surmise_account_get_id (account))), ==,
                   "Work");
}

static void
test_rename_empty (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  g_assert_true (rename_account (self, account, "Work", NULL));
  g_assert_true (rename_account (self, account, " \n", NULL));
  g_assert_cmpstr (surmise_account_get_label (account), ==, "ada");
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  SurmiseAccountPlace place = GPOINTER_TO_INT (data);
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, place);
  g_autoptr(GError) error = NULL;

  note (self, account, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_true (replace_token (self, account, OTHER_TOKEN "\n", &error));
  g_assert_no_error (error);
  g_assert_cmpint (surmise_account_get_state (account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
  assert_token (account, OTHER_TOKEN);
  assert_n_accounts (self->list, 1);
}

static void
test_replace_with_other_user (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccountList) list = new_list ();
  SurmiseAccount *found;

  mock_server_clear (self->server);
  reply_me (self, 200, BOB);
  g_assert_true (replace_token (self, account, OTHER_TOKEN, NULL));
  g_assert_cmpstr (surmise_account_get_user_id (account), ==, "bob");
  g_assert_cmpstr (surmise_account_get_label (account), ==, "bob");

  g_assert_true (load_accounts (list, FALSE, NULL));
  assert_n_accounts (list, 1);
  found = surmise_account_list_find (list, surmise_account_get_id (account));
  g_assert_cmpstr (surmise_account_get_user_id (found), ==, "bob");
  assert_token (found, OTHER_TOKEN);
}

static void
test_replace_keeps_name (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);

  g_assert_true (rename_account (self, account, "Work", NULL));
  mock_server_clear (self->server);
  reply_me (self, 200, BOB);
  g_assert_true (replace_token (self, account, OTHER_TOKEN, NULL));
  g_assert_cmpstr (surmise_account_get_label (account), ==, "Work");
}

static void
test_replace_refused (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(GError) error = NULL;

  mock_server_clear (self->server);
  reply_me (self, 401, REFUSED);
  g_assert_false (replace_token (self, account, OTHER_TOKEN, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  assert_token (account, TOKEN);
}

static void
test_remove_and_restore (Fixture       *self,
                         gconstpointer  data)
{
  SurmiseAccountPlace place = GPOINTER_TO_INT (data);
  g_autoptr(SurmiseAccount) ada = add_good (self, TOKEN, ADA, place);
  g_autoptr(SurmiseAccount) bob = add_good (self, OTHER_TOKEN, BOB, place);
  g_autoptr(TestChanges) changes = test_changes_new (G_LIST_MODEL (self->list));
  g_autoptr(SurmiseRemovedAccount) removed = NULL;
  g_autoptr(SurmiseAccount) restored = NULL;
  g_autoptr(GError) error = NULL;

  removed = remove_account (self, ada, &error);
  g_assert_no_error (error);
  assert_items_changed (changes, 0, 1, 0);
  assert_n_stored (place == KEYRING ? 1 : 0);
  g_assert_null (load_token (ada, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  g_clear_error (&error);

  restored = restore_account (self, removed, &error);
  g_assert_no_error (error);
  assert_items_changed (changes, 0, 0, 1);
  g_assert_cmpstr (surmise_account_get_label (restored), ==, "ada");
  assert_token (restored, TOKEN);
  assert_n_stored (place == KEYRING ? 2 : 0);
}

static void
test_remove_stays_removed (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseRemovedAccount) removed = remove_account (self, account, NULL);

  g_clear_pointer (&removed, surmise_removed_account_free);
  g_assert_true (load_accounts (self->list, FALSE, NULL));
  assert_n_accounts (self->list, 0);
}

static void
test_deleted_elsewhere (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseAccount) account = add_good (self, TOKEN, ADA, KEYRING);
  g_autoptr(SurmiseAccountList) other = new_list ();
  Fixture elsewhere = { self->server, other };
  g_autoptr(SurmiseRemovedAccount) removed = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (load_accounts (other, FALSE, NULL));
  removed = remove_account (&elsewhere, surmise_account_list_find (other, surmise_account_get_id (account)), NULL);

  g_assert_null (load_token (account, &error));
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  assert_n_accounts (self->list, 1);
  g_assert_true (load_accounts (self->list, FALSE, NULL));
  assert_n_accounts (self->list, 0);
}

static const Answer checks[] = {
  { 200, ADA, SURMISE_ACCOUNT_STATE_VERIFIED },
  { 401, REFUSED, SURMISE_ACCOUNT_STATE_REJECTED },
  { 401, INVALID, SURMISE_ACCOUNT_STATE_REJECTED },
  { 401, "", SURMISE_ACCOUNT_STATE_REJECTED },
  { 200, "<html>Log in to this network</html>", SURMISE_ACCOUNT_STATE_OFFLINE },
};

static void
add (const char    *path,
     gconstpointer  data,
     void         (*func) (Fixture       *self,
     gconstpointer  data))
{
  g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down);
}

static void
add_check_tests (void)
{
  add ("/account/check/verified", &checks[0], test_check);
  add ("/account/check/refused", &checks[1], test_check);
  add ("/account/check/invalid", &checks[2], test_check);
  add ("/account/check/unauthorized-without-code", &checks[3], test_check);
  add ("/account/check/captive-portal", &checks[4], test_check);
  add ("/account/check/out-of-reach", NULL, test_check_out_of_reach);
  add ("/account/check/scopes", NULL, test_check_scopes);
  add ("/account/check/cancelled", NULL, test_check_cancelled);
  add ("/account/note/refused", NULL, test_note_refused);
  add ("/account/note/offline", NULL, test_note_offline);
  add ("/account/note/nothing", NULL, test_note_nothing);
  add ("/account/note/key-invalid-is-good", &checks[0], test_note_key_invalid);
  add ("/account/note/key-invalid-is-bad", &checks[2], test_note_key_invalid);
}

static void
add_edit_tests (void)
{
  add ("/account/labels", NULL, test_labels);
  add ("/account/rename/keyring", GINT_TO_POINTER (KEYRING), test_rename);
  add ("/account/rename/session", GINT_TO_POINTER (SESSION), test_rename);
  add ("/account/rename/empty", NULL, test_rename_empty);
  add ("/account/replace/keyring", GINT_TO_POINTER (KEYRING), test_replace);
  add ("/account/replace/session", GINT_TO_POINTER (SESSION), test_replace);
  add ("/account/replace/other-user", NULL, test_replace_with_other_user);
  add ("/account/replace/keeps-name", NULL, test_replace_keeps_name);
  add ("/account/replace/refused", NULL, test_replace_refused);
  add ("/account/remove/keyring", GINT_TO_POINTER (KEYRING), test_remove_and_restore);
  add ("/account/remove/session", GINT_TO_POINTER (SESSION), test_remove_and_restore);
  add ("/account/remove/stays-removed", NULL, test_remove_stays_removed);
  add ("/account/remove/elsewhere", NULL, test_deleted_elsewhere);
}

int
main (int   argc,
      char *argv[])
{
  int rc;

  g_test_init (&argc, &argv, NULL);
  test_keyring_file_begin ();

  add_check_tests ();
  add_edit_tests ();

  rc = g_test_run ();
  test_keyring_file_end ();

  return rc;
}
