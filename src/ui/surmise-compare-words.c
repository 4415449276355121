/* surmise-compare-words.c – an answer in one short line
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-words.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"

#define MAX_LETTERS 400

/* A model may answer with a book. */
static char *
dup_start (const char *text)
{
  return g_utf8_substring (text, 0, MIN (MAX_LETTERS, g_utf8_strlen (text, -1)));
}

char *
surmise_compare_words_dup (SurmisePicture *answer)
{
  ClarifaiOutput *output = surmise_picture_get_output (answer);
  double seconds = MAX (0.01, surmise_picture_get_elapsed (answer));
  ClarifaiConcept *best = clarifai_output_get_best (output);
  guint n = g_list_model_get_n_items (clarifai_output_get_summary (output));
  /* Translators: how many seconds an answer took. */
  g_autofree char *elapsed = g_strdup_printf (_("%.*f s"), seconds < 0.1 ? 2 : 1, seconds);
  g_autofree char *what = NULL;

  if (best != NULL && clarifai_concept_get_hex (best) != NULL)
    what = g_strdup_printf (ngettext ("%u colour", "%u colours", n), n);
  else if (best != NULL)
    what = g_strdup_printf (ngettext ("%u concept", "%u concepts", n), n);
  else if (clarifai_output_get_text (output) != NULL)
    what = dup_start (clarifai_output_get_text (output));
  else
    what = g_strdup (_("no concepts"));

  return g_strdup_printf ("%s · %s", elapsed, what);
}
