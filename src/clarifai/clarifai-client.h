/* clarifai-client.h – the REST API, one verb a pair of functions
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_DEFAULT_BASE "https://api.clarifai.com"

/**
 * ClarifaiProgress:
 * @CLARIFAI_PROGRESS_SENT: the request is on its way
 * @CLARIFAI_PROGRESS_MODEL_STARTING: the service is starting the model; the client asks again
 * @CLARIFAI_PROGRESS_THROTTLED: the service asked for a pause; the client waits and asks again
 */
typedef enum {
  CLARIFAI_PROGRESS_SENT,
  CLARIFAI_PROGRESS_MODEL_STARTING,
  CLARIFAI_PROGRESS_THROTTLED,
} ClarifaiProgress;

typedef void (*ClarifaiProgressFunc) (ClarifaiProgress progress,
                                      gpointer         user_data);

/**
 * ClarifaiOutputConfig:
 * @max_concepts: 1–200; 0 is the service's own default, 20
 * @min_value: least confidence, 0–1
 * @language: (nullable): of the concepts' names
 */
typedef struct {
  guint       max_concepts;
  double      min_value;
  const char *language;
} ClarifaiOutputConfig;

#define CLARIFAI_TYPE_CLIENT (clarifai_client_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiClient, clarifai_client, CLARIFAI, CLIENT, GObject)

/* clarifai-session.c: the one way to make a session for the API: no cookies, cache, sniffer or decoder beyond gzip. */
SoupSession       *clarifai_session_new                      (void);
/* clarifai-base.c: https anywhere, http on loopback alone; without scheme, query, fragment or trailing slash surprises. */
char              *clarifai_base_normalize                   (const char           *text,
                                                              GError              **error);

ClarifaiClient    *clarifai_client_new                       (SoupSession          *session,
                                                              const char           *base,
                                                              GError              **error);
const char        *clarifai_client_get_base                  (ClarifaiClient       *self);

void               clarifai_client_get_me_async              (ClarifaiClient       *self,
                                                              const char           *token,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
ClarifaiUser      *clarifai_client_get_me_finish             (ClarifaiClient       *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
/* Organisations of a user, as ClarifaiUsers. */
void               clarifai_client_list_organizations_async  (ClarifaiClient       *self,
                                                              const char           *user_id,
                                                              const char           *token,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
GListModel        *clarifai_client_list_organizations_finish (ClarifaiClient       *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
void               clarifai_client_get_model_async           (ClarifaiClient       *self,
                                                              ClarifaiModelRef     *model,
                                                              const char           *token,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
ClarifaiModel     *clarifai_client_get_model_finish          (ClarifaiClient       *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
/* Asked once a client and type, then remembered. */
void               clarifai_client_get_model_type_async      (ClarifaiClient       *self,
                                                              const char           *type_id,
                                                              const char           *token,
                                                              GCancellable         *cancellable,
                                                              GAsyncReadyCallback   callback,
                                                              gpointer              user_data);
ClarifaiModelType *clarifai_client_get_model_type_finish     (ClarifaiClient       *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);
/* One output an input, in the inputs' order; each has its own error. Fails as a whole only where no input is to blame. */
void               clarifai_client_predict_async             (ClarifaiClient             *self,
                                                              ClarifaiModelRef           *model,
                                                              GListModel                 *inputs,
                                                              const ClarifaiOutputConfig *config,
                                                              const char                 *token,
                                                              GCancellable               *cancellable,
                                                              ClarifaiProgressFunc        progress,
                                                              gpointer                    progress_data,
                                                              GAsyncReadyCallback         callback,
                                                              gpointer                    user_data);
GListModel        *clarifai_client_predict_finish            (ClarifaiClient       *self,
                                                              GAsyncResult         *result,
                                                              GError              **error);

G_END_DECLS
