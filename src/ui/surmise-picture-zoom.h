/* surmise-picture-zoom.h – how large a picture is shown, and which part of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURE_ZOOM (surmise_picture_zoom_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePictureZoom, surmise_picture_zoom, SURMISE, PICTURE_ZOOM, GObject)

/* Signal: "changed": to be placed anew. */
SurmisePictureZoom *surmise_picture_zoom_new       (GtkWidget             *widget);
void                surmise_picture_zoom_add_keys  (SurmisePictureZoom    *self,
                                                    GtkWidget             *focused);
double              surmise_picture_zoom_get_level (SurmisePictureZoom    *self);
void                surmise_picture_zoom_reset     (SurmisePictureZoom    *self);
void                surmise_picture_zoom_step      (SurmisePictureZoom    *self,
                                                    int                    steps);
void                surmise_picture_zoom_pan       (SurmisePictureZoom    *self,
                                                    double                 dx,
                                                    double                 dy);
void                surmise_picture_zoom_reveal    (SurmisePictureZoom    *self,
                                                    double                 x,
                                                    double                 y);
graphene_rect_t     surmise_picture_zoom_place     (SurmisePictureZoom    *self,
                                                    const graphene_rect_t *area,
                                                    double                 width,
                                                    double                 height);

G_END_DECLS
