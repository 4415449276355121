/* surmise-compare-words.h – an answer in one short line
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-picture.h"

G_BEGIN_DECLS

/* @answer: one that has an output. "0.3 s · 20 concepts" */
char *surmise_compare_words_dup (SurmisePicture *answer);

G_END_DECLS
