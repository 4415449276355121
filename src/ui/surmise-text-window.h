/* surmise-text-window.h – a small window with a text to read and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_TEXT_WINDOW (surmise_text_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseTextWindow, surmise_text_window, SURMISE, TEXT_WINDOW, AdwWindow)

void surmise_text_window_show (GtkWindow  *parent,
                               const char *title,
                               const char *text);

G_END_DECLS
