/* surmise-demo-filter.c – the model that gives a picture back
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-filter.h"

#include <math.h>

#include "surmise-demo-answers.h"
#include "surmise-demo-css.h"
#include "surmise-demo-data.h"

/* Of the shorter edge, at full strength. */
#define LARGEST_BLOCK 0.1

static const SurmiseDemoArgument ARGUMENTS[] = {
  { "image", "The picture to change", SURMISE_DEMO_ARGUMENT_PICTURE, NULL, { NULL }, 0, 0 },
  { "effect", "What to do with it", SURMISE_DEMO_ARGUMENT_TEXT, "blocks",
    { "blocks", "posterize", "negative", "edges", NULL }, 0, 0 },
  { "strength", "How much of it, from 0 to 1", SURMISE_DEMO_ARGUMENT_NUMBER, "0.5", { NULL }, 0, 1 },
  { "gray", "Whether to take the color away", SURMISE_DEMO_ARGUMENT_SWITCH, "False", { NULL }, 0, 0 },
  { "repeat", "How many times, 1 to 4", SURMISE_DEMO_ARGUMENT_INTEGER, "1", { NULL }, 1, 4 },
  { "tint", "A CSS color, or #rrggbb, to dye it with", SURMISE_DEMO_ARGUMENT_TEXT, "", { NULL }, 0, 0 },
};

const SurmiseDemoMethod SURMISE_DEMO_FILTER_METHOD = {
  "predict",
  "Changes the picture and gives it back.",
  ARGUMENTS,
  G_N_ELEMENTS (ARGUMENTS),
  SURMISE_DEMO_ARGUMENT_PICTURE,
};

typedef struct {
  guint8 *rgb;
  int     width;
  int     height;
} Canvas;

/* Every block gets its mean color. */
static void
draw_blocks (Canvas *canvas,
             double  strength)
{
  int edge = MAX ((int) lrint (strength * LARGEST_BLOCK * MIN (canvas->width, canvas->height)), 1);

  for (int top = 0; top < canvas->height; top += edge)
    for (int left = 0; left < canvas->width; left += edge)
      {
        int bottom = MIN (top + edge, canvas->height), right = MIN (left + edge, canvas->width);
        int sums[3] = { 0 }, count = (bottom - top) * (right - left);

        for (int y = top; y < bottom; y++)
          for (int x = left; x < right; x++)
            for (int k = 0; k < 3; k++)
              sums[k] += canvas->rgb[3 * (y * canvas->width + x) + k];
        for (int y = top; y < bottom; y++)
          for (int x = left; x < right; x++)
            for (int k = 0; k < 3; k++)
              canvas->rgb[3 * (y * canvas->width + x) + k] = (guint8) (sums[k] / count);
      }
}

static void
draw_steps (Canvas *canvas,
            double  strength)
{
  double steps = MAX (round (16 - 14 * strength), 2) - 1;

  for (int i = 0; i < 3 * canvas->width * canvas->height; i++)
    canvas->rgb[i] = (guint8) lrint (round (canvas->rgb[i] / 255.0 * steps) / steps * 255);
}

static void
draw_negative (Canvas *canvas,
               double  strength)
{
  for (int i = 0; i < 3 * canvas->width * canvas->height; i++)
    canvas->rgb[i] = (guint8) lrint (canvas->rgb[i] * (1 - strength) + (255 - canvas->rgb[i]) * strength);
}

/* Dark lines where neighbors differ. */
static void
draw_edges (Canvas *canvas,
            double  strength)
{
  for (int y = 0; y < canvas->height; y++)
    for (int x = 0; x < canvas->width; x++)
      for (int k = 0; k < 3; k++)
        {
          guint8 *here = canvas->rgb + 3 * (y * canvas->width + x) + k;
          int across = x + 1 < canvas->width ? here[3] - here[0] : 0;
          int down = y + 1 < canvas->height ? here[3 * canvas->width] - here[0] : 0;
          double line = 255 - MIN (4 * hypot (across, down), 255);

          *here = (guint8) lrint (*here * (1 - strength) + line * strength);
        }
}

/* The lightness of ITU-R BT.709. */
static void
draw_gray (Canvas *canvas)
{
  for (int i = 0; i < canvas->width * canvas->height; i++)
    {
      guint8 *rgb = canvas->rgb + 3 * i;

      memset (rgb, (int) lrint (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]), 3);
    }
}

/* As if seen through a glass of that color; what is no color leaves it as it is. */
static void
draw_tint (Canvas     *canvas,
           const char *tint)
{
  const char *name;
  guint8 rgb[3];

  if (!surmise_demo_css_parse (tint, rgb, &name))
    return;

  for (int i = 0; i < 3 * canvas->width * canvas->height; i++)
    canvas->rgb[i] = (guint8) (canvas->rgb[i] * rgb[i % 3] / 255);
}

static void
draw (Canvas     *canvas,
      const char *effect,
      double      strength)
{
  if (g_str_equal (effect, "posterize"))
    draw_steps (canvas, strength);
  else if (g_str_equal (effect, "negative"))
    draw_negative (canvas, strength);
  else if (g_str_equal (effect, "edges"))
    draw_edges (canvas, strength);
  else
    draw_blocks (canvas, strength);
}

/* Asked by name, answered by name; asked the old way, the values stand in "data" itself. */
static void
add_result (JsonBuilder            *data,
            const SurmiseDemoAsked *asked,
            const Canvas           *canvas)
{
  if (asked->arguments == NULL)
    {
      surmise_demo_data_add_picture (data, canvas->rgb, canvas->width, canvas->height);
      return;
    }

  json_builder_set_member_name (data, "parts");
  json_builder_begin_array (data);
  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", "return");
  json_builder_set_member_name (data, "data");
  json_builder_begin_object (data);
  surmise_demo_data_add_picture (data, canvas->rgb, canvas->width, canvas->height);
  json_builder_end_object (data);
  json_builder_end_object (data);
  json_builder_end_array (data);
}

/**
 * surmise_demo_filter_predict:
 * @asked: with a picture, and perhaps the method's arguments
 * @config: not heeded
 * @data: where the picture goes
 */
void
surmise_demo_filter_predict (const SurmiseDemoAsked  *asked,
                             const SurmiseDemoConfig *config,
                             JsonBuilder             *data)
{
  const SurmiseDemoMethod *method = &SURMISE_DEMO_FILTER_METHOD;
  const SurmiseDemoPixels *pixels = asked->pixels;
  gsize size = 3 * (gsize) pixels->width * (gsize) pixels->height;
  g_autofree guint8 *rgb = g_memdup2 (pixels->rgb, size);
  Canvas canvas = { rgb, pixels->width, pixels->height };
  int times = (int) surmise_demo_method_get_number (method, asked->arguments, "repeat");

  if (surmise_demo_method_get_switch (method, asked->arguments, "gray"))
    draw_gray (&canvas);
  for (int i = 0; i < times; i++)
    draw (&canvas, surmise_demo_method_get_text (method, asked->arguments, "effect"),
          surmise_demo_method_get_number (method, asked->arguments, "strength"));
  draw_tint (&canvas, surmise_demo_method_get_text (method, asked->arguments, "tint"));

  add_result (data, asked, &canvas);
}
