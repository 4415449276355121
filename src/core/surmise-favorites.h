/* surmise-favorites.h – the models that a person marked to find them again
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model-ref.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_FAVORITES (surmise_favorites_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseFavorites, surmise_favorites, SURMISE, FAVORITES, GObject)

/* A GListModel of ClarifaiModelRef, in the order in which they were added. Signal: "changed". */
SurmiseFavorites *surmise_favorites_new      (GSettings        *settings);
gboolean          surmise_favorites_contains (SurmiseFavorites *self,
                                              ClarifaiModelRef *model);
void              surmise_favorites_add      (SurmiseFavorites *self,
                                              ClarifaiModelRef *model,
                                              const char       *name);
void              surmise_favorites_remove   (SurmiseFavorites *self,
                                              ClarifaiModelRef *model);
char             *surmise_favorites_dup_name (SurmiseFavorites *self,
                                              ClarifaiModelRef *model);

G_END_DECLS
