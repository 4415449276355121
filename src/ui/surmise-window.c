/* surmise-window.c – a window: its pictures, its account and its model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "surmise-model-button.h"

/**
 * SurmiseWindow:
 *
 * Which page shows, which bar hangs over it and what can be done follow from the account, the model and the pictures, in
 * surmise_window_update() alone; everything else only changes those three.
 */
G_DEFINE_FINAL_TYPE (SurmiseWindow, surmise_window, ADW_TYPE_APPLICATION_WINDOW)

typedef enum {
  PROP_SHOW_GRID = 1,
  PROP_COMPARE,
  PROP_PRESENT,
} SurmiseWindowProperty;

#define N_PROPS (PROP_PRESENT + 1)

static GParamSpec *properties[N_PROPS];

static const char *
find_page (SurmiseWindow *self)
{
  if (self->connecting)
    return "connect";
  if (self->presenting)
    return "presentation";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->pictures)) > 0)
    return "pictures";
  if (self->account != NULL)
    return "empty";

  return "welcome";
}

static void
on_activated (SurmiseWindow *self)
{
  g_object_set (self, "show-grid", FALSE, NULL);
}

static void
on_copied (SurmiseWindow *self,
           const char    *text)
{
  surmise_window_toast (self, text);
}

/* Made with the first picture: the start does not wait for it. */
static void
ensure_pictures_page (SurmiseWindow *self)
{
  GSettings *settings = surmise_context_get_settings (self->context);

  if (self->pictures_page != NULL)
    return;

  self->pictures_page = SURMISE_PICTURES_PAGE (surmise_pictures_page_new (self->selection, settings));
  g_signal_connect_object (self->pictures_page, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures_page, "add-model", G_CALLBACK (surmise_model_button_popup_to_add),
                           self->model_button, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures_page, "copied", G_CALLBACK (on_copied), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->pictures_page), "pictures");
}

static void
on_sample_chosen (SurmiseWindow *self,
                  GFile         *file)
{
  surmise_window_open (self, &file, 1);
}

static void
show_model_on_empty_page (SurmiseWindow *self)
{
  g_autofree char *name = NULL;

  if (self->empty_page == NULL)
    {
      self->empty_page = SURMISE_EMPTY_PAGE (surmise_empty_page_new ());
      g_signal_connect_object (self->empty_page, "chosen", G_CALLBACK (on_sample_chosen), self, G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->empty_page), "empty");
    }

  g_object_get (self->model_button, "model-name", &name, NULL);
  surmise_empty_page_set_model (self->empty_page, name != NULL ? name : "", surmise_window_refuses_pictures (self));
}

static gboolean
on_update (gpointer user_data)
{
  SurmiseWindow *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  const char *page = find_page (self);

  self->update_id = 0;
  if (n > 0)
    ensure_pictures_page (self);
  if (g_str_equal (page, "empty"))
    show_model_on_empty_page (self);
  if (self->pictures_page != NULL)
    surmise_pictures_page_update (self->pictures_page, self->show_grid);
  if (self->account != NULL)
    surmise_window_check_model (self);
  surmise_window_update_question (self);
  surmise_window_update_comparison (self);
  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->header, !self->presenting);
  gtk_widget_set_visible (self->grid_button, n > 1 && g_str_equal (page, "pictures"));
  gtk_stack_set_visible_child_name (self->titles, self->account != NULL && !self->connecting ? "model" : "name");
  gtk_widget_set_visible (self->add_button, !self->connecting);
  surmise_window_update_bar (self);
  surmise_window_update_actions (self);

  return G_SOURCE_REMOVE;
}

/* Many changes make one update. */
void
surmise_window_update (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 15, on_update, self, NULL);
}

