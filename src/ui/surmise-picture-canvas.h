/* surmise-picture-canvas.h – the picture itself, and the masks that lie over it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-region.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURE_CANVAS (surmise_picture_canvas_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePictureCanvas, surmise_picture_canvas, SURMISE, PICTURE_CANVAS, GtkWidget)

/* Signals: "changed": the texture came or went; "mask-loaded" (ClarifaiRegion, const ClarifaiBox *: around it). */
GtkWidget  *surmise_picture_canvas_new         (void);
GdkTexture *surmise_picture_canvas_get_texture (SurmisePictureCanvas *self);
void        surmise_picture_canvas_set_picture (SurmisePictureCanvas *self,
                                                SurmisePicture       *picture);
/* Whose masks lie over it. */
void        surmise_picture_canvas_set_output  (SurmisePictureCanvas *self,
                                                ClarifaiOutput       *output);
void        surmise_picture_canvas_set_lit     (SurmisePictureCanvas *self,
                                                ClarifaiRegion       *lit,
                                                double                threshold);

G_END_DECLS
