/* surmise-options-chips.h – concepts as chips that can be taken away
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_OPTIONS_CHIPS (surmise_options_chips_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseOptionsChips, surmise_options_chips, SURMISE, OPTIONS_CHIPS, GtkWidget)

GtkWidget *surmise_options_chips_new      (void);
void       surmise_options_chips_set_list (SurmiseOptionsChips *self,
                                           GListStore          *list);

G_END_DECLS
