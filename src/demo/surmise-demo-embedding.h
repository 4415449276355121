/* surmise-demo-embedding.h – the model that makes a picture a row of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"

G_BEGIN_DECLS

void surmise_demo_embedding_predict (const SurmiseDemoAsked  *asked,
                                     const SurmiseDemoConfig *config,
                                     JsonBuilder             *data);

G_END_DECLS
