/* surmise-code-window.c – the question as code, to be asked elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-code-window.h"

#include <glib/gi18n.h>

struct _SurmiseCodeWindow
{
  AdwWindow parent_instance;
};

G_DEFINE_FINAL_TYPE (SurmiseCodeWindow, surmise_code_window, ADW_TYPE_WINDOW)

static void
surmise_code_window_class_init (SurmiseCodeWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
surmise_code_window_init (SurmiseCodeWindow *self)
{
}

/* @picture: (nullable): what the question is asked about, where it is about one */
void
surmise_code_window_show (GtkWindow       *parent,
                          SurmiseAccount  *account,
                          SurmisePicture  *picture,
                          SurmiseQuestion *question)
{
  SurmiseCodeWindow *self = g_object_new (SURMISE_TYPE_CODE_WINDOW, "transient-for", parent, "title", _("Copy as Code"),
                                          NULL);

  gtk_window_present (GTK_WINDOW (self));
}
