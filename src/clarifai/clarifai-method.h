/* clarifai-method.h – one way in which a model can be asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-argument.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_METHOD (clarifai_method_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiMethod, clarifai_method, CLARIFAI, METHOD, GObject)

const char *clarifai_method_get_name          (ClarifaiMethod *self);
const char *clarifai_method_get_description   (ClarifaiMethod *self);
GListModel *clarifai_method_get_arguments     (ClarifaiMethod *self);
gboolean    clarifai_method_get_streams       (ClarifaiMethod *self);
gboolean    clarifai_method_get_takes_picture (ClarifaiMethod *self);
gboolean    clarifai_method_can_ask           (ClarifaiMethod *self);

G_END_DECLS
