/* clarifai-model-list.h – models, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-paged-list.h"

G_BEGIN_DECLS

typedef enum {
  CLARIFAI_MODEL_SORT_RELEVANCE,
  CLARIFAI_MODEL_SORT_STARS,
  CLARIFAI_MODEL_SORT_NEWEST,
} ClarifaiModelSort;

/* Which models; all zero is all public ones. */
typedef struct {
  const char        *user_id; /* (nullable): whose, "me" too; NULL: all public ones */
  const char        *app_id;  /* (nullable): with a user alone */
  const char        *search;
  const char        *input_field;
  const char        *output_field;
  const char        *type_id;
  gboolean           featured;
  gboolean           starred;
  ClarifaiModelSort  sort;
  guint              per_page; /* 1–1000; 0 for the service's own default, 128 */
} ClarifaiModelQuery;

#define CLARIFAI_TYPE_MODEL_LIST (clarifai_model_list_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiModelList, clarifai_model_list, CLARIFAI, MODEL_LIST, ClarifaiPagedList)

/* A ClarifaiPagedList of ClarifaiModel. */
ClarifaiModelList *clarifai_model_list_new               (ClarifaiClient           *client,
                                                          const ClarifaiModelQuery *query);
ClarifaiModelList *clarifai_model_list_new_for_user      (ClarifaiClient           *client,
                                                          const char               *user_id,
                                                          guint                     per_page);
void               clarifai_model_list_set_owners        (ClarifaiModelList        *self,
                                                          const char * const       *owners);
void               clarifai_model_list_ask_owners        (ClarifaiModelList        *self);
gboolean           clarifai_model_list_get_asks_owners   (ClarifaiModelList        *self);
/* The paged list's own, under this name. */
gboolean           clarifai_model_list_get_loading       (ClarifaiModelList        *self);
gboolean           clarifai_model_list_get_complete      (ClarifaiModelList        *self);
void               clarifai_model_list_fetch_more_async  (ClarifaiModelList        *self,
                                                          const char               *token,
                                                          GCancellable             *cancellable,
                                                          GAsyncReadyCallback       callback,
                                                          gpointer                  user_data);
gboolean           clarifai_model_list_fetch_more_finish (ClarifaiModelList        *self,
                                                          GAsyncResult             *result,
                                                          GError                  **error);

G_END_DECLS
