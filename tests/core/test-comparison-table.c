/* test-comparison-table.c – the rows of a comparison: what is one concept, their order, and how they change
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "clarifai-concept.h"
#include "surmise-comparison-table.h"
#include "test-utils.h"

typedef struct
{
  const char *name;
  double      value;
} Said;

static ClarifaiOutput *
output_new (const Said *said)
{
  g_autoptr(GListStore) concepts = g_list_store_new (CLARIFAI_TYPE_CONCEPT);

  for (; said->name != NULL; said++)
    {
      g_autoptr(ClarifaiConcept) concept = clarifai_concept_new (NULL, said->name, said->value, NULL);

      g_list_store_append (concepts, concept);
    }

  return clarifai_output_new (NULL, G_LIST_MODEL (concepts), NULL, NULL, NULL);
}

static void
fill (GListStore *table,
      const Said *first,
      const Said *second)
{
  g_autoptr(ClarifaiOutput) one = first != NULL ? output_new (first) : NULL;
  g_autoptr(ClarifaiOutput) other = second != NULL ? output_new (second) : NULL;
  ClarifaiOutput *outputs[SURMISE_COMPARISON_MOST] = { one, other };

  surmise_comparison_table_fill (table, outputs);
}

static void
assert_row (GListStore *table,
            guint       position,
            const char *name,
            double      first,
            double      second)
{
  g_autoptr(SurmiseComparisonRow) row = g_list_model_get_item (G_LIST_MODEL (table), position);
  const double values[] = { first, second };

  g_assert_nonnull (row);
  g_assert_cmpstr (surmise_comparison_row_get_name (row), ==, name);
  for (guint i = 0; i < 2; i++)
    if (isnan (values[i]))
      g_assert_true (isnan (surmise_comparison_row_get_value (row, i)));
    else
      g_assert_cmpfloat_with_epsilon (surmise_comparison_row_get_value (row, i), values[i], 1e-9);
  g_assert_cmpuint (surmise_comparison_row_get_n_said (row), ==, (guint) !isnan (first) + (guint) !isnan (second));
  g_assert_true (isnan (surmise_comparison_row_get_value (row, 3)));
  g_assert_true (isnan (surmise_comparison_row_get_value (row, 100)));
}

#define N_ROWS(table) g_list_model_get_n_items (G_LIST_MODEL (table))

static void
test_order (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);

  fill (table, (const Said[]) { { "owl", 0.99 }, { "wing", 0.3 }, { "bird", 0.2 }, { NULL } },
        (const Said[]) { { "bird", 0.7 }, { "wing", 0.1 }, { "sky", 0.995 }, { NULL } });
  g_assert_cmpuint (N_ROWS (table), ==, 4);
  assert_row (table, 0, "bird", 0.2, 0.7);
  assert_row (table, 1, "wing", 0.3, 0.1);
  assert_row (table, 2, "sky", NAN, 0.995);
  assert_row (table, 3, "owl", 0.99, NAN);
}

static void
test_one_concept (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);

  fill (table, (const Said[]) { { "Tawny Owl", 0.5 }, { "Stra\303\237e", 0.4 }, { "caf\303\251", 0.3 }, { NULL } },
        (const Said[]) { { "tawny owl ", 0.6 }, { "STRASSE", 0.1 }, { "cafe\314\201", 0.2 }, { NULL } });
  g_assert_cmpuint (N_ROWS (table), ==, 3);
  assert_row (table, 0, "Tawny Owl", 0.5, 0.6);
  assert_row (table, 1, "Stra\303\237e", 0.4, 0.1);
  assert_row (table, 2, "caf\303\251", 0.3, 0.2);
}

/* A crane and a crane: the surer one counts. */
static void
test_twice_in_one (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);

  fill (table, (const Said[]) { { "crane", 0.8 }, { "crane", 0.4 }, { NULL } }, NULL);
  g_assert_cmpuint (N_ROWS (table), ==, 1);
  assert_row (table, 0, "crane", 0.8, NAN);
}

static void
test_nothing (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);

  fill (table, NULL, NULL);
  g_assert_cmpuint (N_ROWS (table), ==, 0);
  fill (table, (const Said[]) { { NULL } }, (const Said[]) { { "", 0.5 }, { NULL } });
  g_assert_cmpuint (N_ROWS (table), ==, 1);
  fill (table, NULL, NULL);
  g_assert_cmpuint (N_ROWS (table), ==, 0);
}

