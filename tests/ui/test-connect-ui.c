/* test-connect-ui.c – the page where a token is pasted, checked and kept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: the browser that the token page is opened in, and a real password prompt of the keyring.
 */
#include "config.h"

#include "accounts-ui-fixture.h"
#include "surmise-connect-page.h"
#include "surmise-notice.h"

typedef struct {
  SurmiseConnectPage  *page;
  SurmiseConnectState  state;
} Wanted;

static gboolean
has_state (gpointer user_data)
{
  Wanted *wanted = user_data;

  return surmise_connect_page_get_state (wanted->page) == wanted->state;
}

static void
wait_for_state (SurmiseConnectPage  *page,
                SurmiseConnectState  state)
{
  Wanted wanted = { page, state };

  test_wait_until (has_state, &wanted);
}

static void
on_connected (Fixture        *self,
              SurmiseAccount *account)
{
  g_assert_null (self->emitted);
  self->emitted = g_object_ref (account);
}

static void
on_cancelled (Fixture *self)
{
  self->n_cancelled++;
}

static SurmiseConnectPage *
show_page (Fixture *self)
{
  GtkWidget *page = surmise_connect_page_new (self->context);

  g_signal_connect_swapped (page, "connected", G_CALLBACK (on_connected), self);
  g_signal_connect_swapped (page, "cancelled", G_CALLBACK (on_cancelled), self);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), page);
  gtk_window_present (GTK_WINDOW (self->window));
  surmise_connect_page_begin (SURMISE_CONNECT_PAGE (page));

  return SURMISE_CONNECT_PAGE (page);
}

static void
type_token (SurmiseConnectPage *page,
            const char         *token)
{
  gtk_editable_set_text (child_of (page, "token_row"), token);
}

static void
assert_typed (SurmiseConnectPage *page,
              const char         *token)
{
  g_assert_cmpstr (gtk_editable_get_text (child_of (page, "token_row")), ==, token);
}

/* Types it, connects, and waits for what comes of it. */
static SurmiseConnectPage *
try_token (Fixture             *self,
           const char          *token,
           SurmiseConnectState  state)
{
  SurmiseConnectPage *page = show_page (self);

  type_token (page, token);
  click (child_of (page, "connect_button"));
  wait_for_state (page, state);

  return page;
}

static GtkWidget *
get_notice_button (SurmiseConnectPage *page)
{
  return surmise_notice_get_button (child_of (page, "notice"));
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_IDLE);
  g_assert_false (gtk_widget_is_sensitive (child_of (page, "connect_button")));
  g_assert_false (gtk_widget_get_visible (child_of (page, "notice")));

  type_token (page, "a");
  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_READY);
  g_assert_true (gtk_widget_is_sensitive (child_of (page, "connect_button")));

  type_token (page, "");
  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_IDLE);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  assert_named (gtk_editable_get_delegate (child_of (page, "token_row")), "Personal access token");
  assert_named (gtk_editable_get_delegate (child_of (page, "server_row")), "Server address");
  assert_named (child_of (page, "connect_button"), "Connect");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child_of (page, "notice")), GTK_ACCESSIBLE_ROLE_ALERT);
}

/* Neither paged out, nor kept for an undo. */
static void
test_field_memory (Fixture       *self,
                   gconstpointer  data)
{
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (child_of (show_page (self), "token_row")));

  g_assert_true (GTK_IS_PASSWORD_ENTRY_BUFFER (gtk_text_get_buffer (text)));
  g_assert_cmpint (gtk_text_get_input_purpose (text), ==, GTK_INPUT_PURPOSE_PASSWORD);
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (text)));
}

static void
test_success (Fixture       *self,
              gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  fixture_reply_me (self, 200, ADA);
  type_token (page, "  " TOKEN "\n");
  g_signal_emit_by_name (child_of (page, "token_row"), "entry-activated");
  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_BUSY);
  assert_named (child_of (page, "connect_button"), "Checking…");
  g_assert_false (gtk_widget_is_sensitive (child_of (page, "token_row")));

  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->server, 0), "Authorization"), ==,
                   "Key " TOKEN);
  assert_named (child_of (page, "connect_button"), "Connected as ada");
  assert_typed (page, "");
  g_assert_cmpstr (surmise_account_get_user_id (self->emitted), ==, "ada");
  g_assert_cmpint (surmise_account_get_place (self->emitted), ==, SURMISE_ACCOUNT_PLACE_KEYRING);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 401, REFUSED);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);

  assert_named (child_of (page, "notice"), "Clarifai Refused This Token");
  g_assert_true (gtk_widget_get_visible (child_of (page, "notice")));
  g_assert_false (gtk_widget_get_visible (child_of (child_of (page, "notice"), "details")));
  assert_typed (page, TOKEN);
  g_assert_cmpuint (fixture_get_n (self), ==, 0);
  g_assert_null (self->emitted);
}

