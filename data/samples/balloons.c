/* balloons.c – hot-air balloons over the desert in the morning
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

typedef struct
{
  float x;
  float y;
  float radius;
  float haze; /* how far off it is, 0–1 */
  int style;
  guint32 colors[3];
} Balloon;

/* The farthest first. */
static const Balloon BALLOONS[] = {
  { 1.18f, 0.455f, 0.020f, 0.62f, 0, { 0xd9544d, 0xf2e3c6, 0x7a2f3b } },
  { 0.13f, 0.400f, 0.026f, 0.55f, 1, { 0x3f7fb5, 0xf0e2c4, 0x25507c } },
  { 0.985f, 0.33f, 0.038f, 0.38f, 2, { 0xf0a63c, 0xc8402f, 0xf7e2b5 } },
  { 0.30f, 0.20f, 0.062f, 0.20f, 0, { 0x2d8f8a, 0xf4e6c8, 0xe8743b } },
  { 1.28f, 0.225f, 0.098f, 0.07f, 2, { 0x2b5fa3, 0xf3c14b, 0xf6ead2 } },
  { 0.66f, 0.33f, 0.172f, 0.0f, 1, { 0xd8432f, 0xf6b73c, 0xfbeed3 } },
};

static Color
paint_sky (float x, float y)
{
  Color sky = mix (hex (0x4fa3c4), hex (0xa9d8d4), smooth (0, 0.34f, y));
  float distance = hypotf ((x - 0.20f) * 0.8f, y - 0.60f);
  float wisps = cloud (x * 1.8f + 1, y * 9, 6);

  sky = mix (sky, hex (0xffe3bf), smooth (0.24f, 0.60f, y));
  sky = mix (sky, hex (0xffffff), 0.5f * smooth (0.55f, 0.85f, wisps) * smooth (0.5f, 0.1f, y));
  return add_light (sky, hex (0xffd692), 0.75f * expf (-distance * 3.2f));
}

/* A table mountain or a dune: its outline, the bands in its rock and the haze before it. */
static Color
paint_range (Color behind,
             float x,
             float y,
             float foot,
             float height,
             float frequency,
             float seed,
             Color rock,
             float haze)
{
  float shape = cloud (x * frequency + seed, seed, 5);
  float table = mixf (shape, smooth (0.42f, 0.52f, shape) * 0.75f + 0.25f * shape, 0.8f);
  float top = foot - height * table - 0.004f * noise (x * 90, seed);
  float depth = y - top;
  float strata = noise (seed, y * 74 + 0.7f * noise (x * 5, seed)) * 0.6f + 0.4f * cloud (x * 9, y * 40, 3);
  float gully = cloud (x * 34 + seed, y * 4, 4);
  float lit = smooth (0.40f, 0.58f, gully + 0.12f * (noise (x * frequency * 3, seed) - 0.5f));
  Color side = mix (scale (rock, 0.70f), rock, lit);

  side = mix (side, add_light (side, hex (0xffd9a8), 0.26f), smooth (0.46f, 0.60f, strata));
  side = mix (side, hex (0xffdcb8), haze + (1 - haze) * 0.55f * smooth (0.0f, 0.16f, y - foot + 0.08f));
  return mix (behind, side, smooth (-0.0007f, 0.0007f, depth));
}

static float
dune (float x, int i)
{
  float seed = 4.0f + 7.3f * (float) i;

  return 0.775f + 0.068f * (float) i -
         (0.085f + 0.02f * (float) i) * noise (x * (2.6f - 0.42f * (float) i) + seed, seed) -
         0.014f * noise (x * 7 + seed, seed);
}

/* Where a crest rises the light falls on it; the line between light and shade runs down from its highest
 * point. */
static Color
paint_dunes (Color behind, float x, float y)
{
  for (int i = 0; i < 4; i++)
    {
      float far = 1 - (float) i / 3;
      float depth = y - dune (x, i);
      float from = x - 1.1f * MAX (depth, 0) - 0.05f * sinf (depth * 22);
      float slope = dune (from + 0.012f, i) - dune (from - 0.012f, i);
      float lit = smooth (0.0022f, -0.0022f, slope);
      float ripple = 0.5f + 0.5f * sinf (depth * (220 - 35 * (float) i) +
                                         9 * cloud (x * 4 + (float) i, y * 7, 3) + x * 22);
      Color shade = mix (hex (0x7d3f3d), hex (0xc07a5c), far),
            light = mix (hex (0xe98f50), hex (0xf6bd86), far);
      Color sand = mix (shade, light, lit * (0.80f + 0.20f * cloud (x * 5, y * 12, 3)));

      sand = mix (sand, scale (sand, 0.91f), ripple * smooth (0.0f, 0.05f, depth) * (0.25f + 0.75f * lit));
      sand = mix (sand, hex (0xffdcb4), 0.5f * bell (depth, 0.004f) + 0.42f * far * far);
      behind = mix (behind, sand, smooth (-0.0007f, 0.0007f, depth));
    }

  return behind;
}

