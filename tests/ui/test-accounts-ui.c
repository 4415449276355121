/* test-accounts-ui.c – the window where accounts are looked after
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: clipboards of other programs, and a real password prompt of the keyring.
 */
#include "config.h"

#include "accounts-ui-fixture.h"
#include "surmise-account-row.h"
#include "surmise-account-text.h"
#include "surmise-accounts-window.h"
#include "surmise-connect-page.h"
#include "surmise-notice.h"
#include "surmise-token-clipboard.h"

#define NO_ORGANIZATIONS "{\"status\":{\"code\":10000},\"organizations\":[]}"

typedef struct {
  Fixture    *fixture;
  guint       n;
} Count;

static SurmiseAccountsWindow *
show_window (Fixture *self)
{
  self->window = surmise_accounts_window_new (self->context, NULL);
  gtk_window_present (GTK_WINDOW (self->window));

  return SURMISE_ACCOUNTS_WINDOW (self->window);
}

static GtkWidget *
get_row (SurmiseAccountsWindow *window,
         int                    index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (child_of (window, "list"), index);

  g_assert_true (SURMISE_IS_ACCOUNT_ROW (row));

  return GTK_WIDGET (row);
}

static const char *
get_page (SurmiseAccountsWindow *window)
{
  return gtk_stack_get_visible_child_name (child_of (window, "stack"));
}

static gboolean
has_n (gpointer user_data)
{
  Count *count = user_data;

  return fixture_get_n (count->fixture) == count->n;
}

static void
wait_for_n (Fixture *self,
            guint    n)
{
  Count count = { self, n };

  test_wait_until (has_n, &count);
}

static gboolean
is_active (GtkWidget *row)
{
  return gtk_check_button_get_active (child_of (row, "radio"));
}

static void
test_row (Fixture       *self,
          gconstpointer  data)
{
  GtkWidget *row;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  row = get_row (show_window (self), 0);

  assert_named (row, "ada");
  assert_named (child_of (row, "radio"), "ada");
  assert_named (child_of (row, "menu_button"), "Menu of ada");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child_of (row, "radio")), GTK_ACCESSIBLE_ROLE_RADIO);
  g_assert_nonnull (find_label (row, "Connected"));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (child_of (row, "origin")), "Keyring"));
}

static void
test_places (Fixture       *self,
             gconstpointer  data)
{
  SurmiseAccount *account = fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  SurmiseAccount *demo = surmise_account_list_get_demo (fixture_get_accounts (self), NULL);
  g_autofree char *label = surmise_account_text_label (demo);

  g_assert_cmpstr (surmise_account_text_place (account), ==, "This session only");
  g_assert_cmpstr (surmise_account_text_place (demo), ==, "On this computer");
  g_assert_cmpstr (label, ==, "Demo");
}

static void
test_use (Fixture       *self,
          gconstpointer  data)
{
  SurmiseAccountsWindow *window;
  SurmiseAccount *bob;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  bob = fixture_add (self, "b0b", BOB, SURMISE_ACCOUNT_PLACE_SESSION);
  window = show_window (self);
  g_assert_false (is_active (get_row (window, 0)));

  gtk_widget_activate (child_of (get_row (window, 1), "radio"));
  g_assert_true (surmise_accounts_window_get_active (window) == bob);
  g_assert_true (is_active (get_row (window, 1)));

  /* From outside, as the main window does it. */
  surmise_accounts_window_set_active (window, surmise_account_row_get_account (SURMISE_ACCOUNT_ROW (get_row (window, 0))));
  g_assert_true (is_active (get_row (window, 0)));
  g_assert_false (is_active (get_row (window, 1)));
}

static void
test_row_activated (Fixture       *self,
                    gconstpointer  data)
{
  SurmiseAccountsWindow *window;
  SurmiseAccount *ada = fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);

  window = show_window (self);
  gtk_widget_activate (get_row (window, 0));

  g_assert_true (surmise_accounts_window_get_active (window) == ada);
}

static void
test_rename (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *row;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  row = get_row (show_window (self), 0);
  gtk_widget_activate_action (row, "account.rename", NULL);
  g_assert_cmpstr (gtk_editable_get_text (child_of (row, "rename_entry")), ==, "ada");
  assert_named (child_of (row, "rename_entry"), "New name");

  gtk_editable_set_text (child_of (row, "rename_entry"), "Work <b>");
  g_signal_emit_by_name (child_of (row, "rename_entry"), "activate");
  wait_for_label (row, "Work <b>");
  assert_named (row, "Work <b>");
}

