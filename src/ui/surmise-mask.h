/* surmise-mask.h – the mask of one region, tinted
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-region.h"
#include "surmise-prepare.h"

G_BEGIN_DECLS

/* White is what belongs to the region. @box: around all of it; FALSE where there is nothing. */
void        surmise_mask_tint_async  (SurmisePrepared      *prepared,
                                      const GdkRGBA        *color,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
GdkTexture *surmise_mask_tint_finish (GAsyncResult         *result,
                                      ClarifaiBox          *box,
                                      GError              **error);

G_END_DECLS
