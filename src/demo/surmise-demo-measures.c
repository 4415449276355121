/* surmise-demo-measures.c – light and color measured from pixels
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-measures.h"

#include <math.h>

/* Below this C* a pixel looks gray and has no hue to speak of. */
#define COLORED 10.0f
#define N_HUES 12
/* Two colors closer than this in L*a*b* pass for one at a glance. */
#define NEAR_COLOR 14.0f
#define LIGHT_BINS 1001
#define CHROMA_BINS 1501

static double
percentile (const guint *histogram,
            guint        n_bins,
            guint64      total,
            double       fraction)
{
  guint64 seen = 0;
  guint bin = 0;

  for (; bin + 1 < n_bins; bin++)
    {
      seen += histogram[bin];
      if ((double) seen >= fraction * (double) total)
        break;
    }

  return bin / 10.0;
}

static void
measure_light (const SurmiseDemoPixels *pixels,
               SurmiseDemoMeasures     *measures)
{
  g_autofree guint *histogram = g_new0 (guint, LIGHT_BINS);
  double sum = 0, squares = 0;
  double part[2] = { 0, 0 }, n_part[2] = { 0, 0 };
  double zone[2] = { 0, 0 }, n_zone[2] = { 0, 0 };
  double total = (double) pixels->width * pixels->height;

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        double light = (double) pixels->lab[3 * (y * pixels->width + x)];
        double u = (x + 0.5) / pixels->width - 0.5, v = (y + 0.5) / pixels->height - 0.5;
        int outside = fabs (u) > 0.38 || fabs (v) > 0.38;

        sum += light;
        squares += light * light;
        histogram[(guint) CLAMP (light * 10, 0, LIGHT_BINS - 1)]++;
        zone[outside] += light;
        n_zone[outside]++;
        if (fabs (v) > 1 / 6.0)
          {
            part[v > 0] += light;
            n_part[v > 0]++;
          }
      }

  measures->light = sum / total;
  measures->light_spread = sqrt (MAX (squares / total - measures->light * measures->light, 0));
  measures->darkest = percentile (histogram, LIGHT_BINS, (guint64) total, 0.05);
  measures->lightest = percentile (histogram, LIGHT_BINS, (guint64) total, 0.95);
  measures->light_above = part[0] / MAX (n_part[0], 1) - part[1] / MAX (n_part[1], 1);
  measures->light_inside = n_zone[1] > 0 && n_zone[0] > 0 ? zone[0] / n_zone[0] - zone[1] / n_zone[1] : 0;
}

static int
tone_from_hue (float degrees)
{
  if (degrees < 48 || degrees >= 345)
    return SURMISE_DEMO_TONE_RED;
  if (degrees < 76)
    return SURMISE_DEMO_TONE_ORANGE;
  if (degrees < 108)
    return SURMISE_DEMO_TONE_YELLOW;
  if (degrees < 190)
    return SURMISE_DEMO_TONE_GREEN;
  return degrees < 308 ? SURMISE_DEMO_TONE_BLUE : SURMISE_DEMO_TONE_PURPLE;
}

static double
entropy (const guint *counts,
         guint        n_counts,
         guint        total)
{
  double sum = 0;

  for (guint i = 0; i < n_counts; i++)
    if (counts[i] > 0)
      {
        double share = counts[i] / (double) total;

        sum -= share * log (share);
      }

  return sum / log (n_counts);
}

static void
measure_hues (const SurmiseDemoPixels *pixels,
              SurmiseDemoMeasures     *measures)
{
  g_autofree guint *histogram = g_new0 (guint, CHROMA_BINS);
  guint hues[N_HUES] = { 0 }, tones[SURMISE_DEMO_N_TONES] = { 0 };
  guint warm = 0, cool = 0, colored = 0, blue = 0;
  guint n_upper = (guint) (pixels->width * MAX (pixels->height / 3, 1));
  guint total = (guint) (pixels->width * pixels->height);

  for (guint i = 0; i < total; i++)
    {
      const float *lab = pixels->lab + 3 * i;
      float chroma = hypotf (lab[1], lab[2]);
      float hue = atan2f (lab[2], lab[1]) * 180 / (float) G_PI;

      histogram[(guint) CLAMP (chroma * 10, 0.0f, CHROMA_BINS - 1.0f)]++;
      if (chroma < COLORED)
        continue;

      hue = hue < 0 ? hue + 360 : hue;
      colored++;
      hues[(guint) (hue * N_HUES / 360) % N_HUES]++;
      tones[tone_from_hue (hue)]++;
      warm += hue < 110 || hue > 335;
      cool += hue > 150 && hue < 318;
      blue += i < n_upper && hue > 225 && hue < 300 && lab[0] > 45;
    }

  measures->vivid_chroma = percentile (histogram, CHROMA_BINS, total, 0.95);
  measures->warm = warm / (double) total;
  measures->cool = cool / (double) total;
  measures->blue_above = blue / (double) n_upper;
  for (guint i = 0; i < SURMISE_DEMO_N_TONES; i++)
    measures->tones[i] = tones[i] / (double) total;
  measures->hue_variety = colored > 0 ? entropy (hues, N_HUES, colored) * colored / total : 0;
}

