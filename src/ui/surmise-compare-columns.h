/* surmise-compare-columns.h – where the columns of a comparison stand, in its head as in its rows
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

/**
 * SurmiseCompareColumns:
 * @n: how many models there are
 * @narrow: whether the models stand below each other instead of beside each other
 * @name_width: of the column of names; all there is where @narrow
 * @x: where each model's column begins, counted from the start of the line
 * @width: of each model's column
 *
 * In pixels, without the margins of the whole.
 */
typedef struct {
  guint    n;
  gboolean narrow;
  int      name_width;
  int      x[SURMISE_COMPARISON_MOST];
  int      width[SURMISE_COMPARISON_MOST];
} SurmiseCompareColumns;

void surmise_compare_columns_init     (SurmiseCompareColumns *self,
                                       guint                  n,
                                       int                    width);
/* Gives @child its place, mirrored where text runs from right to left. */
void surmise_compare_columns_allocate (GtkWidget             *child,
                                       GtkAllocation          area,
                                       int                    whole_width);

G_END_DECLS
