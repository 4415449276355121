/* clarifai-batch.h – the inputs of one call, and which of them are asked about together
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-predict.h"

G_BEGIN_DECLS

typedef struct _ClarifaiBatch ClarifaiBatch;

/**
 * ClarifaiBatch:
 * @places: (owned) of guint: which inputs of the call
 * @n_times: how often they were asked about before, for their own sake
 */
struct _ClarifaiBatch
{
  GArray *places;
  guint   n_times;
};

ClarifaiBatch *clarifai_batch_new      (guint                n_times);
void           clarifai_batch_free     (gpointer             batch);
void           clarifai_batch_add      (ClarifaiBatch       *self,
                                        guint                place);
guint          clarifai_batch_get      (const ClarifaiBatch *self,
                                        guint                i);
void           clarifai_batch_enqueue  (GQueue              *queue,
                                        ClarifaiBatch       *batch);
void           clarifai_batch_halve    (GQueue              *queue,
                                        ClarifaiBatch       *batch);
void           clarifai_batch_settle   (GQueue              *queue,
                                        const ClarifaiBatch *batch,
                                        GPtrArray           *answers,
                                        GPtrArray           *outputs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClarifaiBatch, clarifai_batch_free)

G_END_DECLS