static void
test_remove (Fixture       *self,
             gconstpointer  data)
{
  SurmiseAccountsWindow *window;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  window = show_window (self);
  gtk_widget_activate_action (get_row (window, 0), "account.remove", NULL);

  wait_for_label (self->window, "Removed “ada”");
  g_assert_cmpuint (fixture_get_n (self), ==, 0);
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  SurmiseAccountsWindow *window;
  SurmiseAccount *account;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseToken) token = NULL;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  window = show_window (self);
  gtk_widget_activate_action (get_row (window, 0), "account.remove", NULL);
  wait_for_label (self->window, "Removed “ada”");
  click (find_button (self->window, "_Undo"));

  wait_for_n (self, 1);
  assert_named (get_row (window, 0), "ada");
  account = surmise_account_row_get_account (SURMISE_ACCOUNT_ROW (get_row (window, 0)));
  surmise_account_load_token_async (account, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  token = surmise_account_load_token_finish (account, result, NULL);
  g_assert_cmpstr (token, ==, TOKEN);
}

static gboolean
is_ada_active (gpointer user_data)
{
  SurmiseAccount *active = surmise_accounts_window_get_active (user_data);

  return active != NULL && g_strcmp0 (surmise_account_get_user_id (active), "ada") == 0;
}

static void
test_remove_active (Fixture       *self,
                    gconstpointer  data)
{
  SurmiseAccountsWindow *window;
  SurmiseAccount *ada = fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  SurmiseAccount *bob = fixture_add (self, "b0b", BOB, SURMISE_ACCOUNT_PLACE_SESSION);

  window = show_window (self);
  surmise_accounts_window_set_active (window, ada);
  gtk_widget_activate_action (get_row (window, 0), "account.remove", NULL);
  wait_for_label (self->window, "Removed “ada”");
  g_assert_true (surmise_accounts_window_get_active (window) == bob);

  click (find_button (self->window, "_Undo"));
  test_wait_until (is_ada_active, window);
}

static void
test_remove_last (Fixture       *self,
                  gconstpointer  data)
{
  SurmiseAccountsWindow *window;
  SurmiseAccount *ada = fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);

  window = show_window (self);
  surmise_accounts_window_set_active (window, ada);
  gtk_widget_activate_action (get_row (window, 0), "account.remove", NULL);

  wait_for_label (self->window, "Removed “ada”");
  g_assert_null (surmise_accounts_window_get_active (window));
  g_assert_nonnull (find_label (self->window, "No accounts yet"));
}

/* The account goes all the same, and the window is not held. */
static void
test_closed_while_removing (Fixture       *self,
                            gconstpointer  data)
{
  GtkWidget *window;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_KEYRING);
  gtk_widget_activate_action (get_row (show_window (self), 0), "account.remove", NULL);
  window = g_steal_pointer (&self->window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));

  wait_for_n (self, 0);
  test_wait_until_null ((gpointer *) &window);
}

static void
test_check_again (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *row;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  row = get_row (show_window (self), 0);
  fixture_reply_me (self, 401, REFUSED);
  gtk_widget_activate_action (row, "account.check", NULL);

  wait_for_label (row, "Clarifai refuses this token");
  g_assert_cmpuint (fixture_get_n (self), ==, 1);
}

/* An action that does not apply is hidden from the menu by being disabled. */
static gboolean
can_do (GtkWidget  *row,
        const char *action)
{
  GtkWidget *item = gtk_button_new ();
  gboolean enabled;

  gtk_widget_insert_before (item, gtk_widget_get_first_child (row), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (item), action);
  enabled = gtk_widget_get_sensitive (item);
  gtk_widget_unparent (item);

  return enabled;
}

