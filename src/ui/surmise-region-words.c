/* surmise-region-words.c – what is said of a region: its name, how sure the model is, and whether that is enough
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-words.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-model-text.h"

/* Characters: longer names are cut, as laying one out takes its time, and nobody reads them over a picture. */
#define MOST_CHARACTERS 200

static ClarifaiConcept *
get_best (ClarifaiRegion *region)
{
  g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (clarifai_region_get_concepts (region), 0);

  return concept;
}

/**
 * surmise_region_dup_name:
 * @region: a region
 *
 * Returns: (transfer full): the best concept's name, else what is written there, else a word for any region
 */
char *
surmise_region_dup_name (ClarifaiRegion *region)
{
  ClarifaiConcept *best;
  const char *text;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), NULL);

  best = get_best (region);
  text = clarifai_region_get_text (region);
  if (best != NULL)
    return surmise_model_text_line (clarifai_concept_get_name (best), MOST_CHARACTERS);
  if (text != NULL && *text != '\0')
    return surmise_model_text_line (text, MOST_CHARACTERS);

  return g_strdup (C_("part of a picture", "Region"));
}

/**
 * surmise_region_dup_rest:
 * @region: a region
 *
 * Returns: (transfer full) (nullable): its other concepts, each with its confidence, and what is written there where the
 *   name does not say so already; NULL where the name says it all
 */
char *
surmise_region_dup_rest (ClarifaiRegion *region)
{
  g_autoptr(GString) rest = g_string_new (NULL);
  const char *text;
  GListModel *concepts;
  guint n;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), NULL);

  concepts = clarifai_region_get_concepts (region);
  text = clarifai_region_get_text (region);
  n = MIN (g_list_model_get_n_items (concepts), 6);
  if (n > 0 && text != NULL && *text != '\0')
    {
      g_autofree char *line = surmise_model_text_line (text, MOST_CHARACTERS);

      /* Translators: what is written in a part of a picture. */
      g_string_append_printf (rest, _("“%s”"), line);
    }
  for (guint i = 1; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      g_autofree char *name = surmise_model_text_line (clarifai_concept_get_name (concept), MOST_CHARACTERS);
      g_autofree char *percent = surmise_confidence_to_text (clarifai_concept_get_value (concept));

      g_string_append_printf (rest, "%s%s %s", rest->len > 0 ? " · " : "", name, percent);
    }

  return rest->len > 0 ? g_string_free (g_steal_pointer (&rest), FALSE) : NULL;
}

/**
 * surmise_region_get_value:
 * @region: a region
 *
 * The service leaves out a region's own confidence where it is 0, and some models say it of the concept alone.
 *
 * Returns: how sure the model is, 0–1
 */
double
surmise_region_get_value (ClarifaiRegion *region)
{
  ClarifaiConcept *best;
  double value;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), 0);

  value = clarifai_region_get_value (region);
  best = get_best (region);

  return value > 0 || best == NULL ? value : clarifai_concept_get_value (best);
}

gboolean
surmise_region_has_value (ClarifaiRegion *region)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (region), FALSE);

  return clarifai_region_get_value (region) > 0 || get_best (region) != NULL;
}

/**
 * surmise_region_is_sure:
 * @region: a region
 * @threshold: 0–1
 *
 * A mask's value is its share of the picture with most models, which has nothing to do with being sure.
 *
 * Returns: whether to show it: what has no confidence is always shown
 */
gboolean
surmise_region_is_sure (ClarifaiRegion *region,
                        double          threshold)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (region), FALSE);

  if (clarifai_region_get_mask (region) != NULL && !clarifai_region_get_box (region, NULL))
    return TRUE;

  return !surmise_region_has_value (region) || surmise_region_get_value (region) >= threshold;
}

/**
 * surmise_region_to_text:
 * @region: a region
 *
 * Returns: (transfer full): name, confidence and box, for the clipboard; the box as left, top, right and bottom edge in
 *   shares of the picture
 */
char *
surmise_region_to_text (ClarifaiRegion *region)
{
  g_autoptr(GString) line = NULL;
  g_autofree char *name = NULL;
  g_autofree char *percent = NULL;
  ClarifaiBox box;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), NULL);

  name = surmise_region_dup_name (region);
  percent = surmise_confidence_to_text (surmise_region_get_value (region));
  line = g_string_new (name);
  g_string_append_printf (line, "\t%s", surmise_region_has_value (region) ? percent : "");
  if (clarifai_region_get_box (region, &box))
    {
      const double edges[] = { box.left, box.top, box.right, box.bottom };
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
        g_string_append_printf (line, "\t%s", g_ascii_formatd (number, sizeof number, "%.4f", edges[i]));
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * surmise_region_to_spoken:
 * @region: a region
 *
 * Returns: (transfer full): name and confidence, for a screen reader
 */
char *
surmise_region_to_spoken (ClarifaiRegion *region)
{
  g_autofree char *name = NULL;
  g_autofree char *percent = NULL;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), NULL);

  name = surmise_region_dup_name (region);
  if (!surmise_region_has_value (region))
    return g_steal_pointer (&name);
  percent = surmise_confidence_to_spoken (surmise_region_get_value (region));

  /* Translators: for screen readers: a concept's name and its confidence. */
  return g_strdup_printf (_("%s, %s"), name, percent);
}

/**
 * surmise_region_peek_output:
 *
 * Returns: (transfer none) (nullable): the answer whose regions may be drawn on @picture: none of an earlier question's
 *   where the last one failed
 */
ClarifaiOutput *
surmise_region_peek_output (SurmisePicture *picture)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (picture), NULL);

  if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_FAILED)
    return NULL;

  return surmise_picture_get_output (picture);
}
