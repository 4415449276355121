/* surmise-compare-list.c – the rows of a comparison that are shown: those that any model is sure enough of
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-list.h"

#include <math.h>

#include "clarifai-concept.h"

/* Of what one model says in words; all of it is in that model's own view. */
#define MAX_LETTERS 2000

/**
 * SurmiseCompareList:
 *
 * The threshold narrows what was answered; it never asks anybody again.
 */
struct _SurmiseCompareList
{
  GObject             parent_instance;

  SurmiseComparison  *comparison; /* (owned) */
  GtkFilter          *sure;       /* (owned by @shown) */
  GtkFilterListModel *shown;      /* (owned) */
  gboolean            shares[SURMISE_COMPARISON_MOST]; /* a model whose values are shares of the picture */
  double              threshold;  /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseCompareList, surmise_compare_list, G_TYPE_OBJECT)

static gboolean
is_sure (gpointer item,
         gpointer user_data)
{
  SurmiseCompareList *self = user_data;

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    {
      double value = surmise_comparison_row_get_value (item, i);

      /* A colour's value is its share of the picture, which has nothing to do with being sure. */
      if (value >= self->threshold || (self->shares[i] && !isnan (value)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_shares (SurmisePicture *answer)
{
  ClarifaiOutput *output = answer != NULL ? surmise_picture_get_output (answer) : NULL;
  ClarifaiConcept *best = output != NULL ? clarifai_output_get_best (output) : NULL;

  return best != NULL && clarifai_concept_get_hex (best) != NULL;
}

static void
on_changed (SurmiseCompareList *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    {
      gboolean shares = has_shares (surmise_comparison_get_answer (self->comparison, i));

      changed |= shares != self->shares[i];
      self->shares[i] = shares;
    }
  if (changed)
    gtk_filter_changed (self->sure, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
surmise_compare_list_dispose (GObject *object)
{
  SurmiseCompareList *self = SURMISE_COMPARE_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (surmise_compare_list_parent_class)->dispose (object);
}

static void
surmise_compare_list_class_init (SurmiseCompareListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_compare_list_dispose;
}

static void
surmise_compare_list_init (SurmiseCompareList *self)
{
  self->sure = GTK_FILTER (gtk_custom_filter_new (is_sure, self, NULL));
  self->shown = gtk_filter_list_model_new (NULL, self->sure);
}

/**
 * surmise_compare_list_new:
 * @comparison: what is shown
 *
 * Returns: (transfer full): a list that follows it
 */
SurmiseCompareList *
surmise_compare_list_new (SurmiseComparison *comparison)
{
  SurmiseCompareList *self;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (comparison), NULL);

  self = g_object_new (SURMISE_TYPE_COMPARE_LIST, NULL);
  self->comparison = g_object_ref (comparison);
  g_signal_connect_object (comparison, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);
  gtk_filter_list_model_set_model (self->shown, surmise_comparison_get_table (comparison));

  return self;
}

/**
 * surmise_compare_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none): a list of #SurmiseComparisonRow, always the same one
 */
GListModel *
surmise_compare_list_get_shown (SurmiseCompareList *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}

SurmiseComparisonRow *
surmise_compare_list_dup_best (SurmiseCompareList *self)
{
  g_autoptr(SurmiseComparisonRow) best = NULL;
  GListModel *table;

  g_return_val_if_fail (SURMISE_IS_COMPARE_LIST (self), NULL);

  table = surmise_comparison_get_table (self->comparison);
  for (guint i = 0; i < g_list_model_get_n_items (table); i++)
    {
      g_autoptr(SurmiseComparisonRow) row = g_list_model_get_item (table, i);

      if (best == NULL || surmise_comparison_row_get_best (row) > surmise_comparison_row_get_best (best))
        g_set_object (&best, row);
    }

  return g_steal_pointer (&best);
}

char *
surmise_compare_list_dup_texts (SurmiseCompareList *self)
{
  g_autoptr(GString) texts = g_string_new (NULL);

  g_return_val_if_fail (SURMISE_IS_COMPARE_LIST (self), NULL);

  for (guint i = 0; i < surmise_comparison_get_n_models (self->comparison); i++)
    {
      SurmisePicture *answer = surmise_comparison_get_answer (self->comparison, i);
      ClarifaiOutput *output = answer != NULL ? surmise_picture_get_output (answer) : NULL;
      const char *text = output != NULL ? clarifai_output_get_text (output) : NULL;
      g_autofree char *start = text != NULL ? g_utf8_substring (text, 0, MIN (MAX_LETTERS, g_utf8_strlen (text, -1))) : NULL;
      g_autofree char *markup = NULL;

      if (start == NULL || *g_strstrip (start) == '\0')
        continue;
      markup = g_markup_printf_escaped ("%s<b>%s</b>\n%s", texts->len > 0 ? "\n\n" : "",
                                        surmise_comparison_get_name (self->comparison, i), start);
      g_string_append (texts, markup);
    }

  return texts->len > 0 ? g_strdup (texts->str) : NULL;
}

double
surmise_compare_list_get_threshold (SurmiseCompareList *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_LIST (self), 0);

  return self->threshold;
}

void
surmise_compare_list_set_threshold (SurmiseCompareList *self,
                                    double              threshold)
{
  GtkFilterChange change;

  g_return_if_fail (SURMISE_IS_COMPARE_LIST (self));

  if (threshold == self->threshold)
    return;

  change = threshold > self->threshold ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT;
  self->threshold = threshold;
  gtk_filter_changed (self->sure, change);
}
