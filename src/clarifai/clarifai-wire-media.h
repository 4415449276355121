/* clarifai-wire-media.h – pictures, lists of numbers and places, as a model answers them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-region.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

ClarifaiImage     *clarifai_wire_decode_image     (JsonObject  *image);
ClarifaiEmbedding *clarifai_wire_decode_embedding (JsonObject  *embedding);
ClarifaiEmbedding *clarifai_wire_decode_array     (JsonObject  *ndarray);
gboolean           clarifai_wire_decode_box       (JsonObject  *region_info,
                                                   ClarifaiBox *box);

G_END_DECLS
