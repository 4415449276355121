/* surmise-model-search.c – one search for models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-search.h"

struct _SurmiseModelSearch
{
  GObject     parent_instance;

  GListStore *shown; /* (owned) of ClarifaiModel */
};

G_DEFINE_FINAL_TYPE (SurmiseModelSearch, surmise_model_search, G_TYPE_OBJECT)

typedef enum {
  PROP_STATE = 1,
} SurmiseModelSearchProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void
surmise_model_search_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_enum (value, SURMISE_FEED_STATE_IDLE);
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
  object_class->finalize = surmise_model_search_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_FEED_STATE, SURMISE_FEED_STATE_IDLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_model_search_init (SurmiseModelSearch *self)
{
  self->shown = g_list_store_new (CLARIFAI_TYPE_MODEL);
}

SurmiseModelSearch *
surmise_model_search_new (void)
{
  return g_object_new (SURMISE_TYPE_MODEL_SEARCH, NULL);
}

void
surmise_model_search_set_account (SurmiseModelSearch *self,
                                  SurmiseAccount     *account)
{
}

void
surmise_model_search_set_filter (SurmiseModelSearch       *self,
                                 const SurmiseModelFilter *filter)
{
}

GListModel *
surmise_model_search_get_list (SurmiseModelSearch *self)
{
  return G_LIST_MODEL (self->shown);
}

SurmiseFeedState
surmise_model_search_get_state (SurmiseModelSearch *self)
{
  return SURMISE_FEED_STATE_IDLE;
}

const GError *
surmise_model_search_get_error (SurmiseModelSearch *self)
{
  return NULL;
}

void
surmise_model_search_fetch_more (SurmiseModelSearch *self)
{
}

void
surmise_model_search_retry (SurmiseModelSearch *self)
{
}
