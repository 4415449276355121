/* surmise-color-strip.h – the colours of a picture side by side, each as wide as its share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_COLOR_STRIP (surmise_color_strip_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseColorStrip, surmise_color_strip, SURMISE, COLOR_STRIP, GtkWidget)

void surmise_color_strip_set_colors (SurmiseColorStrip *self,
                                     GListModel        *colors);

G_END_DECLS
