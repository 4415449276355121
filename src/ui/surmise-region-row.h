/* surmise-region-row.h – one region in a list: its name, bar, and whatever else was said of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-region.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_REGION_ROW (surmise_region_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRegionRow, surmise_region_row, SURMISE, REGION_ROW, GtkBox)

GtkWidget      *surmise_region_row_new        (void);
ClarifaiRegion *surmise_region_row_get_region (SurmiseRegionRow *self);
/* @color: what it is tinted in where it has a mask, else NULL. */
void            surmise_region_row_set_region (SurmiseRegionRow *self,
                                               ClarifaiRegion   *region,
                                               const GdkRGBA    *color);
void            surmise_region_row_set_lit    (SurmiseRegionRow *self,
                                               gboolean          lit);

G_END_DECLS
