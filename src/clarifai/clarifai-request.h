/* clarifai-request.h – one question to the service, asked as often as it takes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client-private.h"
#include "clarifai-status.h"

G_BEGIN_DECLS

/**
 * ClarifaiDecodeFunc:
 * @root: (nullable): the reply, NULL where it is no JSON object
 * @status: what it says about itself; good unless the request decodes failures, and may be replaced then
 * @data: the request's own
 * @token: what must not be in a message
 *
 * May run in another thread.
 *
 * Returns: (transfer full): the value
 */
typedef gpointer (*ClarifaiDecodeFunc) (JsonObject     *root,
                                        ClarifaiStatus *status,
                                        gpointer        data,
                                        const char     *token,
                                        GError        **error);

typedef struct _ClarifaiRequest ClarifaiRequest;

ClarifaiRequest *clarifai_request_new           (const char           *path,
                                                 const char           *token,
                                                 ClarifaiDecodeFunc    decode,
                                                 GDestroyNotify        destroy_value);
void             clarifai_request_set_body      (ClarifaiRequest      *self,
                                                 GBytes               *body);
void             clarifai_request_set_large     (ClarifaiRequest      *self);
void             clarifai_request_set_data      (ClarifaiRequest      *self,
                                                 gpointer              data,
                                                 GDestroyNotify        destroy);
void             clarifai_request_set_failures  (ClarifaiRequest      *self);
void             clarifai_request_set_progress  (ClarifaiRequest      *self,
                                                 ClarifaiProgressFunc  progress,
                                                 gpointer              progress_data);
void             clarifai_request_unref         (ClarifaiRequest      *self);
void             clarifai_request_send_async    (ClarifaiRequest      *self,
                                                 ClarifaiClient       *client,
                                                 GCancellable         *cancellable,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
gpointer         clarifai_request_send_finish   (ClarifaiClient       *client,
                                                 GAsyncResult         *result,
                                                 GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClarifaiRequest, clarifai_request_unref)

G_END_DECLS
