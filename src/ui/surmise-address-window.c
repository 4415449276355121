/* surmise-address-window.c – asks for a web address
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-address-window.h"

#include "surmise-address.h"
#include "surmise-error-text.h"

struct _SurmiseAddressWindow
{
  AdwWindow  parent_instance;

  GtkEntry  *entry;
  GtkLabel  *problem;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (SurmiseAddressWindow, surmise_address_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

/* Says what is wrong as soon as something is typed, and nothing before. */
static void
on_changed (SurmiseAddressWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr(GError) error = NULL;
  g_autofree char *address = surmise_address_check (text, &error);
  g_autoptr(SurmiseErrorText) problem = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_sensitive (self->add, address != NULL);
  if (address == NULL && *text != '\0')
    {
      problem = surmise_error_text_new (error);
      label = g_strdup_printf ("%s\n%s", problem->title, problem->hint);
    }
  gtk_label_set_label (self->problem, label != NULL ? label : "");
}

static void
on_add (SurmiseAddressWindow *self)
{
  g_autofree char *address = surmise_address_check (gtk_editable_get_text (GTK_EDITABLE (self->entry)), NULL);

  if (address == NULL)
    return;

  g_signal_emit (self, chosen_signal, 0, address);
  gtk_window_close (GTK_WINDOW (self));
}

static void
surmise_address_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_ADDRESS_WINDOW);

  G_OBJECT_CLASS (surmise_address_window_parent_class)->dispose (object);
}

static void
surmise_address_window_class_init (SurmiseAddressWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_address_window_dispose;

  chosen_signal = g_signal_new ("chosen", SURMISE_TYPE_ADDRESS_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-address-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseAddressWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAddressWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAddressWindow, add);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
surmise_address_window_init (SurmiseAddressWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

GtkWindow *
surmise_address_window_new (GtkWindow *parent)
{
  return g_object_new (SURMISE_TYPE_ADDRESS_WINDOW, "transient-for", parent, NULL);
}
