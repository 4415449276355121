/* accounts-ui-fixture.c – services with a scripted server behind them, and ways into a window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "accounts-ui-fixture.h"

typedef struct {
  GtkWidget  *root;
  const char *text;
} Wanted;

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  g_setenv ("CLARIFAI_API_BASE", mock_server_get_base (self->server), TRUE);
  if (data != NULL)
    g_setenv ("CLARIFAI_PAT", data, TRUE);
  self->context = surmise_context_new (&error);
  g_assert_no_error (error);
}

static void
empty_keyring (Fixture *self)
{
  GListModel *accounts = G_LIST_MODEL (fixture_get_accounts (self));

  for (guint i = g_list_model_get_n_items (accounts); i > 0; i--)
    {
      g_autoptr(SurmiseAccount) account = g_list_model_get_item (accounts, i - 1);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(SurmiseRemovedAccount) removed = NULL;
      g_autoptr(GError) error = NULL;

      if (surmise_account_get_place (account) != SURMISE_ACCOUNT_PLACE_KEYRING)
        continue;

      surmise_account_list_remove_async (fixture_get_accounts (self), account, NULL, test_catch_result, &result);
      removed = surmise_account_list_remove_finish (fixture_get_accounts (self), test_wait_for_result (&result), &error);
      g_assert_no_error (error);
    }
}

/* All must be gone at the end: what goes on in the background holds no window and no service for good. */
void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  if (self->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
      gtk_window_destroy (GTK_WINDOW (self->window));
      test_wait_until_null ((gpointer *) &self->window);
    }
  empty_keyring (self);
  g_clear_object (&self->emitted);
  g_object_add_weak_pointer (G_OBJECT (self->context), (gpointer *) &self->context);
  g_object_unref (self->context);
  test_wait_until_null ((gpointer *) &self->context);
  g_clear_object (&self->server);
  g_unsetenv ("CLARIFAI_API_BASE");
}

SurmiseAccountList *
fixture_get_accounts (Fixture *self)
{
  return surmise_context_get_accounts (self->context);
}

void
fixture_reply_me (Fixture    *self,
                  guint       status,
                  const char *body)
{
  mock_server_clear (self->server);
  mock_server_reply (self->server, "GET", "/v2/users/me", status, body);
}

/* So late that whatever happens, happens before. */
void
fixture_reply_late (Fixture *self)
{
  const MockReply reply = { .status = 200, .body = ADA, .delay_ms = 60000 };

  mock_server_clear (self->server);
  mock_server_reply_full (self->server, "GET", "/v2/users/me", &reply);
}

SurmiseAccount *
fixture_add (Fixture             *self,
             const char          *token,
             const char          *me,
             SurmiseAccountPlace  place)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccount) account = NULL;

  fixture_reply_me (self, 200, me);
  surmise_account_list_add_async (fixture_get_accounts (self), token, NULL, place, NULL, test_catch_result, &result);
  account = surmise_account_list_add_finish (fixture_get_accounts (self), test_wait_for_result (&result), &error);
  g_assert_no_error (error);

  /* The list holds it. */
  return account;
}

guint
fixture_get_n (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture_get_accounts (self)));
}

gpointer
child_of (gpointer    widget,
          const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (child);

  return child;
}

static GtkWidget *
find (GtkWidget *root,
      gboolean (*match) (GtkWidget *widget, gpointer data),
      gpointer   data)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (match (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_type (GtkWidget *widget,
          gpointer   data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(GType *) data);
}

static gboolean
has_text (GtkWidget *widget,
          gpointer   data)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

static gboolean
has_label (GtkWidget *widget,
           gpointer   data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

static gboolean
is_there (gpointer user_data)
{
  Wanted *wanted = user_data;

  return find_label (wanted->root, wanted->text) != NULL;
}

GtkWidget *
find_shown (GtkWidget *root,
            GType      type)
{
  return find (root, has_type, &type);
}

GtkWidget *
find_label (GtkWidget  *root,
            const char *text)
{
  return find (root, has_text, (gpointer) text);
}

GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  return find (root, has_label, (gpointer) label);
}

void
wait_for_label (GtkWidget  *root,
                const char *text)
{
  Wanted wanted = { root, text };

  test_wait_until (is_there, &wanted);
}

void
click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
assert_named (gpointer    widget,
              const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
assert_not_in_object (GObject    *object,
                      const char *secret)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      if (specs[i]->value_type != G_TYPE_STRING || !(specs[i]->flags & G_PARAM_READABLE))
        continue;
      g_object_get (object, specs[i]->name, &text, NULL);
      if (text != NULL && strstr (text, secret) != NULL)
        g_error ("The secret is in %s of a %s", specs[i]->name, G_OBJECT_TYPE_NAME (object));
    }
}

/* But for where it was typed: that row's text is the secret. */
void
assert_nowhere (GtkWidget  *root,
                const char *secret)
{
  if (ADW_IS_PASSWORD_ENTRY_ROW (root))
    return;

  assert_not_in_object (G_OBJECT (root), secret);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_nowhere (child, secret);
}
