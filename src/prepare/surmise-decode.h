/* surmise-decode.h – from the bytes of a file to its pixels
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "surmise-header.h"

G_BEGIN_DECLS

/* (transfer full): not smaller than max_edge asks for, unless the picture is; never turned by us. */
GdkPixbuf *surmise_decode     (SurmiseRaw          *raw,
                               const SurmiseHeader *header,
                               guint                max_edge,
                               GCancellable        *cancellable,
                               GError             **error);

/* Whether a loader is installed for it. */
gboolean   surmise_can_decode (SurmiseKind          kind);

G_END_DECLS
