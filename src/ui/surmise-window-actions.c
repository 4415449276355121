/* surmise-window-actions.c – what can be done in a window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "surmise-account-text.h"
#include "surmise-accounts-window.h"
#include "surmise-address-window.h"
#include "surmise-compat.h"
#include "surmise-connect-page.h"
#include "surmise-model-button.h"

static void
pick_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SurmiseWindow *self = SURMISE_WINDOW (source);
  g_autoptr(GListModel) files = surmise_pick_images_finish (GTK_WINDOW (self), result, NULL);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (list, g_list_model_get_item (files, i));
  if (list->len > 0)
    surmise_window_add_files (self, list);
}

static void
on_open (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  surmise_pick_images_async (GTK_WINDOW (self), self->cancellable, pick_cb, NULL);
}

static void
on_address (SurmiseWindow *self,
            const char    *address)
{
  surmise_window_add_address (self, address);
}

static void
on_add_address (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  GtkWindow *window = surmise_address_window_new (GTK_WINDOW (widget));

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_address), widget, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
on_paste (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  surmise_window_paste (SURMISE_WINDOW (widget));
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  surmise_pictures_page_copy (SURMISE_WINDOW (widget)->pictures_page);
}

static void
on_find (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  surmise_pictures_page_search (SURMISE_WINDOW (widget)->pictures_page);
}

static void
on_demo (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  self->connecting = FALSE;
  surmise_window_use_demo (self);
  if (self->account != NULL)
    g_settings_set_string (surmise_context_get_settings (self->context), "account", surmise_account_get_id (self->account));
}

static void
on_connected (SurmiseWindow  *self,
              SurmiseAccount *account)
{
  g_autofree char *text = surmise_account_text_connected (account);

  self->connecting = FALSE;
  /* The page that was just left says what goes to Clarifai. */
  g_settings_set_boolean (surmise_context_get_settings (self->context), "upload-explained", TRUE);
  surmise_window_set_account (self, account, TRUE, TRUE);
  surmise_window_toast (self, text);
  surmise_window_update (self);
}

static void
on_cancelled (SurmiseWindow *self)
{
  self->connecting = FALSE;
  surmise_window_update (self);
}

static void
on_connect (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  if (self->connect_page == NULL)
    {
      self->connect_page = surmise_connect_page_new (self->context);
      g_signal_connect_object (self->connect_page, "connected", G_CALLBACK (on_connected), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->connect_page, "cancelled", G_CALLBACK (on_cancelled), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, self->connect_page, "connect");
    }
  self->connecting = TRUE;
  surmise_window_update (self);
  surmise_connect_page_begin (SURMISE_CONNECT_PAGE (self->connect_page));
}

static void
on_active_account (SurmiseWindow *self,
                   GParamSpec    *pspec,
                   GObject       *accounts)
{
  g_autoptr(SurmiseAccount) account = NULL;

  g_object_get (accounts, "active", &account, NULL);
  if (account != NULL)
    surmise_window_set_account (self, account, TRUE, TRUE);
}

static void
on_accounts (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);
  GtkWidget *accounts = surmise_accounts_window_new (self->context, GTK_WINDOW (self));

  g_object_set (accounts, "active", self->account, NULL);
  g_signal_connect_object (accounts, "notify::active", G_CALLBACK (on_active_account), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (accounts));
}

static void
on_unlock (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  surmise_account_list_load_async (surmise_context_get_accounts (self->context), TRUE, self->cancellable, NULL, NULL);
}

static void
on_choose_model (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  surmise_model_button_popup (SURMISE_MODEL_BUTTON (SURMISE_WINDOW (widget)->model_button));
}

static void
on_upload_explained (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  g_settings_set_boolean (surmise_context_get_settings (self->context), "upload-explained", TRUE);
  surmise_window_update (self);
}

static void
on_try_again (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);
  SurmisePicture *chosen = surmise_window_get_chosen (self);

  if (chosen != NULL)
    surmise_window_ask (self, chosen);
}

static void
on_cancel (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);
  SurmisePicture *chosen = surmise_window_get_chosen (self);

  if (chosen != NULL)
    surmise_tagger_cancel (surmise_context_get_tagger (self->context), chosen);
}

static void
on_cancel_all (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  surmise_window_cancel_all (SURMISE_WINDOW (widget));
}

static void
on_retry_failed (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_FAILED)
        surmise_window_ask (self, picture);
    }
}

static void
on_undo_remove (AdwToast  *toast,
                GPtrArray *pictures)
{
  surmise_window_put_back (SURMISE_WINDOW (g_object_get_data (G_OBJECT (toast), "window")), pictures,
                           GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (toast), "position")));
}

