/* surmise-demo-properties.h – the model that measures light, color, sharpness and form
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

void surmise_demo_properties_predict (const SurmiseDemoPixels *pixels,
                                const SurmiseDemoConfig *config,
                                JsonBuilder             *data);

G_END_DECLS
