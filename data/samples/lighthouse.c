/* lighthouse.c – a lighthouse by the sea at night
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

#define WATER 0.705f
#define TOWER_X 0.405f
#define TOWER_FOOT 0.700f
#define TOWER_TOP 0.300f
#define LAMP_Y 0.262f

static Color
paint_stars (Color sky, float x, float y)
{
  for (int layer = 0; layer < 2; layer++)
    {
      float size = layer == 0 ? 46.0f : 95.0f;
      float cell_x = floorf (x * size), cell_y = floorf (y * size);
      float star_x = (cell_x + 0.2f + 0.6f * hash (cell_x, cell_y + 100)) / size;
      float star_y = (cell_y + 0.2f + 0.6f * hash (cell_x + 100, cell_y)) / size;
      float bright = powf (hash (cell_x + 31, cell_y + 17), 11) * smooth (0.62f, 0.1f, y);
      float distance = hypotf (x - star_x, y - star_y);
      Color tint = mix (hex (0xffe2c0), hex (0xcfe0ff), hash (cell_x, cell_y));

      sky =
        add_light (sky, tint, bright * (1.5f * bell (distance, 0.0011f) + 0.32f * bell (distance, 0.0038f)));
    }

  return sky;
}

static Color
paint_sky (float x, float y)
{
  Color sky = mix (hex (0x0a1230), hex (0x1d3a6b), smooth (0.0f, 0.45f, y));
  float milky = cloud (x * 5 + y * 3, y * 5 - x * 3, 6);
  float lane = bell (x * 0.83f + y * 0.55f - 0.42f, 0.15f);
  float wisps = cloud (x * 3.2f + 8, y * 17, 6);

  sky = mix (sky, hex (0x4f6f9c), smooth (0.42f, 0.62f, y));
  sky = mix (sky, hex (0xd99a7c), 0.62f * smooth (0.57f, WATER, y));
  sky =
    add_light (sky, hex (0x8e9fe0), 0.34f * lane * smooth (0.36f, 0.75f, milky) * smooth (0.60f, 0.2f, y));
  sky = paint_stars (sky, x, y);
  return mix (sky, hex (0x243052), 0.75f * smooth (0.50f, 0.74f, wisps) * smooth (0.40f, 0.58f, y));
}

static Color
paint_moon (Color sky, float x, float y)
{
  float distance = hypotf (x - 0.155f, y - 0.150f), bite = hypotf (x - 0.174f, y - 0.139f);
  float crescent = smooth (0.0365f, 0.0350f, distance) * smooth (0.0325f, 0.0350f, bite);

  sky = add_light (sky, hex (0xbcd0ff), 0.30f * expf (-distance * 11));
  sky = mix (sky, hex (0x1d2d5c), 0.94f * smooth (0.0365f, 0.0350f, distance));
  return mix (sky, mix (hex (0xfff3d4), hex (0xe5d9bf), cloud (x * 90, y * 90, 3)), crescent);
}

/* Two beams from the lamp, wider and fainter the farther they reach; the air is not the same everywhere. */
static Color
paint_beams (Color behind, float x, float y)
{
  float dx = x - TOWER_X, dy = y - LAMP_Y;
  float distance = hypotf (dx, dy);
  float axis = dx < 0 ? 0.13f : -0.13f;
  float off = (dy - axis * fabsf (dx)) / (0.008f + 0.135f * fabsf (dx));
  float air = 0.65f + 0.7f * cloud (x * 7, y * 16, 4);
  float beam = bell (off, 0.85f) * expf (-fabsf (dx) * 2.6f) * smooth (0.008f, 0.03f, fabsf (dx));

  behind = add_light (behind, hex (0xffe6a6), 0.72f * beam * air);
  behind = add_light (behind, hex (0xffd27a), 0.60f * expf (-distance * 17));
  return add_light (behind, hex (0xfff0c4), 0.80f * expf (-distance * 62));
}

static float
half_width (float y)
{
  return mixf (0.0300f, 0.0500f, (y - TOWER_TOP) / (TOWER_FOOT - TOWER_TOP));
}

static Color
box (Color behind, Color color, float x, float y, float left, float right, float top, float bottom)
{
  float inside = MIN (MIN (x - left, right - x), MIN (y - top, bottom - y));

  return mix (behind, color, smooth (-0.0004f, 0.0004f, inside));
}

