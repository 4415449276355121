/* demo-pictures.c – pictures that are drawn for a test, so that the truth about them is known
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "demo-pictures.h"

#include <math.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

static void
set_gray (guint8 *rgb,
          double  level)
{
  rgb[0] = rgb[1] = rgb[2] = (guint8) lrint (CLAMP (level, 0, 255));
}

static void
set_color (guint8 *rgb,
           guint   color)
{
  rgb[0] = (guint8) (color >> 16);
  rgb[1] = (guint8) (color >> 8);
  rgb[2] = (guint8) color;
}

GBytes *
demo_picture_new (int       width,
                  int       height,
                  DemoPaint paint)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      paint (x, y, width, height, pixels + y * stride + 3 * x);

  gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, "png", &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

void
demo_paint_red (int x, int y, int width, int height, guint8 *rgb)
{
  set_color (rgb, 0xff0000);
}

void
demo_paint_blue (int x, int y, int width, int height, guint8 *rgb)
{
  set_color (rgb, 0x0000ff);
}

void
demo_paint_white (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, 255);
}

void
demo_paint_black (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, 0);
}

void
demo_paint_gray (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, 128);
}

void
demo_paint_halves (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, x < width / 2 ? 0 : 255);
}

void
demo_paint_ramp (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, 255.0 * x / MAX (width - 1, 1));
}

void
demo_paint_mirrored (int x, int y, int width, int height, guint8 *rgb)
{
  double off = fabs (2 * (x + 0.5) / width - 1);

  set_gray (rgb, 128 + 100 * cos (3 * G_PI * off) * (0.4 + 0.6 * y / height));
}

void
demo_paint_stripes (int x, int y, int width, int height, guint8 *rgb)
{
  set_gray (rgb, y / 8 % 2 == 0 ? 40 : 220);
}

void
demo_paint_noise (int x, int y, int width, int height, guint8 *rgb)
{
  guint32 state = (guint32) (y * width + x) + 1;

  for (int k = 0; k < 3; k++)
    {
      state = state * 747796405u + 2891336453u;
      state = (state >> (state >> 28 & 15)) ^ state;
      rgb[k] = (guint8) (state >> 13);
    }
}

void
demo_paint_disc (int x, int y, int width, int height, guint8 *rgb)
{
  double distance = hypot (x + 0.5 - 0.7 * width, y + 0.5 - 0.4 * height);

  set_color (rgb, distance < 0.1 * width ? 0xff9a20 : 0x808080);
}
