/* surmise-concept-list.c – the concepts that are shown: those sure enough, with the filter's words in their names
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-list.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"

/**
 * SurmiseConceptList:
 *
 * Threshold and search narrow what one answer holds; neither ever asks the service again.
 */
struct _SurmiseConceptList
{
  GObject             parent_instance;

  ClarifaiOutput     *output;    /* (owned) (nullable) */
  GtkFilter          *sure;      /* (owned by @shown) */
  GtkStringFilter    *named;     /* (owned by @shown) */
  GtkFilterListModel *shown;     /* (owned) */
  double              threshold; /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseConceptList, surmise_concept_list, G_TYPE_OBJECT)

static gboolean
is_sure (gpointer item,
         gpointer user_data)
{
  SurmiseConceptList *self = user_data;

  /* A colour's value is its share of the picture, which has nothing to do with being sure. */
  return clarifai_concept_get_hex (item) != NULL || clarifai_concept_get_value (item) >= self->threshold;
}

static char *
dup_name (ClarifaiConcept *concept,
          gpointer         user_data)
{
  return concept != NULL ? g_strdup (clarifai_concept_get_name (concept)) : NULL;
}

static void
surmise_concept_list_dispose (GObject *object)
{
  SurmiseConceptList *self = SURMISE_CONCEPT_LIST (object);

  g_clear_object (&self->output);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (surmise_concept_list_parent_class)->dispose (object);
}

static void
surmise_concept_list_class_init (SurmiseConceptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_concept_list_dispose;
}

static void
surmise_concept_list_init (SurmiseConceptList *self)
{
  GtkMultiFilter *both = GTK_MULTI_FILTER (gtk_every_filter_new ());
  GtkExpression *name = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (dup_name), NULL, NULL);

  self->sure = GTK_FILTER (gtk_custom_filter_new (is_sure, self, NULL));
  self->named = gtk_string_filter_new (name);
  gtk_multi_filter_append (both, self->sure);
  gtk_multi_filter_append (both, GTK_FILTER (self->named));
  self->shown = gtk_filter_list_model_new (NULL, GTK_FILTER (both));
}

SurmiseConceptList *
surmise_concept_list_new (void)
{
  return g_object_new (SURMISE_TYPE_CONCEPT_LIST, NULL);
}

/**
 * surmise_concept_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none): a list of #ClarifaiConcept, most confident first, always the same one
 */
GListModel *
surmise_concept_list_get_shown (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * surmise_concept_list_get_best:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): what the model is surest of, shown or not
 */
ClarifaiConcept *
surmise_concept_list_get_best (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return self->output != NULL ? clarifai_output_get_best (self->output) : NULL;
}

gboolean
surmise_concept_list_has_shares (SurmiseConceptList *self)
{
  ClarifaiConcept *best = surmise_concept_list_get_best (self);

  return best != NULL && clarifai_concept_get_hex (best) != NULL;
}

void
surmise_concept_list_set_output (SurmiseConceptList *self,
                                 ClarifaiOutput     *output)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));
  g_return_if_fail (output == NULL || CLARIFAI_IS_OUTPUT (output));

  if (g_set_object (&self->output, output))
    gtk_filter_list_model_set_model (self->shown, output != NULL ? clarifai_output_get_summary (output) : NULL);
}

double
surmise_concept_list_get_threshold (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), 0);

  return self->threshold;
}

void
surmise_concept_list_set_threshold (SurmiseConceptList *self,
                                    double              threshold)
{
  GtkFilterChange change;

  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));

  if (threshold == self->threshold)
    return;

  change = threshold > self->threshold ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT;
  self->threshold = threshold;
  gtk_filter_changed (self->sure, change);
}

const char *
surmise_concept_list_get_search (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return gtk_string_filter_get_search (self->named);
}

void
surmise_concept_list_set_search (SurmiseConceptList *self,
                                 const char         *search)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));

  gtk_string_filter_set_search (self->named, search);
}

/**
 * surmise_concept_to_text:
 * @concept: a concept
 *
 * Returns: (transfer full): name and confidence, for the clipboard
 */
char *
surmise_concept_to_text (ClarifaiConcept *concept)
{
  g_autofree char *percent = NULL;

  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (concept), NULL);

  percent = surmise_confidence_to_text (clarifai_concept_get_value (concept));

  return g_strconcat (clarifai_concept_get_name (concept), "\t", percent, NULL);
}

/**
 * surmise_concept_list_to_text:
 * @self: the list
 *
 * Returns: (transfer full): the concepts shown, one a line, for the clipboard
 */
char *
surmise_concept_list_to_text (SurmiseConceptList *self)
{
  GString *text;
  guint n;

  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  text = g_string_new (NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      g_autofree char *line = surmise_concept_to_text (concept);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/**
 * surmise_concept_list_to_spoken:
 * @self: the list
 *
 * Returns: (transfer full): one sentence on the whole of it, for a screen reader
 */
char *
surmise_concept_list_to_spoken (SurmiseConceptList *self)
{
  ClarifaiConcept *best;
  g_autofree char *percent = NULL;
  guint n;

  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  best = surmise_concept_list_get_best (self);
  if (best == NULL)
    return g_strdup (_("No concepts"));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  percent = surmise_confidence_to_spoken (clarifai_concept_get_value (best));

  /* Translators: for screen readers: how many concepts, the best one's name, its confidence. */
  return g_strdup_printf (ngettext ("%u concept. Best: %s, %s", "%u concepts. Best: %s, %s", n), n,
                          clarifai_concept_get_name (best), percent);
}