static void
test_edit_clears_error (Fixture       *self,
                        gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 401, REFUSED);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);
  type_token (page, "b");

  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_READY);
  g_assert_false (gtk_widget_get_visible (child_of (page, "notice")));
}

static void
test_malformed (Fixture       *self,
                gconstpointer  data)
{
  SurmiseConnectPage *page = try_token (self, "cafe cafe", SURMISE_CONNECT_STATE_ERROR);

  assert_named (child_of (page, "notice"), "A Token Has No Blanks or Line Breaks Inside");
  assert_typed (page, "cafe cafe");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_offline (Fixture       *self,
              gconstpointer  data)
{
  SurmiseConnectPage *page;

  g_clear_object (&self->server);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);

  assert_named (child_of (page, "notice"), "The Service Cannot Be Reached");
  assert_named (child_of (page, "connect_button"), "Try Again");
  assert_typed (page, TOKEN);
  g_assert_true (gtk_widget_is_sensitive (child_of (page, "connect_button")));
}

static void
test_try_again (Fixture       *self,
                gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 500, "{}");
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);
  fixture_reply_me (self, 200, ADA);
  assert_named (child_of (page, "connect_button"), "Try Again");
  click (child_of (page, "connect_button"));

  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  g_assert_cmpstr (surmise_account_get_user_id (self->emitted), ==, "ada");
}

static void
test_insecure_server (Fixture       *self,
                      gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  type_token (page, TOKEN);
  gtk_editable_set_text (child_of (page, "server_row"), "http://models.example.com");
  click (child_of (page, "connect_button"));

  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_ERROR);
  assert_named (child_of (page, "notice"), "The Server Address Is Not Secure");
  g_assert_true (adw_expander_row_get_expanded (child_of (page, "server_expander")));
}

static void
test_senseless_server (Fixture       *self,
                       gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  type_token (page, TOKEN);
  gtk_editable_set_text (child_of (page, "server_row"), "https://");
  click (child_of (page, "connect_button"));

  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_ERROR);
  assert_named (child_of (page, "notice"), "This Is Not a Web Address");
}

static void
test_other_server (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(MockServer) other = mock_server_new ();
  SurmiseConnectPage *page = show_page (self);

  mock_server_reply (other, "GET", "/v2/users/me", 200, BOB);
  type_token (page, TOKEN);
  gtk_editable_set_text (child_of (page, "server_row"), mock_server_get_base (other));
  click (child_of (page, "connect_button"));

  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  g_assert_cmpstr (surmise_account_get_server (self->emitted), ==, mock_server_get_base (other));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static gboolean
is_done (gpointer user_data)
{
  return surmise_connect_check_get_state (user_data) == SURMISE_CONNECT_STATE_DONE;
}

static void
on_state_notified (SurmiseConnectCheck *check,
                   GParamSpec          *pspec,
                   gpointer             user_data)
{
  if (surmise_connect_check_get_state (check) == SURMISE_CONNECT_STATE_ERROR)
    (*(guint *) user_data)++;
}

static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_late (self);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_BUSY);
  mock_server_wait_for_requests (self->server, 1);
  click (child_of (page, "cancel_button"));

  g_assert_cmpint (surmise_connect_page_get_state (page), ==, SURMISE_CONNECT_STATE_READY);
  assert_typed (page, TOKEN);
  g_assert_cmpuint (self->n_cancelled, ==, 0);
}

