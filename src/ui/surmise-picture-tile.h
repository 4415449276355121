/* surmise-picture-tile.h – a picture's thumbnail, state and best concept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURE_TILE (surmise_picture_tile_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePictureTile, surmise_picture_tile, SURMISE, PICTURE_TILE, AdwBin)

/* For a GtkListView or GtkGridView of SurmisePicture. */
GtkListItemFactory *surmise_picture_tile_new_factory (void);

G_END_DECLS
