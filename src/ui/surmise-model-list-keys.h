/* surmise-model-list-keys.h – moving the focus from model to model, past headings
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-model-choice.h"

G_BEGIN_DECLS

guint    surmise_model_list_next  (GListModel  *list,
                                   int          from,
                                   int          step);
void     surmise_model_list_focus (GtkListView *view,
                                   guint        position);
gboolean surmise_model_list_move  (GtkListView *view,
                                   int          step);
SurmiseModelChoice *surmise_model_list_get_focused (GtkListView *view);

G_END_DECLS
