/* surmise-accounts-window.c – where accounts are looked after
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-accounts-window-private.h"

#include <glib/gi18n.h>

#include "clarifai-error.h"
#include "surmise-account-actions.h"
#include "surmise-account-row.h"
#include "surmise-account-text.h"
#include "surmise-address.h"
#include "surmise-error-text.h"

G_DEFINE_FINAL_TYPE (SurmiseAccountsWindow, surmise_accounts_window, ADW_TYPE_WINDOW)

typedef enum {
  PROP_ACTIVE = 1,
  PROP_ACTIVE_ID,
} SurmiseAccountsWindowProperty;

static GParamSpec *properties[PROP_ACTIVE_ID + 1];

static SurmiseAccountList *
get_accounts (SurmiseAccountsWindow *self)
{
  return surmise_context_get_accounts (self->context);
}

/* So that no account is shown as one of which nothing is known. */
static void
check_unverified (SurmiseAccountsWindow *self)
{
  GListModel *accounts = G_LIST_MODEL (get_accounts (self));

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr(SurmiseAccount) account = g_list_model_get_item (accounts, i);

      if (surmise_account_get_state (account) == SURMISE_ACCOUNT_STATE_UNVERIFIED)
        surmise_account_list_check_async (get_accounts (self), account, self->cancellable, NULL, NULL);
    }
}

static void
update_keyring (SurmiseAccountsWindow *self)
{
  SurmiseKeyringState state = surmise_account_list_get_keyring_state (get_accounts (self));
  gboolean waiting = state == SURMISE_KEYRING_STATE_LOADING || state == SURMISE_KEYRING_STATE_SLOW;
  const char *title, *hint, *button = NULL;

  if (!surmise_account_text_keyring (state, &title, &hint))
    {
      surmise_notice_hide (self->keyring_notice);
      check_unverified (self);
      return;
    }

  if (state == SURMISE_KEYRING_STATE_LOCKED)
    button = _("_Unlock");
  else if (!waiting)
    button = surmise_error_action_get_label (SURMISE_ERROR_ACTION_TRY_AGAIN);

  surmise_notice_say (self->keyring_notice, title, hint, NULL);
  surmise_notice_set_busy (self->keyring_notice, waiting);
  surmise_notice_set_button (self->keyring_notice, button, button != NULL ? "accounts.unlock" : NULL);
}

static void
update_environment (SurmiseAccountsWindow *self)
{
  const GError *error = surmise_account_list_get_environment_error (get_accounts (self));
  g_autoptr(GError) address = NULL;
  g_autoptr(SurmiseErrorText) text = NULL;
  g_autofree char *hint = NULL;

  if (error == NULL)
    return;

  /* To the client a bad base is a bad request. */
  if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INVALID_REQUEST))
    address = g_error_new_literal (SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED, error->message);

  text = surmise_error_text_new (address != NULL ? address : error);
  /* Translators: names of variables, which stay as they are; then what is wrong with one of them. */
  hint = g_strdup_printf (_("CLARIFAI_PAT or CLARIFAI_API_BASE: %s."), text->title);
  surmise_notice_say (self->environment_notice, _("The Environment’s Account Is Left Out"), hint, NULL);
}

/* The demo is an account like the others once it runs. */
static void
update_demo (SurmiseAccountsWindow *self)
{
  gtk_widget_set_visible (self->demo_button, surmise_account_list_find (get_accounts (self), "demo") == NULL);
}

static void
on_items_changed (SurmiseAccountsWindow *self)
{
  update_demo (self);
  check_unverified (self);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return surmise_account_row_new (item);
}

static void
show_page (SurmiseAccountsWindow *self,
           const char            *title)
{
  adw_window_title_set_title (self->connect_title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_stack_set_visible_child_name (self->stack, "connect");
}

static void
show_list (SurmiseAccountsWindow *self)
{
  /* Whatever was typed or under way over there ends. */
  surmise_connect_page_begin (self->page);
  gtk_window_set_title (GTK_WINDOW (self), _("Accounts"));
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_grab_focus (self->add_button);
}

static void
on_connected (SurmiseAccountsWindow *self,
              SurmiseAccount        *account)
{
  g_autofree char *text = surmise_account_text_connected (account);

  surmise_accounts_window_set_active (self, account);
  show_list (self);
  _surmise_accounts_window_toast (self, text);
}

static void
on_row_activated (SurmiseAccountsWindow *self,
                  SurmiseAccountRow     *row)
{
  surmise_accounts_window_set_active (self, surmise_account_row_get_account (row));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "connect") == 0)
    show_list (self);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
