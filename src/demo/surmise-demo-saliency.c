/* surmise-demo-saliency.c – the model that boxes what stands out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-saliency.h"

#include <math.h>

#include "surmise-demo-answers.h"
#include "surmise-demo-data.h"
#include "surmise-demo-regions.h"

/* Long edge of the map that is looked at. */
#define MAP_EDGE 96
#define MAX_REGIONS 5
/* What stands out less than this from its surroundings, in L*a*b*, is not called salient. */
#define LEAST_CONTRAST 8.0
/* Cells on either side that a cell is averaged with. */
#define GRAIN 2
#define BINS 128

static const SurmiseDemoName NAME = { "salient region", "auffälliger Bereich" };

static float *
shrink (const SurmiseDemoPixels *pixels,
        int                      width,
        int                      height)
{
  float *map = g_new0 (float, 3 * (gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        float *cell = map + 3 * (y * width + x);
        int top = y * pixels->height / height, bottom = MAX ((y + 1) * pixels->height / height, top + 1);
        int left = x * pixels->width / width, right = MAX ((x + 1) * pixels->width / width, left + 1);

        for (int j = top; j < bottom; j++)
          for (int i = left; i < right; i++)
            for (int k = 0; k < 3; k++)
              cell[k] += pixels->lab[3 * (j * pixels->width + i) + k];
        for (int k = 0; k < 3; k++)
          cell[k] /= (float) ((bottom - top) * (right - left));
      }

  return map;
}

/* sums[y][x] is the sum of all cells above and left of (x, y). */
static double *
integrate (const float *map,
           int          width,
           int          height)
{
  double *sums = g_new0 (double, 3 * (gsize) (width + 1) * (gsize) (height + 1));

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      for (int k = 0; k < 3; k++)
        sums[3 * ((y + 1) * (width + 1) + x + 1) + k] =
          (double) map[3 * (y * width + x) + k] + sums[3 * (y * (width + 1) + x + 1) + k] +
          sums[3 * ((y + 1) * (width + 1) + x) + k] - sums[3 * (y * (width + 1) + x) + k];

  return sums;
}

/* Mean of one axis over the cells from (left, top) up to, and without, (right, bottom). */
static double
mean_in (const double *sums,
         int           width,
         int           k,
         int           left,
         int           top,
         int           right,
         int           bottom)
{
  int stride = width + 1;
  double sum = sums[3 * (bottom * stride + right) + k] - sums[3 * (top * stride + right) + k] -
               sums[3 * (bottom * stride + left) + k] + sums[3 * (top * stride + left) + k];

  return sum / ((right - left) * (bottom - top));
}

/* R. Achanta, S. Süsstrunk, "Saliency detection using maximum symmetric surround", 2010: a cell against the
 * mean of the largest window around it that lies wholly in the picture. So a wide sky is not salient for
 * being wide. The cell itself is taken with its neighbors, which is what keeps grain out. */
static double *
measure_contrast (const double *sums,
                  int           width,
                  int           height)
{
  double *contrast = g_new0 (double, (gsize) width * (gsize) height);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int half_x = MAX (MIN (x, width - 1 - x), width / 6);
        int half_y = MAX (MIN (y, height - 1 - y), height / 6);
        double square = 0;

        for (int k = 0; k < 3; k++)
          {
            double here = mean_in (sums, width, k, MAX (x - GRAIN, 0), MAX (y - GRAIN, 0),
                                   MIN (x + GRAIN + 1, width), MIN (y + GRAIN + 1, height));
            double around = mean_in (sums, width, k, MAX (x - half_x, 0), MAX (y - half_y, 0),
                                     MIN (x + half_x + 1, width), MIN (y + half_y + 1, height));

            square += (here - around) * (here - around);
          }
        contrast[y * width + x] = sqrt (square);
      }

  return contrast;
}

