/* surmise-region-list.h – the regions that are listed: those sure enough, with the filter's words in them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"
#include "clarifai-region.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_REGION_LIST (surmise_region_list_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRegionList, surmise_region_list, SURMISE, REGION_LIST, GObject)

SurmiseRegionList *surmise_region_list_new           (void);
GListModel        *surmise_region_list_get_shown     (SurmiseRegionList *self);
ClarifaiRegion    *surmise_region_list_get_best      (SurmiseRegionList *self);
guint              surmise_region_list_get_position  (SurmiseRegionList *self,
                                                      ClarifaiRegion    *region);
guint              surmise_region_list_get_index     (SurmiseRegionList *self,
                                                      ClarifaiRegion    *region);
void               surmise_region_list_set_output    (SurmiseRegionList *self,
                                                      ClarifaiOutput    *output);
void               surmise_region_list_set_threshold (SurmiseRegionList *self,
                                                      double             threshold);
void               surmise_region_list_set_search    (SurmiseRegionList *self,
                                                      const char        *search);
char              *surmise_region_list_to_text       (SurmiseRegionList *self);
char              *surmise_region_list_to_spoken     (SurmiseRegionList *self);

G_END_DECLS
