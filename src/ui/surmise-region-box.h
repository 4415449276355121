/* surmise-region-box.h – the box around one thing in a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-region.h"

G_BEGIN_DECLS

#define SURMISE_REGION_STYLES 4

#define SURMISE_TYPE_REGION_BOX (surmise_region_box_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRegionBox, surmise_region_box, SURMISE, REGION_BOX, GtkWidget)

/* @framed: FALSE where the region's mask is what is seen. */
GtkWidget       *surmise_region_box_new            (ClarifaiRegion         *region,
                                                    const ClarifaiBox      *box,
                                                    guint                   style,
                                                    gboolean                numbered,
                                                    gboolean                framed);
void             surmise_region_box_get_box        (SurmiseRegionBox       *self,
                                                    ClarifaiBox            *box);
ClarifaiRegion  *surmise_region_box_get_region     (SurmiseRegionBox       *self);
/* A GCompareFunc of a GPtrArray: the larger one first. */
int              surmise_region_box_compare        (gconstpointer           a,
                                                    gconstpointer           b);
/* How it looks while it stands out, and where it is: drawn over all others. */
void             surmise_region_box_snapshot_lit   (SurmiseRegionBox       *self,
                                                    GtkSnapshot            *snapshot,
                                                    const graphene_rect_t  *bounds);
/* The label is not drawn with the box: no other box may cover it. That of one that stands out says how sure the model is. */
graphene_size_t  surmise_region_box_get_label_size (SurmiseRegionBox       *self,
                                                    gboolean                lit);
void             surmise_region_box_snapshot_label (SurmiseRegionBox       *self,
                                                    GtkSnapshot            *snapshot,
                                                    gboolean                lit,
                                                    const graphene_point_t *place);

G_END_DECLS