/* N. Otsu's threshold: the one that parts the cells into two groups with the widest gap between the means. */
static double
find_threshold (const double *contrast,
                int           n_cells)
{
  double highest = 0, sum_all = 0, sum_low = 0, widest = -1, threshold = 0;
  guint histogram[BINS] = { 0 };
  guint n_low = 0;

  for (int i = 0; i < n_cells; i++)
    highest = MAX (highest, contrast[i]);
  if (highest < LEAST_CONTRAST)
    return G_MAXDOUBLE;

  for (int i = 0; i < n_cells; i++)
    {
      guint bin = (guint) CLAMP (contrast[i] / highest * BINS, 0, BINS - 1);

      histogram[bin]++;
      sum_all += bin;
    }

  for (guint bin = 0; bin + 1 < BINS; bin++)
    {
      guint n_high = (guint) n_cells - (n_low += histogram[bin]);
      double gap, between;

      sum_low += (double) bin * histogram[bin];
      if (n_low == 0 || n_high == 0)
        continue;

      gap = (sum_all - sum_low) / n_high - sum_low / n_low;
      between = gap * gap * n_low * n_high;
      if (between > widest)
        {
          widest = between;
          threshold = (bin + 1) * highest / BINS;
        }
    }

  return MAX (threshold, LEAST_CONTRAST);
}

static void
add_region (JsonBuilder             *data,
            const SurmiseDemoRegion *region,
            const SurmiseDemoConfig *config,
            int                      width,
            int                      height)
{
  g_autofree char *id = g_uuid_string_random ();

  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", id);
  json_builder_set_member_name (data, "region_info");
  json_builder_begin_object (data);
  surmise_demo_data_add_box (data, region->left / (double) width, region->top / (double) height,
                             region->right / (double) width, region->bottom / (double) height);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "data");
  json_builder_begin_object (data);
  json_builder_set_member_name (data, "concepts");
  json_builder_begin_array (data);
  surmise_demo_data_add_concept (data, &NAME, config, region->value);
  json_builder_end_array (data);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "value");
  json_builder_add_double_value (data, region->value);
  json_builder_end_object (data);
}

/**
 * surmise_demo_saliency_name_nth:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): the one concept that the model knows, or %NULL beyond it
 */
const SurmiseDemoName *
surmise_demo_saliency_name_nth (guint position)
{
  return position == 0 ? &NAME : NULL;
}

/**
 * surmise_demo_saliency_predict:
 * @asked: with a picture
 * @config: how many boxes, of at most five, and how sure at least
 * @data: where "regions" goes
 *
 * Connected areas that differ clearly from their surroundings in CIE L*a*b*. The value grows with how much
 * more an area stands out than the rest of the picture does.
 */
void
surmise_demo_saliency_predict (const SurmiseDemoAsked  *asked,
                               const SurmiseDemoConfig *config,
                               JsonBuilder             *data)
{
  const SurmiseDemoPixels *pixels = asked->pixels;
  double scale = MIN (1, MAP_EDGE / (double) MAX (pixels->width, pixels->height));
  int width = MAX ((int) lrint (pixels->width * scale), 1);
  int height = MAX ((int) lrint (pixels->height * scale), 1);
  g_autofree float *map = shrink (pixels, width, height);
  g_autofree double *sums = integrate (map, width, height);
  g_autofree double *contrast = measure_contrast (sums, width, height);
  g_autoptr (GArray) regions = surmise_demo_regions_find (contrast, width, height,
                                                          find_threshold (contrast, width * height));

  json_builder_set_member_name (data, "regions");
  json_builder_begin_array (data);
  for (guint i = 0; i < MIN (regions->len, MIN (config->max_concepts, MAX_REGIONS)); i++)
    if (g_array_index (regions, SurmiseDemoRegion, i).value >= config->min_value)
      add_region (data, &g_array_index (regions, SurmiseDemoRegion, i), config, width, height);
  json_builder_end_array (data);
}
