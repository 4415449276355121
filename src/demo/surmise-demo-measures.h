/* surmise-demo-measures.h – quantities measured from pixels
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-pixels.h"

G_BEGIN_DECLS

/* Tones by their hue angle in CIE L*a*b*. */
enum {
  SURMISE_DEMO_TONE_RED,
  SURMISE_DEMO_TONE_ORANGE,
  SURMISE_DEMO_TONE_YELLOW,
  SURMISE_DEMO_TONE_GREEN,
  SURMISE_DEMO_TONE_BLUE,
  SURMISE_DEMO_TONE_PURPLE,
  SURMISE_DEMO_N_TONES
};

/* How each is measured is said in surmise-demo-measures.c and surmise-demo-structure.c. */
typedef struct {
  double log_aspect;     /* natural logarithm of width over height: 0 square, above landscape */
  double abs_log_aspect; /* the same without its sign */

  double light;        /* mean L*, 0–100 */
  double light_spread; /* its standard deviation */
  double darkest;      /* 5th percentile of L* */
  double lightest;     /* 95th */
  double light_above;  /* mean L* of the upper third minus that of the lower */
  double light_inside; /* mean L* of the middle minus that of the border */

  double vivid_chroma; /* 95th percentile of C* */
  double colorfulness; /* of Hasler and Süsstrunk: 15 slightly, 45 averagely, 82 highly colorful */
  double off_hue;      /* mean distance of a*, b* from the ray of the picture's mean hue */
  double warm;         /* share of pixels with a hue from pink over red to yellow, 0–1 */
  double cool;         /* from green over blue to violet */
  double tones[SURMISE_DEMO_N_TONES]; /* shares */
  double hue_variety;  /* entropy of the hues, 0 one – 1 all alike, times the share that has color */
  double main_share;   /* of pixels near the most frequent color */
  double blue_above;   /* share of light blue in the upper third */

  double edges;        /* share of pixels on an edge */
  double acutance;     /* how much of an edge's height lies between two neighbors, 0 – 1 */
  double noise;        /* standard deviation of the finest detail, in L* */
  double symmetry;     /* correlation with the mirror image, –1 – 1 */
  double ramp;         /* share of the variance that a slanted plane explains, 0 – 1 */
  double level_lines;  /* energy of level edges minus that of upright ones over both, –1 – 1 */
} SurmiseDemoMeasures;

void surmise_demo_measure           (const SurmiseDemoPixels *pixels,
                                     SurmiseDemoMeasures     *measures);
/* The last group above; called by surmise_demo_measure(). */
void surmise_demo_measure_structure (const SurmiseDemoPixels *pixels,
                                     SurmiseDemoMeasures     *measures);

G_END_DECLS
