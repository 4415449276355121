/* surmise-comparison-column.h – one model of a comparison
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-question.h"

G_BEGIN_DECLS

typedef struct
{
  SurmiseQuestion *question; /* (owned) */
  char            *name;     /* (owned) */
} SurmiseComparisonColumn;

SurmiseComparisonColumn *surmise_comparison_column_new  (SurmiseQuestion  *question,
                                                         const char       *name);
void                     surmise_comparison_column_free (gpointer          column);
gboolean                 surmise_comparison_column_find (GPtrArray        *columns,
                                                         ClarifaiModelRef *model,
                                                         guint            *position);
SurmiseQuestion         *surmise_comparison_column_set_words (SurmiseComparisonColumn *self,
                                                              const char              *words);

G_END_DECLS
