/* surmise-demo-filter.h – the model that gives a picture back
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"
#include "surmise-demo-method.h"

G_BEGIN_DECLS

extern const SurmiseDemoMethod SURMISE_DEMO_FILTER_METHOD;

void surmise_demo_filter_predict (const SurmiseDemoAsked  *asked,
                                  const SurmiseDemoConfig *config,
                                  JsonBuilder             *data);

G_END_DECLS
