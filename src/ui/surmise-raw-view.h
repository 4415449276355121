/* surmise-raw-view.h – an answer as the service wrote it, to read, search and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_RAW_VIEW (surmise_raw_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRawView, surmise_raw_view, SURMISE, RAW_VIEW, AdwBin)

/* A SurmiseAnswerView. Actions: raw.next, raw.previous, raw.search. */
GtkWidget *surmise_raw_view_new    (void);
void       surmise_raw_view_search (SurmiseRawView *self);

G_END_DECLS
