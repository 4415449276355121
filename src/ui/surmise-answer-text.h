/* surmise-answer-text.h – an answer in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_ANSWER_TEXT (surmise_answer_text_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAnswerText, surmise_answer_text, SURMISE, ANSWER_TEXT, AdwBin)

/* A SurmiseAnswerView. */
GtkWidget *surmise_answer_text_new (void);

G_END_DECLS
