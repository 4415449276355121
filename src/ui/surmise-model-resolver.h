/* surmise-model-resolver.h – from what is typed to the model that it means
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-check.h"

G_BEGIN_DECLS

/**
 * SurmiseModelResolverState:
 * @SURMISE_MODEL_RESOLVER_IDLE: nothing that looks like a model's name or address
 * @SURMISE_MODEL_RESOLVER_UNCLEAR: not understood, or not yet; the error says why
 * @SURMISE_MODEL_RESOLVER_ASKING: understood, and the service is or will be asked
 * @SURMISE_MODEL_RESOLVER_KNOWN: the service has answered
 * @SURMISE_MODEL_RESOLVER_FAILED: it could not be asked; the error says why
 */
typedef enum {
  SURMISE_MODEL_RESOLVER_IDLE,
  SURMISE_MODEL_RESOLVER_UNCLEAR,
  SURMISE_MODEL_RESOLVER_ASKING,
  SURMISE_MODEL_RESOLVER_KNOWN,
  SURMISE_MODEL_RESOLVER_FAILED,
} SurmiseModelResolverState;

#define SURMISE_TYPE_MODEL_RESOLVER (surmise_model_resolver_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelResolver, surmise_model_resolver, SURMISE, MODEL_RESOLVER, GObject)

/* Signal: "changed". */
SurmiseModelResolver      *surmise_model_resolver_new         (void);
SurmiseModelResolverState  surmise_model_resolver_get_state   (SurmiseModelResolver *self);
ClarifaiModelRef          *surmise_model_resolver_get_ref     (SurmiseModelResolver *self);
SurmiseModelCheck         *surmise_model_resolver_get_check   (SurmiseModelResolver *self);
const GError              *surmise_model_resolver_get_error   (SurmiseModelResolver *self);
void                       surmise_model_resolver_set_account (SurmiseModelResolver *self,
                                                               SurmiseAccount       *account);
void                       surmise_model_resolver_set_text    (SurmiseModelResolver *self,
                                                               const char           *text);
void                       surmise_model_resolver_ask         (SurmiseModelResolver *self);

G_END_DECLS
