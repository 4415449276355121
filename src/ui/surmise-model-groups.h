/* surmise-model-groups.h – all models that are offered to one account
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-context.h"
#include "surmise-model-choice.h"
#include "surmise-model-search.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_GROUPS (surmise_model_groups_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelGroups, surmise_model_groups, SURMISE, MODEL_GROUPS, GObject)

SurmiseModelGroups *surmise_model_groups_new         (SurmiseContext     *context);
GListModel         *surmise_model_groups_get_list    (SurmiseModelGroups *self);
void                surmise_model_groups_set_account (SurmiseModelGroups *self,
                                                      SurmiseAccount     *account);
void                surmise_model_groups_set_in_use  (SurmiseModelGroups *self,
                                                      ClarifaiModelRef   *ref);
void                surmise_model_groups_set_filter  (SurmiseModelGroups       *self,
                                                      const SurmiseModelFilter *filter);
void                surmise_model_groups_refresh     (SurmiseModelGroups *self);
void                surmise_model_groups_fetch_more  (SurmiseModelGroups *self);
void                surmise_model_groups_retry       (SurmiseModelGroups *self);
void                surmise_model_groups_note_error  (SurmiseModelGroups *self,
                                                      const GError       *error);

G_END_DECLS
