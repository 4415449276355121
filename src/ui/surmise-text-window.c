/* surmise-text-window.c – a small window with a text to read and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-text-window.h"

struct _SurmiseTextWindow
{
  AdwWindow  parent_instance;

  GtkLabel  *label;
};

G_DEFINE_FINAL_TYPE (SurmiseTextWindow, surmise_text_window, ADW_TYPE_WINDOW)

static void
surmise_text_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_TEXT_WINDOW);

  G_OBJECT_CLASS (surmise_text_window_parent_class)->dispose (object);
}

static void
surmise_text_window_class_init (SurmiseTextWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_text_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-text-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseTextWindow, label);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
surmise_text_window_init (SurmiseTextWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
surmise_text_window_show (GtkWindow  *parent,
                          const char *title,
                          const char *text)
{
  SurmiseTextWindow *self = g_object_new (SURMISE_TYPE_TEXT_WINDOW, "transient-for", parent, "title", title, NULL);

  gtk_label_set_label (self->label, text);
  gtk_window_present (GTK_WINDOW (self));
}
