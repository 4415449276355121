/* surmise-image-loader.h – pictures that a model made, decoded where foreign bytes may be decoded
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-image.h"
#include "surmise-prepare.h"
#include "surmise-preparer.h"

G_BEGIN_DECLS

SurmisePreparer *surmise_image_preparer_new (void);
void             surmise_image_load_async  (SurmisePreparer      *preparer,
                                            ClarifaiImage        *image,
                                            guint                 max_edge,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
SurmisePrepared *surmise_image_load_finish (GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
