/* surmise-context.h – the services that windows and commands share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"
#include "surmise-favorites.h"
#include "surmise-tagger.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONTEXT (surmise_context_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseContext, surmise_context, SURMISE, CONTEXT, GObject)

SurmiseContext     *surmise_context_new              (GError         **error);
SurmiseAccountList *surmise_context_get_accounts     (SurmiseContext  *self);
SurmiseTagger      *surmise_context_get_tagger       (SurmiseContext  *self);
GSettings          *surmise_context_get_settings     (SurmiseContext  *self);
SurmiseFavorites   *surmise_context_get_favorites    (SurmiseContext  *self);

/* The model that was used last with this account's kind of service. */
ClarifaiModelRef   *surmise_context_dup_model        (SurmiseContext   *self,
                                                      SurmiseAccount   *account);
void                surmise_context_remember_model   (SurmiseContext   *self,
                                                      SurmiseAccount   *account,
                                                      ClarifaiModelRef *model,
                                                      const char       *name);
/* The name that goes with a remembered model; its ID where there is none. */
char               *surmise_context_dup_model_name   (SurmiseContext   *self,
                                                      ClarifaiModelRef *model);
/* Of ClarifaiModelRef, the latest first. */
GListModel         *surmise_context_list_recent      (SurmiseContext   *self);
/* How a model is asked. */
SurmiseQuestion    *surmise_context_dup_question     (SurmiseContext   *self,
                                                      ClarifaiModelRef *model);
void                surmise_context_remember_question (SurmiseContext  *self,
                                                      SurmiseQuestion  *question);

G_END_DECLS
