/* clarifai-wait.h – a pause that can be cancelled
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     clarifai_wait_async  (gint64               microseconds,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data);
gboolean clarifai_wait_finish (GAsyncResult        *result,
                               GError             **error);

G_END_DECLS
