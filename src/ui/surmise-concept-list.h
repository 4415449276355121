/* surmise-concept-list.h – the concepts that are shown: those sure enough, with the filter's words in their names
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONCEPT_LIST (surmise_concept_list_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConceptList, surmise_concept_list, SURMISE, CONCEPT_LIST, GObject)

SurmiseConceptList *surmise_concept_list_new           (void);
GListModel         *surmise_concept_list_get_shown     (SurmiseConceptList *self);
ClarifaiConcept    *surmise_concept_list_get_best      (SurmiseConceptList *self);
/* Whether it holds colours, whose values are shares of the picture: no threshold holds for them. */
gboolean            surmise_concept_list_has_shares    (SurmiseConceptList *self);
void                surmise_concept_list_set_output    (SurmiseConceptList *self,
                                                        ClarifaiOutput     *output);
void                surmise_concept_list_set_second    (SurmiseConceptList *self,
                                                        ClarifaiOutput     *output);
const char         *surmise_concept_list_get_second_name (SurmiseConceptList *self,
                                                        ClarifaiConcept    *concept);
double              surmise_concept_list_get_threshold (SurmiseConceptList *self);
void                surmise_concept_list_set_threshold (SurmiseConceptList *self,
                                                        double              threshold);
const char         *surmise_concept_list_get_search    (SurmiseConceptList *self);
void                surmise_concept_list_set_search    (SurmiseConceptList *self,
                                                        const char         *search);
char               *surmise_concept_list_to_spoken    (SurmiseConceptList *self);
char               *surmise_concept_list_to_text       (SurmiseConceptList *self);
char               *surmise_concept_to_text            (ClarifaiConcept    *concept);

G_END_DECLS
