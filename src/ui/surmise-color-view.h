/* surmise-color-view.h – the colours of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_COLOR_VIEW (surmise_color_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseColorView, surmise_color_view, SURMISE, COLOR_VIEW, AdwBin)

/* A SurmiseAnswerView. */
GtkWidget *surmise_color_view_new (void);

G_END_DECLS
