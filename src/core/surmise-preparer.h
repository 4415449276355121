/* surmise-preparer.h – prepares pictures on worker threads
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-fetcher.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PREPARER (surmise_preparer_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePreparer, surmise_preparer, SURMISE, PREPARER, GObject)

SurmisePreparer *surmise_preparer_new            (SurmiseFetcher       *fetcher);
void             surmise_preparer_prepare_async  (SurmisePreparer      *self,
                                                  SurmisePicture       *picture,
                                                  guint                 max_edge,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
SurmisePrepared *surmise_preparer_prepare_finish (SurmisePreparer      *self,
                                                  GAsyncResult         *result,
                                                  GError              **error);

G_END_DECLS
