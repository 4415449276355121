/* clarifai-client-private.h – what the client's own parts ask it for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client.h"
#include "clarifai-limiter.h"

G_BEGIN_DECLS

SoupSession     *clarifai_client_get_session         (ClarifaiClient *self);
ClarifaiLimiter *clarifai_client_get_limiter         (ClarifaiClient *self);
double           clarifai_client_get_retry_scale     (ClarifaiClient *self);
gsize            clarifai_client_get_max_reply_bytes (ClarifaiClient *self);
double           clarifai_client_get_max_reply_seconds (ClarifaiClient *self);

G_END_DECLS
