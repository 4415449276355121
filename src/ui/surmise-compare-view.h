/* surmise-compare-view.h – what several models say of one picture, side by side
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_VIEW (surmise_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareView, surmise_compare_view, SURMISE, COMPARE_VIEW, AdwBin)

/* Property: "threshold" (0–1, read and write). Signals: "add-clicked", "boxes-changed", "copied" (const char *). Its
 * action compare.copy copies the table. */
GtkWidget *surmise_compare_view_new         (SurmiseComparison  *comparison);
/* Whether the boxes of the model @i are to be seen on the picture. */
gboolean   surmise_compare_view_get_boxes   (SurmiseCompareView *self,
                                             guint               i);
/* Below the picture instead of beside it. */
void       surmise_compare_view_set_stacked (SurmiseCompareView *self,
                                             gboolean            stacked);

G_END_DECLS
