/* surmise-compare-row.h – one concept and how sure each model is of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_ROW (surmise_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareRow, surmise_compare_row, SURMISE, COMPARE_ROW, GtkWidget)

GtkWidget *surmise_compare_row_new    (void);
void       surmise_compare_row_show   (SurmiseCompareRow    *self,
                                       SurmiseComparison    *comparison,
                                       SurmiseComparisonRow *row);
/* (nullable): what it shows */
SurmiseComparisonRow *surmise_compare_row_get_row (SurmiseCompareRow *self);
/* What a screen reader says of it. */
char      *surmise_compare_row_to_spoken (SurmiseComparison    *comparison,
                                          SurmiseComparisonRow *row);

G_END_DECLS
