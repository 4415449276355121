/* clarifai-model.h – what the service says about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

/**
 * ClarifaiVerdict:
 *
 * An answer that the service may not have given.
 */
typedef enum {
  CLARIFAI_VERDICT_UNKNOWN,
  CLARIFAI_VERDICT_NO,
  CLARIFAI_VERDICT_YES,
} ClarifaiVerdict;

#define CLARIFAI_TYPE_MODEL (clarifai_model_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModel, clarifai_model, CLARIFAI, MODEL, GObject)

/* The reference's version is the latest one's, as the service named it. */
ClarifaiModelRef *clarifai_model_get_ref             (ClarifaiModel *self);
const char       *clarifai_model_get_name            (ClarifaiModel *self);
const char       *clarifai_model_get_type_id         (ClarifaiModel *self);
const char       *clarifai_model_get_description     (ClarifaiModel *self);
/* Whether its version is trained (21100): the only state in which it answers. */
ClarifaiVerdict   clarifai_model_get_usable          (ClarifaiModel *self);
/* What its own signature says about pictures; unknown for the classic models, which go by their type. */
ClarifaiVerdict   clarifai_model_get_signature_takes_images (ClarifaiModel *self);

#define CLARIFAI_TYPE_MODEL_TYPE (clarifai_model_type_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModelType, clarifai_model_type, CLARIFAI, MODEL_TYPE, GObject)

const char         *clarifai_model_type_get_id            (ClarifaiModelType *self);
const char         *clarifai_model_type_get_title         (ClarifaiModelType *self);
const char * const *clarifai_model_type_get_input_fields  (ClarifaiModelType *self);
const char * const *clarifai_model_type_get_output_fields (ClarifaiModelType *self);
ClarifaiVerdict     clarifai_model_type_get_takes_images  (ClarifaiModelType *self);

G_END_DECLS
