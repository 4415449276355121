/* surmise-comparison-table.c – several answers in the rows of one table
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison-table.h"

#include <math.h>
#include <string.h>

#include "clarifai-concept.h"

/* Above so many single changes one large one is quicker for whoever shows the table. */
#define MAX_SINGLE 32

typedef struct
{
  char   *name; /* (owned): as the first model spells it */
  double  values[SURMISE_COMPARISON_MOST];
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_clear_pointer (&draft->name, g_free);
  g_free (draft);
}

/* Models are trained by different people: "Train" and "train" are one concept. Their IDs tell less, for some only count. */
static char *
key_of (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : name, -1);

  g_strstrip (folded);

  return g_steal_pointer (&folded);
}

static void
add_output (GHashTable     *drafts,
            ClarifaiOutput *output,
            guint           place)
{
  GListModel *concepts = clarifai_output_get_summary (output);

  for (guint i = 0; i < g_list_model_get_n_items (concepts); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      const char *name = clarifai_concept_get_name (concept);
      g_autofree char *key = key_of (name != NULL ? name : "");
      Draft *draft = g_hash_table_lookup (drafts, key);

      if (draft == NULL)
        {
          draft = g_new0 (Draft, 1);
          draft->name = g_strdup (name != NULL ? name : "");
          for (guint j = 0; j < SURMISE_COMPARISON_MOST; j++)
            draft->values[j] = (double) NAN;
          g_hash_table_insert (drafts, g_steal_pointer (&key), draft);
        }
      /* Two concepts of one name: the surer one counts. */
      if (isnan (draft->values[place]) || draft->values[place] < clarifai_concept_get_value (concept))
        draft->values[place] = clarifai_concept_get_value (concept);
    }
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  SurmiseComparisonRow *one = *(SurmiseComparisonRow **) a, *other = *(SurmiseComparisonRow **) b;
  guint n_one = surmise_comparison_row_get_n_said (one), n_other = surmise_comparison_row_get_n_said (other);
  double best_one = surmise_comparison_row_get_best (one), best_other = surmise_comparison_row_get_best (other);

  if (n_one != n_other)
    return n_one > n_other ? -1 : 1;
  if (best_one < best_other || best_one > best_other)
    return best_one > best_other ? -1 : 1;

  return strcmp (surmise_comparison_row_get_name (one), surmise_comparison_row_get_name (other));
}

/* Returns: (transfer full): #SurmiseComparisonRow, sorted */
static GPtrArray *
make_rows (ClarifaiOutput * const *outputs)
{
  g_autoptr(GHashTable) drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, draft_free);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer draft;

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    if (outputs[i] != NULL)
      add_output (drafts, outputs[i], i);

  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    g_ptr_array_add (rows, surmise_comparison_row_new (((Draft *) draft)->name, ((Draft *) draft)->values));
  g_ptr_array_sort (rows, compare_rows);

  return rows;
}

static gboolean
same_row (GListModel           *table,
          guint                 position,
          SurmiseComparisonRow *row)
{
  g_autoptr(SurmiseComparisonRow) old = g_list_model_get_item (table, position);

  return surmise_comparison_row_equal (old, row);
}

/* Where only values changed, whoever looks at the others is not disturbed. Returns: whether that was all */
static gboolean
replace_singly (GListStore *table,
                GPtrArray  *rows,
                guint       start,
                guint       n)
{
  guint n_changed = 0;

  for (guint i = start; i < start + n; i++)
    n_changed += !same_row (G_LIST_MODEL (table), i, rows->pdata[i]);
  if (n_changed > MAX_SINGLE)
    return FALSE;

  for (guint i = start; i < start + n; i++)
    if (!same_row (G_LIST_MODEL (table), i, rows->pdata[i]))
      g_list_store_splice (table, i, 1, &rows->pdata[i], 1);

  return TRUE;
}

