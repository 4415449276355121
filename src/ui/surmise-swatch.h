/* surmise-swatch.h – a spot of colour
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_SWATCH (surmise_swatch_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSwatch, surmise_swatch, SURMISE, SWATCH, GtkWidget)

GtkWidget     *surmise_swatch_new       (void);
void           surmise_swatch_set_color (SurmiseSwatch *self,
                                         const GdkRGBA *color);
/* What the masks are tinted in, by their position in the answer. */
const GdkRGBA *surmise_mask_color       (guint          position);

G_END_DECLS
