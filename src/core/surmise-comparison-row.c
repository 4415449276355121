/* surmise-comparison-row.c – one concept, and how sure each model is of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison-row.h"

#include <math.h>

/**
 * SurmiseComparisonRow:
 *
 * One row of a comparison's table. It never changes: where an answer changes, another row takes its place.
 */
struct _SurmiseComparisonRow
{
  GObject  parent_instance;

  char    *name; /* (owned) */
  double   values[SURMISE_COMPARISON_MOST];
};

G_DEFINE_FINAL_TYPE (SurmiseComparisonRow, surmise_comparison_row, G_TYPE_OBJECT)

static void
surmise_comparison_row_finalize (GObject *object)
{
  SurmiseComparisonRow *self = SURMISE_COMPARISON_ROW (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (surmise_comparison_row_parent_class)->finalize (object);
}

static void
surmise_comparison_row_class_init (SurmiseComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_comparison_row_finalize;
}

static void
surmise_comparison_row_init (SurmiseComparisonRow *self)
{
}

/**
 * surmise_comparison_row_new:
 * @name: what the concept is called
 * @values: %SURMISE_COMPARISON_MOST values, 0–1, NAN where that model does not say it
 *
 * Returns: (transfer full): a row
 */
SurmiseComparisonRow *
surmise_comparison_row_new (const char   *name,
                            const double *values)
{
  SurmiseComparisonRow *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_COMPARISON_ROW, NULL);
  self->name = g_strdup (name);
  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    self->values[i] = values[i];

  return self;
}

const char *
surmise_comparison_row_get_name (SurmiseComparisonRow *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (self), NULL);

  return self->name;
}

/**
 * surmise_comparison_row_get_value:
 * @self: a row
 * @i: which model, as in the comparison
 *
 * Returns: how sure it is, 0–1; NAN where it does not say it, or there is no such model
 */
double
surmise_comparison_row_get_value (SurmiseComparisonRow *self,
                                  guint                 i)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (self), (double) NAN);

  return i < SURMISE_COMPARISON_MOST ? self->values[i] : (double) NAN;
}

/* Returns: how sure the surest model is, 0–1 */
double
surmise_comparison_row_get_best (SurmiseComparisonRow *self)
{
  double best = 0;

  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (self), 0);

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    if (self->values[i] > best)
      best = self->values[i];

  return best;
}

/* Returns: how many models say it, at least 1 */
guint
surmise_comparison_row_get_n_said (SurmiseComparisonRow *self)
{
  guint n = 0;

  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (self), 0);

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    n += !isnan (self->values[i]);

  return n;
}

/* Returns: whether the two say the same */
gboolean
surmise_comparison_row_equal (SurmiseComparisonRow *a,
                              SurmiseComparisonRow *b)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (a), FALSE);
  g_return_val_if_fail (SURMISE_IS_COMPARISON_ROW (b), FALSE);

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    if (isnan (a->values[i]) != isnan (b->values[i]) || a->values[i] < b->values[i] || a->values[i] > b->values[i])
      return FALSE;

  return g_str_equal (a->name, b->name);
}
