/* clarifai-model-ref.h – the name of a model: user, app, model, and perhaps a version
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_MODEL_REF (clarifai_model_ref_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModelRef, clarifai_model_ref, CLARIFAI, MODEL_REF, GObject)

ClarifaiModelRef *clarifai_model_ref_new            (const char *user_id,
                                                     const char *app_id,
                                                     const char *model_id,
                                                     const char *version_id);
ClarifaiModelRef *clarifai_model_ref_parse          (const char *text,
                                                     GError    **error);
const char       *clarifai_model_ref_get_user_id    (ClarifaiModelRef *self);
const char       *clarifai_model_ref_get_app_id     (ClarifaiModelRef *self);
const char       *clarifai_model_ref_get_model_id   (ClarifaiModelRef *self);
const char       *clarifai_model_ref_get_version_id (ClarifaiModelRef *self);
char             *clarifai_model_ref_to_string      (ClarifaiModelRef *self);
char             *clarifai_model_ref_to_web_address (ClarifaiModelRef *self);
char             *clarifai_model_ref_to_path        (ClarifaiModelRef *self);
gboolean          clarifai_model_ref_equal          (gconstpointer     a,
                                                     gconstpointer     b);
guint             clarifai_model_ref_hash           (gconstpointer     self);

G_END_DECLS
