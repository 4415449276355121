/* surmise-demo-regions.c – connected areas of a map
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-regions.h"

#include <math.h>

/* Shares of the map: smaller areas are specks, and a box around nearly everything says nothing. */
#define LEAST_AREA 0.004
#define MOST_BOX   0.85

/* Where the confidence is 50 %, and how steeply it changes: the contrast of inside and rest, and the inside alone. */
#define HALF_RATIO 0.35
#define RATIO_WIDTH 0.09
#define HALF_INSIDE 12.0
#define INSIDE_WIDTH 3.0

static gboolean
is_fresh (const double *map,
          const guint8 *seen,
          int           width,
          int           height,
          int           x,
          int           y,
          double        threshold)
{
  return x >= 0 && y >= 0 && x < width && y < height && !seen[y * width + x] && map[y * width + x] >= threshold;
}

/* Takes everything that touches (x, y), corners too. */
static SurmiseDemoRegion
flood (const double *map,
       guint8       *seen,
       int           width,
       int           height,
       int           x,
       int           y,
       double        threshold)
{
  SurmiseDemoRegion region = { .left = x, .top = y, .right = x + 1, .bottom = y + 1 };
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (int));
  int cell = y * width + x;

  seen[cell] = TRUE;
  g_array_append_val (waiting, cell);
  while (waiting->len > 0)
    {
      cell = g_array_index (waiting, int, waiting->len - 1);
      g_array_set_size (waiting, waiting->len - 1);
      x = cell % width;
      y = cell / width;
      region.n_cells++;
      region.sum += map[cell];
      region.left = MIN (region.left, x);
      region.top = MIN (region.top, y);
      region.right = MAX (region.right, x + 1);
      region.bottom = MAX (region.bottom, y + 1);

      for (int j = y - 1; j <= y + 1; j++)
        for (int i = x - 1; i <= x + 1; i++)
          if (is_fresh (map, seen, width, height, i, j, threshold))
            {
              cell = j * width + i;
              seen[cell] = TRUE;
              g_array_append_val (waiting, cell);
            }
    }

  return region;
}

static double
rise (double value,
      double half,
      double width)
{
  return 1 / (1 + exp ((half - value) / width));
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const SurmiseDemoRegion *first = a, *second = b;

  return (first->value < second->value) - (first->value > second->value);
}

/* Drops what lies wholly in the box of a surer one. */
static void
drop_nested (GArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    for (guint j = regions->len; j-- > i + 1;)
      {
        const SurmiseDemoRegion *outer = &g_array_index (regions, SurmiseDemoRegion, i);
        const SurmiseDemoRegion *inner = &g_array_index (regions, SurmiseDemoRegion, j);

        if (inner->left >= outer->left && inner->top >= outer->top &&
            inner->right <= outer->right && inner->bottom <= outer->bottom)
          g_array_remove_index (regions, j);
      }
}

/**
 * surmise_demo_regions_find:
 * @map: how much each cell stands out
 * @width: of the map
 * @height: of the map
 * @threshold: what counts
 *
 * Returns: (transfer full): the areas that are worth a box, of #SurmiseDemoRegion, the surest first
 */
GArray *
surmise_demo_regions_find (const double *map,
                           int           width,
                           int           height,
                           double        threshold)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (SurmiseDemoRegion));
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) width * (gsize) height);
  double outside = 0, total = (double) width * height;
  int n_outside = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (is_fresh (map, seen, width, height, x, y, threshold))
        {
          SurmiseDemoRegion region = flood (map, seen, width, height, x, y, threshold);
          int box = (region.right - region.left) * (region.bottom - region.top);

          if (region.n_cells >= LEAST_AREA * total && box <= MOST_BOX * total)
            g_array_append_val (regions, region);
        }
      else if (map[y * width + x] < threshold)
        {
          outside += map[y * width + x];
          n_outside++;
        }

  outside /= MAX (n_outside, 1);
  for (guint i = 0; i < regions->len; i++)
    {
      SurmiseDemoRegion *region = &g_array_index (regions, SurmiseDemoRegion, i);
      double inside = region->sum / region->n_cells;

      region->value = rise ((inside - outside) / (inside + outside), HALF_RATIO, RATIO_WIDTH) *
                      rise (inside, HALF_INSIDE, INSIDE_WIDTH);
    }

  g_array_sort (regions, compare_values);
  drop_nested (regions);
  return regions;
}
