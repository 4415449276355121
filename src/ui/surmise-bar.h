/* surmise-bar.h – a slim bar with one thing to know and one thing to do
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_BAR (surmise_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseBar, surmise_bar, SURMISE, BAR, AdwBin)

/* Signal: "closed", when the person hides it. */
void surmise_bar_show (SurmiseBar *self,
                       const char *text,
                       const char *button,
                       const char *action);
void surmise_bar_hide (SurmiseBar *self);

G_END_DECLS
