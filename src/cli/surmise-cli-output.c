/* surmise-cli-output.c – how surmise tag prints what it learned
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-cli-output.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "clarifai-region.h"
#include "surmise-error-text.h"

/* Text goes to a terminal: what could steer it does not get there. That are the control characters below the blank and
 * those of U+0080 to U+009F, which are two bytes long. Standard output is UTF-8 in every locale, for a name that a locale
 * cannot spell is still a name. */
char *
surmise_cli_dup_plain (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));

  return g_steal_pointer (&valid);
}

/* Rounded down, so that nothing below certainty reads 1.00; always with a point, for other programs to read. The tiny
 * addend keeps 0.29, which has no exact binary form, from becoming 0.28. */
static void
print_confidence (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double percent = floor (value * 100 + 1e-9);

  if (value < 1)
    percent = MIN (percent, 99);

  printf ("%s", g_ascii_formatd (buffer, sizeof buffer, "%.2f", percent / 100));
}

static guint
count_shown (const SurmiseCliFormat *format,
             GListModel             *concepts)
{
  guint n = MIN (g_list_model_get_n_items (concepts), format->max_concepts);

  /* They come sorted. */
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);

      /* A colour's value is its share of the picture, not a confidence. */
      if (clarifai_concept_get_hex (concept) == NULL
          && clarifai_concept_get_value (concept) < format->min_confidence)
        return i;
    }

  return n;
}

void
surmise_cli_print_text (const SurmiseCliFormat *format,
                        SurmisePicture         *picture)
{
  ClarifaiOutput *output = surmise_picture_get_output (picture);
  GListModel *concepts = clarifai_output_get_summary (output);
  g_autofree char *location = surmise_picture_dup_location (picture);
  g_autofree char *plain = surmise_cli_dup_plain (location);
  guint n = count_shown (format, concepts);

  printf ("%s\n", plain);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      g_autofree char *name = surmise_cli_dup_plain (clarifai_concept_get_name (concept));

      printf ("%s ", name);
      print_confidence (clarifai_concept_get_value (concept));
      printf ("\n");
    }
  if (clarifai_output_get_text (output) != NULL)
    {
      g_autofree char *text = surmise_cli_dup_plain (clarifai_output_get_text (output));

      printf ("%s\n", text);
    }
}

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_concepts (JsonBuilder            *builder,
              const SurmiseCliFormat *format,
              GListModel             *concepts)
{
  guint n = count_shown (format, concepts);

  json_builder_set_member_name (builder, "concepts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);

      json_builder_begin_object (builder);
      add_string (builder, "name", clarifai_concept_get_name (concept));
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, clarifai_concept_get_value (concept));
      if (clarifai_concept_get_hex (concept) != NULL)
        add_string (builder, "hex", clarifai_concept_get_hex (concept));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_regions (JsonBuilder            *builder,
             const SurmiseCliFormat *format,
             GListModel             *regions)
{
  json_builder_set_member_name (builder, "regions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (regions); i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);
      ClarifaiBox box;

      if (clarifai_region_get_value (region) < format->min_confidence || !clarifai_region_get_box (region, &box))
        continue;

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "box");
      json_builder_begin_array (builder);
      json_builder_add_double_value (builder, box.left);
      json_builder_add_double_value (builder, box.top);
      json_builder_add_double_value (builder, box.right);
      json_builder_add_double_value (builder, box.bottom);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "confidence");
      json_builder_add_double_value (builder, clarifai_region_get_value (region));
      if (clarifai_region_get_text (region) != NULL)
        add_string (builder, "text", clarifai_region_get_text (region));
      add_concepts (builder, format, clarifai_region_get_concepts (region));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_picture (JsonBuilder            *builder,
             const SurmiseCliFormat *format,
             SurmisePicture         *picture)
{
  ClarifaiOutput *output = surmise_picture_get_output (picture);
  const GError *error = surmise_picture_get_error (picture);
  g_autofree char *location = surmise_picture_dup_location (picture);

  json_builder_begin_object (builder);
  add_string (builder, "picture", location);
  if (error != NULL || output == NULL)
    {
      g_autofree char *reason = error != NULL ? surmise_error_text_line (error) : g_strdup (_("cancelled"));

      add_string (builder, "error", reason);
    }
  else
    {
      ClarifaiModelRef *model = clarifai_output_get_model (output);
      g_autofree char *name = model != NULL ? clarifai_model_ref_to_string (model) : NULL;

      add_string (builder, "model", name);
      add_concepts (builder, format, clarifai_output_get_summary (output));
      if (g_list_model_get_n_items (clarifai_output_get_regions (output)) > 0)
        add_regions (builder, format, clarifai_output_get_regions (output));
      if (clarifai_output_get_text (output) != NULL)
        add_string (builder, "text", clarifai_output_get_text (output));
    }
  json_builder_end_object (builder);
}

void
surmise_cli_print_json (const SurmiseCliFormat *format,
                        GPtrArray              *pictures)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < pictures->len; i++)
    add_picture (builder, format, pictures->pdata[i]);
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  printf ("%s\n", text);
}
