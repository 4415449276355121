/* surmise-zoom-bar.h – closer, further away, or all of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_ZOOM_BAR (surmise_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseZoomBar, surmise_zoom_bar, SURMISE, ZOOM_BAR, GtkBox)

/* Signal: "step" (int): how many steps closer; 0 for all of it. */
GtkWidget *surmise_zoom_bar_new       (void);
void       surmise_zoom_bar_set_level (SurmiseZoomBar *self,
                                       double          level);

G_END_DECLS
