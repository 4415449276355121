/* surmise-picture-view.h – one picture, large, with the boxes that a model drew
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-region.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURE_VIEW (surmise_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePictureView, surmise_picture_view, SURMISE, PICTURE_VIEW, GtkWidget)

/* Properties: "picture" (SurmisePicture), "threshold" (0–1: boxes less sure are not drawn), "lit" (ClarifaiRegion,
 * nullable: what the pointer or the focus is on, here or in a list beside it). */
void surmise_picture_view_set_picture (SurmisePictureView    *self,
                                       SurmisePicture        *picture);
void surmise_picture_view_set_lit     (SurmisePictureView    *self,
                                       ClarifaiRegion        *lit);
/* Whose boxes are drawn, each in a style of its own, where @shown says so; none: those of the picture's own answer. */
void surmise_picture_view_set_layers  (SurmisePictureView    *self,
                                       SurmisePicture *const *answers,
                                       const gboolean        *shown,
                                       guint                  n);

G_END_DECLS