static void
test_menu_of_own (Fixture       *self,
                  gconstpointer  data)
{
  const char *actions[] = { "account.rename", "account.check", "account.replace", "account.copy", "account.remove" };
  GtkWidget *row;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  row = get_row (show_window (self), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (can_do (row, actions[i]));
}

static void
test_menu_of_environment (Fixture       *self,
                          gconstpointer  data)
{
  GtkWidget *row;

  fixture_reply_me (self, 200, ADA);
  row = get_row (show_window (self), 0);
  assert_named (row, "From the environment");
  wait_for_label (row, "Connected");

  g_assert_true (can_do (row, "account.check"));
  g_assert_false (can_do (row, "account.rename"));
  g_assert_false (can_do (row, "account.replace"));
  g_assert_false (can_do (row, "account.copy"));
  g_assert_false (can_do (row, "account.remove"));
}

static void
test_menu_of_demo (Fixture       *self,
                   gconstpointer  data)
{
  SurmiseAccountsWindow *window = show_window (self);

  click (child_of (window, "demo_button"));

  assert_named (get_row (window, 0), "Demo");
  g_assert_true (is_active (get_row (window, 0)));
  g_assert_false (gtk_widget_get_visible (child_of (get_row (window, 0), "menu_button")));
  g_assert_false (gtk_widget_get_visible (child_of (window, "demo_button")));
}

static void
test_foreign_owner (Fixture       *self,
                    gconstpointer  data)
{
  mock_server_reply (self->server, "GET", "/v2/users/me", 200, ADA);
  mock_server_reply (self->server, "GET", "/v2/users/ada/organizations", 200, NO_ORGANIZATIONS);
  mock_server_reply (self->server, "GET", "/v2/users/me/organizations", 200, NO_ORGANIZATIONS);

  wait_for_label (get_row (show_window (self), 0),
                  "CLARIFAI_USER_ID says “acme”, which is neither this token’s user nor one of its organisations");
}

static void
set_up_foreign_owner (Fixture       *self,
                      gconstpointer  data)
{
  g_setenv ("CLARIFAI_USER_ID", "acme", TRUE);
  fixture_set_up (self, data);
  g_unsetenv ("CLARIFAI_USER_ID");
}

static void
test_bad_environment (Fixture       *self,
                      gconstpointer  data)
{
  SurmiseAccountsWindow *window = show_window (self);

  g_assert_cmpuint (fixture_get_n (self), ==, 0);
  g_assert_true (gtk_widget_get_visible (child_of (window, "environment_notice")));
  assert_named (child_of (window, "environment_notice"), "The Environment’s Account Is Left Out");
  assert_nowhere (self->window, "no token");
}

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  SurmiseAccountsWindow *window = show_window (self);
  GtkWidget *page;

  click (child_of (window, "add_button"));
  g_assert_cmpstr (get_page (window), ==, "connect");
  page = find_shown (self->window, SURMISE_TYPE_CONNECT_PAGE);
  fixture_reply_me (self, 200, ADA);
  gtk_editable_set_text (child_of (page, "token_row"), TOKEN);
  click (child_of (page, "connect_button"));

  wait_for_label (self->window, "Connected as ada");
  g_assert_cmpstr (get_page (window), ==, "list");
  g_assert_true (is_active (get_row (window, 0)));
}

static void
test_back (Fixture       *self,
           gconstpointer  data)
{
  SurmiseAccountsWindow *window = show_window (self);
  GtkWidget *page;

  surmise_accounts_window_add (window);
  page = find_shown (self->window, SURMISE_TYPE_CONNECT_PAGE);
  gtk_editable_set_text (child_of (page, "token_row"), TOKEN);
  gtk_widget_activate_action (self->window, "accounts.back", NULL);
  g_assert_cmpstr (get_page (window), ==, "list");
  g_assert_cmpstr (gtk_editable_get_text (child_of (page, "token_row")), ==, "");

  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_widget_activate_action (self->window, "accounts.back", NULL);
  test_wait_until_null ((gpointer *) &self->window);
}

static void
test_replace (Fixture       *self,
              gconstpointer  data)
{
  SurmiseAccountsWindow *window;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  window = show_window (self);
  gtk_widget_activate_action (get_row (window, 0), "account.replace", NULL);

  g_assert_cmpstr (get_page (window), ==, "connect");
  g_assert_nonnull (find_label (self->window, "Replace the Token"));
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  g_autoptr(GAsyncResult) result = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, test_catch_result, &result);

  return gdk_clipboard_read_text_finish (clipboard, test_wait_for_result (&result), NULL);
}

static gboolean
has_no_content (gpointer user_data)
{
  return gdk_clipboard_get_content (user_data) == NULL;
}

static void
test_copy_token (Fixture       *self,
                 gconstpointer  data)
{
  GdkClipboard *clipboard;
  g_autofree char *text = NULL;

  fixture_add (self, TOKEN, ADA, SURMISE_ACCOUNT_PLACE_SESSION);
  show_window (self);
  clipboard = gtk_widget_get_clipboard (self->window);
  gtk_widget_activate_action (get_row (SURMISE_ACCOUNTS_WINDOW (self->window), 0), "account.copy", NULL);

  wait_for_label (self->window, "The token is on the clipboard for 60 seconds");
  text = read_clipboard (clipboard);
  g_assert_cmpstr (text, ==, TOKEN);
  assert_nowhere (self->window, TOKEN);
}

