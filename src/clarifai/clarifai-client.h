/* clarifai-client.h – the REST API, one verb a pair of functions
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client-model.h"
#include "clarifai-predict.h"
#include "clarifai-session.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_DEFAULT_BASE "https://api.clarifai.com"

#define CLARIFAI_TYPE_CLIENT (clarifai_client_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiClient, clarifai_client, CLARIFAI, CLIENT, GObject)

ClarifaiClient *clarifai_client_new                       (SoupSession          *session,
                                                           const char           *base,
                                                           GError              **error);
const char     *clarifai_client_get_base                  (ClarifaiClient       *self);

void            clarifai_client_get_me_async              (ClarifaiClient       *self,
                                                           const char           *token,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
ClarifaiUser   *clarifai_client_get_me_finish             (ClarifaiClient       *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);
/* Organisations of a user, as ClarifaiUsers. */
void            clarifai_client_list_organizations_async  (ClarifaiClient       *self,
                                                           const char           *user_id,
                                                           const char           *token,
                                                           GCancellable         *cancellable,
                                                           GAsyncReadyCallback   callback,
                                                           gpointer              user_data);
GListModel     *clarifai_client_list_organizations_finish (ClarifaiClient       *self,
                                                           GAsyncResult         *result,
                                                           GError              **error);

G_END_DECLS
