/* surmise-folder.h – finds the pictures among files and folders
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       surmise_folder_expand_async  (GPtrArray            *files,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
GPtrArray *surmise_folder_expand_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
