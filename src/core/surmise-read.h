/* surmise-read.h – reads a stream to its end, up to a limit
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void    surmise_read_async  (GInputStream         *stream,
                             gsize                 max_bytes,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
GBytes *surmise_read_finish (GAsyncResult         *result,
                             GError              **error);

G_END_DECLS
