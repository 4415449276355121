/* surmise-model-notes.h – what somebody wrote about a model, laid out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_NOTES (surmise_model_notes_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelNotes, surmise_model_notes, SURMISE, MODEL_NOTES, AdwBin)

GtkWidget *surmise_model_notes_new      (void);
/* @text: (nullable): Markdown */
void       surmise_model_notes_set_text (SurmiseModelNotes *self,
                                         const char        *text);

G_END_DECLS
