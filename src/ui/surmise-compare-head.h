/* surmise-compare-head.h – one model of a comparison: its name, how it fares, what can be done with it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_HEAD (surmise_compare_head_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareHead, surmise_compare_head, SURMISE, COMPARE_HEAD, GtkWidget)

/* Signals: "boxes-toggled", "remove-clicked", "retry-clicked". */
GtkWidget       *surmise_compare_head_new          (SurmiseQuestion    *question);
SurmiseQuestion *surmise_compare_head_get_question (SurmiseCompareHead *self);
/* @i: which model, from 0; @answer: (nullable) */
void             surmise_compare_head_update       (SurmiseCompareHead *self,
                                                    guint               i,
                                                    const char         *name,
                                                    SurmisePicture     *answer);
/* Whether its boxes are to be seen. */
gboolean         surmise_compare_head_get_boxes    (SurmiseCompareHead *self);

G_END_DECLS
