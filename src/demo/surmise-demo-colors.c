/* surmise-demo-colors.c – the model that finds the main colors
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-colors.h"

#include "surmise-demo-answers.h"

/* Pixels are counted in cells of 8 levels a channel first: the groups come out the same, and a thousand cells
 * are grouped in a moment where sixty thousand pixels are not. */
#define CELL_BITS 5
#define N_CELLS   (1 << (3 * CELL_BITS))

#define ROUNDS     12
/* Two groups nearer than this in L*a*b* would be one color to the eye. */
#define LEAST_DISTANCE 9.0f
/* Smaller groups are edges and dust; their pixels go to the nearest other group. */
#define LEAST_SHARE 0.006

typedef struct {
  float  lab[3];
  double weight; /* in pixels */
  guint  group;
} Cell;

static float
distance_squared (const float *a,
                  const float *b)
{
  float sum = 0;

  for (int k = 0; k < 3; k++)
    sum += (a[k] - b[k]) * (a[k] - b[k]);

  return sum;
}

static GArray *
count_cells (const SurmiseDemoPixels *pixels)
{
  g_autofree double *sums = g_new0 (double, 4 * N_CELLS);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  int total = pixels->width * pixels->height;

  for (int i = 0; i < total; i++)
    {
      const guint8 *rgb = pixels->rgb + 3 * i;
      guint at = 0;

      for (int k = 0; k < 3; k++)
        at = at << CELL_BITS | (guint) rgb[k] >> (8 - CELL_BITS);
      for (guint k = 0; k < 3; k++)
        sums[4 * at + k] += (double) pixels->lab[3 * (guint) i + k];
      sums[4 * at + 3]++;
    }

  for (guint at = 0; at < N_CELLS; at++)
    if (sums[4 * at + 3] > 0)
      {
        Cell cell = { .weight = sums[4 * at + 3] };

        for (guint k = 0; k < 3; k++)
          cell.lab[k] = (float) (sums[4 * at + k] / cell.weight);
        g_array_append_val (cells, cell);
      }

  return cells;
}

static guint
find_nearest (const SurmiseDemoColor *groups,
              guint        n_groups,
              const float *lab,
              float       *distance)
{
  guint nearest = 0;
  float least = G_MAXFLOAT;

  for (guint i = 0; i < n_groups; i++)
    {
      float other = distance_squared (groups[i].lab, lab);

      if (other < least)
        {
          least = other;
          nearest = i;
        }
    }

  if (distance != NULL)
    *distance = least;
  return nearest;
}

/* The most frequent cell first, then again and again the one that is both frequent and far from all before.
 * No chance is in it, so the same picture has the same colors every time. */
static guint
choose_seeds (GArray *cells,
              SurmiseDemoColor  *groups)
{
  guint n_groups = 0;

  for (; n_groups < SURMISE_DEMO_MAX_COLORS; n_groups++)
    {
      const Cell *best = NULL;
      double most = 0;

      for (guint i = 0; i < cells->len; i++)
        {
          const Cell *cell = &g_array_index (cells, Cell, i);
          float distance = 1;
          double merit;

          if (n_groups > 0)
            find_nearest (groups, n_groups, cell->lab, &distance);
          if (n_groups > 0 && distance < LEAST_DISTANCE * LEAST_DISTANCE)
            continue;

          merit = cell->weight * (double) distance;
          if (merit > most)
            {
              most = merit;
              best = cell;
            }
        }

      if (best == NULL)
        break;
      memcpy (groups[n_groups].lab, best->lab, sizeof best->lab);
    }

  return n_groups;
}

/* Puts every cell to its nearest group and moves the groups to their means. */
static void
regroup (GArray *cells,
         SurmiseDemoColor  *groups,
         guint   n_groups)
{
  double sums[SURMISE_DEMO_MAX_COLORS][4] = { { 0 } };

  for (guint i = 0; i < cells->len; i++)
    {
      Cell *cell = &g_array_index (cells, Cell, i);

      cell->group = find_nearest (groups, n_groups, cell->lab, NULL);
      for (guint k = 0; k < 3; k++)
        sums[cell->group][k] += cell->weight * (double) cell->lab[k];
      sums[cell->group][3] += cell->weight;
    }

  for (guint i = 0; i < n_groups; i++)
    {
      groups[i].weight = sums[i][3];
      for (guint k = 0; k < 3 && groups[i].weight > 0; k++)
        groups[i].lab[k] = (float) (sums[i][k] / groups[i].weight);
    }
}

