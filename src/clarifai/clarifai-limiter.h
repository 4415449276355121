/* clarifai-limiter.h – how many requests go out in a second
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CLARIFAI_TYPE_LIMITER (clarifai_limiter_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiLimiter, clarifai_limiter, CLARIFAI, LIMITER, GObject)

ClarifaiLimiter *clarifai_limiter_new            (guint                per_second);
void             clarifai_limiter_set_per_second (ClarifaiLimiter     *self,
                                                  guint                per_second);
void             clarifai_limiter_pause          (ClarifaiLimiter     *self,
                                                  gint64               microseconds);
void             clarifai_limiter_acquire_async  (ClarifaiLimiter     *self,
                                                  GCancellable        *cancellable,
                                                  GAsyncReadyCallback  callback,
                                                  gpointer             user_data);
gboolean         clarifai_limiter_acquire_finish (ClarifaiLimiter     *self,
                                                  GAsyncResult        *result,
                                                  GError             **error);

G_END_DECLS
