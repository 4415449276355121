/* clarifai-wire-encode.h – requests, as bytes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-predict.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

gsize   clarifai_wire_estimate_predict (GPtrArray                  *inputs);
GBytes *clarifai_wire_encode_predict   (GPtrArray                  *inputs,
                                        const char * const         *ids,
                                        const ClarifaiOutputConfig *config);
char   *clarifai_wire_encode_single    (ClarifaiInput              *input,
                                        const ClarifaiOutputConfig *config,
                                        const char                 *placeholder);

G_END_DECLS
