/* surmise-model-facts.h – what the service says about a model, point by point
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_FACTS (surmise_model_facts_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelFacts, surmise_model_facts, SURMISE, MODEL_FACTS, AdwBin)

GtkWidget *surmise_model_facts_new       (void);
/* @type: (nullable). What is not known is left out. */
void       surmise_model_facts_set_model (SurmiseModelFacts *self,
                                          ClarifaiModel     *model,
                                          ClarifaiModelType *type);
/* "6 March 2018" */
char      *surmise_model_facts_date      (GDateTime         *date);

G_END_DECLS