static void
remove_with_undo (SurmiseWindow *self,
                  guint          position,
                  guint          n)
{
  g_autoptr(GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast;

  for (guint i = position; i < position + n; i++)
    g_ptr_array_add (removed, g_list_model_get_item (G_LIST_MODEL (self->pictures), i));
  if (n == 1)
    title = g_strdup_printf (_("Removed “%s”"), surmise_picture_get_name (removed->pdata[0]));
  else
    title = g_strdup_printf (ngettext ("Removed %u picture", "Removed %u pictures", n), n);
  surmise_window_remove (self, position, n);

  markup = g_markup_escape_text (title, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  /* What can be undone is said before whatever else is being said. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_object_set_data (G_OBJECT (toast), "position", GUINT_TO_POINTER (position));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_undo_remove), g_steal_pointer (&removed),
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
on_remove (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  if (surmise_window_get_chosen (self) != NULL)
    remove_with_undo (self, gtk_single_selection_get_selected (self->selection), 1);
}

static void
on_remove_all (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  SurmiseWindow *self = SURMISE_WINDOW (widget);

  remove_with_undo (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pictures)));
}

static void
move_by (SurmiseWindow *self,
         int            step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n > 0)
    gtk_single_selection_set_selected (self->selection, (guint) CLAMP ((int) selected + step, 0, (int) n - 1));
}

static void
on_next (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  move_by (SURMISE_WINDOW (widget), 1);
}

static void
on_previous (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  move_by (SURMISE_WINDOW (widget), -1);
}

static void
on_about_model (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  surmise_window_show_model (SURMISE_WINDOW (widget));
}

static void
on_show_raw (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  surmise_window_show_raw (SURMISE_WINDOW (widget));
}

static void
on_copy_code (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  surmise_window_show_code (SURMISE_WINDOW (widget));
}

void
surmise_window_update_actions (SurmiseWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  ClarifaiOutput *output = chosen != NULL ? surmise_picture_get_output (chosen) : NULL;
  gboolean has_pictures = g_list_model_get_n_items (G_LIST_MODEL (self->pictures)) > 0;
  /* What is covered by a presentation must not take the focus from it. */
  gboolean uncovered = !self->presenting;

  gtk_widget_action_set_enabled (widget, "win.choose-model", self->account != NULL && !self->connecting && uncovered);
  gtk_widget_action_set_enabled (widget, "win.about-model", self->account != NULL && !self->connecting);
  gtk_widget_action_set_enabled (widget, "win.compare", self->account != NULL && has_pictures && uncovered);
  gtk_widget_action_set_enabled (widget, "win.present", has_pictures);
  gtk_widget_action_set_enabled (widget, "win.show-raw", output != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-code", self->account != NULL && !self->connecting);
  gtk_widget_action_set_enabled (widget, "win.copy", chosen != NULL);
  gtk_widget_action_set_enabled (widget, "win.find", chosen != NULL && uncovered);
  gtk_widget_action_set_enabled (widget, "win.show-grid", uncovered);
  gtk_widget_action_set_enabled (widget, "win.remove", chosen != NULL);
  gtk_widget_action_set_enabled (widget, "win.remove-all", has_pictures);
  gtk_widget_action_set_enabled (widget, "win.try-again", chosen != NULL && self->account != NULL);
  gtk_widget_action_set_enabled (widget, "win.cancel", chosen != NULL && surmise_picture_is_busy (chosen));
}

/* Once, when the class is made. */
void
surmise_window_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                      *name;
    GtkWidgetActionActivateFunc      activate;
    guint                            key;
    GdkModifierType                  modifiers;
  } actions[] = {
    { "win.open", on_open, GDK_KEY_o, GDK_CONTROL_MASK },
    { "win.add-address", on_add_address, GDK_KEY_l, GDK_CONTROL_MASK },
    { "win.paste", on_paste, GDK_KEY_v, GDK_CONTROL_MASK },
    { "win.copy", on_copy, GDK_KEY_c, GDK_CONTROL_MASK },
    { "win.find", on_find, GDK_KEY_f, GDK_CONTROL_MASK },
    { "win.choose-model", on_choose_model, GDK_KEY_m, GDK_CONTROL_MASK },
    { "win.about-model", on_about_model, GDK_KEY_i, GDK_CONTROL_MASK },
    { "win.show-raw", on_show_raw, GDK_KEY_u, GDK_CONTROL_MASK },
    { "win.copy-code", on_copy_code, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "win.remove", on_remove, GDK_KEY_Delete, 0 },
    { "win.try-again", on_try_again, GDK_KEY_r, GDK_CONTROL_MASK },
    { "win.cancel", on_cancel, GDK_KEY_Escape, 0 },
    { "win.next", on_next, GDK_KEY_Page_Down, 0 },
    { "win.previous", on_previous, GDK_KEY_Page_Up, 0 },
    { "win.remove-all", on_remove_all, 0, 0 },
    { "win.retry-failed", on_retry_failed, 0, 0 },
    { "win.cancel-all", on_cancel_all, 0, 0 },
    { "win.demo", on_demo, 0, 0 },
    { "win.connect", on_connect, 0, 0 },
    { "win.accounts", on_accounts, 0, 0 },
    { "win.unlock", on_unlock, 0, 0 },
    { "win.upload-explained", on_upload_explained, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers, actions[i].name, NULL);
    }
  gtk_widget_class_install_property_action (widget_class, "win.show-grid", "show-grid");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "win.show-grid", NULL);
  gtk_widget_class_install_property_action (widget_class, "win.compare", "compare");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "win.compare", NULL);
  gtk_widget_class_install_property_action (widget_class, "win.present", "present");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "win.present", NULL);
}
