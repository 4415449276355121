/* surmise-accounts-actions.c – what can be done with the accounts in their window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-accounts-window-private.h"

#include <glib/gi18n.h>

#include "surmise-account-actions.h"
#include "surmise-account-text.h"
#include "surmise-error-text.h"
#include "surmise-token-clipboard.h"

/* Long enough to notice a mistake. */
#define UNDO_SECONDS 10

/* An account on its way out, or back. */
typedef struct {
  SurmiseAccountsWindow *window;     /* (owned) */
  char                  *label;      /* (owned) */
  SurmiseRemovedAccount *removed;    /* (owned) (nullable): once it is out */
  SurmiseAccount        *account;    /* (owned) (nullable): until it is out */
  gboolean               was_active;
} Removal;

static void
removal_free (Removal *self)
{
  g_clear_pointer (&self->removed, surmise_removed_account_free);
  g_clear_object (&self->account);
  g_clear_object (&self->window);
  g_clear_pointer (&self->label, g_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

static void restore (SurmiseAccountsWindow *self,
                     AdwToast              *toast);

static SurmiseAccountList *
get_accounts (SurmiseAccountsWindow *self)
{
  return surmise_context_get_accounts (self->context);
}

static gboolean
is_closed (SurmiseAccountsWindow *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

static SurmiseAccount *
find_account (SurmiseAccountsWindow *self,
              GVariant              *parameter)
{
  return surmise_account_list_find (get_accounts (self), g_variant_get_string (parameter, NULL));
}

static void
show_error (SurmiseAccountsWindow *self,
            const GError          *error)
{
  g_autoptr(SurmiseErrorText) text = NULL;

  if (is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = surmise_error_text_new (error);
  _surmise_accounts_window_toast (self, text->title);
}

/* The toast holds what Undo needs, and no one else does: when the toast goes, so does the token. */
static void
offer_undo (Removal    *removal,
            const char *text,
            const char *button)
{
  SurmiseAccountsWindow *self = removal->window;
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  /* It must not hold the window that holds it. */
  g_clear_object (&removal->window);
  g_object_set_data_full (G_OBJECT (toast), "removal", removal, (GDestroyNotify) removal_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (restore), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Removal) removal = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccount) account = NULL;
  g_autoptr(SurmiseAccountsWindow) self = g_object_ref (removal->window);
  g_autoptr(SurmiseErrorText) text = NULL;

  account = surmise_account_list_restore_finish (SURMISE_ACCOUNT_LIST (source), result, &error);
  if (is_closed (self))
    return;

  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE))
    {
      show_error (self, error);
      return;
    }
  if (account == NULL)
    {
      text = surmise_error_text_new (error);
      offer_undo (g_steal_pointer (&removal), text->title, surmise_error_action_get_label (SURMISE_ERROR_ACTION_TRY_AGAIN));
      return;
    }

  if (removal->was_active)
    surmise_accounts_window_set_active (self, account);
}

static void
restore (SurmiseAccountsWindow *self,
         AdwToast              *toast)
{
  Removal *removal = g_object_steal_data (G_OBJECT (toast), "removal");

  removal->window = g_object_ref (self);
  surmise_account_list_restore_async (get_accounts (self), removal->removed, NULL, restored_cb, removal);
}

/* The list begins with those of the keyring and ends with the demo. */
static SurmiseAccount *
find_other (SurmiseAccountsWindow *self)
{
  g_autoptr(SurmiseAccount) first = g_list_model_get_item (G_LIST_MODEL (get_accounts (self)), 0);

  /* The list holds it. */
  return first;
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Removal) removal = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccountsWindow) self = g_object_ref (removal->window);
  g_autofree char *text = NULL;

  removal->removed = surmise_account_list_remove_finish (SURMISE_ACCOUNT_LIST (source), result, &error);
  if (removal->removed == NULL)
    {
      show_error (self, error);
      return;
    }
  if (is_closed (self))
    return;

  if (self->active == removal->account)
    surmise_accounts_window_set_active (self, find_other (self));
  g_clear_object (&removal->account);

  text = g_strdup_printf (_("Removed “%s”"), removal->label);
  offer_undo (g_steal_pointer (&removal), text, _("_Undo"));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  SurmiseAccount *account = find_account (self, parameter);
  Removal *removal;

  if (account == NULL)
    return;

  removal = g_new0 (Removal, 1);
  removal->window = g_object_ref (self);
  removal->account = g_object_ref (account);
  removal->label = surmise_account_text_label (account);
  removal->was_active = account == self->active;
  /* Not cancelled when the window closes: what a person removed is to be gone. */
  surmise_account_list_remove_async (get_accounts (self), account, NULL, removed_cb, removal);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SurmiseAccountsWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!surmise_account_list_check_finish (SURMISE_ACCOUNT_LIST (source), result, &error))
    show_error (self, error);
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  SurmiseAccount *account = find_account (self, parameter);

  if (account != NULL)
    surmise_account_list_check_async (get_accounts (self), account, self->cancellable, checked_cb, g_object_ref (self));
}

