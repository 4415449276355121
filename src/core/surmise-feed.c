/* surmise-feed.c – a paged list together with the account that fetches it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-feed.h"

/**
 * SurmiseFeed:
 *
 * Fetches only when it is told to. The token is had from where it lives for each page, and kept by nobody.
 */
struct _SurmiseFeed
{
  GObject            parent_instance;

  SurmiseAccount    *account;     /* (owned) */
  ClarifaiPagedList *list;        /* (owned) */
  GCancellable      *cancellable; /* (owned) (nullable): the fetch's that is on its way */
  GError            *error;       /* (owned) (nullable) */
  SurmiseFeedState   state;
  gboolean           again;       /* once the fetch that was stopped has ended */
};

G_DEFINE_FINAL_TYPE (SurmiseFeed, surmise_feed, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SurmiseFeedState, surmise_feed_state,
                    G_DEFINE_ENUM_VALUE (SURMISE_FEED_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (SURMISE_FEED_STATE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SURMISE_FEED_STATE_FAILED, "failed"),
                    G_DEFINE_ENUM_VALUE (SURMISE_FEED_STATE_COMPLETE, "complete"))

typedef enum {
  PROP_STATE = 1,
} SurmiseFeedProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void start (SurmiseFeed *self);

static void
set_state (SurmiseFeed      *self,
           SurmiseFeedState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static SurmiseFeedState
get_rest_state (SurmiseFeed *self)
{
  return clarifai_paged_list_get_complete (self->list) ? SURMISE_FEED_STATE_COMPLETE : SURMISE_FEED_STATE_IDLE;
}

/* @error: (transfer full) (nullable) */
static void
end (SurmiseFeed *self,
     GError      *error)
{
  g_autoptr(GError) owned = error;
  gboolean stopped = g_cancellable_is_cancelled (self->cancellable);

  g_clear_object (&self->cancellable);
  if (stopped && self->again)
    {
      start (self);
      return;
    }
  if (stopped || owned == NULL)
    {
      set_state (self, get_rest_state (self));
      return;
    }

  self->error = g_steal_pointer (&owned);
  set_state (self, SURMISE_FEED_STATE_FAILED);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SurmiseFeed) self = user_data;
  GError *error = NULL;

  clarifai_paged_list_fetch_more_finish (CLARIFAI_PAGED_LIST (source), result, &error);
  end (self, error);
}

static void
token_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseFeed) self = user_data;
  GError *error = NULL;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, &error);

  if (token == NULL)
    end (self, error);
  else
    clarifai_paged_list_fetch_more_async (self->list, token, self->cancellable, fetched_cb, g_object_ref (self));
}

static void
start (SurmiseFeed *self)
{
  self->again = FALSE;
  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  surmise_account_load_token_async (self->account, self->cancellable, token_loaded_cb, g_object_ref (self));
  set_state (self, SURMISE_FEED_STATE_LOADING);
}

static void
surmise_feed_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  SurmiseFeed *self = SURMISE_FEED (object);

  switch ((SurmiseFeedProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_feed_finalize (GObject *object)
{
  SurmiseFeed *self = SURMISE_FEED (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->account);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (surmise_feed_parent_class)->finalize (object);
}

static void
surmise_feed_class_init (SurmiseFeedClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = surmise_feed_get_property;
  object_class->finalize = surmise_feed_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_FEED_STATE, SURMISE_FEED_STATE_IDLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_feed_init (SurmiseFeed *self)
{
}

/**
 * surmise_feed_new:
 * @account: whose token is used
 * @list: a list of the account's own client; nobody else fetches it
 *
 * Returns: (transfer full): a feed that has fetched nothing yet
 */
SurmiseFeed *
surmise_feed_new (SurmiseAccount    *account,
                  ClarifaiPagedList *list)
{
  SurmiseFeed *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (CLARIFAI_IS_PAGED_LIST (list), NULL);

  self = g_object_new (SURMISE_TYPE_FEED, NULL);
  self->account = g_object_ref (account);
  self->list = g_object_ref (list);
  self->state = get_rest_state (self);

  return self;
}

/**
 * surmise_feed_get_list:
 *
 * Returns: (transfer none): what has come so far
 */
GListModel *
surmise_feed_get_list (SurmiseFeed *self)
{
  g_return_val_if_fail (SURMISE_IS_FEED (self), NULL);

  return G_LIST_MODEL (self->list);
}

SurmiseFeedState
surmise_feed_get_state (SurmiseFeed *self)
{
  g_return_val_if_fail (SURMISE_IS_FEED (self), SURMISE_FEED_STATE_IDLE);

  return self->state;
}

/**
 * surmise_feed_get_error:
 *
 * Returns: (transfer none) (nullable): why the last page did not come, while it waits for a retry
 */
const GError *
surmise_feed_get_error (SurmiseFeed *self)
{
  g_return_val_if_fail (SURMISE_IS_FEED (self), NULL);

  return self->error;
}

/**
 * surmise_feed_fetch_more:
 *
 * Begins with the next page. Does nothing while one is on its way, after the last one, and after one that failed: that
 * waits for surmise_feed_retry().
 */
void
surmise_feed_fetch_more (SurmiseFeed *self)
{
  g_return_if_fail (SURMISE_IS_FEED (self));

  if (self->state != SURMISE_FEED_STATE_IDLE)
    return;

  /* What was stopped has not let go of the list yet. */
  if (self->cancellable != NULL)
    {
      self->again = TRUE;
      set_state (self, SURMISE_FEED_STATE_LOADING);
    }
  else
    start (self);
}

/**
 * surmise_feed_retry:
 *
 * Asks again for the page that failed; does nothing where none did.
 */
void
surmise_feed_retry (SurmiseFeed *self)
{
  g_return_if_fail (SURMISE_IS_FEED (self));

  if (self->state == SURMISE_FEED_STATE_FAILED)
    start (self);
}

/**
 * surmise_feed_stop:
 *
 * Gives up the page that is on its way. It can be fetched again later.
 */
void
surmise_feed_stop (SurmiseFeed *self)
{
  g_return_if_fail (SURMISE_IS_FEED (self));

  self->again = FALSE;
  if (self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    {
      if (self->state == SURMISE_FEED_STATE_LOADING)
        set_state (self, SURMISE_FEED_STATE_IDLE);
      return;
    }

  g_cancellable_cancel (self->cancellable);
  set_state (self, SURMISE_FEED_STATE_IDLE);
}
