/* draw.c – paints the sample pictures into the folder that is named
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#include <stdlib.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

/* Points a pixel, each way. */
#define SAMPLES 3
#define GRAIN 0.016f

static const struct
{
  const char *name;
  int width;
  int height;
  Painter paint;
  const char *quality;
} PICTURES[] = {
  { "mountain-lake", 1600, 1067, paint_mountain_lake, "86" },
  { "lemons", 1600, 1067, paint_lemons, "84" },
  { "lighthouse", 1067, 1600, paint_lighthouse, "86" },
  { "balloons", 1600, 1067, paint_balloons, "86" },
};

float
hash (float x, float y)
{
  guint32 state = (guint32) (gint32) x * 374761393u + (guint32) (gint32) y * 668265263u + 1442695041u;

  state = (state ^ state >> 13) * 1274126177u;
  state = (state ^ state >> 16) * 2246822519u;
  state ^= state >> 15;
  return (float) (state & 0xffffff) / 16777216.0f;
}

float
noise (float x, float y)
{
  float left = floorf (x), top = floorf (y);
  float u = x - left, v = y - top;

  u = u * u * u * (u * (u * 6 - 15) + 10);
  v = v * v * v * (v * (v * 6 - 15) + 10);
  return mixf (mixf (hash (left, top), hash (left + 1, top), u),
               mixf (hash (left, top + 1), hash (left + 1, top + 1), u), v);
}

float
cloud (float x, float y, int octaves)
{
  float sum = 0, weight = 0.5f;

  /* Each octave is turned, so that no grid shows. */
  for (int i = 0; i < octaves; i++)
    {
      float turned = 0.8f * x - 0.6f * y;

      sum += weight * noise (x, y);
      y = 2.03f * (0.6f * x + 0.8f * y) + 17.3f;
      x = 2.03f * turned + 31.7f;
      weight /= 2;
    }

  return sum / (1 - powf (0.5f, (float) octaves));
}

static guint8
to_byte (float value, float grain)
{
  return (guint8) lrintf (255 * CLAMP (value + grain, 0.0f, 1.0f));
}

static void
paint_pixel (Painter paint, int x, int y, int height, guint8 *rgb)
{
  Color sum = { 0, 0, 0 };
  float grain = GRAIN * (hash ((float) x, (float) y) + hash ((float) x + 7919, (float) y) - 1);

  for (int j = 0; j < SAMPLES; j++)
    for (int i = 0; i < SAMPLES; i++)
      {
        Color color = paint (((float) x + ((float) i + 0.5f) / SAMPLES) / (float) height,
                             ((float) y + ((float) j + 0.5f) / SAMPLES) / (float) height);

        sum.r += CLAMP (color.r, 0, 1);
        sum.g += CLAMP (color.g, 0, 1);
        sum.b += CLAMP (color.b, 0, 1);
      }

  sum = scale (sum, 1.0f / (SAMPLES * SAMPLES));
  rgb[0] = to_byte (sum.r, grain);
  rgb[1] = to_byte (sum.g, grain);
  rgb[2] = to_byte (sum.b, grain);
}

int
main (int argc, char *argv[])
{
  if (argc < 2)
    {
      g_printerr ("Usage: draw-samples FOLDER [NAME]\n");
      return 2;
    }

  for (guint i = 0; i < G_N_ELEMENTS (PICTURES); i++)
    {
      g_autoptr (GdkPixbuf) pixbuf =
        gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, PICTURES[i].width, PICTURES[i].height);
      g_autofree char *path = g_strdup_printf ("%s/%s.jpg", argv[1], PICTURES[i].name);
      g_autoptr (GError) error = NULL;

      if (argc > 2 && !g_str_equal (argv[2], PICTURES[i].name))
        continue;

      for (int y = 0; y < PICTURES[i].height; y++)
        for (int x = 0; x < PICTURES[i].width; x++)
          paint_pixel (PICTURES[i].paint, x, y, PICTURES[i].height,
                       gdk_pixbuf_get_pixels (pixbuf) + y * gdk_pixbuf_get_rowstride (pixbuf) + 3 * x);

      if (!gdk_pixbuf_save (pixbuf, path, "jpeg", &error, "quality", PICTURES[i].quality, NULL))
        {
          g_printerr ("%s: %s\n", path, error->message);
          return 1;
        }
    }

  return 0;
}
