/* surmise-comparison-column.c – one model of a comparison
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison-column.h"

SurmiseComparisonColumn *
surmise_comparison_column_new (SurmiseQuestion *question,
                               const char      *name)
{
  SurmiseComparisonColumn *self = g_new0 (SurmiseComparisonColumn, 1);

  self->question = g_object_ref (question);
  self->name = g_strdup (name);

  return self;
}

void
surmise_comparison_column_free (gpointer column)
{
  SurmiseComparisonColumn *self = column;

  g_clear_object (&self->question);
  g_clear_pointer (&self->name, g_free);
  g_free (self);
}

/* @position: (out): which of @columns asks @model, in the same version. */
gboolean
surmise_comparison_column_find (GPtrArray        *columns,
                                ClarifaiModelRef *model,
                                guint            *position)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const SurmiseComparisonColumn *column = columns->pdata[i];

      if (clarifai_model_ref_equal (surmise_question_get_model (column->question), model))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): what was asked before, where that had other words; a question without any stays so */
SurmiseQuestion *
surmise_comparison_column_set_words (SurmiseComparisonColumn *self,
                                     const char              *words)
{
  const char *before = surmise_question_get_facts (self->question)->words;
  SurmiseQuestion *old;

  if (before == NULL || g_str_equal (before, words))
    return NULL;

  old = self->question;
  self->question = surmise_question_with_words (old, words);

  return old;
}
