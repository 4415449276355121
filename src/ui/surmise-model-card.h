/* surmise-model-card.h – what a typed or pasted model turns out to be
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-model-check.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_CARD (surmise_model_card_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelCard, surmise_model_card, SURMISE, MODEL_CARD, AdwBin)

/* Signals: "use", "retry". */
void     surmise_model_card_show_typing   (SurmiseModelCard  *self,
                                           const char        *text);
void     surmise_model_card_show_checking (SurmiseModelCard  *self,
                                           ClarifaiModelRef  *ref);
void     surmise_model_card_show_check    (SurmiseModelCard  *self,
                                           SurmiseModelCheck *check);
void     surmise_model_card_show_error    (SurmiseModelCard  *self,
                                           const GError      *error);
gboolean surmise_model_card_focus         (SurmiseModelCard  *self);

G_END_DECLS
