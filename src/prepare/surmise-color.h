/* surmise-color.h – from the picture's own colours to sRGB
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* In place; FALSE only when cancelled. */
gboolean surmise_color_to_srgb (GdkPixbuf    *pixbuf,
                                const char   *profile,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
