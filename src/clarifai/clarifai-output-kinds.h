/* clarifai-output-kinds.h – what an answer can hold
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ClarifaiOutputKinds:
 * @CLARIFAI_OUTPUT_KIND_CONCEPTS: names with a confidence, for the whole picture
 * @CLARIFAI_OUTPUT_KIND_REGIONS: parts of the picture, with what is there
 * @CLARIFAI_OUTPUT_KIND_COLORS: colours with their share
 * @CLARIFAI_OUTPUT_KIND_TEXT: a caption, an answer, or what is written in the picture
 * @CLARIFAI_OUTPUT_KIND_EMBEDDINGS: lists of numbers
 * @CLARIFAI_OUTPUT_KIND_IMAGES: pictures that the model made
 * @CLARIFAI_OUTPUT_KIND_MASKS: regions that are not boxes alone, but have a mask
 * @CLARIFAI_OUTPUT_KIND_OTHER: something, and nothing of the above
 */
typedef enum {
  CLARIFAI_OUTPUT_KIND_CONCEPTS = 1 << 0,
  CLARIFAI_OUTPUT_KIND_REGIONS = 1 << 1,
  CLARIFAI_OUTPUT_KIND_COLORS = 1 << 2,
  CLARIFAI_OUTPUT_KIND_TEXT = 1 << 3,
  CLARIFAI_OUTPUT_KIND_EMBEDDINGS = 1 << 4,
  CLARIFAI_OUTPUT_KIND_IMAGES = 1 << 5,
  CLARIFAI_OUTPUT_KIND_MASKS = 1 << 6,
  CLARIFAI_OUTPUT_KIND_OTHER = 1 << 7,
} ClarifaiOutputKinds;

#define CLARIFAI_TYPE_OUTPUT_KINDS (clarifai_output_kinds_get_type ())
GType clarifai_output_kinds_get_type (void);

G_END_DECLS
