/* clarifai-model.h – what the service says about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model-type.h"

G_BEGIN_DECLS

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
/* What its own signature gives back; 0 where it has none. */
ClarifaiOutputKinds clarifai_model_get_signature_output_kinds (ClarifaiModel *self);
/* Unknown: NULL, -1 or CLARIFAI_VERDICT_UNKNOWN. The notes are Markdown. */
const char       *clarifai_model_get_notes           (ClarifaiModel *self);
const char       *clarifai_model_get_license         (ClarifaiModel *self);
int               clarifai_model_get_star_count      (ClarifaiModel *self);
ClarifaiVerdict   clarifai_model_get_starred         (ClarifaiModel *self);
GDateTime        *clarifai_model_get_created         (ClarifaiModel *self);
GDateTime        *clarifai_model_get_modified        (ClarifaiModel *self);
/* Never NULL, and of the same length. */
const char * const *clarifai_model_get_language_ids   (ClarifaiModel *self);
const char * const *clarifai_model_get_language_names (ClarifaiModel *self);
int               clarifai_model_get_concept_count   (ClarifaiModel *self);
int               clarifai_model_get_version_count   (ClarifaiModel *self);
ClarifaiVerdict   clarifai_model_get_public          (ClarifaiModel *self);
/* Of ClarifaiMethod, never NULL. */
GListModel       *clarifai_model_get_methods         (ClarifaiModel *self);

G_END_DECLS
