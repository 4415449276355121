/* surmise-debug-info.h – what helps whoever looks into a problem, and nothing that names a person
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *surmise_debug_info_new (GSettings *settings);

G_END_DECLS
