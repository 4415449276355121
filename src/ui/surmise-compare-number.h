/* surmise-compare-number.h – the number that stands for a model in a comparison
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @number: 1 and up; 0 for nothing, which takes no room. */
GtkWidget *surmise_compare_number_new (guint      number);
void       surmise_compare_number_set (GtkWidget *widget,
                                       guint      number);

G_END_DECLS
