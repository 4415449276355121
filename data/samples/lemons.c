/* lemons.c – lemons on a blue cloth
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "draw.h"

typedef struct
{
  float x;
  float y;
  float angle;
  float length; /* half of it, without the tips */
  float width;  /* half */
  float seed;
} Lemon;

static const Lemon LEMONS[] = {
  { 0.860f, 0.300f, -0.35f, 0.200f, 0.158f, 1 },
  { 0.500f, 0.440f, 0.50f, 0.225f, 0.176f, 2 },
  { 1.130f, 0.560f, 2.75f, 0.215f, 0.168f, 3 },
};

#define CUT_X 0.735f
#define CUT_Y 0.735f
#define CUT_RADIUS 0.158f

typedef struct
{
  float x;
  float y;
  float z;
} Vector;

static const Vector LIGHT = { -0.52f, -0.56f, 0.645f };

static Vector
normalize (Vector v)
{
  float length = sqrtf (v.x * v.x + v.y * v.y + v.z * v.z);

  return (Vector){ v.x / length, v.y / length, v.z / length };
}

/* Half the width of a lemon at @u along it, 1 at its widest; 0 beyond its tips. */
static float
outline (float u)
{
  float body = powf (MAX (1 - u * u / 1.21f, 0), 0.70f);
  float reach = u > 0 ? 1.20f : 1.11f;
  float tip = 0.22f * sqrtf (MAX (1 - powf (fabsf (u) / reach, 6), 0));

  return sqrtf (body * body + tip * tip);
}

static void
to_lemon (const Lemon *lemon, float x, float y, float *u, float *v)
{
  float dx = x - lemon->x, dy = y - lemon->y, c = cosf (lemon->angle), s = sinf (lemon->angle);

  *u = (c * dx + s * dy) / lemon->length;
  *v = (c * dy - s * dx) / lemon->width;
}

/* Dents at random places, 0–1. */
static float
dents (float x, float y)
{
  float cell_x = floorf (x), cell_y = floorf (y), deepest = 0;

  for (int j = -1; j <= 1; j++)
    for (int i = -1; i <= 1; i++)
      {
        float at_x = cell_x + (float) i, at_y = cell_y + (float) j;
        float dx = x - at_x - hash (at_x, at_y), dy = y - at_y - hash (at_x + 57, at_y + 91);

        deepest = MAX (deepest, bell (hypotf (dx, dy), 0.20f + 0.25f * hash (at_x + 11, at_y)));
      }

  return deepest;
}

/* How high the skin stands over the table, 0 outside, in the unit of x and y. */
static float
skin (const Lemon *lemon, float x, float y)
{
  float u, v, half;

  to_lemon (lemon, x, y, &u, &v);
  half = outline (u);
  return lemon->width * sqrtf (MAX (half * half - v * v, 0));
}

static Color
paint_cloth (float x, float y)
{
  float fold_x = x * 1.3f + 0.45f * cloud (x * 1.7f + 4, y * 1.7f, 3), fold_y = y * 1.1f - x * 0.55f;
  float height = cloud (fold_x * 1.9f, fold_y * 3.1f, 3),
        beside = cloud (fold_x * 1.9f + 0.05f, fold_y * 3.1f + 0.10f, 3);
  float light = 0.5f + 5.5f * (height - beside);
  float warp = 0.5f + 0.5f * sinf (x * 1150 + 2 * noise (x * 60, y * 60)),
        weft = 0.5f + 0.5f * sinf (y * 1150 + 2 * noise (y * 60, x * 60));
  float slub = cloud (x * 6, y * 130, 3) + cloud (x * 130, y * 6, 3) - 1;
  float stripe_y = y + 0.05f * (height - 0.5f) + 0.10f * x;
  Color cloth = mix (hex (0x1d4478), hex (0x5c92c8), CLAMP (light, 0, 1));

  /* Two white stripes are woven into it. */
  for (int i = 0; i < 2; i++)
    cloth = mix (cloth, mix (hex (0x8ea4bd), hex (0xf1efe6), CLAMP (light, 0, 1)),
                 0.9f * smooth (0.0135f - 0.007f * (float) i, 0.0115f - 0.007f * (float) i,
                                fabsf (stripe_y - 0.985f + 0.032f * (float) i)));
  cloth = scale (cloth, 0.93f + 0.10f * (warp * weft) + 0.16f * slub);
  cloth = add_light (cloth, hex (0xfff0cf), 0.22f * expf (-hypotf (x - 0.25f, y - 0.1f) * 1.6f));
  return scale (cloth, 1 - 0.34f * smooth (0.5f, 1.25f, hypotf (x - 0.65f, (y - 0.42f) * 1.15f)));
}

