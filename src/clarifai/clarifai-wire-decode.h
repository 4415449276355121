/* clarifai-wire-decode.h – replies, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-status.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

/**
 * ClarifaiAnswer:
 * @output: (owned): what one input got
 * @retry: whether asking for it again may help
 * @vague: it failed without a reason of its own, perhaps only because it stood beside another one
 */
typedef struct {
  ClarifaiOutput *output;
  ClarifaiRetry   retry;
  gboolean        vague;
} ClarifaiAnswer;

GPtrArray         *clarifai_wire_decode_outputs       (JsonObject          *root,
                                                       ClarifaiStatus      *status,
                                                       const char * const  *ids,
                                                       ClarifaiModelRef    *asked,
                                                       const char          *token,
                                                       GError             **error);
ClarifaiUser      *clarifai_wire_decode_user          (JsonObject          *root,
                                                       GError             **error);
GListModel        *clarifai_wire_decode_organizations (JsonObject          *root);

G_END_DECLS
