/* mountain-lake.c – a lake between mountains at sunset
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#define SHORE 0.615f
#define SUN_X 0.93f
#define SUN_Y 0.475f

static Color
paint_sky (float x, float y)
{
  static const guint32 STOPS[] = { 0x27305f, 0x584a84, 0xa8608f, 0xe87f7f, 0xffb27a, 0xffd59a };
  float t = CLAMP (y / SHORE, 0, 0.9999f) * 5;
  int stop = (int) t;
  Color sky = mix (hex (STOPS[stop]), hex (STOPS[stop + 1]),
                   smooth (0, 1, t - (float) stop) * 0.6f + (t - (float) stop) * 0.4f);
  float distance = hypotf (x - SUN_X, y - SUN_Y);
  float wisps = cloud (x * 2.2f + 3, y * 15 + 0.8f * noise (x * 4, y * 4), 6);
  float band = smooth (0.52f, 0.78f, wisps) * smooth (0.02f, 0.2f, y) * smooth (0.55f, 0.34f, y);

  sky = mix (sky, mix (hex (0xffa98a), hex (0x8d5a92), smooth (0.25f, 1.1f, distance)), band * 0.75f);
  sky = add_light (sky, hex (0xffb066), 0.55f * expf (-distance * 4.2f));
  sky = add_light (sky, hex (0xffe2a8), 0.65f * expf (-distance * 15));
  return mix (sky, hex (0xfff6dc), smooth (0.0535f, 0.0515f, distance));
}

/* Height of a ridge above its foot, 0–1: folded noise has crests. */
static float
ridge (float x, float seed, int octaves)
{
  float sum = 0, weight = 0.5f;

  for (int i = 0; i < octaves; i++)
    {
      float folded = 1 - fabsf (2 * noise (x, seed + 13.7f * (float) i) - 1);

      sum += weight * folded * (i > 0 ? 0.6f + 0.4f * sum : 1);
      x = x * 2.07f + 5.1f;
      weight /= 2.1f;
    }

  return sum;
}

/* A great mountain with snow. Its spurs fan out from the summit; what faces the sun is lit. */
static Color
paint_peak (Color behind, float x, float y)
{
  float body =
    0.41f * bell (x - 0.42f, 0.15f) + 0.21f * bell (x - 0.65f, 0.11f) + 0.2f * bell (x - 0.16f, 0.15f);
  float top = 0.575f - body - 0.11f * (ridge (x * 4.2f, 2.5f, 7) - 0.5f);
  float depth = y - top;
  float wander = 0.25f * (cloud (x * 14, y * 14, 4) - 0.5f);
  float spur = (x - 0.42f) / (0.10f + 0.9f * MAX (y - 0.14f, 0)) + wander;
  float slope = ridge (spur * 3.1f + 4, 71.0f, 4) - ridge (spur * 3.1f + 3.86f, 71.0f, 4);
  float lit = smooth (-0.05f, 0.02f, slope + 0.03f * wander);
  float line =
    0.13f + 0.16f * (ridge (spur * 4 + 1, 9, 4) - 0.5f) + 0.06f * (cloud (x * 30, y * 30, 3) - 0.5f);
  float snow = smooth (line + 0.012f, line - 0.006f, depth) * smooth (0.47f, 0.40f, y);
  Color rock = mix (hex (0x59437d), hex (0xa8648a), lit);
  Color white = mix (hex (0x9d86b8), hex (0xffdcc4), lit);
  Color side = mix (mix (rock, white, snow), hex (0xe79a90), smooth (0.26f, 0.60f, y) * 0.8f);

  return mix (behind, side, smooth (-0.001f, 0.001f, depth));
}

