/* surmise-pictures-page.h – the chosen picture with its concepts, and all the others
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURES_PAGE (surmise_pictures_page_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePicturesPage, surmise_pictures_page, SURMISE, PICTURES_PAGE, AdwBin)

/* Signals: "activated" (one was chosen in the grid), "copied" (const char *, what to say of it). */
GtkWidget *surmise_pictures_page_new    (GtkSingleSelection  *selection,
                                         GSettings           *settings);
void       surmise_pictures_page_update (SurmisePicturesPage *self,
                                         gboolean             show_grid);
void       surmise_pictures_page_copy   (SurmisePicturesPage *self);
void       surmise_pictures_page_search (SurmisePicturesPage *self);

G_END_DECLS
