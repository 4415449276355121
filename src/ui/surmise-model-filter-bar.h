/* surmise-model-filter-bar.h – which models are to be found, and in which order
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-model-search.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_FILTER_BAR (surmise_model_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelFilterBar, surmise_model_filter_bar, SURMISE, MODEL_FILTER_BAR, AdwBin)

/* Signal: "changed". */
/* All but the words; the owner is the bar's own text. */
void surmise_model_filter_bar_fill  (SurmiseModelFilterBar *self,
                                     SurmiseModelFilter    *filter);
void surmise_model_filter_bar_reset (SurmiseModelFilterBar *self);

G_END_DECLS
