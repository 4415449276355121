/* clarifai-model-list.h – the models of one user, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_MODEL_LIST (clarifai_model_list_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModelList, clarifai_model_list, CLARIFAI, MODEL_LIST, GObject)

/* A GListModel of ClarifaiModel, without doubles. Properties: "loading" (a page is on its way), "complete"
 * (a short page came). */
ClarifaiModelList *clarifai_model_list_new_for_user      (ClarifaiClient      *client,
                                                          const char          *user_id,
                                                          guint                per_page);
gboolean           clarifai_model_list_get_loading       (ClarifaiModelList   *self);
gboolean           clarifai_model_list_get_complete      (ClarifaiModelList   *self);
void               clarifai_model_list_fetch_more_async  (ClarifaiModelList   *self,
                                                          const char          *token,
                                                          GCancellable        *cancellable,
                                                          GAsyncReadyCallback  callback,
                                                          gpointer             user_data);
gboolean           clarifai_model_list_fetch_more_finish (ClarifaiModelList   *self,
                                                          GAsyncResult        *result,
                                                          GError             **error);

G_END_DECLS
