/* surmise-model-search.c – one search for models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-search.h"

#include "surmise-model-types.h"
#include "surmise-trickle.h"

/* For one fetch, while nothing of what comes is looked for. */
#define MOST_PAGES 5
/* How long a search waits for the types of model before it goes on without them. */
#define PATIENCE_MS 4000

/**
 * SurmiseModelSearch:
 *
 * The service can search, and cannot tell the models that take pictures from the others in all cases: what comes is
 * looked through here, and where nothing is left of a page, the next one is fetched.
 */
struct _SurmiseModelSearch
{
  GObject             parent_instance;

  SurmiseAccount     *account;     /* (owned) (nullable) */
  SurmiseModelFilter *filter;      /* (owned) (nullable) */
  GListStore         *shown;       /* (owned) of ClarifaiModel */
  SurmiseFeed        *feed;        /* (owned) (nullable): the search that is on */
  GCancellable       *cancellable; /* (owned) (nullable): of asking for the types */
  guint               patience_id; /* until the types are there */
  guint               patience_ms;
  GListModel         *types;       /* (owned) (nullable) of ClarifaiModelType */
  gboolean            asked_types; /* whatever came of it */
  gboolean            owners_only; /* the service lists everybody's models to nobody like this */
  gboolean            fresh;       /* what is shown is the previous search's */
  guint               n_seen;      /* of the feed's */
  guint               pages_left;
  SurmiseFeedState    state;
  GError             *error;       /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseModelSearch, surmise_model_search, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
} SurmiseModelSearchProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void
set_state (SurmiseModelSearch *self,
           SurmiseFeedState    state)
{
  if (state != SURMISE_FEED_STATE_FAILED)
    g_clear_error (&self->error);
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* (transfer full): what is new in the feed, and looked for */
static GPtrArray *
sift (SurmiseModelSearch *self)
{
  GListModel *list = surmise_feed_get_list (self->feed);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (list);

  for (; self->n_seen < n; self->n_seen++)
    {
      g_autoptr(ClarifaiModel) model = g_list_model_get_item (list, self->n_seen);

      if (surmise_model_filter_accepts (self->filter, self->account, model))
        g_ptr_array_add (found, g_steal_pointer (&model));
    }

  return found;
}

static void
clear_shown (SurmiseModelSearch *self)
{
  surmise_trickle_free_items (G_LIST_MODEL (self->shown));
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) > 0)
    g_list_store_remove_all (self->shown);
}

static void
take_page (SurmiseModelSearch *self)
{
  g_autoptr(GPtrArray) found = sift (self);
  GListModel *list = surmise_feed_get_list (self->feed);
  gboolean complete = surmise_feed_get_state (self->feed) == SURMISE_FEED_STATE_COMPLETE;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  if (clarifai_model_list_get_asks_owners (CLARIFAI_MODEL_LIST (list)))
    self->owners_only = TRUE;
  if (self->pages_left > 0)
    self->pages_left--;
  if (found->len == 0 && !complete && self->pages_left > 0)
    {
      surmise_feed_fetch_more (self->feed);
      return;
    }

  if (self->fresh)
    surmise_trickle_free_items (G_LIST_MODEL (self->shown));
  if (found->len > 0 || (self->fresh && n > 0))
    g_list_store_splice (self->shown, self->fresh ? 0 : n, self->fresh ? n : 0, found->pdata, found->len);
  self->fresh = FALSE;
  set_state (self, complete ? SURMISE_FEED_STATE_COMPLETE : SURMISE_FEED_STATE_IDLE);
}

