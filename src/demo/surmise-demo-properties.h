/* surmise-demo-properties.h – the model that measures light, color, sharpness and form
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

typedef struct {
  const SurmiseDemoName *name;
  double                 value; /* 0–1 */
} SurmiseDemoProperty;

const SurmiseDemoName *surmise_demo_properties_name_nth (guint                    position);
GArray                *surmise_demo_properties_measure  (const SurmiseDemoPixels *pixels);
void                   surmise_demo_properties_predict  (const SurmiseDemoAsked  *asked,
                                                         const SurmiseDemoConfig *config,
                                                         JsonBuilder             *data);

G_END_DECLS