/* D. Hasler, S. Süsstrunk, "Measuring colourfulness in natural images", 2003: the spread and the mean of two
 * opponent axes. */
static double
measure_colorfulness (const SurmiseDemoPixels *pixels)
{
  double sum[2] = { 0, 0 }, squares[2] = { 0, 0 }, variance = 0, mean = 0;
  int total = pixels->width * pixels->height;

  for (int i = 0; i < total; i++)
    {
      const guint8 *rgb = pixels->rgb + 3 * i;
      double axis[2] = { rgb[0] - rgb[1], 0.5 * (rgb[0] + rgb[1]) - rgb[2] };

      for (int k = 0; k < 2; k++)
        {
          sum[k] += axis[k];
          squares[k] += axis[k] * axis[k];
        }
    }

  for (int k = 0; k < 2; k++)
    {
      double axis_mean = sum[k] / total;

      variance += squares[k] / total - axis_mean * axis_mean;
      mean += axis_mean * axis_mean;
    }

  return sqrt (MAX (variance, 0)) + 0.3 * sqrt (mean);
}

/* Grays lie near the origin and the shades of one hue on one ray from it; how far pixels lie off that ray. */
static double
measure_off_hue (const SurmiseDemoPixels *pixels)
{
  int total = pixels->width * pixels->height;
  double a = 0, b = 0, length, sum = 0;

  for (int i = 0; i < total; i++)
    {
      a += (double) pixels->lab[3 * i + 1];
      b += (double) pixels->lab[3 * i + 2];
    }

  length = hypot (a, b);
  a = length > 0 ? a / length : 1;
  b = length > 0 ? b / length : 0;

  for (int i = 0; i < total; i++)
    {
      double x = (double) pixels->lab[3 * i + 1], y = (double) pixels->lab[3 * i + 2];
      double along = MAX (x * a + y * b, 0);

      sum += hypot (x - along * a, y - along * b);
    }

  return sum / total;
}

/* The fullest cell of a coarse histogram gives the color; every pixel near its mean counts. */
static double
measure_main_share (const SurmiseDemoPixels *pixels)
{
  g_autofree guint *counts = g_new0 (guint, 4096);
  g_autofree double *sums = g_new0 (double, 3 * 4096);
  int total = pixels->width * pixels->height, n_near = 0;
  guint best = 0;

  for (int i = 0; i < total; i++)
    {
      const guint8 *rgb = pixels->rgb + 3 * i;
      guint cell = (rgb[0] >> 4u) << 8u | (rgb[1] >> 4u) << 4u | rgb[2] >> 4u;

      counts[cell]++;
      for (int k = 0; k < 3; k++)
        sums[3 * cell + (guint) k] += (double) pixels->lab[3 * i + k];
    }

  for (guint cell = 1; cell < 4096; cell++)
    if (counts[cell] > counts[best])
      best = cell;

  for (int i = 0; i < total; i++)
    {
      double distance = 0;

      for (int k = 0; k < 3; k++)
        distance += pow ((double) pixels->lab[3 * i + k] - sums[3 * best + (guint) k] / counts[best], 2);
      n_near += distance < (double) (NEAR_COLOR * NEAR_COLOR);
    }

  return n_near / (double) total;
}

/**
 * surmise_demo_measure:
 * @pixels: a picture
 * @measures: (out caller-allocates): what is measured
 */
void
surmise_demo_measure (const SurmiseDemoPixels *pixels,
                      SurmiseDemoMeasures     *measures)
{
  *measures = (SurmiseDemoMeasures) { 0 };
  measures->log_aspect = log (pixels->full_width / (double) pixels->full_height);
  measures->abs_log_aspect = fabs (measures->log_aspect);
  measure_light (pixels, measures);
  measure_hues (pixels, measures);
  measures->colorfulness = measure_colorfulness (pixels);
  measures->off_hue = measure_off_hue (pixels);
  measures->main_share = measure_main_share (pixels);
  surmise_demo_measure_structure (pixels, measures);
}