static Color
paint_lantern (Color behind, float x, float y)
{
  float u = x - TOWER_X;
  Color iron = mix (hex (0x10152c), hex (0x3a2f3f), smooth (0.03f, -0.03f, u));
  float dome = hypotf (u * 1.05f, (y - 0.236f) * 1.4f) - 0.0275f;

  behind = box (behind, mix (hex (0xffedb4), hex (0xffc861), fabsf (u) * 45), x, y, TOWER_X - 0.0200f,
                TOWER_X + 0.0200f, 0.236f, 0.288f);
  for (int i = -2; i <= 2; i++)
    behind = box (behind, iron, x, y, TOWER_X + (float) i * 0.0098f - 0.0011f,
                  TOWER_X + (float) i * 0.0098f + 0.0011f, 0.236f, 0.288f);
  behind = add_light (behind, hex (0xfffbe8), 0.95f * bell (hypotf (u, y - LAMP_Y), 0.013f));

  behind = mix (behind, iron, smooth (0.0006f, -0.0006f, dome) * (y < 0.2375f));
  behind = box (behind, iron, x, y, TOWER_X - 0.0015f, TOWER_X + 0.0015f, 0.196f, 0.220f);
  behind = box (behind, iron, x, y, TOWER_X - 0.0255f, TOWER_X + 0.0255f, 0.2355f, 0.2400f);

  /* The gallery with its railing. */
  behind = box (behind, iron, x, y, TOWER_X - 0.0430f, TOWER_X + 0.0430f, 0.288f, 0.2955f);
  behind = box (behind, iron, x, y, TOWER_X - 0.0360f, TOWER_X + 0.0360f, 0.2955f, 0.3030f);
  behind = box (behind, iron, x, y, TOWER_X - 0.0430f, TOWER_X + 0.0430f, 0.2690f, 0.2708f);
  for (int i = -4; i <= 4; i++)
    behind = box (behind, iron, x, y, TOWER_X + (float) i * 0.0105f - 0.0007f,
                  TOWER_X + (float) i * 0.0105f + 0.0007f, 0.270f, 0.289f);

  return behind;
}

static Color
paint_tower (Color behind, float x, float y)
{
  float across = (x - TOWER_X) / half_width (y);
  float along = (y - TOWER_TOP) / (TOWER_FOOT - TOWER_TOP);
  /* Bands are rings around the tower, seen a little from below. */
  float ring = along * 5 + 0.05f * across * across;
  float light = 0.30f + 0.70f * smooth (1.1f, -0.75f, across) + 0.14f * bell (across - 0.93f, 0.16f);
  Color wall = (int) floorf (ring + 10) % 2 == 0 ? hex (0xd9dceb) : hex (0xb8383c);
  Color shadow = (int) floorf (ring + 10) % 2 == 0 ? hex (0x3a4674) : hex (0x43193a);

  if (y < TOWER_TOP - 0.001f || y > TOWER_FOOT + 0.02f || fabsf (across) > 1.1f)
    return behind;

  wall = mix (shadow, wall, CLAMP (light * (0.93f + 0.14f * cloud (x * 130, y * 34, 4)), 0, 1) * 0.88f);
  wall = add_light (wall, hex (0xffc878), 0.38f * smooth (0.16f, 0.0f, along));
  for (int i = 0; i < 3; i++)
    {
      float window_y = 0.365f + 0.105f * (float) i, window_x = TOWER_X + 0.010f * (float) (i % 2 * 2 - 1);

      wall = box (wall, hex (0x1c1a33), x, y, window_x - 0.0062f, window_x + 0.0062f, window_y - 0.0125f,
                  window_y + 0.0115f);
      wall = box (wall, hex (0xffd77f), x, y, window_x - 0.0046f, window_x + 0.0046f, window_y - 0.0105f,
                  window_y + 0.0095f);
    }

  return mix (behind, wall, smooth (1.012f, 0.988f, fabsf (across)));
}

static Color
paint_cottage (Color behind, float x, float y)
{
  float gable = 0.648f - 0.045f * (1 - fabsf (x - 0.535f) / 0.056f);

  behind = box (behind, mix (hex (0x2c335c), hex (0x8b90b4), smooth (0.58f, 0.48f, x)), x, y, 0.487f, 0.583f,
                0.646f, 0.715f);
  behind = box (behind, hex (0x191b38), x, y, 0.556f, 0.568f, 0.596f, 0.640f);
  behind = mix (behind, mix (hex (0x1b1c3a), hex (0x3c3354), smooth (0.58f, 0.48f, x)),
                smooth (0, 0.0007f, y - gable) * smooth (0.6515f, 0.6505f, y) *
                  smooth (0.0565f, 0.0558f, fabsf (x - 0.535f)));
  for (int i = 0; i < 2; i++)
    {
      float window_x = 0.511f + 0.047f * (float) i;

      behind = add_light (behind, hex (0xffb85c), 0.35f * bell (hypotf (x - window_x, y - 0.676f), 0.022f));
      behind = box (behind, hex (0xffdc8c), x, y, window_x - 0.0085f, window_x + 0.0085f, 0.664f, 0.688f);
      behind = box (behind, hex (0x2a2444), x, y, window_x - 0.0008f, window_x + 0.0008f, 0.664f, 0.688f);
      behind = box (behind, hex (0x2a2444), x, y, window_x - 0.0085f, window_x + 0.0085f, 0.6752f, 0.6768f);
    }

  return behind;
}

