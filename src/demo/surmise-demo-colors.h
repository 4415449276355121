/* surmise-demo-colors.h – the model that finds the main colors
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

void surmise_demo_colors_predict (const SurmiseDemoPixels *pixels,
                                  const SurmiseDemoConfig *config,
                                  JsonBuilder             *data);

G_END_DECLS
