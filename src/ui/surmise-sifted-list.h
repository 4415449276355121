/* surmise-sifted-list.h – those items of a list that are shown
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*SurmiseSiftFunc) (gpointer item,
                                     gpointer user_data);

#define SURMISE_TYPE_SIFTED_LIST (surmise_sifted_list_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSiftedList, surmise_sifted_list, SURMISE, SIFTED_LIST, GObject)

/* A GListModel. Signal: "will-change", before anything does. */
SurmiseSiftedList *surmise_sifted_list_new       (GType              type,
                                                  SurmiseSiftFunc    func,
                                                  gpointer           user_data);
void               surmise_sifted_list_set_model (SurmiseSiftedList *self,
                                                  GListModel        *model);
void               surmise_sifted_list_sift      (SurmiseSiftedList *self);

G_END_DECLS