static Color
paint_scene (float x, float y)
{
  return paint_beams (paint_moon (paint_sky (x, y), x, y), x, y);
}

static Color
paint_sea (float x, float y)
{
  float depth = y - WATER, near = 0.012f + depth;
  float row = logf (near) * 27;
  float swell = cloud (x * 4.5f / (0.12f + near * 2.4f), row, 5) - 0.5f;
  float fine = cloud (x * 21 / (0.12f + near * 2.4f), row * 2.3f + 40, 3) - 0.5f;
  Color color = mix (paint_scene (x, WATER - depth * 1.15f + near * 0.5f * swell), hex (0x0d2140),
                     0.42f + 0.35f * smooth (0.0f, 0.28f, depth));

  color = mix (color, hex (0x07122c), 0.75f * smooth (0.00f, 0.20f, -swell - 0.4f * fine));
  color = add_light (color, hex (0x6f9cc0), 0.30f * smooth (0.06f, 0.24f, swell + 0.5f * fine));
  color = add_light (color, hex (0xffcf7d),
                     0.85f * bell (x - TOWER_X + 0.10f * swell, 0.026f + 0.13f * depth) *
                       smooth (-0.02f, 0.18f, swell + fine) * smooth (0.33f, 0.0f, depth));
  color = add_light (color, hex (0xd5e2ff),
                     0.60f * bell (x - 0.155f + 0.08f * swell, 0.022f + 0.06f * depth) *
                       smooth (0.0f, 0.2f, swell + fine) * smooth (0.30f, 0.0f, depth));
  return color;
}

static Color
paint_rocks (Color behind, float x, float y)
{
  float plateau = 0.712f + 0.30f * smooth (0.33f, 0.09f, x) - 0.004f * smooth (0.40f, 0.60f, x);
  float top = plateau - 0.028f * (cloud (x * 15, 3, 5) - 0.5f) -
              0.016f * (cloud (x * 60, 9, 3) - 0.5f) * smooth (0.40f, 0.2f, x);
  float depth = y - top;
  float along = x * 9 + y * 17, across = y * 4.5f - x * 8.5f;
  float crack = cloud (along * 0.55f, across * 1.5f, 5),
        step = cloud (along * 0.55f + 0.16f, across * 1.5f + 0.05f, 5);
  float block = noise (floorf (along * 0.8f + 2 * noise (across, 3)),
                       floorf (across * 1.3f + 2 * noise (along * 0.6f, 8)));
  float lit = 0.65f * smooth (-0.06f, 0.10f, crack - step) + 0.35f * block;
  Color rock =
    mix (hex (0x0c132c), hex (0x34426a), lit * lit * (0.95f - 0.75f * smooth (0.0f, 0.28f, depth)));

  rock =
    add_light (rock, hex (0xffbf74), 0.24f * lit * expf (-hypotf ((x - TOWER_X) * 1.2f, y - TOWER_FOOT) * 9));
  rock = add_light (rock, hex (0x9db6dc), 0.35f * bell (depth, 0.0025f));

  /* Grass where it is level. */
  if (x > 0.3f)
    rock = mix (rock, mix (hex (0x14233a), hex (0x3b5350), noise (x * 260, y * 40)),
                smooth (0.020f, 0.004f, depth + 0.01f * noise (x * 80, 1)) * smooth (0.30f, 0.36f, x));
  return mix (behind, rock, smooth (-0.0006f, 0.0006f, depth));
}

/* White water where the rocks meet the sea. */
static Color
paint_foam (Color behind, float x, float y)
{
  float line = 0.960f - 0.25f * smooth (0.10f, 0.33f, x);
  float ragged = cloud (x * 42, y * 60, 5);

  return add_light (behind, hex (0xc4d6ee),
                    0.7f * smooth (0.45f, 0.72f, ragged) * bell (y - line - 0.03f, 0.024f) *
                      smooth (0.31f, 0.22f, x));
}

Color
paint_lighthouse (float x, float y)
{
  Color color = y < WATER ? paint_scene (x, y) : paint_sea (x, y);

  color = paint_cottage (color, x, y);
  color = paint_tower (color, x, y);
  color = paint_lantern (color, x, y);
  return paint_foam (paint_rocks (color, x, y), x, y);
}
