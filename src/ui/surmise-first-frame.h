/* surmise-first-frame.h – says when the first frame was on the screen, for the benchmark
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void surmise_first_frame_begin (void);
void surmise_first_frame_watch (GtkWidget *window);

G_END_DECLS
