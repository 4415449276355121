/* surmise-options-button.h – how precisely the model in use is asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model.h"
#include "surmise-context.h"

G_BEGIN_DECLS

typedef struct _SurmiseQuestion SurmiseQuestion;

#define SURMISE_TYPE_OPTIONS_BUTTON (surmise_options_button_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseOptionsButton, surmise_options_button, SURMISE, OPTIONS_BUTTON, AdwBin)

/* Signal: "changed" (SurmiseQuestion *question), when the person has set something; it is shown already. */
GtkWidget       *surmise_options_button_new          (SurmiseContext       *context);
void             surmise_options_button_set_account  (SurmiseOptionsButton *self,
                                                      SurmiseAccount       *account);
void             surmise_options_button_set_model    (SurmiseOptionsButton *self,
                                                      ClarifaiModel        *model,
                                                      ClarifaiModelType    *type,
                                                      ClarifaiModelRef     *ref);
void             surmise_options_button_set_question (SurmiseOptionsButton *self,
                                                      SurmiseQuestion      *question);
SurmiseQuestion *surmise_options_button_get_question (SurmiseOptionsButton *self);
void             surmise_options_button_popup        (SurmiseOptionsButton *self);

G_END_DECLS
