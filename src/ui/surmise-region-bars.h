/* surmise-region-bars.h – a list of the regions of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-region-list.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_REGION_BARS (surmise_region_bars_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRegionBars, surmise_region_bars, SURMISE, REGION_BARS, AdwBin)

/* A SurmiseAnswerView. Signals: "lit-changed"; "activated" (ClarifaiRegion). */
GtkWidget      *surmise_region_bars_new          (SurmiseRegionList *list);
void            surmise_region_bars_begin        (SurmiseRegionBars *self);
ClarifaiRegion *surmise_region_bars_get_selected (SurmiseRegionBars *self);
ClarifaiRegion *surmise_region_bars_get_lit      (SurmiseRegionBars *self);
void            surmise_region_bars_set_lit      (SurmiseRegionBars *self,
                                                  ClarifaiRegion    *lit);

G_END_DECLS
