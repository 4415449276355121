/* surmise-model-verifier.h – asks whether the models that are offered are really there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account.h"
#include "surmise-model-choice.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_VERIFIER (surmise_model_verifier_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelVerifier, surmise_model_verifier, SURMISE, MODEL_VERIFIER, GObject)

/* Signal: "failed" (GError). */
SurmiseModelVerifier *surmise_model_verifier_new  (SurmiseAccount       *account);
void                  surmise_model_verifier_add  (SurmiseModelVerifier *self,
                                                   SurmiseModelChoice   *choice);
void                  surmise_model_verifier_stop (SurmiseModelVerifier *self);

G_END_DECLS
