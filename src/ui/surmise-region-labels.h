/* surmise-region-labels.h – places for the boxes' labels, so that none hides another
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In: where the box is, and how large its label. Out: whether there is a place for it, and which. */
typedef struct
{
  graphene_rect_t  box;
  graphene_size_t  size;
  gboolean         shown;
  graphene_point_t place;
} SurmiseRegionLabel;

void surmise_region_labels_place (SurmiseRegionLabel    *labels,
                                  guint                  n,
                                  const graphene_rect_t *area);

G_END_DECLS
