/* surmise-zoom-bar.c – closer, further away, or all of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-zoom-bar.h"

/**
 * SurmiseZoomBar:
 *
 * The style sheet shows it while the pointer or the focus is on the picture, and while the picture is zoomed.
 */
struct _SurmiseZoomBar
{
  GtkBox     parent_instance;

  GtkWidget *out;
  GtkWidget *fit;
};

G_DEFINE_FINAL_TYPE (SurmiseZoomBar, surmise_zoom_bar, GTK_TYPE_BOX)

enum { STEP, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_in (SurmiseZoomBar *self)
{
  g_signal_emit (self, signals[STEP], 0, 1);
}

static void
on_out (SurmiseZoomBar *self)
{
  g_signal_emit (self, signals[STEP], 0, -1);
}

static void
on_fit (SurmiseZoomBar *self)
{
  g_signal_emit (self, signals[STEP], 0, 0);
}

static void
surmise_zoom_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_ZOOM_BAR);

  G_OBJECT_CLASS (surmise_zoom_bar_parent_class)->dispose (object);
}

static void
surmise_zoom_bar_class_init (SurmiseZoomBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_zoom_bar_dispose;

  signals[STEP] = g_signal_new ("step", SURMISE_TYPE_ZOOM_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseZoomBar, out);
  gtk_widget_class_bind_template_child (widget_class, SurmiseZoomBar, fit);
  gtk_widget_class_bind_template_callback (widget_class, on_in);
  gtk_widget_class_bind_template_callback (widget_class, on_out);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

static void
surmise_zoom_bar_init (SurmiseZoomBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_zoom_bar_new (void)
{
  return g_object_new (SURMISE_TYPE_ZOOM_BAR, NULL);
}

/* 1 shows all of the picture. */
void
surmise_zoom_bar_set_level (SurmiseZoomBar *self,
                            double          level)
{
  g_return_if_fail (SURMISE_IS_ZOOM_BAR (self));

  gtk_widget_set_sensitive (self->out, level > 1);
  gtk_widget_set_sensitive (self->fit, level > 1);
  if (level > 1)
    gtk_widget_add_css_class (GTK_WIDGET (self), "zoomed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "zoomed");
}
