/* surmise-drag-file.h – a file for what is dragged out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *surmise_drag_file_new (GBytes     *bytes,
                              const char *name);

G_END_DECLS
