/* surmise-demo-segments.c – the model that parts a picture by color
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-segments.h"

#include <math.h>

#include "surmise-demo-answers.h"
#include "surmise-demo-colors.h"
#include "surmise-demo-data.h"

/* Pixels; right and bottom are the first ones outside. */
typedef struct {
  int    left;
  int    top;
  int    right;
  int    bottom;
  int    n_pixels;
  double clearness; /* the sum over its pixels, then their mean: 0–1 */
} Area;

/* The nearest color, and how much nearer it is than the next one: 0 as near, 1 the color itself. */
static guint
find_nearest (const SurmiseDemoColor *colors,
              guint                   n_colors,
              const float            *lab,
              double                 *clearness)
{
  double first = G_MAXDOUBLE, second = G_MAXDOUBLE;
  guint nearest = 0;

  for (guint i = 0; i < n_colors; i++)
    {
      double square = 0;

      for (int k = 0; k < 3; k++)
        square += (double) ((colors[i].lab[k] - lab[k]) * (colors[i].lab[k] - lab[k]));
      if (square < first)
        {
          second = first;
          first = square;
          nearest = i;
        }
      else if (square < second)
        second = square;
    }
  *clearness = second > 0 ? 1 - sqrt (first / second) : 0;

  return nearest;
}

/* The color that each pixel belongs to. */
static guint8 *
label_pixels (const SurmiseDemoPixels *pixels,
              const SurmiseDemoColor  *colors,
              guint                    n_colors,
              Area                    *areas)
{
  guint8 *labels = g_new (guint8, (gsize) pixels->width * (gsize) pixels->height);

  for (guint i = 0; i < n_colors; i++)
    areas[i] = (Area) { pixels->width, pixels->height, 0, 0, 0, 0 };

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        int at = y * pixels->width + x;
        double clearness;
        guint nearest = find_nearest (colors, n_colors, pixels->lab + 3 * at, &clearness);
        Area *area = &areas[nearest];

        labels[at] = (guint8) nearest;
        area->left = MIN (area->left, x);
        area->top = MIN (area->top, y);
        area->right = MAX (area->right, x + 1);
        area->bottom = MAX (area->bottom, y + 1);
        area->n_pixels++;
        area->clearness += clearness;
      }

  for (guint i = 0; i < n_colors; i++)
    if (areas[i].n_pixels > 0)
      areas[i].clearness /= areas[i].n_pixels;

  return labels;
}

/* White where the color is, black elsewhere; as large as the picture, as the service's masks are. */
static void
add_mask (JsonBuilder             *data,
          const SurmiseDemoPixels *pixels,
          const guint8            *labels,
          guint                    label)
{
  gsize n_pixels = (gsize) pixels->width * (gsize) pixels->height;
  g_autofree guint8 *mask = g_new (guint8, 3 * n_pixels);

  for (gsize i = 0; i < n_pixels; i++)
    memset (mask + 3 * i, labels[i] == label ? 0xff : 0, 3);

  json_builder_set_member_name (data, "mask");
  json_builder_begin_object (data);
  surmise_demo_data_add_picture (data, mask, pixels->width, pixels->height);
  json_builder_end_object (data);
}

static void
add_region (JsonBuilder             *data,
            const SurmiseDemoPixels *pixels,
            const SurmiseDemoConfig *config,
            const SurmiseDemoColor  *color,
            const Area              *area,
            const guint8            *labels,
            guint                    label)
{
  SurmiseDemoName name = { color->named->name, NULL };

  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", color->named->name);
  json_builder_set_member_name (data, "region_info");
  json_builder_begin_object (data);
  surmise_demo_data_add_box (data, area->left / (double) pixels->width, area->top / (double) pixels->height,
                             area->right / (double) pixels->width, area->bottom / (double) pixels->height);
  add_mask (data, pixels, labels, label);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "data");
  json_builder_begin_object (data);
  json_builder_set_member_name (data, "concepts");
  json_builder_begin_array (data);
  surmise_demo_data_add_concept (data, &name, config, area->clearness);
  json_builder_end_array (data);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "value");
  json_builder_add_double_value (data, area->clearness);
  json_builder_end_object (data);
}

/**
 * surmise_demo_segments_name_nth:
 * @position: from 0
 *
 * Each thread has its own name to give, which stands until the next one is asked for.
 *
 * Returns: (transfer none) (nullable): a named color, or %NULL beyond the last
 */
const SurmiseDemoName *
surmise_demo_segments_name_nth (guint position)
{
  static _Thread_local SurmiseDemoName name;
  const SurmiseDemoCssColor *color = surmise_demo_css_nth (position);

  if (color == NULL)
    return NULL;

  name = (SurmiseDemoName) { color->name, NULL };
  return &name;
}

/**
 * surmise_demo_segments_predict:
 * @asked: with a picture
 * @config: how many segments, which, and how clear at least
 * @data: where "regions" goes
 *
 * One region for each of the picture's main colors, the largest first: all pixels that are nearest to it. The
 * value is how clearly they belong there and not to the next color, in the mean.
 */
void
surmise_demo_segments_predict (const SurmiseDemoAsked  *asked,
                               const SurmiseDemoConfig *config,
                               JsonBuilder             *data)
{
  const SurmiseDemoPixels *pixels = asked->pixels;
  SurmiseDemoColor colors[SURMISE_DEMO_MAX_COLORS];
  Area areas[SURMISE_DEMO_MAX_COLORS];
  guint n_colors = surmise_demo_colors_find (pixels, colors);
  g_autofree guint8 *labels = label_pixels (pixels, colors, n_colors, areas);
  guint left = config->max_concepts;

  json_builder_set_member_name (data, "regions");
  json_builder_begin_array (data);
  for (guint i = 0; i < n_colors && left > 0; i++)
    {
      SurmiseDemoName name = { colors[i].named->name, NULL };

      if (areas[i].n_pixels == 0 || areas[i].clearness < config->min_value ||
          !surmise_demo_name_wanted (&name, config))
        continue;
      add_region (data, pixels, config, &colors[i], &areas[i], labels, i);
      left--;
    }
  json_builder_end_array (data);
}
