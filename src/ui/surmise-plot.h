/* surmise-plot.h – a small plot of many numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_PLOT (surmise_plot_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePlot, surmise_plot, SURMISE, PLOT, GtkWidget)

void surmise_plot_set_numbers (SurmisePlot *self,
                               const float *numbers,
                               gsize        n);

G_END_DECLS
