/* surmise-tooltip.h – names in full where a pointer rests
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *surmise_tooltip_dup_text (const char *text);
void  surmise_tooltip_set      (GtkWidget  *widget,
                                const char *text);

G_END_DECLS
