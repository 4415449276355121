/* clarifai-request-private.h – what a question is made of
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-request.h"

G_BEGIN_DECLS

/* Shared, without a change, by the thread that decodes. */
struct _ClarifaiRequest
{
  char                 *path;          /* (owned): with the query */
  char                 *token;         /* (owned): wiped at the end */
  GBytes               *body;          /* (owned) (nullable): a POST where there is one */
  gboolean              large;
  gboolean              decodes_failures;
  ClarifaiDecodeFunc    decode;
  GDestroyNotify        destroy_value;
  gpointer              data;          /* (owned) (nullable) */
  GDestroyNotify        destroy_data;
  ClarifaiProgressFunc  progress;
  gpointer              progress_data;
};

/**
 * ClarifaiReply:
 * @value: (nullable): what was decoded
 * @error: (nullable): why there is no value
 * @retry: whether asking again may help
 */
typedef struct {
  gpointer      value;
  GError       *error;
  ClarifaiRetry retry;
} ClarifaiReply;

ClarifaiRequest *clarifai_request_ref         (ClarifaiRequest     *self);
void             clarifai_request_clear_reply (ClarifaiRequest     *self,
                                               ClarifaiReply       *reply);
void             clarifai_request_read_async  (ClarifaiRequest     *self,
                                               GBytes              *body,
                                               guint                http_status,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
ClarifaiReply   *clarifai_request_read_finish (GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
