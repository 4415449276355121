/* surmise-address-lookup.h – where a web address would lead, before anything is sent there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     surmise_address_lookup_async  (GUri                 *uri,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean surmise_address_lookup_finish (GAsyncResult         *result,
                                        gboolean             *proxied,
                                        GError              **error);

G_END_DECLS
