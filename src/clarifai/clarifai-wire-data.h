/* clarifai-wire-data.h – an output, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-types.h"

G_BEGIN_DECLS

ClarifaiModelRef *clarifai_wire_decode_ref    (JsonObject       *model,
                                               ClarifaiModelRef *asked);
ClarifaiOutput   *clarifai_wire_decode_output (JsonObject       *output,
                                               ClarifaiModelRef *asked,
                                               const GError     *error,
                                               const char       *token);

G_END_DECLS