/**
 * surmise_comparison_table_fill:
 * @table: of #SurmiseComparisonRow
 * @outputs: (array): %SURMISE_COMPARISON_MOST answers, %NULL where there is none
 *
 * Makes @table say what @outputs say: what most say first, then what is surest. Rows that stay the same stay.
 */
void
surmise_comparison_table_fill (GListStore             *table,
                               ClarifaiOutput * const *outputs)
{
  g_autoptr(GPtrArray) rows = make_rows (outputs);
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (table));
  guint shorter = MIN (n_old, rows->len);
  guint start = 0, end = 0;

  while (start < shorter && same_row (G_LIST_MODEL (table), start, rows->pdata[start]))
    start++;
  while (end < shorter - start && same_row (G_LIST_MODEL (table), n_old - 1 - end, rows->pdata[rows->len - 1 - end]))
    end++;

  if (n_old == rows->len && replace_singly (table, rows, start, rows->len - start - end))
    return;
  g_list_store_splice (table, start, n_old - start - end, rows->pdata + start, rows->len - start - end);
}

/* One cell: what would end it, or would be a formula where it is pasted, does not get there. */
static void
append_cell (GString    *text,
             const char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell, -1);

  if (*valid != '\0' && strchr ("=+-@", *valid) != NULL)
    g_string_append_c (text, '\'');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x2028 || g_utf8_get_char (p) == 0x2029)
      g_string_append_c (text, ' ');
    else
      g_string_append_len (text, p, g_utf8_next_char (p) - p);
}

/* A colour's value is its share of the picture, and no confidence. */
static gboolean
has_shares (ClarifaiOutput *output)
{
  ClarifaiConcept *best = output != NULL ? clarifai_output_get_best (output) : NULL;

  return best != NULL && clarifai_concept_get_hex (best) != NULL;
}

static gboolean
is_shown (SurmiseComparisonRow *row,
          const gboolean       *shares,
          guint                 n_models,
          double                threshold)
{
  for (guint i = 0; i < n_models; i++)
    {
      double value = surmise_comparison_row_get_value (row, i);

      if (value >= threshold || (shares[i] && !isnan (value)))
        return TRUE;
    }

  return FALSE;
}

/**
 * surmise_comparison_table_to_text:
 * @table: of #SurmiseComparisonRow
 * @names: (array length=n_names): the models'
 * @outputs: (array length=n_names): their answers, %NULL where there is none
 * @n_names: how many models there are
 * @threshold: rows in which no model is as sure as this are left out, 0–1; it does not hold for colours
 *
 * Values are from 0 to 1 with a point, rounded down so that nothing below certainty reads 1; empty where a model does not
 * say that.
 *
 * Returns: (transfer full): a line of names, and a line for each row, with tabs between the cells
 */
char *
surmise_comparison_table_to_text (GListModel         *table,
                                  const char * const *names,
                                  ClarifaiOutput    **outputs,
                                  guint               n_names,
                                  double              threshold)
{
  GString *text = g_string_new (NULL);
  gboolean shares[SURMISE_COMPARISON_MOST] = { FALSE };

  g_return_val_if_fail (n_names <= SURMISE_COMPARISON_MOST, NULL);

  for (guint i = 0; i < n_names; i++)
    {
      shares[i] = has_shares (outputs[i]);
      g_string_append_c (text, '\t');
      append_cell (text, names[i]);
    }
  g_string_append_c (text, '\n');

  for (guint i = 0; i < g_list_model_get_n_items (table); i++)
    {
      g_autoptr(SurmiseComparisonRow) row = g_list_model_get_item (table, i);

      if (!is_shown (row, shares, n_names, threshold))
        continue;
      append_cell (text, surmise_comparison_row_get_name (row));
      for (guint j = 0; j < n_names; j++)
        {
          double value = surmise_comparison_row_get_value (row, j);
          char buffer[G_ASCII_DTOSTR_BUF_SIZE];

          g_string_append_c (text, '\t');
          if (!isnan (value))
            g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.4f", floor (value * 1e4 + 1e-7) / 1e4));
        }
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
