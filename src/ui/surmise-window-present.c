/* surmise-window-present.c – the window's pictures for an audience
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include "surmise-presentation.h"

static void
on_closed (SurmiseWindow *self)
{
  surmise_window_set_presenting (self, FALSE);
}

static void
ensure_presentation (SurmiseWindow *self)
{
  if (self->presentation != NULL)
    return;

  self->presentation = surmise_presentation_new (self->selection);
  g_settings_bind (surmise_context_get_settings (self->context), "threshold", self->presentation, "threshold",
                   G_SETTINGS_BIND_GET);
  g_signal_connect_object (self->presentation, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, self->presentation, "presentation");
}

void
surmise_window_set_presenting (SurmiseWindow *self,
                               gboolean       presenting)
{
  g_assert (SURMISE_IS_WINDOW (self));

  if (self->presenting == presenting)
    return;

  self->presenting = presenting;
  if (presenting)
    {
      ensure_presentation (self);
      self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else if (!self->was_fullscreen)
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  surmise_window_update (self);
  if (presenting)
    gtk_widget_grab_focus (self->presentation);
}