static guint
drop_group (SurmiseDemoColor *groups,
            guint  n_groups,
            guint  position)
{
  memmove (groups + position, groups + position + 1, (n_groups - position - 1) * sizeof *groups);
  return n_groups - 1;
}

static guint
drop_small (GArray *cells,
            SurmiseDemoColor  *groups,
            guint   n_groups,
            double  total)
{
  for (guint i = n_groups; i-- > 0 && n_groups > 1;)
    if (groups[i].weight < LEAST_SHARE * total)
      n_groups = drop_group (groups, n_groups, i);

  regroup (cells, groups, n_groups);
  return n_groups;
}

/* Two groups of one name would read as a mistake. */
static guint
name_and_merge (SurmiseDemoColor *groups,
                guint  n_groups)
{
  for (guint i = 0; i < n_groups; i++)
    groups[i].named = surmise_demo_css_nearest (groups[i].lab);

  for (guint i = 0; i < n_groups; i++)
    for (guint j = n_groups - 1; j > i; j--)
      if (groups[i].named == groups[j].named)
        {
          double both = groups[i].weight + groups[j].weight;

          for (int k = 0; k < 3 && both > 0; k++)
            groups[i].lab[k] += (groups[j].lab[k] - groups[i].lab[k]) * (float) (groups[j].weight / both);
          groups[i].weight = both;
          n_groups = drop_group (groups, n_groups, j);
        }

  return n_groups;
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const SurmiseDemoColor *first = a, *second = b;

  return (first->weight < second->weight) - (first->weight > second->weight);
}

static void
add_hex (JsonBuilder  *data,
         const char   *member,
         const guint8 *rgb)
{
  g_autofree char *hex = g_strdup_printf ("#%02x%02x%02x", rgb[0], rgb[1], rgb[2]);

  surmise_demo_answer_add_string (data, member, hex);
}

static void
add_color (JsonBuilder            *data,
           const SurmiseDemoColor *color)
{
  guint8 rgb[3];

  surmise_demo_lab_to_rgb (color->lab, rgb);
  json_builder_begin_object (data);
  add_hex (data, "raw_hex", rgb);
  json_builder_set_member_name (data, "w3c");
  json_builder_begin_object (data);
  add_hex (data, "hex", color->named->rgb);
  surmise_demo_answer_add_string (data, "name", color->named->name);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "value");
  json_builder_add_double_value (data, color->weight);
  json_builder_end_object (data);
}

/**
 * surmise_demo_colors_find:
 * @pixels: a picture
 * @colors: (out caller-allocates): its main colors, the one of the largest share first; at most
 *   %SURMISE_DEMO_MAX_COLORS
 *
 * k-means in CIE L*a*b*, each group named after the nearest CSS color; the weight is its share of the pixels.
 *
 * Returns: how many there are
 */
guint
surmise_demo_colors_find (const SurmiseDemoPixels *pixels,
                          SurmiseDemoColor        *colors)
{
  g_autoptr (GArray) cells = count_cells (pixels);
  double total = (double) pixels->width * pixels->height;
  guint n_colors = choose_seeds (cells, colors);

  for (guint i = 0; i < ROUNDS; i++)
    regroup (cells, colors, n_colors);
  n_colors = drop_small (cells, colors, n_colors, total);
  n_colors = name_and_merge (colors, n_colors);
  qsort (colors, n_colors, sizeof *colors, compare_weights);
  while (n_colors > 0 && colors[n_colors - 1].weight <= 0)
    n_colors--;
  for (guint i = 0; i < n_colors; i++)
    colors[i].weight /= total;

  return n_colors;
}

/**
 * surmise_demo_colors_predict:
 * @asked: with a picture
 * @config: not heeded: the shares are to add up to 1
 * @data: where "colors" goes
 *
 * The main colors, as surmise_demo_colors_find() finds them.
 */
void
surmise_demo_colors_predict (const SurmiseDemoAsked  *asked,
                             const SurmiseDemoConfig *config,
                             JsonBuilder             *data)
{
  SurmiseDemoColor colors[SURMISE_DEMO_MAX_COLORS];
  guint n_colors = surmise_demo_colors_find (asked->pixels, colors);

  json_builder_set_member_name (data, "colors");
  json_builder_begin_array (data);
  for (guint i = 0; i < n_colors; i++)
    add_color (data, &colors[i]);
  json_builder_end_array (data);
}
