/* surmise-model-row.h – how one line of the list of models looks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-favorites.h"
#include "surmise-model-choice.h"
#include "surmise-model-row-buttons.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_ROW (surmise_model_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelRow, surmise_model_row, SURMISE, MODEL_ROW, GtkWidget)

/* Signals: "clicked": the model is wanted, or what failed is to be tried again; "about" and "compare": its buttons. */
GtkWidget              *surmise_model_row_new          (SurmiseFavorites   *favorites);
SurmiseModelChoice     *surmise_model_row_get_choice   (SurmiseModelRow    *self);
void                    surmise_model_row_set_choice   (SurmiseModelRow    *self,
                                                        SurmiseModelChoice *choice);
guint                   surmise_model_row_get_position (SurmiseModelRow    *self);
SurmiseModelRowButtons *surmise_model_row_get_buttons  (SurmiseModelRow    *self);
/* Binds such rows; whoever uses it makes them, in its "setup". */
GtkListItemFactory     *surmise_model_row_new_factory  (void);

G_END_DECLS
