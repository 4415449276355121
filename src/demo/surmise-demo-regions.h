/* surmise-demo-regions.h – connected areas of a map
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Edges in cells; right and bottom are the first ones outside. */
typedef struct {
  int    left;
  int    top;
  int    right;
  int    bottom;
  int    n_cells;
  double sum;   /* of the map inside */
  double value; /* 0–1 */
} SurmiseDemoRegion;

/* Of SurmiseDemoRegion, the surest first. */
GArray *surmise_demo_regions_find (const double *map,
                                   int           width,
                                   int           height,
                                   double        threshold);

G_END_DECLS
