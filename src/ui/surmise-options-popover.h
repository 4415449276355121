/* surmise-options-popover.h – what there is to set for the model in use
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model.h"
#include "surmise-account.h"
#include "surmise-question.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_OPTIONS_POPOVER (surmise_options_popover_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseOptionsPopover, surmise_options_popover, SURMISE, OPTIONS_POPOVER, GtkPopover)

/* Signal: "changed" (SurmiseQuestion *question), shortly after the last of several changes. */
GtkWidget *surmise_options_popover_new          (void);
void       surmise_options_popover_set_account  (SurmiseOptionsPopover *self,
                                                 SurmiseAccount        *account);
void       surmise_options_popover_set_model    (SurmiseOptionsPopover *self,
                                                 ClarifaiModel         *model,
                                                 ClarifaiModelType     *type);
void       surmise_options_popover_set_question (SurmiseOptionsPopover *self,
                                                 SurmiseQuestion       *question);
/* What is being set and was not said yet. */
void       surmise_options_popover_forget       (SurmiseOptionsPopover *self);

G_END_DECLS