static Color
paint_shadows (Color cloth, float x, float y)
{
  float dark = 0;

  for (guint i = 0; i < G_N_ELEMENTS (LEMONS); i++)
    {
      float u, v, away;

      /* A long soft one away from the light, and a short dark one where it lies. */
      to_lemon (&LEMONS[i], x - 0.075f, y - 0.085f, &u, &v);
      away = hypotf (u * 0.94f, v);
      dark = MAX (dark, 0.60f * smooth (1.30f, 0.62f, away));
      to_lemon (&LEMONS[i], x - 0.020f, y - 0.026f, &u, &v);
      dark = MAX (dark, 0.86f * smooth (1.14f, 0.86f, hypotf (u * 0.94f, v)));
    }

  dark = MAX (dark, 0.62f * smooth (1.24f, 0.74f,
                                    hypotf (x - CUT_X - 0.040f, (y - CUT_Y - 0.052f) * 1.04f) / CUT_RADIUS));
  return mix (cloth, hex (0x0a1a3a), dark);
}

static Color
shade_skin (const Lemon *lemon, float x, float y, float z)
{
  const float step = 0.0012f;
  float u, v, pores, dx, dy, light, gloss, edge;
  Vector normal, half = normalize ((Vector){ LIGHT.x, LIGHT.y, LIGHT.z + 1 });
  Color skin_color;

  to_lemon (lemon, x, y, &u, &v);
  dx = (skin (lemon, x + step, y) - skin (lemon, x - step, y)) / (2 * step);
  dy = (skin (lemon, x, y + step) - skin (lemon, x, y - step)) / (2 * step);
  normal = normalize ((Vector){ -CLAMP (dx, -6, 6), -CLAMP (dy, -6, 6), 1 });
  edge = normal.z;

  /* Pores are dents: darker on the side of the light. They crowd together towards the rim, where one looks
   * along the skin. */
  pores =
    dents (x * 105 + lemon->seed * 40, y * 105) - dents (x * 105 + lemon->seed * 40 + 0.22f, y * 105 + 0.24f);
  normal = normalize ((Vector){ normal.x + 0.13f * pores, normal.y + 0.13f * pores, normal.z });

  light = normal.x * LIGHT.x + normal.y * LIGHT.y + normal.z * LIGHT.z;
  gloss = MAX (normal.x * half.x + normal.y * half.y + normal.z * half.z, 0);
  skin_color = mix (hex (0x8f5200), hex (0xe9a400), smooth (-0.75f, 0.12f, light));
  skin_color = mix (skin_color, hex (0xffd416), smooth (-0.10f, 0.55f, light));
  skin_color = mix (skin_color, hex (0xffea5c), smooth (0.45f, 1.0f, light));
  skin_color =
    mix (skin_color, hex (0x9fa62a), 0.55f * smooth (0.93f, 1.12f, fabsf (u)) * (0.6f + 0.4f * light));
  skin_color =
    mix (skin_color, mix (skin_color, hex (0xf0b400), 0.35f), cloud (u * 3 + lemon->seed * 9, v * 3, 4));

  /* Blue comes back from the cloth, and the window shines on top. */
  skin_color =
    mix (skin_color, hex (0x6d7f8a), 0.34f * smooth (0.55f, 0.05f, edge) * smooth (0.2f, -0.5f, light));
  skin_color = add_light (skin_color, hex (0xfff8dc), 0.62f * powf (gloss, 30) + 0.16f * powf (gloss, 7));
  return scale (skin_color, mixf (0.74f, 1, smooth (0.0f, 0.06f, z)));
}

static Color
paint_lemon (Color behind, const Lemon *lemon, float x, float y)
{
  float z = skin (lemon, x, y);

  if (z <= 0)
    return behind;

  return mix (behind, shade_skin (lemon, x, y, z), smooth (0, 0.012f, z));
}

/* A leaf on a stalk: two arcs that meet in a point. */
static Color
paint_leaf (Color behind, float x, float y, float leaf_x, float leaf_y, float angle, float length)
{
  float c = cosf (angle), s = sinf (angle);
  float u = (c * (x - leaf_x) + s * (y - leaf_y)) / length,
        v = (c * (y - leaf_y) - s * (x - leaf_x)) / length;
  float bent = v - 0.10f * sinf (u * 3.0f);
  float half = 0.31f * powf (MAX (sinf ((float) G_PI * powf (CLAMP (u, 0, 1), 0.85f)), 0), 0.9f);
  float veins = fabsf (sinf ((u - 0.9f * fabsf (bent)) * 30));
  float light = bent < 0 ? 0.78f : 0.42f;
  Color green;

  if (u < -0.1f || u > 1 || fabsf (bent) > 0.4f)
    return behind;

  green = mix (hex (0x1c4a24), hex (0x6da23c),
               light - 0.4f * fabsf (bent) + 0.25f * (cloud (u * 9, v * 9, 3) - 0.5f));
  green =
    mix (green, hex (0xa9cf6a), 0.32f * smooth (0.24f, 0.0f, veins) * smooth (0.01f, 0.03f, fabsf (bent)));
  green = mix (green, hex (0xcfe39a), 0.85f * smooth (0.013f, 0.006f, fabsf (bent)));
  green = add_light (green, hex (0xffffe0), 0.35f * bell (bent + 0.12f, 0.06f) * bell (u - 0.42f, 0.24f));
  return mix (behind, green, smooth (-0.004f, 0.010f, half - fabsf (bent)));
}

