/* clarifai-retries.h – how long to wait before asking again, and when to stop
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-status.h"

G_BEGIN_DECLS

/* What was waited for so far; all zero at first. */
typedef struct {
  guint  n_once;
  guint  n_few;
  guint  n_throttle;
  guint  n_model;
  double model_since;
} ClarifaiRetries;

double clarifai_retries_next (ClarifaiRetries *self,
                              ClarifaiRetry    retry,
                              double           retry_after,
                              double           now);

G_END_DECLS
