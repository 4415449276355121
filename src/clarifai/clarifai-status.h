/* clarifai-status.h – what a reply says about itself, and what follows from it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-error.h"

G_BEGIN_DECLS

/* Status codes that are told from others by name. */
#define CLARIFAI_STATUS_SUCCESS 10000
#define CLARIFAI_STATUS_MIXED   10010
#define CLARIFAI_STATUS_FAILURE 10020
#define CLARIFAI_STATUS_TRAINED 21100

/**
 * ClarifaiRetry:
 * @CLARIFAI_RETRY_NEVER: asking again gives the same answer
 * @CLARIFAI_RETRY_ONCE: the service could not reach something
 * @CLARIFAI_RETRY_FEW: trouble that passes
 * @CLARIFAI_RETRY_MODEL: the model starts, which takes minutes
 * @CLARIFAI_RETRY_THROTTLE: everybody who uses the token waits
 */
typedef enum {
  CLARIFAI_RETRY_NEVER,
  CLARIFAI_RETRY_ONCE,
  CLARIFAI_RETRY_FEW,
  CLARIFAI_RETRY_MODEL,
  CLARIFAI_RETRY_THROTTLE,
} ClarifaiRetry;

/* The texts are borrowed from the JSON. */
typedef struct {
  int           code; /* 0 where there is none */
  guint         http;
  gboolean      good;
  ClarifaiError error;
  ClarifaiRetry retry;
  const char   *description; /* (nullable) */
  const char   *details;     /* (nullable) */
} ClarifaiStatus;

int     clarifai_status_read_code  (JsonObject           *status);
void    clarifai_status_read       (ClarifaiStatus       *self,
                                    JsonObject           *root,
                                    guint                 http_status);
GError *clarifai_status_to_error   (const ClarifaiStatus *self,
                                    const char           *token);

G_END_DECLS
