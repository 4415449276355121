/* surmise-demo-embedding.c – the model that makes a picture a row of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-embedding.h"

#include <math.h>

#include "surmise-demo-answers.h"

/* The picture in so many fields each way, with the mean color of each; and the directions of its edges. */
#define FIELDS       4
#define N_DIRECTIONS 16
#define N_DIMENSIONS (3 * FIELDS * FIELDS + N_DIRECTIONS)

/* Lightness and color weigh about the same, as the range of each shows. */
static void
measure_fields (const SurmiseDemoPixels *pixels,
                double                  *vector)
{
  guint counts[FIELDS * FIELDS] = { 0 };

  for (int y = 0; y < pixels->height; y++)
    for (int x = 0; x < pixels->width; x++)
      {
        const float *lab = pixels->lab + 3 * (y * pixels->width + x);
        int field = y * FIELDS / pixels->height * FIELDS + x * FIELDS / pixels->width;

        counts[field]++;
        vector[3 * field] += (double) lab[0] / 50 - 1;
        vector[3 * field + 1] += (double) lab[1] / 64;
        vector[3 * field + 2] += (double) lab[2] / 64;
      }

  for (int i = 0; i < 3 * FIELDS * FIELDS; i++)
    if (counts[i / 3] > 0)
      vector[i] /= counts[i / 3];
}

/* N. Dalal and B. Triggs's histogram of gradients over the whole picture, its sum 1 where there are edges. */
static void
measure_directions (const SurmiseDemoPixels *pixels,
                    double                  *vector)
{
  double sum = 0;

  for (int y = 1; y + 1 < pixels->height; y++)
    for (int x = 1; x + 1 < pixels->width; x++)
      {
        const float *lab = pixels->lab + 3 * (y * pixels->width + x);
        double across = (double) (lab[3] - lab[-3]);
        double down = (double) (lab[3 * pixels->width] - lab[-3 * pixels->width]);
        double length = hypot (across, down);
        int direction = (int) floor ((atan2 (down, across) + G_PI) / (2 * G_PI) * N_DIRECTIONS);

        vector[CLAMP (direction, 0, N_DIRECTIONS - 1)] += length;
        sum += length;
      }

  for (int i = 0; i < N_DIRECTIONS && sum > 0; i++)
    vector[i] /= sum;
}

/**
 * surmise_demo_embedding_predict:
 * @asked: with a picture
 * @config: not heeded
 * @data: where "embeddings" goes
 *
 * A vector of length 1; pictures of similar colors in similar places, with similar edges, have similar ones.
 */
void
surmise_demo_embedding_predict (const SurmiseDemoAsked  *asked,
                                const SurmiseDemoConfig *config,
                                JsonBuilder             *data)
{
  double vector[N_DIMENSIONS] = { 0 };
  double square = 0;

  measure_fields (asked->pixels, vector);
  measure_directions (asked->pixels, vector + 3 * FIELDS * FIELDS);
  for (guint i = 0; i < N_DIMENSIONS; i++)
    square += vector[i] * vector[i];

  json_builder_set_member_name (data, "embeddings");
  json_builder_begin_array (data);
  json_builder_begin_object (data);
  json_builder_set_member_name (data, "vector");
  json_builder_begin_array (data);
  for (guint i = 0; i < N_DIMENSIONS; i++)
    json_builder_add_double_value (data, square > 0 ? vector[i] / sqrt (square) : 0);
  json_builder_end_array (data);
  surmise_demo_answer_add_number (data, "num_dimensions", N_DIMENSIONS);
  json_builder_end_object (data);
  json_builder_end_array (data);
}
