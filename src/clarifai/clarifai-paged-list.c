/* clarifai-paged-list.c – what the service lists, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-paged-list-private.h"

#include "clarifai-client.h"

#define DEFAULT_PER_PAGE 128
#define MOST_PER_PAGE 1000
/* In a row, before a list that never ends is taken to have ended. */
#define MOST_BARREN_PAGES 5

/**
 * ClarifaiPagedList:
 *
 * A #GListModel that grows a page at a time. The service gives no total and no next link: a page shorter than asked is
 * the last. A page that failed is asked for again by the next fetch. Several paths are asked at the same time, and
 * what they bring is taken in turns, or in the list's own order.
 */
static void clarifai_paged_list_list_model_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (ClarifaiPagedList, clarifai_paged_list, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (ClarifaiPagedList)
                                  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, clarifai_paged_list_list_model_init))

typedef enum {
  PROP_LOADING = 1,
  PROP_COMPLETE,
  PROP_N_ITEMS,
} ClarifaiPagedListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static void
set_complete (ClarifaiPagedList *self)
{
  clarifai_paged_list_get_private (self)->complete = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* A list that changes between two pages can bring the same on both. Returns: how many are known already */
static guint
append (ClarifaiPagedList *self,
        GPtrArray         *items)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (self);
  ClarifaiPagedListClass *klass = CLARIFAI_PAGED_LIST_GET_CLASS (self);
  guint before = priv->items->len;
  guint n_doubles = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gpointer item = g_ptr_array_index (items, i);

      if (klass->accept != NULL && !klass->accept (self, item))
        continue;
      if (g_hash_table_add (priv->known, klass->get_key (item)))
        g_ptr_array_add (priv->items, g_object_ref (item));
      else
        n_doubles++;
    }

  if (priv->items->len > before)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), before, 0, priv->items->len - before);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }

  return n_doubles;
}

static GType
clarifai_paged_list_get_item_type (GListModel *list)
{
  return CLARIFAI_PAGED_LIST_GET_CLASS (list)->item_type;
}

static guint
clarifai_paged_list_get_n_items (GListModel *list)
{
  return clarifai_paged_list_get_private (CLARIFAI_PAGED_LIST (list))->items->len;
}

static gpointer
clarifai_paged_list_get_item (GListModel *list,
                              guint       position)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (CLARIFAI_PAGED_LIST (list));

  return position < priv->items->len ? g_object_ref (g_ptr_array_index (priv->items, position)) : NULL;
}

static void
clarifai_paged_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clarifai_paged_list_get_item_type;
  iface->get_n_items = clarifai_paged_list_get_n_items;
  iface->get_item = clarifai_paged_list_get_item;
}

static void
clarifai_paged_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (CLARIFAI_PAGED_LIST (object));

  switch ((ClarifaiPagedListProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, priv->loading);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, priv->items->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clarifai_paged_list_finalize (GObject *object)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (CLARIFAI_PAGED_LIST (object));

  g_clear_object (&priv->client);
  g_clear_pointer (&priv->query, g_free);
  g_clear_pointer (&priv->paths, g_ptr_array_unref);
  g_clear_pointer (&priv->known, g_hash_table_unref);
  g_clear_pointer (&priv->items, g_ptr_array_unref);

  G_OBJECT_CLASS (clarifai_paged_list_parent_class)->finalize (object);
}

static void
clarifai_paged_list_class_init (ClarifaiPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = clarifai_paged_list_get_property;
  object_class->finalize = clarifai_paged_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clarifai_paged_list_init (ClarifaiPagedList *self)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (self);

  priv->page = 1;
  priv->paths = g_ptr_array_new_with_free_func (g_free);
  priv->items = g_ptr_array_new_with_free_func (g_object_unref);
  priv->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ClarifaiPagedListPrivate *
clarifai_paged_list_get_private (ClarifaiPagedList *self)
{
  return clarifai_paged_list_get_instance_private (self);
}

void
clarifai_paged_list_set_loading (ClarifaiPagedList *self,
                                 gboolean           loading)
{
  clarifai_paged_list_get_private (self)->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* What the next page brought, after the paths that have come to their end are gone. */
void
clarifai_paged_list_take_page (ClarifaiPagedList *self,
                               GPtrArray         *items)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (self);
  guint before = priv->items->len;
  guint n_doubles = append (self, items);

  priv->page++;
  priv->n_barren = priv->items->len > before ? 0 : priv->n_barren + 1;
  /* A page of nothing but what is known comes from a service that does not count pages. */
  if (priv->n_barren >= MOST_BARREN_PAGES || (priv->n_barren > 0 && n_doubles > 0))
    g_ptr_array_set_size (priv->paths, 0);
  if (priv->paths->len == 0)
    set_complete (self);
}

/**
 * clarifai_paged_list_set_client:
 * @client: is asked
 * @per_page: 1–1000; 0 for the service's own default, 128
 * @query: what follows the page's number and size in the query: "" or "&name=value…", percent-encoded
 *
 * Once, before the first fetch.
 */
void
clarifai_paged_list_set_client (ClarifaiPagedList *self,
                                ClarifaiClient    *client,
                                guint              per_page,
                                const char        *query)
{
  ClarifaiPagedListPrivate *priv;

  g_return_if_fail (CLARIFAI_IS_PAGED_LIST (self));
  g_return_if_fail (CLARIFAI_IS_CLIENT (client));

  priv = clarifai_paged_list_get_private (self);
  g_set_object (&priv->client, client);
  g_free (priv->query);
  priv->query = g_strdup (query);
  priv->per_page = per_page > 0 ? MIN (per_page, MOST_PER_PAGE) : DEFAULT_PER_PAGE;
}

/* @query: one for clarifai_paged_list_set_client(), @value: (nullable): nothing is asked where it is empty */
void
clarifai_paged_list_append_query (GString    *query,
                                  const char *name,
                                  const char *value)
{
  g_autofree char *escaped = NULL;

  if (value == NULL || *value == '\0')
    return;

  escaped = g_uri_escape_string (value, NULL, FALSE);
  g_string_append_printf (query, "&%s=%s", name, escaped);
}

/**
 * clarifai_paged_list_set_paths:
 * @paths: one or more, percent-encoded, from "/v2" and without a query
 *
 * What is asked from now on, beginning with each one's first page.
 */
void
clarifai_paged_list_set_paths (ClarifaiPagedList  *self,
                               const char * const *paths)
{
  ClarifaiPagedListPrivate *priv;

  g_return_if_fail (CLARIFAI_IS_PAGED_LIST (self));
  g_return_if_fail (paths != NULL && paths[0] != NULL);

  priv = clarifai_paged_list_get_private (self);
  priv->page = 1;
  g_ptr_array_set_size (priv->paths, 0);
  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (priv->paths, g_strdup (paths[i]));
}

/**
 * clarifai_paged_list_get_loading:
 *
 * Returns: whether a page is on its way
 */
gboolean
clarifai_paged_list_get_loading (ClarifaiPagedList *self)
{
  g_return_val_if_fail (CLARIFAI_IS_PAGED_LIST (self), FALSE);

  return clarifai_paged_list_get_private (self)->loading;
}

/**
 * clarifai_paged_list_get_complete:
 *
 * Returns: whether there is no further page
 */
gboolean
clarifai_paged_list_get_complete (ClarifaiPagedList *self)
{
  g_return_val_if_fail (CLARIFAI_IS_PAGED_LIST (self), FALSE);

  return clarifai_paged_list_get_private (self)->complete;
}