/* What was stopped ends later, in the middle of what was begun after it. */
static void
test_stopped_stays_silent (Fixture       *self,
                           gconstpointer  data)
{
  SurmiseAccountList *accounts = fixture_get_accounts (self);
  g_autoptr(SurmiseConnectCheck) check = surmise_connect_check_new (accounts);
  guint n_errors = 0;

  g_signal_connect (check, "notify::state", G_CALLBACK (on_state_notified), &n_errors);
  fixture_reply_late (self);
  surmise_connect_check_start (check, TOKEN, NULL, SURMISE_ACCOUNT_PLACE_SESSION);
  mock_server_wait_for_requests (self->server, 1);
  surmise_connect_check_stop (check);
  fixture_reply_me (self, 200, BOB);
  surmise_connect_check_start (check, TOKEN, NULL, SURMISE_ACCOUNT_PLACE_SESSION);

  test_wait_until (is_done, check);
  g_assert_cmpstr (surmise_account_get_user_id (surmise_connect_check_get_account (check)), ==, "bob");
  g_assert_cmpuint (n_errors, ==, 0);
  g_assert_cmpuint (fixture_get_n (self), ==, 1);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  SurmiseConnectPage *page = show_page (self);

  type_token (page, TOKEN);
  click (child_of (page, "cancel_button"));

  g_assert_cmpuint (self->n_cancelled, ==, 1);
  assert_typed (page, "");
}

static void
test_gone_in_mid_check (Fixture       *self,
                        gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_late (self);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_BUSY);
  mock_server_wait_for_requests (self->server, 1);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->window)));

  test_wait_until_null ((gpointer *) &page);
  g_assert_null (self->emitted);
  g_assert_cmpuint (fixture_get_n (self), ==, 0);
}

static void
test_token_shown_nowhere (Fixture       *self,
                          gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 401, REFUSED);
  page = show_page (self);
  type_token (page, TOKEN);
  assert_nowhere (GTK_WIDGET (page), TOKEN);
  click (child_of (page, "connect_button"));
  assert_nowhere (GTK_WIDGET (page), TOKEN);
  wait_for_state (page, SURMISE_CONNECT_STATE_ERROR);
  assert_nowhere (GTK_WIDGET (page), TOKEN);

  fixture_reply_me (self, 200, ADA);
  click (child_of (page, "connect_button"));
  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  assert_nowhere (GTK_WIDGET (page), TOKEN);
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  SurmiseAccount *account = fixture_add (self, "old0", ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  SurmiseConnectPage *page = show_page (self);

  surmise_connect_page_begin_replace (page, account);
  g_assert_nonnull (find_label (self->window, "Replace the Token"));
  assert_named (child_of (page, "connect_button"), "Replace Token");
  g_assert_false (gtk_widget_get_visible (child_of (page, "server_expander")));

  type_token (page, TOKEN);
  click (child_of (page, "connect_button"));
  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  g_assert_true (self->emitted == account);
  g_assert_cmpuint (fixture_get_n (self), ==, 1);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->server, 1), "Authorization"), ==,
                   "Key " TOKEN);
}

static void
test_session_only (Fixture       *self,
                   gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 200, ADA);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);
  assert_named (child_of (page, "notice"), "There Is No Keyring");
  assert_named (child_of (page, "connect_button"), "Try Again");
  assert_typed (page, TOKEN);

  click (get_notice_button (page));
  wait_for_state (page, SURMISE_CONNECT_STATE_DONE);
  g_assert_cmpint (surmise_account_get_place (self->emitted), ==, SURMISE_ACCOUNT_PLACE_SESSION);
}

static void
test_no_session_when_refused (Fixture       *self,
                              gconstpointer  data)
{
  SurmiseConnectPage *page;

  fixture_reply_me (self, 401, REFUSED);
  page = try_token (self, TOKEN, SURMISE_CONNECT_STATE_ERROR);

  g_assert_false (gtk_widget_get_visible (get_notice_button (page)));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/connect/empty", test_empty);
  ADD ("/connect/names", test_names);
  ADD ("/connect/field-memory", test_field_memory);
  ADD ("/connect/success", test_success);
  ADD ("/connect/refused", test_refused);
  ADD ("/connect/edit-clears-error", test_edit_clears_error);
  ADD ("/connect/malformed", test_malformed);
  ADD ("/connect/offline", test_offline);
  ADD ("/connect/try-again", test_try_again);
  ADD ("/connect/insecure-server", test_insecure_server);
  ADD ("/connect/senseless-server", test_senseless_server);
  ADD ("/connect/other-server", test_other_server);
  ADD ("/connect/stop", test_stop);
  ADD ("/connect/stopped-stays-silent", test_stopped_stays_silent);
  ADD ("/connect/cancel", test_cancel);
  ADD ("/connect/gone-in-mid-check", test_gone_in_mid_check);
  ADD ("/connect/token-shown-nowhere", test_token_shown_nowhere);
  ADD ("/connect/replace", test_replace);
  ADD ("/connect/no-session-when-refused", test_no_session_when_refused);
  ADD ("/no-keyring/session-only", test_session_only);

  return g_test_run ();
}
