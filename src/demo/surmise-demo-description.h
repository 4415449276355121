/* surmise-demo-description.h – the model that says in a sentence what it measured
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"

G_BEGIN_DECLS

void surmise_demo_description_predict (const SurmiseDemoAsked  *asked,
                                       const SurmiseDemoConfig *config,
                                       JsonBuilder             *data);

G_END_DECLS
