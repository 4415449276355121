/* surmise-pictures-page.h – the chosen picture with its concepts, and all the others
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-comparison.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURES_PAGE (surmise_pictures_page_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePicturesPage, surmise_pictures_page, SURMISE, PICTURES_PAGE, AdwBin)

/* Signals: "activated" (one was chosen in the grid), "copied" (const char *, what to say of it), "add-model"
 * (one more is wanted in the comparison). */
GtkWidget *surmise_pictures_page_new    (GtkSingleSelection  *selection,
                                         GSettings           *settings);
void       surmise_pictures_page_update (SurmisePicturesPage *self,
                                         gboolean             show_grid);
/* Beside the picture's caption. */
void       surmise_pictures_page_add_tool (SurmisePicturesPage *self,
                                           GtkWidget           *tool);
/* Several models' answers in place of one; NULL for the one again. */
void       surmise_pictures_page_set_comparison (SurmisePicturesPage *self,
                                                 SurmiseComparison   *comparison);
void       surmise_pictures_page_copy   (SurmisePicturesPage *self);
void       surmise_pictures_page_search (SurmisePicturesPage *self);

G_END_DECLS
