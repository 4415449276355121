/* clarifai-image.h – a picture that a model made
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_IMAGE (clarifai_image_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiImage, clarifai_image, CLARIFAI, IMAGE, GObject)

ClarifaiImage *clarifai_image_new         (GBytes        *bytes,
                                           const char    *address);
GBytes        *clarifai_image_get_bytes   (ClarifaiImage *self);
const char    *clarifai_image_get_address (ClarifaiImage *self);

G_END_DECLS
