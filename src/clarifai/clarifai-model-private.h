/* clarifai-model-private.h – making models and types of what the service says
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model.h"

G_BEGIN_DECLS

ClarifaiModel     *clarifai_model_new      (ClarifaiModelRef   *ref,
                                            const char         *name,
                                            const char         *type_id,
                                            const char         *description,
                                            ClarifaiVerdict     usable,
                                            ClarifaiVerdict     signature_takes_images);
ClarifaiModelType *clarifai_model_type_new (const char         *id,
                                            const char         *title,
                                            const char * const *input_fields,
                                            const char * const *output_fields);

G_END_DECLS
