/* surmise-comparison-row.h – one concept, and how sure each model is of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_COMPARISON_MOST 4

#define SURMISE_TYPE_COMPARISON_ROW (surmise_comparison_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseComparisonRow, surmise_comparison_row, SURMISE, COMPARISON_ROW, GObject)

/* Immutable. */
SurmiseComparisonRow *surmise_comparison_row_new        (const char           *name,
                                                         const double         *values);
const char           *surmise_comparison_row_get_name   (SurmiseComparisonRow *self);
double                surmise_comparison_row_get_value  (SurmiseComparisonRow *self,
                                                         guint                 i);
double                surmise_comparison_row_get_best   (SurmiseComparisonRow *self);
guint                 surmise_comparison_row_get_n_said (SurmiseComparisonRow *self);
gboolean              surmise_comparison_row_equal      (SurmiseComparisonRow *a,
                                                         SurmiseComparisonRow *b);

G_END_DECLS
