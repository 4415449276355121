/* surmise-color.h – from the picture's own colours to sRGB
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

G_BEGIN_DECLS

/* Profiles of screens and cameras take a few kilobytes, those with tables some hundreds. */
#define SURMISE_COLOR_MAX_PROFILE (4 * 1024 * 1024)

/* In place; FALSE only when cancelled. */
gboolean surmise_color_to_srgb (GdkPixbuf    *pixbuf,
                                GBytes       *profile,
                                GCancellable *cancellable,
                                GError      **error);

G_END_DECLS
