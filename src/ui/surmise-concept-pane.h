/* surmise-concept-pane.h – what a model said about one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONCEPT_PANE (surmise_concept_pane_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConceptPane, surmise_concept_pane, SURMISE, CONCEPT_PANE, GtkBox)

/* Property: "threshold" (0–1, read and write). Signal: "copied" (const char *). */
void     surmise_concept_pane_set_picture  (SurmiseConceptPane *self,
                                            SurmisePicture     *picture);
void     surmise_concept_pane_search       (SurmiseConceptPane *self);
/* Copies the selected concept, else all that are shown. */
void     surmise_concept_pane_copy         (SurmiseConceptPane *self);

/* Below the picture instead of beside it. */
void     surmise_concept_pane_set_stacked  (SurmiseConceptPane *self,
                                            gboolean            stacked);

G_END_DECLS
