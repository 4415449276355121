/* clarifai-region.h – a part of the picture and what a model sees there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_REGION (clarifai_region_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiRegion, clarifai_region, CLARIFAI, REGION, GObject)

/**
 * ClarifaiBox:
 * @left: left edge, 0–1 of the picture's width
 * @top: upper edge, 0–1 of its height
 * @right: right edge, never less than @left
 * @bottom: lower edge, never less than @top
 *
 * Already clamped to the picture and in order. The origin is the upper left corner.
 */
typedef struct {
  double left;
  double top;
  double right;
  double bottom;
} ClarifaiBox;

ClarifaiRegion *clarifai_region_new          (const ClarifaiBox *box,
                                              double             value,
                                              GListModel        *concepts,
                                              const char        *text);
ClarifaiRegion *clarifai_region_new_full     (const ClarifaiBox *box,
                                              double             value,
                                              GListModel        *concepts,
                                              const char        *text,
                                              ClarifaiImage     *mask);
gboolean        clarifai_region_get_box      (ClarifaiRegion    *self,
                                              ClarifaiBox       *box);
double          clarifai_region_get_value    (ClarifaiRegion    *self);
GListModel     *clarifai_region_get_concepts (ClarifaiRegion    *self);
const char     *clarifai_region_get_text     (ClarifaiRegion    *self);
ClarifaiImage  *clarifai_region_get_mask     (ClarifaiRegion    *self);

G_END_DECLS
