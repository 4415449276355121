/* clarifai-wire-data.h – an output's data object, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-types.h"

G_BEGIN_DECLS

ClarifaiModelRef *clarifai_wire_decode_ref  (JsonObject       *model,
                                             ClarifaiModelRef *asked);
ClarifaiOutput   *clarifai_wire_decode_data (JsonObject       *data,
                                             ClarifaiModelRef *model);

G_END_DECLS
