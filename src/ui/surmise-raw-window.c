/* surmise-raw-window.c – an answer as the service wrote it, to read, search and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-raw-window.h"

#include <glib/gi18n.h>

struct _SurmiseRawWindow
{
  AdwWindow  parent_instance;
};

G_DEFINE_FINAL_TYPE (SurmiseRawWindow, surmise_raw_window, ADW_TYPE_WINDOW)

static void
surmise_raw_window_class_init (SurmiseRawWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
surmise_raw_window_init (SurmiseRawWindow *self)
{
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

  self = g_object_new (SURMISE_TYPE_RAW_WINDOW, "transient-for", parent, "title", _("Raw Answer"), NULL);
  gtk_window_present (GTK_WINDOW (self));
}
