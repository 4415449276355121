/* surmise-concept-bars.h – a list of concepts with their bars
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-concept-list.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONCEPT_BARS (surmise_concept_bars_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConceptBars, surmise_concept_bars, SURMISE, CONCEPT_BARS, AdwBin)

/* Signal: "activated" (ClarifaiConcept). Its menu speaks of the actions concepts.copy and concepts.copy-all. */
void             surmise_concept_bars_set_list     (SurmiseConceptBars *self,
                                                    SurmiseConceptList *list);
ClarifaiConcept *surmise_concept_bars_get_selected (SurmiseConceptBars *self);
void             surmise_concept_bars_begin        (SurmiseConceptBars *self,
                                                    const char         *label);
void             surmise_concept_bars_rename      (SurmiseConceptBars *self);

G_END_DECLS
