/* surmise-model-feed-view.h – a list that grows as it is scrolled, and what it has to say
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-feed.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_FEED_VIEW (surmise_model_feed_view_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelFeedView, surmise_model_feed_view, SURMISE, MODEL_FEED_VIEW, AdwBin)

/* Signal: "activate" (guint position), in the feed's list. */
GtkWidget   *surmise_model_feed_view_new      (GtkListItemFactory   *factory,
                                               const char           *label,
                                               const char           *empty_text);
SurmiseFeed *surmise_model_feed_view_get_feed (SurmiseModelFeedView *self);
/* @feed: (nullable): asked for its first page as soon as the view is on the screen */
void         surmise_model_feed_view_set_feed (SurmiseModelFeedView *self,
                                               SurmiseFeed          *feed);

G_END_DECLS