surmise_accounts_window_get_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (object);

  switch ((SurmiseAccountsWindowProperty) prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_object (value, self->active);
      break;

    case PROP_ACTIVE_ID:
      g_value_set_string (value, self->active != NULL ? surmise_account_get_id (self->active) : "");
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_accounts_window_set_property (GObject      *object,
                                      guint         prop_id,
                                      const GValue *value,
                                      GParamSpec   *pspec)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (object);
  const char *id;

  switch ((SurmiseAccountsWindowProperty) prop_id)
    {
    case PROP_ACTIVE:
      surmise_accounts_window_set_active (self, g_value_get_object (value));
      break;

    case PROP_ACTIVE_ID:
      id = g_value_get_string (value);
      surmise_accounts_window_set_active (self, id != NULL ? surmise_account_list_find (get_accounts (self), id) : NULL);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_accounts_window_dispose (GObject *object)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_ACCOUNTS_WINDOW);
  g_clear_object (&self->active);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (surmise_accounts_window_parent_class)->dispose (object);
}

static void
surmise_accounts_window_finalize (GObject *object)
{
  g_clear_object (&SURMISE_ACCOUNTS_WINDOW (object)->cancellable);

  G_OBJECT_CLASS (surmise_accounts_window_parent_class)->finalize (object);
}

static void
surmise_accounts_window_class_init (SurmiseAccountsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = surmise_accounts_window_get_property;
  object_class->set_property = surmise_accounts_window_set_property;
  object_class->dispose = surmise_accounts_window_dispose;
  object_class->finalize = surmise_accounts_window_finalize;

  properties[PROP_ACTIVE] = g_param_spec_object ("active", NULL, NULL, SURMISE_TYPE_ACCOUNT, flags);
  properties[PROP_ACTIVE_ID] = g_param_spec_string ("active-id", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (SURMISE_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-accounts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, keyring_notice);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, environment_notice);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, list);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, demo_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, connect_title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountsWindow, connect_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  /* The state of the radio buttons. */
  gtk_widget_class_install_property_action (widget_class, "accounts.use", "active-id");
  gtk_widget_class_install_action (widget_class, "accounts.back", NULL, back_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "accounts.back", NULL);
  _surmise_accounts_window_install_actions (widget_class);
}

static void
surmise_accounts_window_init (SurmiseAccountsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * surmise_accounts_window_new:
 * @context: the services
 * @parent: (nullable): the window that it belongs to
 *
 * Returns: (transfer none): a window, not shown yet
 */
GtkWidget *
surmise_accounts_window_new (SurmiseContext *context,
                             GtkWindow      *parent)
{
  SurmiseAccountsWindow *self;
  SurmiseAccountList *accounts;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (SURMISE_TYPE_ACCOUNTS_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  accounts = get_accounts (self);

  self->page = SURMISE_CONNECT_PAGE (surmise_connect_page_new (context));
  adw_bin_set_child (self->connect_bin, GTK_WIDGET (self->page));
  g_signal_connect_object (self->page, "connected", G_CALLBACK (on_connected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->page, "cancelled", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);

  gtk_list_box_bind_model (self->list, G_LIST_MODEL (accounts), create_row, NULL, NULL);
  g_signal_connect_object (accounts, "notify::keyring-state", G_CALLBACK (update_keyring), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accounts, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  update_keyring (self);
  update_environment (self);
  on_items_changed (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));

  return GTK_WIDGET (self);
}

SurmiseAccount *
surmise_accounts_window_get_active (SurmiseAccountsWindow *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNTS_WINDOW (self), NULL);

  return self->active;
}

void
surmise_accounts_window_set_active (SurmiseAccountsWindow *self,
                                    SurmiseAccount        *account)
{
  g_return_if_fail (SURMISE_IS_ACCOUNTS_WINDOW (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  if (!g_set_object (&self->active, account))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE_ID]);
}

void
surmise_accounts_window_add (SurmiseAccountsWindow *self)
{
  g_return_if_fail (SURMISE_IS_ACCOUNTS_WINDOW (self));

  show_page (self, _("Add Account"));
  surmise_connect_page_begin (self->page);
}

void
surmise_accounts_window_replace (SurmiseAccountsWindow *self,
                                 SurmiseAccount        *account)
{
  g_return_if_fail (SURMISE_IS_ACCOUNTS_WINDOW (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));

  show_page (self, _("Replace Token"));
  surmise_connect_page_begin_replace (self->page, account);
}
