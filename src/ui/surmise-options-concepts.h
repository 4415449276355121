/* surmise-options-concepts.h – which of its concepts a model is asked for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_OPTIONS_CONCEPTS (surmise_options_concepts_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseOptionsConcepts, surmise_options_concepts, SURMISE, OPTIONS_CONCEPTS, AdwBin)

GtkWidget *surmise_options_concepts_new       (GListStore             *chosen);
void       surmise_options_concepts_set_model (SurmiseOptionsConcepts *self,
                                               SurmiseAccount         *account,
                                               ClarifaiModelRef       *model,
                                               const char             *language);

G_END_DECLS
