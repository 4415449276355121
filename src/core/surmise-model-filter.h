/* surmise-model-filter.h – which models are looked for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model-list.h"
#include "clarifai-model.h"
#include "surmise-account.h"

G_BEGIN_DECLS

typedef struct {
  const char          *words;    /* (nullable) */
  const char          *owner;    /* (nullable): a user or organisation; everybody where NULL */
  ClarifaiOutputKinds  kinds;    /* any of these; 0: anything */
  gboolean             featured;
  gboolean             starred;
  gboolean             show_all; /* those that take no pictures as well */
  ClarifaiModelSort    sort;
} SurmiseModelFilter;

SurmiseModelFilter *surmise_model_filter_copy           (const SurmiseModelFilter *self);
void                surmise_model_filter_free           (SurmiseModelFilter       *self);
gboolean            surmise_model_filter_equal          (const SurmiseModelFilter *a,
                                                         const SurmiseModelFilter *b);
gboolean            surmise_model_filter_accepts        (const SurmiseModelFilter *self,
                                                         SurmiseAccount           *account,
                                                         ClarifaiModel            *model);
ClarifaiModelList  *surmise_model_filter_make_list      (const SurmiseModelFilter *self,
                                                         SurmiseAccount           *account,
                                                         GListModel               *types);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseModelFilter, surmise_model_filter_free)

G_END_DECLS
