/* surmise-demo-regions.c – connected areas of a map
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-regions.h"

#include <math.h>

/* Shares of the map: smaller areas are specks, and a box around nearly everything says nothing. */
#define LEAST_AREA 0.004
#define MOST_BOX   0.6

/* A box larger than this share of the map, or filled less than this, sprawls. */
#define WIDE_BOX   0.22
#define LEAST_FILL 0.45
#define STEP_UP    1.15
#define MAX_ROUNDS 6

/* Where the confidence is 50 %, and how steeply it changes: the contrast of inside and rest, and the inside
 * alone. */
#define HALF_RATIO 0.35
#define RATIO_WIDTH 0.09
#define HALF_INSIDE 12.0
#define INSIDE_WIDTH 3.0

typedef struct {
  const double *map;
  int           width;
  int           height;
  guint        *labels; /* of every cell: the area it was last found in, 0 at first */
  guint         last;
  GArray       *regions;
} Search;

static gboolean
belongs (Search *search,
         int     x,
         int     y,
         guint   parent,
         double  threshold)
{
  int cell = y * search->width + x;

  return x >= 0 && y >= 0 && x < search->width && y < search->height &&
         search->labels[cell] == parent && search->map[cell] >= threshold;
}

/* Takes everything of @parent that touches (x, y), corners too. */
static SurmiseDemoRegion
flood (Search *search,
       int     x,
       int     y,
       guint   parent,
       double  threshold)
{
  SurmiseDemoRegion region = { .left = x, .top = y, .right = x + 1, .bottom = y + 1 };
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (int));
  int cell = y * search->width + x;

  search->labels[cell] = ++search->last;
  g_array_append_val (waiting, cell);
  while (waiting->len > 0)
    {
      cell = g_array_index (waiting, int, waiting->len - 1);
      g_array_set_size (waiting, waiting->len - 1);
      x = cell % search->width;
      y = cell / search->width;
      region.n_cells++;
      region.sum += search->map[cell];
      region.left = MIN (region.left, x);
      region.top = MIN (region.top, y);
      region.right = MAX (region.right, x + 1);
      region.bottom = MAX (region.bottom, y + 1);

      for (int j = y - 1; j <= y + 1; j++)
        for (int i = x - 1; i <= x + 1; i++)
          if (belongs (search, i, j, parent, threshold))
            {
              cell = j * search->width + i;
              search->labels[cell] = search->last;
              g_array_append_val (waiting, cell);
            }
    }

  return region;
}

/* Adds the areas of @parent. One that sprawls is looked at again above a higher threshold, where it may fall
 * into parts. */
static void
collect (Search *search,
         guint   parent,
         double  threshold,
         guint   rounds)
{
  double total = (double) search->width * search->height;

  for (int y = 0; y < search->height; y++)
    for (int x = 0; x < search->width; x++)
      if (belongs (search, x, y, parent, threshold))
        {
          SurmiseDemoRegion region = flood (search, x, y, parent, threshold);
          double box = (double) (region.right - region.left) * (region.bottom - region.top);
          guint n_before = search->regions->len;

          if (region.n_cells < LEAST_AREA * total)
            continue;

          if (rounds > 0 && (box > WIDE_BOX * total || region.n_cells < LEAST_FILL * box))
            collect (search, search->last, threshold * STEP_UP, rounds - 1);
          if (search->regions->len == n_before && box <= MOST_BOX * total)
            g_array_append_val (search->regions, region);
        }
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

static int
overlap (const SurmiseDemoRegion *a,
         const SurmiseDemoRegion *b)
{
  int width = MIN (a->right, b->right) - MAX (a->left, b->left);
  int height = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

  return MAX (width, 0) * MAX (height, 0);
}

/* Drops what lies for the most part in the box of a surer one. */
static void
drop_covered (GArray *regions)
{
  for (guint i = 0; i < regions->len; i++)
    for (guint j = regions->len; j-- > i + 1;)
      {
        const SurmiseDemoRegion *surer = &g_array_index (regions, SurmiseDemoRegion, i);
        const SurmiseDemoRegion *other = &g_array_index (regions, SurmiseDemoRegion, j);

        if (2 * overlap (surer, other) > (other->right - other->left) * (other->bottom - other->top))
          g_array_remove_index (regions, j);
      }
}

/* Smoothing has taken a cell or so off every edge. */
static void
widen (SurmiseDemoRegion *region,
       int                width,
       int                height)
{
  region->left = MAX (region->left - 1, 0);
  region->top = MAX (region->top - 1, 0);
  region->right = MIN (region->right + 1, width);
  region->bottom = MIN (region->bottom + 1, height);
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
  g_autofree guint *labels = g_new0 (guint, (gsize) width * (gsize) height);
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (SurmiseDemoRegion));
  Search search = { map, width, height, labels, 0, regions };
  double outside = 0;
  int n_outside = 0;

  collect (&search, 0, threshold, MAX_ROUNDS);
  for (int cell = 0; cell < width * height; cell++)
    if (map[cell] < threshold)
      {
        outside += map[cell];
        n_outside++;
      }

  outside /= MAX (n_outside, 1);
  for (guint i = 0; i < regions->len; i++)
    {
      SurmiseDemoRegion *region = &g_array_index (regions, SurmiseDemoRegion, i);
      double inside = region->sum / region->n_cells;

      region->value = rise ((inside - outside) / (inside + outside), HALF_RATIO, RATIO_WIDTH) *
                      rise (inside, HALF_INSIDE, INSIDE_WIDTH);
      widen (region, width, height);
    }

  g_array_sort (regions, compare_values);
  drop_covered (regions);
  return regions;
}
