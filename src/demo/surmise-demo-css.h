/* surmise-demo-css.h – the named colors of CSS
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;
  guint8      rgb[3];
} SurmiseDemoCssColor;

/* The nearest by distance in L*a*b*. */
const SurmiseDemoCssColor *surmise_demo_css_nearest (const float *lab);

G_END_DECLS
