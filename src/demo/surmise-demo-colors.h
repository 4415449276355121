/* surmise-demo-colors.h – the model that finds the main colors
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-css.h"
#include "surmise-demo-models.h"

G_BEGIN_DECLS

#define SURMISE_DEMO_MAX_COLORS 8

typedef struct {
  float                      lab[3];
  double                     weight; /* its share of the pixels, 0–1 */
  const SurmiseDemoCssColor *named;
} SurmiseDemoColor;

guint surmise_demo_colors_find    (const SurmiseDemoPixels *pixels,
                                   SurmiseDemoColor        *colors);
void  surmise_demo_colors_predict (const SurmiseDemoAsked  *asked,
                                   const SurmiseDemoConfig *config,
                                   JsonBuilder             *data);

G_END_DECLS
