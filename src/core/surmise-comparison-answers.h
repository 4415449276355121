/* surmise-comparison-answers.h – what models said of pictures, as long as there are the pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-tagger.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARISON_ANSWERS (surmise_comparison_answers_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseComparisonAnswers, surmise_comparison_answers, SURMISE, COMPARISON_ANSWERS, GObject)

/* Signal "changed" (SurmisePicture *): something became of a sibling of this picture. */
SurmiseComparisonAnswers *surmise_comparison_answers_new  (SurmiseTagger            *tagger);
SurmisePicture           *surmise_comparison_answers_find (SurmiseComparisonAnswers *self,
                                                           SurmisePicture           *picture,
                                                           SurmiseQuestion          *question,
                                                           SurmiseAccount           *account);
void                      surmise_comparison_answers_ask  (SurmiseComparisonAnswers *self,
                                                           SurmisePicture           *picture,
                                                           SurmiseQuestion          *question,
                                                           SurmiseAccount           *account);
void                      surmise_comparison_answers_stop (SurmiseComparisonAnswers *self,
                                                           SurmiseQuestion          *question);
void                      surmise_comparison_answers_forget_others (SurmiseComparisonAnswers *self,
                                                                    SurmiseAccount           *account);
gboolean                  surmise_comparison_answers_may_ask (SurmisePicture *picture);

G_END_DECLS