static void
test_same_is_silent (void)
{
  const Said said[] = { { "owl", 0.9 }, { "wing", 0.3 }, { NULL } };
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
  g_autoptr(TestChanges) changes = NULL;

  fill (table, said, NULL);
  changes = test_changes_new (G_LIST_MODEL (table));
  fill (table, said, NULL);
  assert_no_items_changed (changes);
}

static void
test_little_changes (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
  g_autoptr(TestChanges) changes = NULL;

  fill (table, (const Said[]) { { "a", 0.9 }, { "b", 0.8 }, { "c", 0.7 }, { "d", 0.6 }, { NULL } }, NULL);
  changes = test_changes_new (G_LIST_MODEL (table));

  fill (table, (const Said[]) { { "a", 0.9 }, { "b", 0.85 }, { "c", 0.7 }, { "d", 0.65 }, { NULL } }, NULL);
  assert_items_changed (changes, 1, 1, 1);
  assert_items_changed (changes, 3, 1, 1);
  assert_no_items_changed (changes);

  fill (table, (const Said[]) { { "a", 0.9 }, { "x", 0.87 }, { "b", 0.85 }, { "c", 0.7 }, { "d", 0.65 }, { NULL } }, NULL);
  assert_items_changed (changes, 1, 0, 1);
  fill (table, (const Said[]) { { "a", 0.9 }, { "c", 0.7 }, { "d", 0.65 }, { NULL } }, NULL);
  assert_items_changed (changes, 1, 2, 0);
  assert_no_items_changed (changes);
}

static void
test_many_change_at_once (void)
{
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
  g_autoptr(TestChanges) changes = NULL;
  g_autofree Said *said = g_new0 (Said, 201);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 200; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("concept %u", i));
      said[i] = (Said) { names->pdata[i], 0.9 - i * 0.001 };
    }
  fill (table, said, NULL);
  g_assert_cmpuint (N_ROWS (table), ==, 200);
  changes = test_changes_new (G_LIST_MODEL (table));
  for (guint i = 0; i < 200; i++)
    said[i].value -= 0.1;
  fill (table, said, NULL);
  assert_items_changed (changes, 0, 200, 200);
  assert_no_items_changed (changes);
}

static void
test_text (void)
{
  const char *const names[] = { "=Birds", "Tr\nees" };
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
  g_autofree char *text = NULL;

  fill (table, (const Said[]) { { "owl", 0.99999 }, { "=1+1", 0.29 }, { "dim", 0.1 }, { NULL } },
        (const Said[]) { { "owl", 1 }, { "night\tsky", 0.5 }, { NULL } });
  text = surmise_comparison_table_to_text (G_LIST_MODEL (table), names, (ClarifaiOutput *[]) { NULL, NULL }, 2, 0.2);
  g_assert_cmpstr (text, ==, "\t'=Birds\tTr ees\nowl\t0.9999\t1.0000\nnight sky\t\t0.5000\n'=1+1\t0.2900\t\n");
}

/* A tenth of the picture is a tenth of the picture, however sure one wants to be. */
static void
test_text_of_shares (void)
{
  const char *const names[] = { "Colors", "Trees" };
  g_autoptr(GListStore) table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
  g_autoptr(GListStore) colors = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) teal = clarifai_concept_new (NULL, "Teal", 0.1, "#008080");
  g_autoptr(ClarifaiOutput) output = NULL;
  g_autofree char *text = NULL;

  g_list_store_append (colors, teal);
  output = clarifai_output_new (NULL, NULL, NULL, G_LIST_MODEL (colors), NULL);
  fill (table, (const Said[]) { { "Teal", 0.1 }, { NULL } }, (const Said[]) { { "oak", 0.1 }, { NULL } });
  text = surmise_comparison_table_to_text (G_LIST_MODEL (table), names, (ClarifaiOutput *[]) { output, NULL }, 2, 0.5);
  g_assert_cmpstr (text, ==, "\tColors\tTrees\nTeal\t0.1000\t\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/comparison-table/order", test_order);
  g_test_add_func ("/comparison-table/one-concept", test_one_concept);
  g_test_add_func ("/comparison-table/twice-in-one", test_twice_in_one);
  g_test_add_func ("/comparison-table/nothing", test_nothing);
  g_test_add_func ("/comparison-table/same-is-silent", test_same_is_silent);
  g_test_add_func ("/comparison-table/little-changes", test_little_changes);
  g_test_add_func ("/comparison-table/many-change-at-once", test_many_change_at_once);
  g_test_add_func ("/comparison-table/text", test_text);
  g_test_add_func ("/comparison-table/text-of-shares", test_text_of_shares);

  return g_test_run ();
}
