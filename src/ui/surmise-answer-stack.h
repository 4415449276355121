/* surmise-answer-stack.h – the views of an answer, one for each kind
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-concept-list.h"
#include "surmise-picture.h"
#include "surmise-region-list.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_ANSWER_STACK (surmise_answer_stack_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAnswerStack, surmise_answer_stack, SURMISE, ANSWER_STACK, AdwBin)

/* Signals: "activated" (GObject: a ClarifaiConcept or a ClarifaiRegion), "copied" (const char *), "lit-changed". */
void                surmise_answer_stack_set_lists    (SurmiseAnswerStack  *self,
                                                       SurmiseConceptList  *concepts,
                                                       SurmiseRegionList   *regions);
/* A new answer: bars grow in, and nothing is selected. */
void                surmise_answer_stack_set_output   (SurmiseAnswerStack  *self,
                                                       ClarifaiOutput      *output);
void                surmise_answer_stack_begin        (SurmiseAnswerStack  *self);
void                surmise_answer_stack_rename       (SurmiseAnswerStack  *self);
void                surmise_answer_stack_show_kind    (SurmiseAnswerStack  *self,
                                                       ClarifaiOutputKinds  kind);
GObject            *surmise_answer_stack_get_selected (SurmiseAnswerStack  *self);
char               *surmise_answer_stack_dup_text     (SurmiseAnswerStack  *self,
                                                       char               **toast);
ClarifaiRegion     *surmise_answer_stack_get_lit      (SurmiseAnswerStack  *self);
void                surmise_answer_stack_set_lit      (SurmiseAnswerStack  *self,
                                                       ClarifaiRegion      *lit);
void                surmise_answer_stack_set_stacked  (SurmiseAnswerStack  *self,
                                                       gboolean             stacked);

G_END_DECLS
