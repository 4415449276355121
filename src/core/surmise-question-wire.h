/* surmise-question-wire.h – a question as the client takes it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-question.h"

G_BEGIN_DECLS

ClarifaiInput        *surmise_question_new_input  (SurmiseQuestion *self,
                                                   GBytes          *bytes,
                                                   const char      *address,
                                                   const char      *words);
ClarifaiOutputConfig  surmise_question_get_config (SurmiseQuestion *self,
                                                   gboolean         second);

G_END_DECLS
