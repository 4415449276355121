/* draw.h – what the painters of the sample pictures share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <math.h>

#include <glib.h>

typedef struct
{
  float r;
  float g;
  float b;
} Color;

/* The color at a point: y from 0 at the top to 1 at the bottom, x from 0 to width over height. */
typedef Color (*Painter) (float x, float y);

Color paint_balloons (float x, float y);
Color paint_lemons (float x, float y);
Color paint_lighthouse (float x, float y);
Color paint_mountain_lake (float x, float y);

/* 0–1, the same for the same numbers. */
float hash (float x, float y);
/* Smooth noise with one bump or so a unit, 0–1; and sums of it at doubled frequencies. */
float noise (float x, float y);
float cloud (float x, float y, int octaves);

static inline Color
hex (guint32 color)
{
  return (Color){ (float) (color >> 16 & 255) / 255, (float) (color >> 8 & 255) / 255,
                  (float) (color & 255) / 255 };
}

static inline float
mixf (float a, float b, float t)
{
  return a + (b - a) * t;
}

static inline Color
mix (Color a, Color b, float t)
{
  return (Color){ mixf (a.r, b.r, t), mixf (a.g, b.g, t), mixf (a.b, b.b, t) };
}

static inline Color
scale (Color a, float factor)
{
  return (Color){ a.r * factor, a.g * factor, a.b * factor };
}

/* Light upon light: never beyond white, however much is added. */
static inline Color
add_light (Color a, Color light, float amount)
{
  return (Color){
    1 - (1 - MIN (a.r, 1)) * (1 - CLAMP (light.r * amount, 0, 1)),
    1 - (1 - MIN (a.g, 1)) * (1 - CLAMP (light.g * amount, 0, 1)),
    1 - (1 - MIN (a.b, 1)) * (1 - CLAMP (light.b * amount, 0, 1)),
  };
}

static inline float
smooth (float from, float to, float x)
{
  float t = CLAMP ((x - from) / (to - from), 0, 1);

  return t * t * (3 - 2 * t);
}

static inline float
bell (float x, float width)
{
  return expf (-x * x / (width * width));
}