static Color
paint_ridges (Color behind, float x, float y)
{
  static const struct
  {
    float foot, height, frequency, seed;
    guint32 color, haze;
  } RIDGES[] = {
    { 0.600f, 0.150f, 2.6f, 11.0f, 0x8f5a8a, 0xf0a08c },
    { 0.610f, 0.120f, 3.4f, 23.0f, 0x66467e, 0xd58a8c },
    { 0.618f, 0.085f, 4.6f, 37.0f, 0x45376d, 0xa56f88 },
    { 0.622f, 0.045f, 7.5f, 53.0f, 0x2b2957, 0x5f4a75 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (RIDGES); i++)
    {
      /* The valley is where the sun goes down. */
      float valley = 1 - (0.85f - 0.12f * (float) i) * bell (x - SUN_X, 0.20f + 0.03f * (float) i);
      float rise = RIDGES[i].height * valley * (0.25f + ridge (x * RIDGES[i].frequency, RIDGES[i].seed, 6));
      float trees = i == 3 ? 0.012f * noise (x * 190, 3) * noise (x * 23, 8) : 0;
      float depth = y - (RIDGES[i].foot - rise - trees);
      float light = expf (-fabsf (x - SUN_X) * 3) * 0.35f;
      Color side =
        mix (hex (RIDGES[i].color), hex (RIDGES[i].haze), smooth (0, 0.11f, depth) * 0.8f + light * (i < 3));

      behind = mix (behind, side, smooth (-0.0008f, 0.0008f, depth));
    }

  return behind;
}

static Color
paint_land (float x, float y)
{
  Color color = paint_ridges (paint_peak (paint_sky (x, y), x, y), x, y);
  float mist = cloud (x * 3 + 9, y * 26, 4);

  return mix (color, hex (0xffc7a0), 0.5f * smooth (0.40f, 0.85f, mist) * bell (y - 0.598f, 0.022f));
}

static Color
paint_water (float x, float y)
{
  float depth = y - SHORE;
  /* Waves look longer and lower the farther they are off. */
  float near = 0.02f + depth;
  float row = logf (near) * 34;
  float swell = cloud (x * 5 / (0.25f + near * 3), row, 4) - 0.5f;
  float fine = noise (x * 26 / (0.25f + near * 3), row * 2.7f) - 0.5f;
  float shift = near * (0.30f * swell + 0.10f * fine);
  Color color = paint_land (x + 0.1f * shift, SHORE - depth * 1.05f - 0.004f + shift);
  float path = bell (x - SUN_X + 0.25f * shift, 0.028f + 0.14f * depth);
  float glitter = smooth (0.03f, 0.22f, swell + 0.6f * fine);

  color = mix (scale (color, 0.88f), hex (0x2c3568),
               (0.14f + 0.5f * smooth (0.04f, 0.42f, depth)) * (1 - 0.8f * path));
  color = mix (color, hex (0x1d2450), 0.35f * smooth (0.05f, 0.25f, -swell) * (1 - 0.6f * path));
  color =
    add_light (color, hex (0xffcf94), path * (0.25f + 0.75f * glitter) * 0.85f * smooth (0.42f, 0.0f, depth));
  return add_light (color, hex (0xffc59a), 0.35f * bell (depth, 0.004f));
}

/* How far inside a fir a point is; above nought it is inside. */
static float
fir (float x, float y, float foot_x, float foot_y, float height)
{
  float t = (y - (foot_y - height)) / height;
  float side = x < foot_x ? 0 : 5;
  float tier = t * 15 + 0.35f * noise (foot_x * 90 + side, t * 9);
  float reach = (tier - floorf (tier)) * (0.7f + 0.6f * hash (floorf (tier) + side, floorf (foot_x * 900)));
  float droop = (tier - floorf (tier)) > 0.9f ? 0.7f : 1;
  float half = height * (0.002f + 0.17f * powf (CLAMP (t, 0, 1), 0.85f) * (0.38f + 0.62f * reach) * droop);

  if (t < 0 || t > 1.02f)
    return -1;
  return half - fabsf (x - foot_x);
}

static Color
paint_foreground (Color behind, float x, float y)
{
  float edge = MIN (x, 1.5f - x);
  float bank = 1.02f - 0.16f * smooth (0.62f, 0.0f, edge) - 0.012f * cloud (x * 30, 4, 4);
  float inside = y - bank;

  for (int i = 0; i < 26; i++)
    {
      float seed = (float) i;
      float along = hash (seed, 1) * hash (seed, 1) * 0.42f;
      float foot_x = i % 2 == 0 ? along - 0.02f : 1.52f - along * 0.85f;
      float height = (0.20f + 0.36f * hash (seed, 2)) * (1.05f - 1.5f * along);
      float foot_y = 1.00f - 0.16f * smooth (0.62f, 0.0f, along) + 0.03f;

      inside = MAX (inside, fir (x, y, foot_x, foot_y, height));
    }

  return mix (behind, mix (hex (0x161637), hex (0x241f49), smooth (1.0f, 0.5f, y)),
              smooth (-0.0004f, 0.0012f, inside));
}

Color
paint_mountain_lake (float x, float y)
{
  Color color = y < SHORE ? paint_land (x, y) : paint_water (x, y);

  return paint_foreground (color, x, y);
}
