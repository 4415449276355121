/* surmise-model-concepts.h – all that a model may say, to look through
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_CONCEPTS (surmise_model_concepts_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelConcepts, surmise_model_concepts, SURMISE, MODEL_CONCEPTS, AdwBin)

GtkWidget *surmise_model_concepts_new       (SurmiseAccount       *account);
/* @model: with a version or, for the newest one's, without */
void       surmise_model_concepts_set_model (SurmiseModelConcepts *self,
                                             ClarifaiModelRef     *model);

G_END_DECLS
