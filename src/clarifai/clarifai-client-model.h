/* clarifai-client-model.h – asking about one model, or one kind of model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

void               clarifai_client_get_model_async       (ClarifaiClient       *self,
                                                          ClarifaiModelRef     *model,
                                                          const char           *token,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
ClarifaiModel     *clarifai_client_get_model_finish      (ClarifaiClient       *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
/* Asked once a client and type, then remembered. */
void               clarifai_client_get_model_type_async  (ClarifaiClient       *self,
                                                          const char           *type_id,
                                                          const char           *token,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
ClarifaiModelType *clarifai_client_get_model_type_finish (ClarifaiClient       *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
/* (nullable): one that this client was told already */
ClarifaiModelType *clarifai_client_lookup_model_type     (ClarifaiClient       *self,
                                                          const char           *type_id);
/* All of them, of ClarifaiModelType; remembered too. */
void               clarifai_client_list_model_types_async  (ClarifaiClient      *self,
                                                          const char           *token,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GListModel        *clarifai_client_list_model_types_finish (ClarifaiClient      *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
