/* surmise-question-memory.h – how models were asked, as it is kept in the settings
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-question.h"

G_BEGIN_DECLS

/* @kept: a(sa{sv}), the latest first */
SurmiseQuestion *surmise_question_memory_find (GVariant         *kept,
                                               ClarifaiModelRef *model);
GVariant        *surmise_question_memory_put  (GVariant         *kept,
                                               SurmiseQuestion  *question);

G_END_DECLS
