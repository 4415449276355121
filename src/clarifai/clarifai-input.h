/* clarifai-input.h – one thing that a model is asked about
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_INPUT (clarifai_input_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiInput, clarifai_input, CLARIFAI, INPUT, GObject)

ClarifaiInput  *clarifai_input_new_for_bytes   (GBytes         *image);
ClarifaiInput  *clarifai_input_new_for_address (const char     *address);
ClarifaiInput  *clarifai_input_new_for_words   (const char     *words);
ClarifaiInput  *clarifai_input_new_with_words  (GBytes         *image,
                                                const char     *address,
                                                const char     *words);
ClarifaiInput  *clarifai_input_new_for_method  (ClarifaiMethod *method,
                                                GVariant       *values,
                                                GBytes         *image,
                                                const char     *address);
GBytes         *clarifai_input_get_bytes       (ClarifaiInput  *self);
const char     *clarifai_input_get_address     (ClarifaiInput  *self);
const char     *clarifai_input_get_words       (ClarifaiInput  *self);
ClarifaiMethod *clarifai_input_get_method      (ClarifaiInput  *self);
GVariant       *clarifai_input_get_values      (ClarifaiInput  *self);

G_END_DECLS
