/* surmise-texture.h – textures of prepared pictures, made off the main thread
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-prepare.h"

G_BEGIN_DECLS

void        surmise_texture_load_async  (SurmisePrepared      *prepared,
                                         int                   max_edge,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
void        surmise_texture_load_sample_async (GFile          *file,
                                         int                   max_edge,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
/* Of either. */
GdkTexture *surmise_texture_load_finish (GAsyncResult         *result,
                                         GError              **error);

G_END_DECLS
