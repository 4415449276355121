/* surmise-model-row-private.h – the row's inside, for the file with its layout
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-row.h"

G_BEGIN_DECLS

/**
 * SurmiseModelRow:
 *
 * Shows a choice and follows its changes, for as long as it is bound to it. A list has up to two hundred of these, all of
 * which may go with one letter: what is in most of them is two labels, and pictures of buttons. The buttons
 * themselves come when the row is pointed at, chosen or focused.
 */
struct _SurmiseModelRow
{
  GtkWidget           parent_instance;

  GtkWidget          *name_label;  /* (nullable): with the owner under it; of models alone, as are the next three */
  GtkWidget          *word_label;  /* (nullable) */
  GtkWidget          *check_image; /* (nullable) */
  GtkWidget          *buttons;     /* (nullable) */
  GtkWidget          *other;       /* (nullable): what stands between models */

  SurmiseFavorites   *favorites;   /* (owned) */
  SurmiseModelChoice *choice;      /* (owned) (nullable) */
  GtkListItem        *item;        /* (not owned) (nullable): what binds it */
};

gboolean _surmise_model_row_is_model      (SurmiseModelRow *self);
int      _surmise_model_row_find_icon     (SurmiseModelRow *self,
                                           double           x);
void     _surmise_model_row_measure       (GtkWidget       *widget,
                                           GtkOrientation   orientation,
                                           int              for_size,
                                           int             *minimum,
                                           int             *natural,
                                           int             *minimum_baseline,
                                           int             *natural_baseline);
void     _surmise_model_row_size_allocate (GtkWidget       *widget,
                                           int              width,
                                           int              height,
                                           int              baseline);
void     _surmise_model_row_snapshot      (GtkWidget       *widget,
                                           GtkSnapshot     *snapshot);

G_END_DECLS
