/* surmise-mask-set.h – the masks of an answer, as they lie over the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"
#include "clarifai-region.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MASK_SET (surmise_mask_set_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseMaskSet, surmise_mask_set, SURMISE, MASK_SET, GObject)

/* Signal: "loaded" (ClarifaiRegion, const ClarifaiBox *: around its mask): one more can be drawn. */
SurmiseMaskSet *surmise_mask_set_new        (void);
void            surmise_mask_set_set_output (SurmiseMaskSet        *self,
                                             ClarifaiOutput        *output);
void            surmise_mask_set_snapshot   (SurmiseMaskSet        *self,
                                             GtkSnapshot           *snapshot,
                                             const graphene_rect_t *whole,
                                             double                 threshold,
                                             ClarifaiRegion        *lit);

G_END_DECLS
