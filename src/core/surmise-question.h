/* surmise-question.h – what is asked of a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model-ref.h"
#include "clarifai-predict.h"

G_BEGIN_DECLS

/**
 * SurmiseQuestionFacts:
 * @max_concepts: 1–200; 0 is 200
 * @min_value: least confidence, 0–1
 * @language: (nullable): of the concepts' names; NULL for the model's own
 * @second_language: (nullable): one in which the names are asked for once more
 * @only: (nullable): of #ClarifaiConcept; NULL for all
 * @words: (nullable): what is said to the model beside the picture
 * @method: (nullable): what is called, for models that have methods
 * @arguments: (nullable): a{sv} by the argument's name
 */
typedef struct {
  guint           max_concepts;
  double          min_value;
  const char     *language;
  const char     *second_language;
  GListModel     *only;
  const char     *words;
  ClarifaiMethod *method;
  GVariant       *arguments;
} SurmiseQuestionFacts;

typedef enum {
  SURMISE_QUESTION_ERROR_TAKES_NO_PICTURES, /* the model works on words alone */
  SURMISE_QUESTION_ERROR_TAKES_NO_WORDS,    /* the model works on pictures alone */
} SurmiseQuestionError;

#define SURMISE_QUESTION_ERROR (surmise_question_error_quark ())

#define SURMISE_TYPE_QUESTION (surmise_question_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseQuestion, surmise_question, SURMISE, QUESTION, GObject)

SurmiseQuestion            *surmise_question_new        (ClarifaiModelRef           *model,
                                                         const SurmiseQuestionFacts *facts);
ClarifaiModelRef           *surmise_question_get_model  (SurmiseQuestion            *self);
const SurmiseQuestionFacts *surmise_question_get_facts  (SurmiseQuestion            *self);
gboolean                    surmise_question_equal      (gconstpointer a, gconstpointer b);
SurmiseQuestion            *surmise_question_with_words (SurmiseQuestion            *self,
                                                         const char                 *words);
SurmiseQuestion            *surmise_question_with_model (SurmiseQuestion            *self,
                                                         ClarifaiModelRef           *model);

GQuark                      surmise_question_error_quark (void);

G_END_DECLS
