/* surmise-compare-heads.h – the models of a comparison, each above its column
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_HEADS (surmise_compare_heads_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareHeads, surmise_compare_heads, SURMISE, COMPARE_HEADS, GtkWidget)

/* Signals: "add-clicked", "boxes-changed". */
void     surmise_compare_heads_set_comparison (SurmiseCompareHeads *self,
                                               SurmiseComparison   *comparison);
void     surmise_compare_heads_update         (SurmiseCompareHeads *self);
gboolean surmise_compare_heads_get_boxes      (SurmiseCompareHeads *self,
                                               guint                i);

G_END_DECLS
