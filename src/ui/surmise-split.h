/* surmise-split.h – two panes, beside each other where there is room, else one below the other
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_SPLIT (surmise_split_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSplit, surmise_split, SURMISE, SPLIT, GtkWidget)

/* Properties: "start", "end" (the narrower one, below when stacked), "stacked" (read-only, notified). */
gboolean surmise_split_get_stacked  (SurmiseSplit *self);
void     surmise_split_set_wide_end (SurmiseSplit *self,
                                     gboolean      wide_end);

G_END_DECLS
