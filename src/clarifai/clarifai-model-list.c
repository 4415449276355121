/* clarifai-model-list.c – the models of one user, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-list.h"

#include <string.h>

#include "clarifai-model-ref.h"
#include "clarifai-request.h"
#include "clarifai-wire-decode.h"

#define DEFAULT_PER_PAGE 128
#define MOST_PER_PAGE 1000

/**
 * ClarifaiModelList:
 *
 * A #GListModel that grows a page at a time. The service gives no total and no next link: a page shorter
 * than asked is the last. A page that failed is asked for again by the next fetch.
 */
struct _ClarifaiModelList
{
  GObject         parent_instance;

  ClarifaiClient *client;   /* (owned) */
  char           *user_id;  /* (owned) */
  guint           per_page;
  guint           page;     /* the next one, from 1 */
  GPtrArray      *models;   /* (owned) of ClarifaiModel */
  GHashTable     *known;    /* (owned) set of "user/app/model" (owned) */
  gboolean        loading;
  gboolean        complete;
};

static void clarifai_model_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ClarifaiModelList, clarifai_model_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, clarifai_model_list_list_model_init))

typedef enum {
  PROP_LOADING = 1,
  PROP_COMPLETE,
  PROP_N_ITEMS,
} ClarifaiModelListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

/* What a page's reply was. */
typedef struct {
  GPtrArray *models; /* (owned) */
  guint      n_listed;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->models);
  g_free (page);
}

static gpointer
decode_page (JsonObject     *root,
             ClarifaiStatus *status,
             gpointer        data,
             const char     *token,
             GError        **error)
{
  Page *page = g_new0 (Page, 1);

  page->models = clarifai_wire_decode_models (root, &page->n_listed);

  return page;
}

static char *
make_key (ClarifaiModel *model)
{
  ClarifaiModelRef *ref = clarifai_model_get_ref (model);

  return g_strjoin ("/", clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                    clarifai_model_ref_get_model_id (ref), NULL);
}

static void
set_loading (ClarifaiModelList *self,
             gboolean           loading)
{
  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
set_complete (ClarifaiModelList *self)
{
  self->complete = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/* A list that changes between two pages can bring the same model on both. */
static guint
append (ClarifaiModelList *self,
        GPtrArray         *models)
{
  guint before = self->models->len;

  for (guint i = 0; i < models->len; i++)
    {
      ClarifaiModel *model = g_ptr_array_index (models, i);

      if (g_hash_table_add (self->known, make_key (model)))
        g_ptr_array_add (self->models, g_object_ref (model));
    }

  if (self->models->len > before)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), before, 0, self->models->len - before);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
    }

  return self->models->len - before;
}

static void
got_page_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClarifaiModelList *self = g_task_get_source_object (task);
  GError *error = NULL;
  Page *page = clarifai_request_send_finish (CLARIFAI_CLIENT (source), result, &error);

  if (page == NULL)
    {
      set_loading (self, FALSE);
      g_task_return_error (task, error);
      return;
    }

  self->page++;
  /* A page that brings nothing new comes from a service that does not count pages. */
  if (append (self, page->models) == 0 || page->n_listed < self->per_page)
    set_complete (self);
  page_free (page);
  set_loading (self, FALSE);
  g_task_return_boolean (task, TRUE);
}

static GType
clarifai_model_list_get_item_type (GListModel *list)
{
  return CLARIFAI_TYPE_MODEL;
}

static guint
clarifai_model_list_get_n_items (GListModel *list)
{
  return CLARIFAI_MODEL_LIST (list)->models->len;
}

static gpointer
clarifai_model_list_get_item (GListModel *list,
                              guint       position)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (list);

  return position < self->models->len ? g_object_ref (g_ptr_array_index (self->models, position)) : NULL;
}

static void
clarifai_model_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = clarifai_model_list_get_item_type;
  iface->get_n_items = clarifai_model_list_get_n_items;
  iface->get_item = clarifai_model_list_get_item;
}

static void
clarifai_model_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (object);

  switch ((ClarifaiModelListProperty) prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_COMPLETE:
      g_value_set_boolean (value, self->complete);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->models->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clarifai_model_list_finalize (GObject *object)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->user_id, g_free);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->models, g_ptr_array_unref);

  G_OBJECT_CLASS (clarifai_model_list_parent_class)->finalize (object);
}

static void
clarifai_model_list_class_init (ClarifaiModelListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = clarifai_model_list_get_property;
  object_class->finalize = clarifai_model_list_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clarifai_model_list_init (ClarifaiModelList *self)
{
  self->page = 1;
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * clarifai_model_list_new_for_user:
 * @client: is asked
 * @user_id: "me" or an id, of an organisation too
 * @per_page: 1–1000; 0 for the service's own default, 128
 *
 * Empty until the first fetch.
 */
ClarifaiModelList *
clarifai_model_list_new_for_user (ClarifaiClient *client,
                                  const char     *user_id,
                                  guint           per_page)
{
  ClarifaiModelList *self;

  g_return_val_if_fail (CLARIFAI_IS_CLIENT (client), NULL);
  g_return_val_if_fail (user_id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL_LIST, NULL);
  self->client = g_object_ref (client);
  self->user_id = g_strdup (user_id);
  self->per_page = per_page > 0 ? MIN (per_page, MOST_PER_PAGE) : DEFAULT_PER_PAGE;

  return self;
}

gboolean
clarifai_model_list_get_loading (ClarifaiModelList *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_LIST (self), FALSE);

  return self->loading;
}

gboolean
clarifai_model_list_get_complete (ClarifaiModelList *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_LIST (self), FALSE);

  return self->complete;
}

/**
 * clarifai_model_list_fetch_more_async:
 * @token: whose models, or whose right to see them
 *
 * GET /v2/users/{user_id}/models for the next page. While a page is on its way, another fetch fails with
 * %G_IO_ERROR_PENDING; once the list is complete, it ends well without asking.
 */
void
clarifai_model_list_fetch_more_async (ClarifaiModelList   *self,
                                      const char          *token,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(ClarifaiRequest) request = NULL;
  g_autoptr(GTask) task = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (CLARIFAI_IS_MODEL_LIST (self));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_model_list_fetch_more_async);
  if (self->loading)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "A page is on its way already");
      return;
    }
  if (self->complete)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  set_loading (self, TRUE);
  escaped = g_uri_escape_string (self->user_id, NULL, FALSE);
  path = g_strdup_printf ("/v2/users/%s/models?page=%u&per_page=%u", escaped, self->page, self->per_page);
  request = clarifai_request_new (path, token, decode_page, page_free);
  clarifai_request_send_async (request, self->client, cancellable, got_page_cb, g_steal_pointer (&task));
}

gboolean
clarifai_model_list_fetch_more_finish (ClarifaiModelList  *self,
                                       GAsyncResult       *result,
                                       GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_model_list_fetch_more_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
