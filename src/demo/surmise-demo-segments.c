/* surmise-demo-segments.c – the model that parts a picture by color
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-segments.h"

#include "surmise-demo-answers.h"
#include "surmise-demo-colors.h"
#include "surmise-demo-data.h"

/* Pixels; right and bottom are the first ones outside. */
typedef struct {
  int left;
  int top;
  int right;
  int bottom;
} Box;

/* The color that each pixel is nearest to. */
static guint8 *
label_pixels (const SurmiseDemoPixels *pixels,
              const SurmiseDemoColor  *colors,
              guint                    n_colors,
              Box                     *boxes)
{
  guint8 *labels = g_new (guint8, (gsize) pixels->width * (gsize) pixels->height);

  for (guint i = 0; i < n_colors; i++)
    boxes[i] = (Box) { pixels->width, pixels->height, 0, 0 };

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        int at = y * pixels->width + x;
        guint nearest = surmise_demo_colors_nearest (colors, n_colors, pixels->lab + 3 * at);
        Box *box = &boxes[nearest];

        labels[at] = (guint8) nearest;
        box->left = MIN (box->left, x);
        box->top = MIN (box->top, y);
        box->right = MAX (box->right, x + 1);
        box->bottom = MAX (box->bottom, y + 1);
      }

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
            const Box               *box,
            const guint8            *labels,
            guint                    label)
{
  SurmiseDemoName name = { color->named->name, NULL };

  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", color->named->name);
  json_builder_set_member_name (data, "region_info");
  json_builder_begin_object (data);
  surmise_demo_data_add_box (data, box->left / (double) pixels->width, box->top / (double) pixels->height,
                             box->right / (double) pixels->width, box->bottom / (double) pixels->height);
  add_mask (data, pixels, labels, label);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "data");
  json_builder_begin_object (data);
  json_builder_set_member_name (data, "concepts");
  json_builder_begin_array (data);
  surmise_demo_data_add_concept (data, &name, config, color->weight);
  json_builder_end_array (data);
  json_builder_end_object (data);
  json_builder_set_member_name (data, "value");
  json_builder_add_double_value (data, color->weight);
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
 * @config: how many segments, which, and how large at least
 * @data: where "regions" goes
 *
 * One region for each of the picture's main colors: all pixels that are nearest to it. The value is the share
 * of the picture's area, as in the service's own segmentations.
 */
void
surmise_demo_segments_predict (const SurmiseDemoAsked  *asked,
                               const SurmiseDemoConfig *config,
                               JsonBuilder             *data)
{
  const SurmiseDemoPixels *pixels = asked->pixels;
  SurmiseDemoColor colors[SURMISE_DEMO_MAX_COLORS];
  Box boxes[SURMISE_DEMO_MAX_COLORS];
  guint n_colors = surmise_demo_colors_find (pixels, colors);
  g_autofree guint8 *labels = label_pixels (pixels, colors, n_colors, boxes);
  guint left = config->max_concepts;

  json_builder_set_member_name (data, "regions");
  json_builder_begin_array (data);
  for (guint i = 0; i < n_colors && left > 0; i++)
    {
      SurmiseDemoName name = { colors[i].named->name, NULL };

      if (colors[i].weight < config->min_value || boxes[i].right == 0 ||
          !surmise_demo_name_wanted (&name, config))
        continue;
      add_region (data, pixels, config, &colors[i], &boxes[i], labels, i);
      left--;
    }
  json_builder_end_array (data);
}
