/* surmise-answer-image.h – the pictures that a model answered with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_ANSWER_IMAGE (surmise_answer_image_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAnswerImage, surmise_answer_image, SURMISE, ANSWER_IMAGE, AdwBin)

/* A SurmiseAnswerView. */
GtkWidget *surmise_answer_image_new (void);

G_END_DECLS
