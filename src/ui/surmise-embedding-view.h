/* surmise-embedding-view.h – a picture as a list of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_EMBEDDING_VIEW (surmise_embedding_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseEmbeddingView, surmise_embedding_view, SURMISE, EMBEDDING_VIEW, AdwBin)

/* A SurmiseAnswerView. */
GtkWidget *surmise_embedding_view_new (void);

G_END_DECLS
