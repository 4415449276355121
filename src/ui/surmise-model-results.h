/* surmise-model-results.h – the public models that a search finds, as lines of the chooser
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-search.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_RESULTS (surmise_model_results_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelResults, surmise_model_results, SURMISE, MODEL_RESULTS, GObject)

/* Signal: "failed" (GError). */
SurmiseModelResults *surmise_model_results_new        (SurmiseAccount           *account);
/* Of SurmiseModelChoice: a heading, the models, and what is to be said after them. */
GListModel          *surmise_model_results_get_list   (SurmiseModelResults      *self);
/* Asks after a pause in typing; not at all where it is what was asked already. */
void                 surmise_model_results_set_filter (SurmiseModelResults      *self,
                                                       const SurmiseModelFilter *filter);
void                 surmise_model_results_set_in_use (SurmiseModelResults      *self,
                                                       ClarifaiModelRef         *ref);
void                 surmise_model_results_fetch_more (SurmiseModelResults      *self);
void                 surmise_model_results_retry      (SurmiseModelResults      *self);
/* Nothing is asked and nothing changes until there is another filter. */
void                 surmise_model_results_stop       (SurmiseModelResults      *self);

G_END_DECLS