static void
test_clipboard_cleared (void)
{
  GdkClipboard *clipboard = gdk_display_get_clipboard (gdk_display_get_default ());

  surmise_token_clipboard_offer (clipboard, TOKEN, 1);
  g_assert_nonnull (gdk_clipboard_get_content (clipboard));

  test_wait_until (has_no_content, clipboard);
}

static gboolean
is_freed (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

static void
test_clipboard_left_alone (void)
{
  /* Not the one that another test has just emptied: the X server's word of that may still be on its way. */
  GdkClipboard *clipboard = gdk_display_get_primary_clipboard (gdk_display_get_default ());
  GdkContentProvider *provider;
  g_autofree char *text = NULL;

  surmise_token_clipboard_offer (clipboard, TOKEN, 1);
  provider = gdk_clipboard_get_content (clipboard);
  g_object_add_weak_pointer (G_OBJECT (provider), (gpointer *) &provider);
  gdk_clipboard_set_text (clipboard, "something else");

  /* It is the timer that holds it by now. */
  test_wait_until (is_freed, &provider);
  text = read_clipboard (clipboard);
  g_assert_cmpstr (text, ==, "something else");
}

static void
test_keyring_words (void)
{
  const char *title, *hint;

  g_assert_false (surmise_account_text_keyring (SURMISE_KEYRING_STATE_READY, &title, &hint));
  g_assert_true (surmise_account_text_keyring (SURMISE_KEYRING_STATE_SLOW, &title, &hint));
  g_assert_cmpstr (title, ==, "Waiting for the Keyring…");
  g_assert_true (surmise_account_text_keyring (SURMISE_KEYRING_STATE_LOCKED, &title, &hint));
  g_assert_cmpstr (title, ==, "The Keyring Is Locked");
  g_assert_true (surmise_account_text_keyring (SURMISE_KEYRING_STATE_FAILED, &title, &hint));
  g_assert_cmpstr (title, ==, "The Keyring Does Not Work");
}

static void
test_no_keyring (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  SurmiseAccountsWindow *window = show_window (self);

  surmise_account_list_load_async (fixture_get_accounts (self), FALSE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  assert_named (child_of (window, "keyring_notice"), "There Is No Keyring");
  g_assert_true (gtk_widget_get_visible (child_of (window, "keyring_notice")));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (surmise_notice_get_button (child_of (window, "keyring_notice")))), ==,
                   "_Try Again");
}

static void
test_locked_keyring (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  SurmiseAccountsWindow *window = show_window (self);

  surmise_account_list_load_async (fixture_get_accounts (self), FALSE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  assert_named (child_of (window, "keyring_notice"), "The Keyring Is Locked");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (surmise_notice_get_button (child_of (window, "keyring_notice")))), ==,
                   "_Unlock");
}

#define ADD_FULL(path, token, set_up, func) g_test_add (path, Fixture, token, set_up, func, fixture_tear_down)
#define ADD(path, func) ADD_FULL (path, NULL, fixture_set_up, func)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/accounts/row", test_row);
  ADD ("/accounts/places", test_places);
  ADD ("/accounts/use", test_use);
  ADD ("/accounts/row-activated", test_row_activated);
  ADD ("/accounts/rename", test_rename);
  ADD ("/accounts/remove", test_remove);
  ADD ("/accounts/undo", test_undo);
  ADD ("/accounts/remove-active", test_remove_active);
  ADD ("/accounts/remove-last", test_remove_last);
  ADD ("/accounts/closed-while-removing", test_closed_while_removing);
  ADD ("/accounts/check-again", test_check_again);
  ADD ("/accounts/menu-of-own", test_menu_of_own);
  ADD_FULL ("/accounts/menu-of-environment", TOKEN, fixture_set_up, test_menu_of_environment);
  ADD ("/accounts/menu-of-demo", test_menu_of_demo);
  ADD_FULL ("/accounts/foreign-owner", TOKEN, set_up_foreign_owner, test_foreign_owner);
  ADD_FULL ("/accounts/bad-environment", "no token", fixture_set_up, test_bad_environment);
  ADD ("/accounts/add", test_add);
  ADD ("/accounts/back", test_back);
  ADD ("/accounts/replace", test_replace);
  ADD ("/accounts/copy-token", test_copy_token);
  g_test_add_func ("/accounts/clipboard-cleared", test_clipboard_cleared);
  g_test_add_func ("/accounts/clipboard-left-alone", test_clipboard_left_alone);
  g_test_add_func ("/accounts/keyring-words", test_keyring_words);
  ADD ("/no-keyring/notice", test_no_keyring);
  ADD ("/locked/notice", test_locked_keyring);

  return g_test_run ();
}
