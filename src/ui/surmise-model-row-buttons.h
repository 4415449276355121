/* surmise-model-row-buttons.h – what can be done with a model in the list, besides using it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-favorites.h"
#include "surmise-model-choice.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_ROW_BUTTONS (surmise_model_row_buttons_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelRowButtons, surmise_model_row_buttons, SURMISE, MODEL_ROW_BUTTONS, GtkBox)

/* Signals: "about", "compare". */
GtkWidget *surmise_model_row_buttons_new    (SurmiseFavorites       *favorites,
                                             SurmiseModelChoice     *choice);
void       surmise_model_row_buttons_update (SurmiseModelRowButtons *self);
void       surmise_model_row_buttons_press  (SurmiseModelRowButtons *self,
                                             guint                   i);

G_END_DECLS
