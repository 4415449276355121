/* surmise-made-picture.h – a picture that a model made
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-image.h"
#include "surmise-preparer.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MADE_PICTURE (surmise_made_picture_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseMadePicture, surmise_made_picture, SURMISE, MADE_PICTURE, GtkBox)

GtkWidget *surmise_made_picture_new (SurmisePreparer *preparer,
                                     ClarifaiImage   *image,
                                     guint            number);

G_END_DECLS
