/* surmise-demo-saliency.h – the model that boxes what stands out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

const SurmiseDemoName *surmise_demo_saliency_name_nth (guint                    position);
void                   surmise_demo_saliency_predict  (const SurmiseDemoAsked  *asked,
                                                       const SurmiseDemoConfig *config,
                                                       JsonBuilder             *data);

G_END_DECLS
