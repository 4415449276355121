/* surmise-presentation-words.h – words as large as there is room for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_PRESENTATION_WORDS (surmise_presentation_words_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePresentationWords, surmise_presentation_words, SURMISE, PRESENTATION_WORDS, GtkWidget)

void surmise_presentation_words_show         (SurmisePresentationWords *self,
                                              const char               *title,
                                              const char               *text);
/* Where nothing stands beside them. */
void surmise_presentation_words_set_centered (SurmisePresentationWords *self,
                                              gboolean                  centered);

G_END_DECLS
