/* surmise-options-languages.h – in which languages a model names what it sees
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_OPTIONS_LANGUAGES (surmise_options_languages_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseOptionsLanguages, surmise_options_languages, SURMISE, OPTIONS_LANGUAGES, AdwBin)

/* Signal: "changed", by the person alone. Both languages may be NULL. */
void        surmise_options_languages_set_model  (SurmiseOptionsLanguages *self,
                                                  ClarifaiModel           *model);
void        surmise_options_languages_set        (SurmiseOptionsLanguages *self,
                                                  const char              *first,
                                                  const char              *second);
const char *surmise_options_languages_get_first  (SurmiseOptionsLanguages *self);
const char *surmise_options_languages_get_second (SurmiseOptionsLanguages *self);

G_END_DECLS
