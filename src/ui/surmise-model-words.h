/* surmise-model-words.h – what is known about a model, in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-check.h"

G_BEGIN_DECLS

const char *surmise_model_words_output  (ClarifaiModelType   *type);
const char *surmise_model_words_verdict (SurmiseModelVerdict  verdict);
const char *surmise_model_words_short   (SurmiseModelVerdict  verdict);
char       *surmise_model_words_owner   (ClarifaiModelRef    *ref);
char       *surmise_model_words_version (const char          *version_id);
char       *surmise_model_words_typing  (const char          *text,
                                         const GError        *error);
gboolean    surmise_model_words_is_path (const char          *text);

G_END_DECLS
