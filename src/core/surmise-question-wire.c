/* surmise-question-wire.c – a question as the client takes it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-question-wire.h"

#include "clarifai-input.h"

/**
 * surmise_question_new_input:
 * @self: a question
 * @bytes: (nullable): a picture that is sent
 * @address: (nullable): of one that the service fetches
 * @words: (nullable): what stands instead of a picture; it goes before the question's words
 *
 * Returns: (transfer full): what is asked about, with the question's words or arguments
 */
ClarifaiInput *
surmise_question_new_input (SurmiseQuestion *self,
                            GBytes          *bytes,
                            const char      *address,
                            const char      *words)
{
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (self);

  if (facts->method != NULL)
    return clarifai_input_new_for_method (facts->method, facts->arguments, bytes, address);

  return clarifai_input_new_with_words (bytes, address, words != NULL ? words : facts->words);
}

/**
 * surmise_question_get_config:
 * @self: a question
 * @second: whether the names are to be in its second language
 *
 * Returns: what is asked of the answer; what it points to is the question's
 */
ClarifaiOutputConfig
surmise_question_get_config (SurmiseQuestion *self,
                             gboolean         second)
{
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (self);

  return (ClarifaiOutputConfig) {
    .max_concepts = facts->max_concepts,
    .min_value = facts->min_value,
    .language = second ? facts->second_language : facts->language,
    .select_concepts = facts->only,
  };
}
