/* surmise-demo-structure.c – edges, sharpness and order measured from pixels
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-measures.h"

#include <math.h>

/* Of L*, over two pixels: a step that is clearly seen. */
#define EDGE_STEP 7.0
/* Pixels on either side that an edge is looked at over, and the least height of one whose sharpness is worth
 * measuring. */
#define REACH 3
#define EDGE_HEIGHT 10.0

static double
light_at (const SurmiseDemoPixels *pixels,
          int                      x,
          int                      y)
{
  return (double) pixels->lab[3 * (y * pixels->width + x)];
}

/* The gradient by central differences, without the outermost pixels. */
static void
measure_edges (const SurmiseDemoPixels *pixels,
               SurmiseDemoMeasures     *measures)
{
  double across = 0, along = 0;
  int n_edges = 0, n_pixels = 0;

  for (int y = 1; y + 1 < pixels->height; y++)
    for (int x = 1; x + 1 < pixels->width; x++, n_pixels++)
      {
        double dx = light_at (pixels, x + 1, y) - light_at (pixels, x - 1, y);
        double dy = light_at (pixels, x, y + 1) - light_at (pixels, x, y - 1);

        n_edges += hypot (dx, dy) > EDGE_STEP;
        across += dx * dx;
        along += dy * dy;
      }

  if (n_pixels == 0)
    return;

  measures->edges = n_edges / (double) n_pixels;
  /* The added constant keeps the faint grain of a plain picture from having a direction. */
  measures->level_lines = (along - across) / (along + across + 4.0 * n_pixels);
}

/* Along one row or column: the highest step between neighbors as a part of the whole range nearby. A hard
 * edge has nearly all of its height in one step, a soft one spreads it. Weighted by the range, so that strong
 * edges decide. */
static void
add_acutance (const SurmiseDemoPixels *pixels,
              int                      x,
              int                      y,
              int                      step_x,
              int                      step_y,
              double                  *sum,
              double                  *weight)
{
  double low = light_at (pixels, x, y), high = low, step = 0, before = low;

  for (int i = 1; i <= 2 * REACH; i++)
    {
      double light = light_at (pixels, x + i * step_x, y + i * step_y);

      low = MIN (low, light);
      high = MAX (high, light);
      step = MAX (step, fabs (light - before));
      before = light;
    }

  if (high - low < EDGE_HEIGHT)
    return;

  *sum += step * (high - low);
  *weight += (high - low) * (high - low);
}

static void
measure_acutance (const SurmiseDemoPixels *pixels,
                  SurmiseDemoMeasures     *measures)
{
  double sum = 0, weight = 0;

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        if (x + 2 * REACH < pixels->width)
          add_acutance (pixels, x, y, 1, 0, &sum, &weight);
        if (y + 2 * REACH < pixels->height)
          add_acutance (pixels, x, y, 0, 1, &sum, &weight);
      }

  measures->acutance = weight > 0 ? sum / weight : 0;
}

/* J. Immerkær, "Fast noise variance estimation", 1996: a mask that is blind to planes and straight edges. */
static void
measure_noise (const SurmiseDemoPixels *pixels,
               SurmiseDemoMeasures     *measures)
{
  static const int MASK[3][3] = { { 1, -2, 1 }, { -2, 4, -2 }, { 1, -2, 1 } };
  double sum = 0;
  int n_pixels = 0;

  for (int y = 1; y + 1 < pixels->height; y++)
    for (int x = 1; x + 1 < pixels->width; x++, n_pixels++)
      {
        double response = 0;

        for (int j = 0; j < 3; j++)
          for (int i = 0; i < 3; i++)
            response += MASK[j][i] * light_at (pixels, x + i - 1, y + j - 1);
        sum += fabs (response);
      }

  if (n_pixels > 0)
    measures->noise = sqrt (G_PI / 2) * sum / (6.0 * n_pixels);
}

/* Left and right are compared in all three axes. What hardly varies is no more symmetrical than it is
 * anything else: the added constant draws its correlation to nought. */
static void
measure_symmetry (const SurmiseDemoPixels *pixels,
                  SurmiseDemoMeasures     *measures)
{
  double mean[3] = { 0, 0, 0 }, variance = 0, covariance = 0;
  int total = pixels->width * pixels->height;

  for (int i = 0; i < 3 * total; i++)
    mean[i % 3] += (double) pixels->lab[i] / total;

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        const float *here = pixels->lab + 3 * (y * pixels->width + x);
        const float *there = pixels->lab + 3 * (y * pixels->width + pixels->width - 1 - x);

        for (int k = 0; k < 3; k++)
          {
            variance += ((double) here[k] - mean[k]) * ((double) here[k] - mean[k]);
            covariance += ((double) here[k] - mean[k]) * ((double) there[k] - mean[k]);
          }
      }

  measures->symmetry = covariance / (variance + 4.0 * total);
}

/* A least-squares plane a axis; on a full grid x and y are independent, so each slope stands alone. */
static void
measure_ramp (const SurmiseDemoPixels *pixels,
              SurmiseDemoMeasures     *measures)
{
  double explained = 0, variance = 0;
  int total = pixels->width * pixels->height;

  for (int k = 0; k < 3; k++)
    {
      double mean = 0, along_x = 0, along_y = 0, xx = 0, yy = 0;

      for (int i = 0; i < total; i++)
        mean += (double) pixels->lab[3 * i + k] / total;

      for (int y = 0; y < pixels->height; y++)
        for (int x = 0; x < pixels->width; x++)
          {
            double u = x - (pixels->width - 1) / 2.0, v = y - (pixels->height - 1) / 2.0;
            double value = (double) pixels->lab[3 * (y * pixels->width + x) + k] - mean;

            along_x += u * value;
            along_y += v * value;
            xx += u * u;
            yy += v * v;
            variance += value * value;
          }

      explained += xx > 0 ? along_x * along_x / xx : 0;
      explained += yy > 0 ? along_y * along_y / yy : 0;
    }

  /* Again a constant, against the faint unevenness of what is plain. */
  measures->ramp = explained / (variance + 9.0 * total);
}

void
surmise_demo_measure_structure (const SurmiseDemoPixels *pixels,
                                SurmiseDemoMeasures     *measures)
{
  measure_edges (pixels, measures);
  measure_acutance (pixels, measures);
  measure_noise (pixels, measures);
  measure_symmetry (pixels, measures);
  measure_ramp (pixels, measures);
}
