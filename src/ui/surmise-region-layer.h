/* surmise-region-layer.h – the boxes over a picture: which there are, where, and which stands out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"
#include "clarifai-region.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_REGION_LAYER (surmise_region_layer_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRegionLayer, surmise_region_layer, SURMISE, REGION_LAYER, GtkWidget)

/* Signal: "lit-changed". It fills the whole picture; what is in sight of it is told apart. */
GtkWidget      *surmise_region_layer_new           (void);
void            surmise_region_layer_clear         (SurmiseRegionLayer    *self);
void            surmise_region_layer_add           (SurmiseRegionLayer    *self,
                                                    ClarifaiOutput        *output,
                                                    guint                  style,
                                                    gboolean               numbered);
void            surmise_region_layer_add_mask      (SurmiseRegionLayer    *self,
                                                    ClarifaiRegion        *region,
                                                    const ClarifaiBox     *box);
void            surmise_region_layer_set_threshold (SurmiseRegionLayer    *self,
                                                    double                 threshold);
void            surmise_region_layer_set_sight     (SurmiseRegionLayer    *self,
                                                    const graphene_rect_t *sight);
ClarifaiRegion *surmise_region_layer_get_lit       (SurmiseRegionLayer    *self);
void            surmise_region_layer_set_lit       (SurmiseRegionLayer    *self,
                                                    ClarifaiRegion        *lit);

G_END_DECLS
