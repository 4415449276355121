/* surmise-demo-description.c – the model that says in a sentence what it measured
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-description.h"

#include "surmise-demo-colors.h"
#include "surmise-demo-data.h"
#include "surmise-demo-properties.h"

/* More would be a list, and there is a model for that. */
#define MOST_PROPERTIES 6
#define MOST_COLORS     3
/* What is less sure than this is not said. */
#define LEAST_SURE 0.6

static void
append_properties (GString                 *text,
                   const SurmiseDemoPixels *pixels,
                   const SurmiseDemoConfig *config)
{
  g_autoptr (GArray) properties = surmise_demo_properties_measure (pixels);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < properties->len && names->len < MOST_PROPERTIES; i++)
    {
      const SurmiseDemoProperty *property = &g_array_index (properties, SurmiseDemoProperty, i);

      if (property->value >= LEAST_SURE)
        g_ptr_array_add (names, (char *) surmise_demo_name_choose (property->name, config));
    }

  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);
  joined = g_strjoinv (", ", (char **) names->pdata);
  g_string_append_printf (text, config->german ? " Gemessen: %s." : " Measured: %s.", joined);
}

static void
append_colors (GString                 *text,
               const SurmiseDemoPixels *pixels,
               const SurmiseDemoConfig *config)
{
  SurmiseDemoColor colors[SURMISE_DEMO_MAX_COLORS];
  guint n_colors = MIN (surmise_demo_colors_find (pixels, colors), MOST_COLORS);

  g_string_append (text, config->german ? " Hauptfarben: " : " Main colors: ");
  for (guint i = 0; i < n_colors; i++)
    g_string_append_printf (text, config->german ? "%s%s (%.0f\u00a0%%)" : "%s%s (%.0f%%)", i > 0 ? ", " : "",
                            colors[i].named->name, 100 * colors[i].weight);
  g_string_append_c (text, '.');
}

/**
 * surmise_demo_description_predict:
 * @asked: with a picture
 * @config: in which language
 * @data: where "text" goes
 *
 * Puts into words what the other models measure. It recognizes no things.
 */
void
surmise_demo_description_predict (const SurmiseDemoAsked  *asked,
                                  const SurmiseDemoConfig *config,
                                  JsonBuilder             *data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text,
                   config->german ? "Ein Bild, gesendet mit %d × %d Pixeln."
                                  : "A picture, sent as %d × %d pixels.",
                   asked->pixels->full_width, asked->pixels->full_height);
  append_properties (text, asked->pixels, config);
  append_colors (text, asked->pixels, config);
  surmise_demo_data_add_text (data, text->str);
}
