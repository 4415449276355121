/* clarifai-embedding.h – a picture as a list of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_EMBEDDING (clarifai_embedding_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiEmbedding, clarifai_embedding, CLARIFAI, EMBEDDING, GObject)

ClarifaiEmbedding *clarifai_embedding_new            (const float       *vector,
                                                      gsize              n);
const float       *clarifai_embedding_get_vector     (ClarifaiEmbedding *self,
                                                      gsize             *n);
guint              clarifai_embedding_get_dimensions (ClarifaiEmbedding *self);
char              *clarifai_embedding_to_json        (ClarifaiEmbedding *self);

G_END_DECLS
