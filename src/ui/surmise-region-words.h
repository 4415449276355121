/* surmise-region-words.h – what is said of a region: its name, how sure the model is, and whether that is enough
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-region.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

char     *surmise_region_dup_name  (ClarifaiRegion *region);
char     *surmise_region_dup_rest  (ClarifaiRegion *region);
double    surmise_region_get_value (ClarifaiRegion *region);
gboolean  surmise_region_has_value (ClarifaiRegion *region);
gboolean  surmise_region_is_sure   (ClarifaiRegion *region,
                                    double          threshold);
char     *surmise_region_to_text   (ClarifaiRegion *region);
char     *surmise_region_to_spoken (ClarifaiRegion *region);

ClarifaiOutput *surmise_region_peek_output (SurmisePicture *picture);

G_END_DECLS
