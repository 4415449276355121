/* surmise-compare-list.h – the rows of a comparison that are shown: those that any model is sure enough of
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_LIST (surmise_compare_list_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareList, surmise_compare_list, SURMISE, COMPARE_LIST, GObject)

SurmiseCompareList   *surmise_compare_list_new           (SurmiseComparison  *comparison);
GListModel           *surmise_compare_list_get_shown     (SurmiseCompareList *self);
/* (nullable): what any model is surest of, shown or not */
SurmiseComparisonRow *surmise_compare_list_dup_best      (SurmiseCompareList *self);
/* (nullable): as markup, what each model that answers in words says, under its name */
char                 *surmise_compare_list_dup_texts     (SurmiseCompareList *self);
double                surmise_compare_list_get_threshold (SurmiseCompareList *self);
void                  surmise_compare_list_set_threshold (SurmiseCompareList *self,
                                                          double              threshold);

G_END_DECLS
