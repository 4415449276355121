/* surmise-scale.h – smaller, without transparency, upright
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* All return (transfer full). */
GdkPixbuf *surmise_scale (GdkPixbuf    *pixbuf,
                          int           width,
                          int           height,
                          gboolean      premultiplied,
                          GCancellable *cancellable,
                          GError      **error);
GdkPixbuf *surmise_turn  (GdkPixbuf    *pixbuf,
                          guint         orientation);

G_END_DECLS
