/* surmise-model-row.h – how one line of the list of models looks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-model-choice.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_ROW (surmise_model_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelRow, surmise_model_row, SURMISE, MODEL_ROW, AdwBin)

/* Signal: "retry". */
GtkWidget          *surmise_model_row_new        (void);
SurmiseModelChoice *surmise_model_row_get_choice (SurmiseModelRow    *self);
void                surmise_model_row_set_choice (SurmiseModelRow    *self,
                                                  SurmiseModelChoice *choice);

G_END_DECLS