/* Half a lemon, its cut upwards: skin, pith, and nine wedges of juice sacs. */
static Color
paint_cut (Color behind, float x, float y)
{
  float dx = x - CUT_X, dy = (y - CUT_Y) * 1.05f;
  float angle = atan2f (dy, dx), radius = hypotf (dx, dy) / CUT_RADIUS * (1 + 0.012f * sinf (angle * 3 + 1));
  float turn = (angle + 0.2f) * 9 / (2 * (float) G_PI), wedge = floorf (turn),
        across = fabsf (turn - wedge - 0.5f) * 2;
  float wall = (1 - across) * radius * 0.349f, sacs, pulp;
  Color color = mix (hex (0xc98700), hex (0xffd722), smooth (0.9f, -0.9f, dx / CUT_RADIUS + dy / CUT_RADIUS));

  if (radius > 1.02f)
    return behind;

  color = mix (color, hex (0xfdf5d2), smooth (0.955f, 0.935f, radius));
  color = mix (color, hex (0xf6e9b4), 0.6f * smooth (0.86f, 0.93f, radius) * smooth (0.955f, 0.935f, radius));
  sacs = noise (turn * 5.0f + 3 * noise (radius * 6, wedge), radius * 4.2f + wedge * 7) +
         0.4f * noise (turn * 14, radius * 10 + wedge);
  pulp = smooth (0.020f, 0.036f, wall) * smooth (0.125f, 0.17f, radius + 0.02f * across) *
         smooth (0.865f, 0.83f, radius + 0.05f * across * across * across);
  color = mix (color,
               mix (mix (hex (0xe8b51c), hex (0xffe56e), smooth (0.3f, 1.0f, sacs)), hex (0xfff3ae),
                    0.30f * smooth (0.2f, 0.8f, radius)),
               pulp);
  color = add_light (color, hex (0xfffff0),
                     0.55f * pulp * smooth (0.93f, 1.15f, sacs) *
                       smooth (0.6f, -0.6f, dx / CUT_RADIUS + dy / CUT_RADIUS));
  color = scale (color, 1 - 0.14f * smooth (-0.3f, 1.1f, (dx + dy) / CUT_RADIUS));

  /* Two pips. */
  for (int i = 0; i < 2; i++)
    {
      float pip_angle = i == 0 ? -2.05f : 0.75f, c = cosf (pip_angle), s = sinf (pip_angle);
      float pip_u = (c * dx + s * dy) / CUT_RADIUS - 0.37f, pip_v = (c * dy - s * dx) / CUT_RADIUS;
      float pip = hypotf (pip_u / 0.085f, pip_v / (0.040f + 0.18f * pip_u));

      color = mix (color, hex (0xb98a1e),
                   0.6f * smooth (1.3f, 0.9f, hypotf ((pip_u - 0.012f) / 0.085f, (pip_v - 0.012f) / 0.045f)));
      color = mix (color, mix (hex (0xfff3cf), hex (0xd9bb7c), smooth (-0.03f, 0.04f, pip_v)),
                   smooth (1.05f, 0.92f, pip));
    }

  return mix (behind, color, smooth (1.008f, 0.994f, radius));
}

Color
paint_lemons (float x, float y)
{
  Color color = paint_shadows (paint_cloth (x, y), x, y);

  color =
    mix (color, hex (0x0a1a3a), 0.35f * smooth (0.20f, 0.10f, hypotf ((x - 1.075f) * 0.7f, y - 0.275f)));
  color = paint_lemon (color, &LEMONS[0], x, y);
  color = paint_leaf (color, x, y, 1.015f, 0.235f, -0.42f, 0.255f);
  color = paint_leaf (color, x, y, 1.020f, 0.245f, 0.42f, 0.225f);
  color = paint_lemon (color, &LEMONS[1], x, y);
  color = paint_lemon (color, &LEMONS[2], x, y);
  return paint_cut (color, x, y);
}
