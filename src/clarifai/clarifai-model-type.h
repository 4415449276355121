/* clarifai-model-type.h – what a kind of model takes and gives
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-output-kinds.h"
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

#define CLARIFAI_TYPE_MODEL_TYPE (clarifai_model_type_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModelType, clarifai_model_type, CLARIFAI, MODEL_TYPE, GObject)

const char         *clarifai_model_type_get_id            (ClarifaiModelType *self);
const char         *clarifai_model_type_get_title         (ClarifaiModelType *self);
const char * const *clarifai_model_type_get_input_fields  (ClarifaiModelType *self);
const char * const *clarifai_model_type_get_output_fields (ClarifaiModelType *self);
ClarifaiVerdict     clarifai_model_type_get_takes_images  (ClarifaiModelType *self);
ClarifaiVerdict     clarifai_model_type_get_takes_text    (ClarifaiModelType *self);
ClarifaiOutputKinds clarifai_model_type_get_output_kinds  (ClarifaiModelType *self);

G_END_DECLS
