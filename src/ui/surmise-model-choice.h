/* surmise-model-choice.h – one line of the list of models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-check.h"

G_BEGIN_DECLS

typedef enum {
  SURMISE_MODEL_CHOICE_MODEL,
  SURMISE_MODEL_CHOICE_HEADING,
  SURMISE_MODEL_CHOICE_NOTE,
  SURMISE_MODEL_CHOICE_LOADING,
  SURMISE_MODEL_CHOICE_FAILED,
} SurmiseModelChoiceKind;

#define SURMISE_TYPE_MODEL_CHOICE (surmise_model_choice_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelChoice, surmise_model_choice, SURMISE, MODEL_CHOICE, GObject)

/* Signal: "changed". */
SurmiseModelChoice     *surmise_model_choice_new         (SurmiseModelChoiceKind  kind,
                                                          const char             *text);
SurmiseModelChoice     *surmise_model_choice_new_model   (ClarifaiModelRef       *ref,
                                                          const char             *name);
SurmiseModelChoiceKind  surmise_model_choice_get_kind    (SurmiseModelChoice     *self);
/* A model's name, a heading, or a sentence. */
const char             *surmise_model_choice_get_text    (SurmiseModelChoice     *self);
ClarifaiModelRef       *surmise_model_choice_get_ref     (SurmiseModelChoice     *self);
const char             *surmise_model_choice_get_word    (SurmiseModelChoice     *self);
ClarifaiOutputKinds     surmise_model_choice_get_kinds   (SurmiseModelChoice     *self);
/* Nothing speaks against it; it may not have been asked about. */
gboolean                surmise_model_choice_get_usable  (SurmiseModelChoice     *self);
gboolean                surmise_model_choice_get_checked (SurmiseModelChoice     *self);
void                    surmise_model_choice_set_check   (SurmiseModelChoice     *self,
                                                          SurmiseModelCheck      *check);
void                    surmise_model_choice_set_facts   (SurmiseModelChoice     *self,
                                                          SurmiseModelVerdict     verdict,
                                                          ClarifaiModelType      *type);
gboolean                surmise_model_choice_get_in_use  (SurmiseModelChoice     *self);
void                    surmise_model_choice_set_in_use  (SurmiseModelChoice     *self,
                                                          gboolean                in_use);
gboolean                surmise_model_choice_matches     (SurmiseModelChoice     *self,
                                                          const char * const     *words);

G_END_DECLS
