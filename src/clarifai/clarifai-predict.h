/* clarifai-predict.h – asking a model about inputs
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

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
 * @select_concepts: (nullable): of #ClarifaiConcept, by id where it has one, else by name; no others are answered
 * @large_reply: the model answers with pictures or masks, so that a far larger reply is read
 */
typedef struct {
  guint       max_concepts;
  double      min_value;
  const char *language;
  GListModel *select_concepts;
  gboolean    large_reply;
} ClarifaiOutputConfig;

/* One output an input, in the inputs' order; each has its own error. Fails as a whole only where no input
 * is to blame. */
void        clarifai_client_predict_async  (ClarifaiClient             *self,
                                            ClarifaiModelRef           *model,
                                            GListModel                 *inputs,
                                            const ClarifaiOutputConfig *config,
                                            const char                 *token,
                                            GCancellable               *cancellable,
                                            ClarifaiProgressFunc        progress,
                                            gpointer                    progress_data,
                                            GAsyncReadyCallback         callback,
                                            gpointer                    user_data);
GListModel *clarifai_client_predict_finish (ClarifaiClient       *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