/* Half the width of an envelope at @t, which goes from –1 at the top to 1.42 at the mouth, in radiuses. */
static float
envelope (float t)
{
  if (t < 0.30f)
    return sqrtf (MAX (1 - t * t, 0));

  /* On from the circle in the direction it has there, and then inwards. */
  t = (t - 0.30f) / 1.12f;
  return 0.954f - 0.352f * t - 0.60f * t * t * (1 - 0.30f * t);
}

static Color
cloth (const Balloon *balloon, float longitude, float t)
{
  int gore = (int) floorf ((longitude / (float) G_PI + 0.5f) * 12);
  float seam = (longitude / (float) G_PI + 0.5f) * 12 - (float) gore;
  Color first = hex (balloon->colors[0]), second = hex (balloon->colors[1]), third = hex (balloon->colors[2]);
  Color color;

  if (balloon->style == 0)
    color = t > 0.02f && t < 0.42f ? ((gore + (int) floorf (t * 5 + 9)) % 2 == 0 ? third : second)
            : gore % 2 == 0        ? first
                                   : second;
  else if (balloon->style == 1)
    color = gore % 3 == 0 ? first : gore % 3 == 1 ? second : third;
  else
    color = fabsf (t - 0.10f + 0.22f * fabsf (seam - 0.5f)) < 0.13f   ? second
            : fabsf (t - 0.10f + 0.22f * fabsf (seam - 0.5f)) < 0.19f ? third
                                                                      : first;

  if (t < -0.93f || t > 1.22f)
    color = first;
  return scale (color, 1 - 0.13f * expf (-MIN (seam, 1 - seam) * 16) - 0.05f * bell (sinf (t * 26), 0.12f));
}

static Color
paint_balloon (Color behind, const Balloon *balloon, float x, float y)
{
  float u = (x - balloon->x) / balloon->radius, t = (y - balloon->y) / balloon->radius;
  float half = envelope (t), soft = 0.0012f / balloon->radius;
  Color haze = hex (0xf2e2c8);

  if (fabsf (u) > 1.1f || t < -1.1f || t > 2.1f)
    return behind;

  if (t > -1.02f && t < 1.42f)
    {
      float across = CLAMP (u / MAX (half, 0.01f), -1, 1);
      float slope = t < 0.3f ? t : 0.30f + 0.5f * (t - 0.3f);
      float light = -0.62f * across - 0.34f * slope + 0.55f * sqrtf (MAX (1 - across * across, 0));
      Color color = scale (cloth (balloon, asinf (across), t), 0.50f + 0.62f * smooth (-0.75f, 1.0f, light));

      /* The flame shines through from below. */
      color = add_light (color, hex (0xffb35a), 0.5f * bell (t - 1.3f, 0.5f) * (1 - across * across));
      color =
        add_light (color, hex (0xfff3d8), 0.30f * bell (across + 0.52f, 0.22f) * bell (t + 0.42f, 0.42f));
      behind = mix (behind, mix (color, haze, balloon->haze),
                    smooth (soft, -soft, fabsf (u) - half) * smooth (-1.01f, -0.995f, t));
    }

  /* Ropes and the basket. */
  if (t >= 1.40f && t < 1.74f)
    for (int i = -1; i <= 1; i++)
      behind = mix (behind, mix (hex (0x5b3a2c), haze, balloon->haze),
                    0.85f * smooth (0.022f, 0.010f,
                                    fabsf (u - (float) i * mixf (0.20f, 0.13f, (t - 1.4f) / 0.34f))));
  if (t >= 1.70f && t < 1.95f)
    {
      float weave = 0.86f + 0.14f * sinf (t * 120) * sinf (u * 90);
      Color wicker = scale (mix (hex (0xa86b3c), hex (0x5e3522), smooth (-0.16f, 0.16f, u)), weave);

      wicker = t < 1.74f ? hex (0x4d2b1d) : wicker;
      behind = mix (behind, mix (wicker, haze, balloon->haze),
                    smooth (soft, -soft, fabsf (u) - 0.165f + 0.10f * (t - 1.7f)));
    }

  return behind;
}

Color
paint_balloons (float x, float y)
{
  Color color = paint_sky (x, y);

  color = paint_range (color, x, y, 0.66f, 0.17f, 2.2f, 3.1f, hex (0xc98a86), 0.55f);
  color = paint_range (color, x, y, 0.71f, 0.17f, 2.9f, 9.7f, hex (0xc9775c), 0.25f);
  color = paint_dunes (color, x, y);
  for (guint i = 0; i < G_N_ELEMENTS (BALLOONS); i++)
    color = paint_balloon (color, &BALLOONS[i], x, y);

  return color;
}
