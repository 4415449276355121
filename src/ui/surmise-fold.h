/* surmise-fold.h – names as they are compared when somebody looks for letters
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char            *surmise_fold         (const char *text);
GtkFilterChange  surmise_fold_compare (const char *old,
                                       const char *new);

G_END_DECLS
