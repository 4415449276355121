/* surmise-prompt-bar.h – what is said to a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PROMPT_BAR (surmise_prompt_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePromptBar, surmise_prompt_bar, SURMISE, PROMPT_BAR, AdwBin)

/* Property: "wanted", whether the model takes words or has a method to be filled in.
 * Signal: "ask" (const char *words, ClarifaiMethod *method (nullable), GVariant *arguments (nullable)). */
GtkWidget *surmise_prompt_bar_new             (void);
void       surmise_prompt_bar_set_model       (SurmisePromptBar  *self,
                                               ClarifaiModel     *model,
                                               ClarifaiModelType *type);
gboolean   surmise_prompt_bar_get_wanted      (SurmisePromptBar  *self);
/* Whether a picture is in view that would go along; TRUE at first. */
void       surmise_prompt_bar_set_has_picture (SurmisePromptBar  *self,
                                               gboolean           has_picture);
void       surmise_prompt_bar_set_words       (SurmisePromptBar  *self,
                                               const char        *words);

G_END_DECLS
