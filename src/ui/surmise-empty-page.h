/* surmise-empty-page.h – where pictures go, while there is none
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_EMPTY_PAGE (surmise_empty_page_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseEmptyPage, surmise_empty_page, SURMISE, EMPTY_PAGE, AdwBin)

/* Signal: "chosen" (GFile), for a sample picture. */
GtkWidget *surmise_empty_page_new       (void);
void       surmise_empty_page_set_model (SurmiseEmptyPage *self,
                                         const char       *name,
                                         gboolean          words_only);

G_END_DECLS
