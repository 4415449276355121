/* surmise-batch-bar.h – how far several pictures are
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_BATCH_BAR (surmise_batch_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseBatchBar, surmise_batch_bar, SURMISE, BATCH_BAR, AdwBin)

/* Shown only while several pictures are worked on, or failures are to be seen. */
void surmise_batch_bar_update (SurmiseBatchBar *self,
                               GListModel      *pictures);

G_END_DECLS
