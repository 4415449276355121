/* surmise-feed.h – a paged list together with the account that fetches it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-paged-list.h"
#include "surmise-account.h"

G_BEGIN_DECLS

/**
 * SurmiseFeedState:
 * @SURMISE_FEED_STATE_IDLE: there may be more, and nothing is on its way
 * @SURMISE_FEED_STATE_LOADING: a page is on its way
 * @SURMISE_FEED_STATE_FAILED: the last page did not come; it waits for a retry
 * @SURMISE_FEED_STATE_COMPLETE: there is no more
 */
#define SURMISE_TYPE_FEED_STATE (surmise_feed_state_get_type ())
typedef enum {
  SURMISE_FEED_STATE_IDLE,
  SURMISE_FEED_STATE_LOADING,
  SURMISE_FEED_STATE_FAILED,
  SURMISE_FEED_STATE_COMPLETE,
} SurmiseFeedState;

#define SURMISE_TYPE_FEED (surmise_feed_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseFeed, surmise_feed, SURMISE, FEED, GObject)

/* Property "state", notified. */
SurmiseFeed      *surmise_feed_new        (SurmiseAccount    *account,
                                           ClarifaiPagedList *list);
GListModel       *surmise_feed_get_list   (SurmiseFeed       *self);
SurmiseFeedState  surmise_feed_get_state  (SurmiseFeed       *self);
/* (nullable): why the last page did not come */
const GError     *surmise_feed_get_error  (SurmiseFeed       *self);
void              surmise_feed_fetch_more (SurmiseFeed       *self);
void              surmise_feed_retry      (SurmiseFeed       *self);
void              surmise_feed_stop       (SurmiseFeed       *self);

GType             surmise_feed_state_get_type (void);

G_END_DECLS
