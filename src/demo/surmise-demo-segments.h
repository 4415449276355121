/* surmise-demo-segments.h – the model that parts a picture by color
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"

G_BEGIN_DECLS

const SurmiseDemoName *surmise_demo_segments_name_nth (guint                    position);
void                   surmise_demo_segments_predict  (const SurmiseDemoAsked  *asked,
                                                       const SurmiseDemoConfig *config,
                                                       JsonBuilder             *data);

G_END_DECLS
