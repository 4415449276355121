/* surmise-model-chooser.h – the popover in which a model is chosen
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_CHOOSER (surmise_model_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelChooser, surmise_model_chooser, SURMISE, MODEL_CHOOSER, GtkPopover)

/* Signals: "chosen" and "compare" (beside the one in use), both (ClarifaiModelRef *model, const char *name). */
GtkWidget *surmise_model_chooser_new         (SurmiseContext      *context);
void       surmise_model_chooser_set_account (SurmiseModelChooser *self,
                                              SurmiseAccount      *account);
void       surmise_model_chooser_set_model   (SurmiseModelChooser *self,
                                              ClarifaiModelRef    *model);

G_END_DECLS