static void
on_feed_state (SurmiseFeed        *feed,
               GParamSpec         *pspec,
               SurmiseModelSearch *self)
{
  switch (surmise_feed_get_state (feed))
    {
    case SURMISE_FEED_STATE_LOADING:
      set_state (self, SURMISE_FEED_STATE_LOADING);
      break;

    case SURMISE_FEED_STATE_FAILED:
      g_clear_error (&self->error);
      self->error = g_error_copy (surmise_feed_get_error (feed));
      /* Nothing is known of this search, and what was found for other words is no answer to it. */
      if (self->fresh)
        clear_shown (self);
      set_state (self, SURMISE_FEED_STATE_FAILED);
      break;

    case SURMISE_FEED_STATE_IDLE:
    case SURMISE_FEED_STATE_COMPLETE:
      take_page (self);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
begin (SurmiseModelSearch *self)
{
  g_autoptr(ClarifaiModelList) list = surmise_model_filter_make_list (self->filter, self->account, self->types);

  if (self->owners_only)
    clarifai_model_list_ask_owners (list);
  self->feed = surmise_feed_new (self->account, CLARIFAI_PAGED_LIST (list));
  g_signal_connect_object (self->feed, "notify::state", G_CALLBACK (on_feed_state), self, G_CONNECT_DEFAULT);
  surmise_feed_fetch_more (self->feed);
}

static void
stop_waiting (SurmiseModelSearch *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
types_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseModelSearch) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) types = surmise_model_types_load_finish (SURMISE_ACCOUNT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without them there is still something to find, and the feed will say what is wrong. */
  self->asked_types = TRUE;
  g_set_object (&self->types, types);
  stop_waiting (self);
  begin (self);
}

/* The next search asks again; by then they may be there. */
static gboolean
on_out_of_patience (gpointer user_data)
{
  SurmiseModelSearch *self = user_data;

  self->patience_id = 0;
  stop_waiting (self);
  begin (self);

  return G_SOURCE_REMOVE;
}

static void
stop (SurmiseModelSearch *self)
{
  stop_waiting (self);
  if (self->feed == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->feed, self);
  surmise_feed_stop (self->feed);
  g_clear_object (&self->feed);
}

static gboolean
needs_types (SurmiseModelSearch *self)
{
  return !self->asked_types && (self->filter->kinds != 0 || !self->filter->show_all);
}

static void
start (SurmiseModelSearch *self)
{
  stop (self);
  self->fresh = TRUE;
  self->n_seen = 0;
  self->pages_left = MOST_PAGES;

  if (self->account == NULL || self->filter == NULL)
    {
      clear_shown (self);
      set_state (self, SURMISE_FEED_STATE_IDLE);
      return;
    }

  set_state (self, SURMISE_FEED_STATE_LOADING);
  if (!needs_types (self))
    {
      begin (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  self->patience_id = g_timeout_add (self->patience_ms, on_out_of_patience, self);
  surmise_model_types_load_async (self->account, self->cancellable, types_loaded_cb, g_object_ref (self));
}

static void
surmise_model_search_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmiseModelSearch *self = SURMISE_MODEL_SEARCH (object);

  switch ((SurmiseModelSearchProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_model_search_dispose (GObject *object)
{
  SurmiseModelSearch *self = SURMISE_MODEL_SEARCH (object);

  stop (self);
  g_clear_pointer (&self->filter, surmise_model_filter_free);
  g_clear_object (&self->types);
  g_clear_object (&self->account);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (surmise_model_search_parent_class)->dispose (object);
}

static void
surmise_model_search_finalize (GObject *object)
{
  SurmiseModelSearch *self = SURMISE_MODEL_SEARCH (object);

  g_clear_object (&self->shown);

  G_OBJECT_CLASS (surmise_model_search_parent_class)->finalize (object);
}

static void
surmise_model_search_class_init (SurmiseModelSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = surmise_model_search_get_property;
  object_class->dispose = surmise_model_search_dispose;
  object_class->finalize = surmise_model_search_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_FEED_STATE, SURMISE_FEED_STATE_IDLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_model_search_init (SurmiseModelSearch *self)
{
  self->shown = g_list_store_new (CLARIFAI_TYPE_MODEL);
  self->patience_ms = PATIENCE_MS;
}

SurmiseModelSearch *
surmise_model_search_new (void)
{
  return g_object_new (SURMISE_TYPE_MODEL_SEARCH, NULL);
}

/**
 * surmise_model_search_set_account:
 * @account: (nullable): who asks; without one, the list is empty
 *
 * Begins the search anew where there is a filter already.
 */
void
surmise_model_search_set_account (SurmiseModelSearch *self,
                                  SurmiseAccount     *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_SEARCH (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  if (account == self->account)
    return;

  stop (self);
  g_set_object (&self->account, account);
  g_clear_object (&self->types);
  self->asked_types = FALSE;
  self->owners_only = FALSE;
  clear_shown (self);
  start (self);
}

/**
 * surmise_model_search_set_filter:
 * @filter: what is looked for; copied
 *
 * Begins that search, and gives up the previous one; its models stay in the list until the first ones of the new search
 * are there, or cannot be had. Does nothing where the filter is the same. The caller waits until the person has typed the words.
 */
void
surmise_model_search_set_filter (SurmiseModelSearch       *self,
                                 const SurmiseModelFilter *filter)
{
  g_autoptr(SurmiseModelFilter) copy = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_SEARCH (self));
  g_return_if_fail (filter != NULL);

  copy = surmise_model_filter_copy (filter);
  if (self->filter != NULL && surmise_model_filter_equal (self->filter, copy))
    return;

  g_clear_pointer (&self->filter, surmise_model_filter_free);
  self->filter = g_steal_pointer (&copy);
  start (self);
}

/**
 * surmise_model_search_get_list:
 *
 * Returns: (transfer none): of #ClarifaiModel, in the service's order; the same list for all searches
 */
GListModel *
surmise_model_search_get_list (SurmiseModelSearch *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_SEARCH (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * surmise_model_search_get_state:
 *
 * Returns: %SURMISE_FEED_STATE_IDLE where there may be more, even with an empty list: after so many pages without a model
 *   that was looked for, it waits to be told to go on; only %SURMISE_FEED_STATE_COMPLETE says that there is no more
 */
SurmiseFeedState
surmise_model_search_get_state (SurmiseModelSearch *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_SEARCH (self), SURMISE_FEED_STATE_IDLE);

  return self->state;
}

/**
 * surmise_model_search_get_error:
 *
 * Returns: (transfer none) (nullable): why the last page did not come
 */
const GError *
surmise_model_search_get_error (SurmiseModelSearch *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_SEARCH (self), NULL);

  return self->error;
}

/**
 * surmise_model_search_fetch_more:
 *
 * Fetches until there is at least one more, for at most five pages. Does nothing while pages are on their way, after the
 * last one, and after one that failed.
 */
void
surmise_model_search_fetch_more (SurmiseModelSearch *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_SEARCH (self));

  if (self->state != SURMISE_FEED_STATE_IDLE || self->feed == NULL)
    return;

  self->pages_left = MOST_PAGES;
  surmise_feed_fetch_more (self->feed);
}

/**
 * surmise_model_search_retry:
 *
 * Asks again for the page that failed; does nothing where none did.
 */
void
surmise_model_search_retry (SurmiseModelSearch *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_SEARCH (self));

  if (self->state != SURMISE_FEED_STATE_FAILED || self->feed == NULL)
    return;

  self->pages_left = MOST_PAGES;
  surmise_feed_retry (self->feed);
}

void
_surmise_model_search_set_patience (SurmiseModelSearch *self,
                                    guint               patience_ms)
{
  self->patience_ms = patience_ms;
}
