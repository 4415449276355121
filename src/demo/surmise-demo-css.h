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

/* By position, %NULL beyond the last. */
const SurmiseDemoCssColor *surmise_demo_css_nth     (guint         position);
/* Of a name in any case, without blanks, or of #rrggbb; also what it is called. */
gboolean                   surmise_demo_css_parse   (const char   *text,
                                                     guint8       *rgb,
                                                     const char  **name);
/* The nearest by distance in L*a*b*. */
const SurmiseDemoCssColor *surmise_demo_css_nearest (const float  *lab);

G_END_DECLS
