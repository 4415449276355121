/* clarifai-status-codes.h – the one table of the service's status codes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-status.h"

G_BEGIN_DECLS

typedef struct {
  int           code;
  const char   *name; /* live replies hold numbers, some documented ones the name */
  gboolean      good;
  ClarifaiError error;
  ClarifaiRetry retry;
} ClarifaiStatusCode;

const ClarifaiStatusCode *clarifai_status_code_find         (int         code);
const ClarifaiStatusCode *clarifai_status_code_find_by_name (const char *name);
const ClarifaiStatusCode *clarifai_status_code_get          (guint       i);

G_END_DECLS