static void
renamed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SurmiseAccountsWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!surmise_account_list_rename_finish (SURMISE_ACCOUNT_LIST (source), result, &error))
    show_error (self, error);
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  SurmiseAccount *account;
  const char *id, *label;

  g_variant_get (parameter, "(&s&s)", &id, &label);
  account = surmise_account_list_find (get_accounts (self), id);
  if (account != NULL)
    surmise_account_list_rename_async (get_accounts (self), account, label, NULL, renamed_cb, g_object_ref (self));
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SurmiseAccountsWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, &error);
  g_autofree char *text = NULL;

  if (token == NULL)
    {
      show_error (self, error);
      return;
    }
  if (is_closed (self))
    return;

  surmise_token_clipboard_offer (gtk_widget_get_clipboard (GTK_WIDGET (self)), token, SURMISE_TOKEN_CLIPBOARD_SECONDS);
  text = g_strdup_printf (ngettext ("The token is on the clipboard for %d second",
                                    "The token is on the clipboard for %d seconds", SURMISE_TOKEN_CLIPBOARD_SECONDS),
                          SURMISE_TOKEN_CLIPBOARD_SECONDS);
  _surmise_accounts_window_toast (self, text);
}

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  SurmiseAccount *account = find_account (self, parameter);

  if (account != NULL)
    surmise_account_load_token_async (account, self->cancellable, copied_cb, g_object_ref (self));
}

static void
replace_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  SurmiseAccount *account = find_account (self, parameter);

  if (account != NULL)
    surmise_accounts_window_replace (self, account);
}

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  surmise_accounts_window_add (SURMISE_ACCOUNTS_WINDOW (widget));
}

static void
demo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account = surmise_account_list_get_demo (get_accounts (self), &error);

  if (account != NULL)
    surmise_accounts_window_set_active (self, account);
  else
    show_error (self, error);
}

static void
unlocked_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* What it came to stands above the list: the keyring's state says it. */
  if (!surmise_account_list_load_finish (SURMISE_ACCOUNT_LIST (source), result, &error))
    g_debug ("The keyring was not opened: %s", error->message);
}

static void
unlock_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SurmiseAccountsWindow *self = SURMISE_ACCOUNTS_WINDOW (widget);

  surmise_account_list_load_async (get_accounts (self), TRUE, self->cancellable, unlocked_cb, NULL);
}

void
_surmise_accounts_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "accounts.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "accounts.demo", NULL, demo_action);
  gtk_widget_class_install_action (widget_class, "accounts.unlock", NULL, unlock_action);
  gtk_widget_class_install_action (widget_class, "accounts.check", "s", check_action);
  gtk_widget_class_install_action (widget_class, "accounts.rename", "(ss)", rename_action);
  gtk_widget_class_install_action (widget_class, "accounts.replace", "s", replace_action);
  gtk_widget_class_install_action (widget_class, "accounts.copy", "s", copy_action);
  gtk_widget_class_install_action (widget_class, "accounts.remove", "s", remove_action);
}

/* A toast's title is markup, a label is not. */
void
_surmise_accounts_window_toast (SurmiseAccountsWindow *self,
                                const char            *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
