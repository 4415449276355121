/* surmise-model-search.h – one search for models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-feed.h"
#include "surmise-model-filter.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_SEARCH (surmise_model_search_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelSearch, surmise_model_search, SURMISE, MODEL_SEARCH, GObject)

/* Property "state", notified. Nothing is asked before there are an account and a filter. */
SurmiseModelSearch *surmise_model_search_new         (void);
void                surmise_model_search_set_account (SurmiseModelSearch       *self,
                                                      SurmiseAccount           *account);
void                surmise_model_search_set_filter  (SurmiseModelSearch       *self,
                                                      const SurmiseModelFilter *filter);
/* Of ClarifaiModel; the same list all the time. */
GListModel         *surmise_model_search_get_list    (SurmiseModelSearch       *self);
SurmiseFeedState    surmise_model_search_get_state   (SurmiseModelSearch       *self);
const GError       *surmise_model_search_get_error   (SurmiseModelSearch       *self);
void                surmise_model_search_fetch_more  (SurmiseModelSearch       *self);
void                surmise_model_search_retry       (SurmiseModelSearch       *self);
/* For tests: how long it waits for the types of model. */
void               _surmise_model_search_set_patience (SurmiseModelSearch      *self,
                                                      guint                    patience_ms);

G_END_DECLS
