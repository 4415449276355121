/* surmise-presentation-answer.h – what a model says of one picture, in few and large words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PRESENTATION_ANSWER (surmise_presentation_answer_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePresentationAnswer, surmise_presentation_answer, SURMISE, PRESENTATION_ANSWER, AdwBin)

void surmise_presentation_answer_set_picture   (SurmisePresentationAnswer *self,
                                                SurmisePicture            *picture);
void surmise_presentation_answer_set_threshold (SurmisePresentationAnswer *self,
                                                double                     threshold);
/* Lets the bars grow in anew. */
void surmise_presentation_answer_begin         (SurmisePresentationAnswer *self);

G_END_DECLS
