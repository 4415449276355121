/* surmise-account-row.c – one account in the list, with what can be done about it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-account-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-account-text.h"

struct _SurmiseAccountRow
{
  GtkListBoxRow   parent_instance;

  GtkWidget      *radio;
  GtkLabel       *title;
  GtkLabel       *origin;
  GtkWidget      *state_icon;
  GtkSpinner     *spinner;
  GtkLabel       *state;
  GtkWidget      *warning;
  GtkWidget      *menu_button;
  GtkPopover     *rename_popover;
  GtkEditable    *rename_entry;

  SurmiseAccount *account; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseAccountRow, surmise_account_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_state_icon (SurmiseAccount *account)
{
  switch (surmise_account_get_state (account))
    {
    case SURMISE_ACCOUNT_STATE_VERIFIED:
      return "object-select-symbolic";

    case SURMISE_ACCOUNT_STATE_REJECTED:
      return "dialog-warning-symbolic";

    case SURMISE_ACCOUNT_STATE_OFFLINE:
      return "network-offline-symbolic";

    case SURMISE_ACCOUNT_STATE_LOCKED:
      return "changes-prevent-symbolic";

    case SURMISE_ACCOUNT_STATE_UNVERIFIED:
    case SURMISE_ACCOUNT_STATE_CHECKING:
    default:
      return NULL;
    }
}

static const char *
get_state_class (SurmiseAccount *account)
{
  switch (surmise_account_get_state (account))
    {
    case SURMISE_ACCOUNT_STATE_VERIFIED:
      return "success";

    case SURMISE_ACCOUNT_STATE_REJECTED:
      return "error";

    case SURMISE_ACCOUNT_STATE_OFFLINE:
    case SURMISE_ACCOUNT_STATE_LOCKED:
      return "warning";

    case SURMISE_ACCOUNT_STATE_UNVERIFIED:
    case SURMISE_ACCOUNT_STATE_CHECKING:
    default:
      return "dim-label";
    }
}

static void
update_state (SurmiseAccountRow *self)
{
  const char *icon = get_state_icon (self->account);
  gboolean checking = surmise_account_get_state (self->account) == SURMISE_ACCOUNT_STATE_CHECKING;
  const char *classes[] = { "caption", get_state_class (self->account), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), icon);
  gtk_widget_set_visible (self->state_icon, icon != NULL);
  gtk_widget_set_css_classes (self->state_icon, &classes[1]);
  gtk_spinner_set_spinning (self->spinner, checking);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), checking);
  gtk_label_set_label (self->state, surmise_account_text_state (self->account));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state), classes);
}

static void
update_names (SurmiseAccountRow *self,
              const char        *label,
              const char        *description)
{
  g_autofree char *menu = g_strdup_printf (_("Menu of %s"), label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->radio),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
}

/* Only what applies: the environment's account can be checked, the demo's needs nothing. */
static void
update_actions (SurmiseAccountRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SurmiseAccountPlace place = surmise_account_get_place (self->account);
  SurmiseAccountState state = surmise_account_get_state (self->account);
  gboolean locked = state == SURMISE_ACCOUNT_STATE_LOCKED;
  gboolean own = place == SURMISE_ACCOUNT_PLACE_KEYRING || place == SURMISE_ACCOUNT_PLACE_SESSION;
  gboolean remote = place != SURMISE_ACCOUNT_PLACE_DEMO;

  gtk_widget_action_set_enabled (widget, "account.rename", own && !locked);
  gtk_widget_action_set_enabled (widget, "account.check",
                                 remote && !locked && state != SURMISE_ACCOUNT_STATE_CHECKING);
  gtk_widget_action_set_enabled (widget, "account.replace", own && !locked);
  gtk_widget_action_set_enabled (widget, "account.copy", own && !locked);
  gtk_widget_action_set_enabled (widget, "account.remove", own);
  gtk_widget_set_visible (self->menu_button, remote);
}

static void
update (SurmiseAccountRow *self)
{
  g_autofree char *label = surmise_account_text_label (self->account);
  g_autofree char *origin = surmise_account_text_origin (self->account);
  g_autofree char *warning = surmise_account_text_warning (self->account);
  g_autofree char *description = g_strdup_printf ("%s · %s%s%s", origin, surmise_account_text_state (self->account),
                                                  warning != NULL ? " · " : "", warning != NULL ? warning : "");

  gtk_label_set_label (self->title, label);
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), g_utf8_strlen (label, -1) > 32 ? label : NULL);
  gtk_label_set_label (GTK_LABEL (self->warning), warning != NULL ? warning : "");
  gtk_widget_set_visible (self->warning, warning != NULL);
  update_state (self);
  update_names (self, label, description);
  update_actions (self);
}

static void
on_account_changed (SurmiseAccountRow *self)
{
  update (self);
}

static void
on_rename_shown (SurmiseAccountRow *self)
{
  g_autofree char *label = surmise_account_text_label (self->account);

  gtk_editable_set_text (self->rename_entry, label);
  gtk_widget_grab_focus (GTK_WIDGET (self->rename_entry));
  gtk_editable_select_region (self->rename_entry, 0, -1);
}

static void
on_rename_confirmed (SurmiseAccountRow *self)
{
  gtk_popover_popdown (self->rename_popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "accounts.rename", "(ss)", surmise_account_get_id (self->account),
                              gtk_editable_get_text (self->rename_entry));
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_popover_popup (SURMISE_ACCOUNT_ROW (widget)->rename_popover);
}

/* "account.remove" here is "accounts.remove" of this account for whoever owns the list. */
static void
pass_on_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SurmiseAccountRow *self = SURMISE_ACCOUNT_ROW (widget);
  g_autofree char *action = g_strconcat ("accounts.", name + strlen ("account."), NULL);

  /* A Delete that the entry does not want must not remove the account. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->rename_popover)))
    return;

  gtk_widget_activate_action (widget, action, "s", surmise_account_get_id (self->account));
}

static void
surmise_account_row_dispose (GObject *object)
{
  SurmiseAccountRow *self = SURMISE_ACCOUNT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_ACCOUNT_ROW);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_account_row_parent_class)->dispose (object);
}

static void
surmise_account_row_class_init (SurmiseAccountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_account_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-account-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, radio);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, origin);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, state);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, warning);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, rename_popover);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAccountRow, rename_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_rename_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_rename_confirmed);

  gtk_widget_class_install_action (widget_class, "account.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "account.check", NULL, pass_on_action);
  gtk_widget_class_install_action (widget_class, "account.replace", NULL, pass_on_action);
  gtk_widget_class_install_action (widget_class, "account.copy", NULL, pass_on_action);
  gtk_widget_class_install_action (widget_class, "account.remove", NULL, pass_on_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "account.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "account.remove", NULL);
}

static void
surmise_account_row_init (SurmiseAccountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_account_row_new (SurmiseAccount *account)
{
  SurmiseAccountRow *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  self = g_object_new (SURMISE_TYPE_ACCOUNT_ROW, NULL);
  self->account = g_object_ref (account);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->radio), "s", surmise_account_get_id (account));
  g_signal_connect_object (account, "notify", G_CALLBACK (on_account_changed), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

SurmiseAccount *
surmise_account_row_get_account (SurmiseAccountRow *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_ROW (self), NULL);

  return self->account;
}
