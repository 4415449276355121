/* surmise-demo-properties.c – the model that measures light, color, sharpness and form
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-properties.h"

#include <math.h>

#include "surmise-demo-answers.h"
#include "surmise-demo-measures.h"
#include "surmise-demo-server.h"

/* A logistic curve over one measure: 50 % at the threshold, 73 % one width beyond it, 95 % three widths
 * beyond. A width below nought turns it around. A width of nought is no curve at all, and 1 everywhere. */
typedef struct {
  gsize  measure; /* offset in SurmiseDemoMeasures */
  double threshold;
  double width;
} Curve;

/* The confidence is the product of both curves. */
typedef struct {
  const char *name;
  Curve       curve;
  Curve       also;
} Property;

typedef struct {
  const char *name;
  double      value;
} Concept;

#define OF(measure) G_STRUCT_OFFSET (SurmiseDemoMeasures, measure)

static const Property PROPERTIES[] = {
  { "landscape format", { OF (log_aspect), 0.10, 0.03 } },
  { "portrait format", { OF (log_aspect), -0.10, -0.03 } },
  { "square format", { OF (abs_log_aspect), 0.06, -0.015 } },
  { "panoramic format", { OF (log_aspect), 0.70, 0.07 } },

  { "bright", { OF (light), 62, 6 } },
  { "dark", { OF (light), 33, -6 } },
  { "deep shadows", { OF (darkest), 12, -3 } },
  { "strong highlights", { OF (lightest), 88, 3 } },
  { "high contrast", { OF (light_spread), 24, 3 } },
  { "low contrast", { OF (light_spread), 11, -2.5 } },
  { "light above", { OF (light_above), 15, 4 } },
  { "light below", { OF (light_above), -15, -4 } },
  { "light in the middle", { OF (light_inside), 12, 3 } },
  { "dark in the middle", { OF (light_inside), -12, -3 } },

  { "colorful", { OF (colorfulness), 38, 7 } },
  { "vivid colors", { OF (vivid_chroma), 60, 7 } },
  { "muted colors", { OF (vivid_chroma), 34, -5 }, { OF (vivid_chroma), 10, 2 } },
  { "black and white", { OF (vivid_chroma), 7, -1.2 } },
  { "monochrome", { OF (off_hue), 5, -1 } },
  { "many colors", { OF (hue_variety), 0.55, 0.06 } },
  { "one color prevails", { OF (main_share), 0.6, 0.08 } },
  { "warm colors", { OF (warm), 0.55, 0.09 } },
  { "cool colors", { OF (cool), 0.55, 0.09 } },
  { "red tones", { OF (tones[SURMISE_DEMO_TONE_RED]), 0.3, 0.07 } },
  { "orange tones", { OF (tones[SURMISE_DEMO_TONE_ORANGE]), 0.3, 0.07 } },
  { "yellow tones", { OF (tones[SURMISE_DEMO_TONE_YELLOW]), 0.3, 0.07 } },
  { "green tones", { OF (tones[SURMISE_DEMO_TONE_GREEN]), 0.3, 0.07 } },
  { "blue tones", { OF (tones[SURMISE_DEMO_TONE_BLUE]), 0.3, 0.07 } },
  { "purple tones", { OF (tones[SURMISE_DEMO_TONE_PURPLE]), 0.3, 0.07 } },
  { "light blue above", { OF (blue_above), 0.5, 0.1 } },

  { "sharp", { OF (acutance), 0.52, 0.05 } },
  { "soft", { OF (acutance), 0.40, -0.05 }, { OF (light_spread), 4, 1 } },
  { "detailed", { OF (edges), 0.35, 0.07 } },
  { "plain", { OF (edges), 0.07, -0.018 } },
  { "noisy", { OF (noise), 4, 0.8 } },
  { "mirror symmetry", { OF (symmetry), 0.75, 0.07 } },
  { "smooth gradient", { OF (ramp), 0.65, 0.07 }, { OF (edges), 0.12, -0.03 } },
  { "level lines", { OF (level_lines), 0.35, 0.07 } },
  { "upright lines", { OF (level_lines), -0.35, -0.07 } },
};

static double
follow (const Curve               *curve,
        const SurmiseDemoMeasures *measures)
{
  double measured = G_STRUCT_MEMBER (double, measures, curve->measure);

  if (curve->width >= 0 && curve->width <= 0)
    return 1;

  return 1 / (1 + exp ((curve->threshold - measured) / curve->width));
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const Concept *first = a, *second = b;

  return (first->value < second->value) - (first->value > second->value);
}

static void
add_concept (JsonBuilder   *data,
             const Concept *concept)
{
  g_autofree char *id = g_strdelimit (g_strdup (concept->name), " ", '-');

  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", id);
  surmise_demo_answer_add_string (data, "name", concept->name);
  json_builder_set_member_name (data, "value");
  json_builder_add_double_value (data, concept->value);
  surmise_demo_answer_add_string (data, "app_id", SURMISE_DEMO_APP);
  surmise_demo_answer_add_string (data, "user_id", SURMISE_DEMO_USER);
  json_builder_end_object (data);
}

/**
 * surmise_demo_properties_predict:
 * @pixels: a picture
 * @config: how many concepts, and how sure at least
 * @data: where "concepts" goes
 *
 * Every concept is a measured quantity on a smooth curve; nothing is learned, and nothing is known of things.
 */
void
surmise_demo_properties_predict (const SurmiseDemoPixels *pixels,
                                 const SurmiseDemoConfig *config,
                                 JsonBuilder             *data)
{
  SurmiseDemoMeasures measures;
  Concept concepts[G_N_ELEMENTS (PROPERTIES)];

  surmise_demo_measure (pixels, &measures);
  for (guint i = 0; i < G_N_ELEMENTS (PROPERTIES); i++)
    {
      concepts[i].name = PROPERTIES[i].name;
      concepts[i].value = follow (&PROPERTIES[i].curve, &measures) * follow (&PROPERTIES[i].also, &measures);
    }
  qsort (concepts, G_N_ELEMENTS (concepts), sizeof *concepts, compare_values);

  json_builder_set_member_name (data, "concepts");
  json_builder_begin_array (data);
  for (guint i = 0; i < MIN (config->max_concepts, G_N_ELEMENTS (concepts)); i++)
    if (concepts[i].value >= config->min_value)
      add_concept (data, &concepts[i]);
  json_builder_end_array (data);
}
