/* surmise-demo-words.h – the models that take words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"

G_BEGIN_DECLS

void surmise_demo_words_count    (const SurmiseDemoAsked  *asked,
                                  const SurmiseDemoConfig *config,
                                  JsonBuilder             *data);
void surmise_demo_words_question (const SurmiseDemoAsked  *asked,
                                  const SurmiseDemoConfig *config,
                                  JsonBuilder             *data);

G_END_DECLS
