/* surmise-model-check.h – what is known about a model before it is used
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model.h"
#include "surmise-account.h"

G_BEGIN_DECLS

/**
 * SurmiseModelVerdict:
 * @SURMISE_MODEL_VERDICT_USABLE: it is there, trained, and takes pictures
 * @SURMISE_MODEL_VERDICT_TAKES_WORDS: it is there, trained, and takes words instead of pictures
 * @SURMISE_MODEL_VERDICT_UNKNOWN_INPUT: it is there, and the service does not say what it takes
 * @SURMISE_MODEL_VERDICT_NOT_FOUND: gone, never there, or not for this account's eyes: the service does not tell which
 * @SURMISE_MODEL_VERDICT_DENIED: it is there, and not for this account
 * @SURMISE_MODEL_VERDICT_NOT_TRAINED: its version is not ready to answer
 * @SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES: it works on something else than pictures or words
 *
 * Whether it is deployed shows only when it is asked about a picture.
 */
typedef enum {
  SURMISE_MODEL_VERDICT_USABLE,
  SURMISE_MODEL_VERDICT_TAKES_WORDS,
  SURMISE_MODEL_VERDICT_UNKNOWN_INPUT,
  SURMISE_MODEL_VERDICT_NOT_FOUND,
  SURMISE_MODEL_VERDICT_DENIED,
  SURMISE_MODEL_VERDICT_NOT_TRAINED,
  SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES,
} SurmiseModelVerdict;

#define SURMISE_TYPE_MODEL_CHECK (surmise_model_check_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelCheck, surmise_model_check, SURMISE, MODEL_CHECK, GObject)

ClarifaiModelRef    *surmise_model_check_get_ref       (SurmiseModelCheck *self);
ClarifaiModel       *surmise_model_check_get_model     (SurmiseModelCheck *self);
ClarifaiModelType   *surmise_model_check_get_kind      (SurmiseModelCheck *self);
SurmiseModelVerdict  surmise_model_check_get_verdict   (SurmiseModelCheck *self);
gboolean             surmise_model_check_wants_words (SurmiseModelCheck *self);
gboolean             surmise_model_verdict_may_be_used (SurmiseModelVerdict verdict);
/* What a list's own entry says, with what its type says, if that is known. */
SurmiseModelVerdict  surmise_model_verdict_of          (ClarifaiModel *model, ClarifaiModelType *type);

void                 surmise_model_check_async         (SurmiseAccount *account, ClarifaiModelRef *ref,
                                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                                        gpointer user_data);
SurmiseModelCheck   *surmise_model_check_finish        (SurmiseAccount *account, GAsyncResult *result, GError **error);

void                 surmise_model_type_load_async     (SurmiseAccount *account, const char *type_id,
                                                        GCancellable *cancellable, GAsyncReadyCallback callback,
                                                        gpointer user_data);
ClarifaiModelType   *surmise_model_type_load_finish    (SurmiseAccount *account, GAsyncResult *result, GError **error);

G_END_DECLS
