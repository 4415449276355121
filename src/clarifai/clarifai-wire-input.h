/* clarifai-wire-input.h – an input's data object, as JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

void  clarifai_wire_append_data   (GString       *body,
                                   ClarifaiInput *input,
                                   const char    *placeholder);
gsize clarifai_wire_estimate_data (ClarifaiInput *input);

G_END_DECLS
