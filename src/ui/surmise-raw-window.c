/* surmise-raw-window.c – an answer as the service wrote it, to read, search and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-raw-window.h"

#include <glib/gi18n.h>

#include "surmise-answer-view.h"
#include "surmise-raw-view.h"

/**
 * SurmiseRawWindow:
 *
 * Follows its picture: when the model is asked again, the new answer takes the place of the old one.
 */
struct _SurmiseRawWindow
{
  AdwWindow        parent_instance;

  AdwWindowTitle  *title;
  AdwToastOverlay *toasts;
  GtkStack        *stack;
  SurmiseRawView  *view;

  SurmisePicture  *picture; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseRawWindow, surmise_raw_window, ADW_TYPE_WINDOW)

static void
update (SurmiseRawWindow *self)
{
  ClarifaiOutput *output = surmise_picture_get_output (self->picture);
  g_autofree char *raw = output != NULL ? clarifai_output_dup_raw (output) : NULL;

  surmise_answer_view_set_output (SURMISE_ANSWER_VIEW (self->view), raw != NULL ? output : NULL);
  gtk_stack_set_visible_child_name (self->stack, raw != NULL ? "view" : "nothing");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "raw-window.copy", raw != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "raw-window.search", raw != NULL);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseRawWindow *self = SURMISE_RAW_WINDOW (widget);
  g_autofree char *toast = NULL;
  g_autofree char *text = surmise_answer_view_dup_text (SURMISE_ANSWER_VIEW (self->view), &toast);

  if (text == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (toast));
}

static void
on_search (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  surmise_raw_view_search (SURMISE_RAW_WINDOW (widget)->view);
}

static void
surmise_raw_window_dispose (GObject *object)
{
  SurmiseRawWindow *self = SURMISE_RAW_WINDOW (object);

  g_clear_object (&self->picture);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_RAW_WINDOW);

  G_OBJECT_CLASS (surmise_raw_window_parent_class)->dispose (object);
}

static void
surmise_raw_window_class_init (SurmiseRawWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_raw_window_dispose;

  g_type_ensure (SURMISE_TYPE_RAW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-raw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawWindow, view);
  gtk_widget_class_install_action (widget_class, "raw-window.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "raw-window.search", NULL, on_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "raw-window.search", NULL);
}

static void
surmise_raw_window_init (SurmiseRawWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * surmise_raw_window_show:
 * @parent: the window before which it stands
 * @picture: whose answer to show
 */
void
surmise_raw_window_show (GtkWindow      *parent,
                         SurmisePicture *picture)
{
  SurmiseRawWindow *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));

  self = g_object_new (SURMISE_TYPE_RAW_WINDOW, "transient-for", parent, NULL);
  self->picture = g_object_ref (picture);
  adw_window_title_set_subtitle (self->title, surmise_picture_get_name (picture));
  g_signal_connect_object (picture, "notify::output", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