void
surmise_window_toast (SurmiseWindow *self,
                      const char    *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
surmise_window_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  SurmiseWindow *self = SURMISE_WINDOW (object);

  switch ((SurmiseWindowProperty) prop_id)
    {
    case PROP_SHOW_GRID:
      g_value_set_boolean (value, self->show_grid);
      break;

    case PROP_COMPARE:
      g_value_set_boolean (value, self->comparing);
      break;

    case PROP_PRESENT:
      g_value_set_boolean (value, self->presenting);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_window_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  SurmiseWindow *self = SURMISE_WINDOW (object);

  switch ((SurmiseWindowProperty) prop_id)
    {
    case PROP_SHOW_GRID:
      self->show_grid = g_value_get_boolean (value);
      surmise_window_update (self);
      break;

    case PROP_COMPARE:
      surmise_window_set_comparing (self, g_value_get_boolean (value));
      break;

    case PROP_PRESENT:
      surmise_window_set_presenting (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
surmise_window_close_request (GtkWindow *window)
{
  SurmiseWindow *self = SURMISE_WINDOW (window);
  GSettings *settings = surmise_context_get_settings (self->context);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_boolean (settings, "show-grid", self->show_grid);

  /* What is under way for this window is broken off, not left to run for nobody. */
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->asking.check_cancellable);
  g_clear_object (&self->asking.comparison);
  surmise_window_remove (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pictures)));

  return GTK_WINDOW_CLASS (surmise_window_parent_class)->close_request (window);
}

static void
surmise_window_dispose (GObject *object)
{
  SurmiseWindow *self = SURMISE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->refused_id, g_source_remove);
  g_clear_object (&self->account_signals);
  surmise_window_end_model (self);
  g_clear_object (&self->asking.comparison);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->pictures);
  g_clear_object (&self->account);
  g_clear_object (&self->model);
  g_clear_object (&self->wanted_model);
  g_clear_object (&self->context);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->refused, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, veil);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, veil_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, header);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, prompt_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, grid_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWindow, pages);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_bar_closed", G_CALLBACK (surmise_window_on_bar_closed));
}

static void
surmise_window_class_init (SurmiseWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_window_dispose;
  object_class->get_property = surmise_window_get_property;
  object_class->set_property = surmise_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = surmise_window_close_request;

  properties[PROP_SHOW_GRID] = g_param_spec_boolean ("show-grid", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPARE] = g_param_spec_boolean ("compare", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PRESENT] = g_param_spec_boolean ("present", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SURMISE_TYPE_BAR);
  bind_template (widget_class);
  surmise_window_class_install_actions (widget_class);
}

/* Once the account works again, what could not be asked about the model can. */
static void
on_account_state (SurmiseWindow *self)
{
  if (surmise_account_get_state (self->account) == SURMISE_ACCOUNT_STATE_VERIFIED && self->asking.check == NULL
      && self->asking.check_cancellable == NULL)
    self->asking.checked = FALSE;
  surmise_window_update (self);
}

/* A split button does not pass its own name on to the two buttons that it is made of. */
static void
name_add_button (SurmiseWindow *self)
{
  GtkWidget *open = gtk_widget_get_first_child (self->add_button);
  GtkWidget *more = gtk_widget_get_last_child (self->add_button);

  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add pictures"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_split_button_get_dropdown_tooltip (ADW_SPLIT_BUTTON (self->add_button)), -1);
}

static void
create_main_menu (GtkMenuButton *menu_button,
                  gpointer       user_data)
{
  SurmiseWindow *self = user_data;

  if (gtk_menu_button_get_menu_model (menu_button) == NULL)
    gtk_menu_button_set_menu_model (menu_button, self->main_menu);
}

static void
surmise_window_init (SurmiseWindow *self)
{
  g_autoptr(GdkTexture) icon = gdk_texture_new_from_resource ("/io/github/surmise/Surmise/io.github.surmise.Surmise.png");

  self->cancellable = g_cancellable_new ();
  self->refused = g_ptr_array_new_with_free_func (g_free);
  self->asking.held = g_ptr_array_new_with_free_func (g_object_unref);
  self->pictures = g_list_store_new (SURMISE_TYPE_PICTURE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->pictures)));

  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_paintable (self->welcome, GDK_PAINTABLE (icon));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_main_menu, self, NULL);
  name_add_button (self);
  surmise_window_init_drop (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (surmise_window_update), self,
                           G_CONNECT_SWAPPED);
  self->account_signals = g_signal_group_new (SURMISE_TYPE_ACCOUNT);
  g_signal_group_connect_swapped (self->account_signals, "notify::state", G_CALLBACK (on_account_state), self);
}

/**
 * surmise_window_new:
 * @application: the application
 * @context: the services
 *
 * Returns: (transfer none): a window, not shown yet
 */
SurmiseWindow *
surmise_window_new (AdwApplication *application,
                    SurmiseContext *context)
{
  SurmiseWindow *self;
  GSettings *settings;

  g_return_val_if_fail (ADW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_WINDOW, "application", application, NULL);
  settings = surmise_context_get_settings (context);
  self->context = g_object_ref (context);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->show_grid = g_settings_get_boolean (settings, "show-grid");

  surmise_window_init_account (self);
  on_update (self);

  return self;
}
