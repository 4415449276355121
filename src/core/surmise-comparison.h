/* surmise-comparison.h – what several models say of one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-comparison-row.h"
#include "surmise-tagger.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARISON (surmise_comparison_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseComparison, surmise_comparison, SURMISE, COMPARISON, GObject)

/* Signal "changed": anything below. */
SurmiseComparison *surmise_comparison_new          (SurmiseTagger     *tagger);
void               surmise_comparison_set_account  (SurmiseComparison *self,
                                                    SurmiseAccount    *account);
void               surmise_comparison_set_picture  (SurmiseComparison *self,
                                                    SurmisePicture    *picture);
void               surmise_comparison_set_first    (SurmiseComparison *self,
                                                    SurmiseQuestion   *question,
                                                    const char        *name);
gboolean           surmise_comparison_add          (SurmiseComparison *self,
                                                    SurmiseQuestion   *question,
                                                    const char        *name);
void               surmise_comparison_remove       (SurmiseComparison *self,
                                                    guint              i);
/* Asks the models that are asked with words with these instead. */
void               surmise_comparison_set_words    (SurmiseComparison *self,
                                                    const char        *words);
void               surmise_comparison_clear        (SurmiseComparison *self);
guint              surmise_comparison_get_n_models (SurmiseComparison *self);
const char        *surmise_comparison_get_name     (SurmiseComparison *self,
                                                    guint              i);
SurmiseQuestion   *surmise_comparison_get_question (SurmiseComparison *self,
                                                    guint              i);
SurmisePicture    *surmise_comparison_get_answer   (SurmiseComparison *self,
                                                    guint              i);
void               surmise_comparison_retry        (SurmiseComparison *self,
                                                    guint              i);
/* Of SurmiseComparisonRow: what all say comes first, then what is surest. */
GListModel        *surmise_comparison_get_table    (SurmiseComparison *self);
char              *surmise_comparison_to_text      (SurmiseComparison *self,
                                                    double             threshold);

G_END_DECLS
