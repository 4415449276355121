/* surmise-concept-row.h – a concept's name, bar and percent
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-concept.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONCEPT_ROW (surmise_concept_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConceptRow, surmise_concept_row, SURMISE, CONCEPT_ROW, GtkGrid)

GtkWidget *surmise_concept_row_new         (void);
void       surmise_concept_row_set_concept (SurmiseConceptRow *self,
                                            ClarifaiConcept   *concept,
                                            const char        *second,
                                            gboolean           best);

G_END_DECLS
