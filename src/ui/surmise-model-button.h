/* surmise-model-button.h – shows the model in use, and opens the chooser
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_BUTTON (surmise_model_button_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelButton, surmise_model_button, SURMISE, MODEL_BUTTON, AdwBin)

/* Properties: "account", "model", "model-name". Signals: "chosen" and "compare", both
 * (ClarifaiModelRef *model, const char *name). */
GtkWidget        *surmise_model_button_new         (SurmiseContext     *context);
SurmiseAccount   *surmise_model_button_get_account (SurmiseModelButton *self);
void              surmise_model_button_set_account (SurmiseModelButton *self,
                                                    SurmiseAccount     *account);
ClarifaiModelRef *surmise_model_button_get_model   (SurmiseModelButton *self);
void              surmise_model_button_set_model   (SurmiseModelButton *self,
                                                    ClarifaiModelRef   *model);
const char       *surmise_model_button_get_name    (SurmiseModelButton *self);
void              surmise_model_button_set_name    (SurmiseModelButton *self,
                                                    const char         *name);
void              surmise_model_button_popup       (SurmiseModelButton *self);
void              surmise_model_button_popup_to_add (SurmiseModelButton *self);

G_END_DECLS
