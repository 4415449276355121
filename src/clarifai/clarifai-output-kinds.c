/* clarifai-output-kinds.c – what an answer can hold
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-output-kinds.h"

G_DEFINE_FLAGS_TYPE (ClarifaiOutputKinds,
                     clarifai_output_kinds,
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_CONCEPTS, "concepts"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_REGIONS, "regions"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_COLORS, "colors"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_TEXT, "text"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_EMBEDDINGS, "embeddings"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_IMAGES, "images"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_MASKS, "masks"),
                     G_DEFINE_ENUM_VALUE (CLARIFAI_OUTPUT_KIND_OTHER, "other"))
