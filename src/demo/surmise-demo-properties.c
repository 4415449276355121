/* surmise-demo-properties.c – the model that measures light, color, sharpness and form
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-properties.h"

#include <math.h>

#include "surmise-demo-data.h"
#include "surmise-demo-measures.h"

/* A logistic curve over one measure: 50 % at the threshold, 73 % one width beyond it, 95 % three widths
 * beyond. A width below nought turns it around. A width of nought is no curve at all, and 1 everywhere. */
typedef struct {
  gsize  measure; /* offset in SurmiseDemoMeasures */
  double threshold;
  double width;
} Curve;

/* The confidence is the product of both curves. */
typedef struct {
  SurmiseDemoName name;
  Curve           curve;
  Curve           also;
} Property;

#define OF(measure) G_STRUCT_OFFSET (SurmiseDemoMeasures, measure)

static const Property PROPERTIES[] = {
  { { "landscape format", "Querformat" }, { OF (log_aspect), 0.10, 0.03 } },
  { { "portrait format", "Hochformat" }, { OF (log_aspect), -0.10, -0.03 } },
  { { "square format", "quadratisches Format" }, { OF (abs_log_aspect), 0.06, -0.015 } },
  { { "panoramic format", "Panoramaformat" }, { OF (log_aspect), 0.70, 0.07 } },

  { { "bright", "hell" }, { OF (light), 62, 6 } },
  { { "dark", "dunkel" }, { OF (light), 33, -6 } },
  { { "deep shadows", "tiefe Schatten" }, { OF (darkest), 12, -3 } },
  { { "strong highlights", "helle Lichter" }, { OF (lightest), 88, 3 } },
  { { "high contrast", "hoher Kontrast" }, { OF (light_spread), 24, 3 } },
  { { "low contrast", "geringer Kontrast" }, { OF (light_spread), 11, -2.5 } },
  { { "light above", "oben heller" }, { OF (light_above), 15, 4 } },
  { { "light below", "unten heller" }, { OF (light_above), -15, -4 } },
  { { "light in the middle", "helle Mitte" }, { OF (light_inside), 12, 3 } },
  { { "dark in the middle", "dunkle Mitte" }, { OF (light_inside), -12, -3 } },

  { { "colorful", "farbenfroh" }, { OF (colorfulness), 38, 7 } },
  { { "vivid colors", "kräftige Farben" }, { OF (vivid_chroma), 60, 7 } },
  { { "muted colors", "gedämpfte Farben" }, { OF (vivid_chroma), 34, -5 }, { OF (vivid_chroma), 10, 2 } },
  { { "black and white", "schwarz-weiß" }, { OF (vivid_chroma), 7, -1.2 } },
  { { "monochrome", "einfarbig" }, { OF (off_hue), 5, -1 } },
  { { "many colors", "viele Farben" }, { OF (hue_variety), 0.55, 0.06 } },
  { { "one color prevails", "eine Farbe herrscht vor" }, { OF (main_share), 0.6, 0.08 } },
  { { "warm colors", "warme Farben" }, { OF (warm), 0.55, 0.09 } },
  { { "cool colors", "kühle Farben" }, { OF (cool), 0.55, 0.09 } },
  { { "red tones", "Rottöne" }, { OF (tones[SURMISE_DEMO_TONE_RED]), 0.3, 0.07 } },
  { { "orange tones", "Orangetöne" }, { OF (tones[SURMISE_DEMO_TONE_ORANGE]), 0.3, 0.07 } },
  { { "yellow tones", "Gelbtöne" }, { OF (tones[SURMISE_DEMO_TONE_YELLOW]), 0.3, 0.07 } },
  { { "green tones", "Grüntöne" }, { OF (tones[SURMISE_DEMO_TONE_GREEN]), 0.3, 0.07 } },
  { { "blue tones", "Blautöne" }, { OF (tones[SURMISE_DEMO_TONE_BLUE]), 0.3, 0.07 } },
  { { "purple tones", "Violetttöne" }, { OF (tones[SURMISE_DEMO_TONE_PURPLE]), 0.3, 0.07 } },
  { { "light blue above", "hellblau oben" }, { OF (blue_above), 0.5, 0.1 } },

  { { "sharp", "scharf" }, { OF (acutance), 0.52, 0.05 } },
  { { "soft", "weich" }, { OF (acutance), 0.40, -0.05 }, { OF (light_spread), 4, 1 } },
  { { "detailed", "detailreich" }, { OF (edges), 0.35, 0.07 } },
  { { "plain", "schlicht" }, { OF (edges), 0.07, -0.018 } },
  { { "noisy", "verrauscht" }, { OF (noise), 4, 0.8 } },
  { { "mirror symmetry", "spiegelsymmetrisch" }, { OF (symmetry), 0.75, 0.07 } },
  { { "smooth gradient", "weicher Verlauf" }, { OF (ramp), 0.65, 0.07 }, { OF (edges), 0.12, -0.03 } },
  { { "level lines", "waagerechte Linien" }, { OF (level_lines), 0.35, 0.07 } },
  { { "upright lines", "senkrechte Linien" }, { OF (level_lines), -0.35, -0.07 } },
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
  const SurmiseDemoProperty *first = a, *second = b;

  return (first->value < second->value) - (first->value > second->value);
}

/**
 * surmise_demo_properties_name_nth:
 * @position: from 0
 *
 * Returns: (transfer none) (nullable): a property's name, or %NULL beyond the last
 */
const SurmiseDemoName *
surmise_demo_properties_name_nth (guint position)
{
  return position < G_N_ELEMENTS (PROPERTIES) ? &PROPERTIES[position].name : NULL;
}

/**
 * surmise_demo_properties_measure:
 * @pixels: a picture
 *
 * Returns: (transfer full) (element-type SurmiseDemoProperty): all properties, the surest first
 */
GArray *
surmise_demo_properties_measure (const SurmiseDemoPixels *pixels)
{
  GArray *properties = g_array_sized_new (FALSE, FALSE, sizeof (SurmiseDemoProperty), G_N_ELEMENTS (PROPERTIES));
  SurmiseDemoMeasures measures;

  surmise_demo_measure (pixels, &measures);
  for (guint i = 0; i < G_N_ELEMENTS (PROPERTIES); i++)
    {
      SurmiseDemoProperty property = {
        &PROPERTIES[i].name,
        follow (&PROPERTIES[i].curve, &measures) * follow (&PROPERTIES[i].also, &measures),
      };

      g_array_append_val (properties, property);
    }
  g_array_sort (properties, compare_values);

  return properties;
}

/**
 * surmise_demo_properties_predict:
 * @asked: with a picture
 * @config: how many concepts, which, and how sure at least
 * @data: where "concepts" goes
 *
 * Every concept is a measured quantity on a smooth curve; nothing is learned, and nothing is known of things.
 */
void
surmise_demo_properties_predict (const SurmiseDemoAsked  *asked,
                                 const SurmiseDemoConfig *config,
                                 JsonBuilder             *data)
{
  g_autoptr (GArray) properties = surmise_demo_properties_measure (asked->pixels);
  guint left = config->max_concepts;

  json_builder_set_member_name (data, "concepts");
  json_builder_begin_array (data);
  for (guint i = 0; i < properties->len && left > 0; i++)
    {
      const SurmiseDemoProperty *property = &g_array_index (properties, SurmiseDemoProperty, i);

      if (property->value < config->min_value || !surmise_demo_name_wanted (property->name, config))
        continue;
      surmise_demo_data_add_concept (data, property->name, config, property->value);
      left--;
    }
  json_builder_end_array (data);
}
