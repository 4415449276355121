/* clarifai-paged-fetch.c – fetching the next page of a list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-paged-list-private.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-request.h"

/* What a page's reply was. */
typedef struct {
  GPtrArray *items; /* (owned) of GObject: the entries that are some */
  guint      n_listed;
} Page;

/* One fetch: a page of each path. */
typedef struct {
  char      *token;    /* (owned): wiped at the end */
  GPtrArray *pages;    /* (owned) of Page or NULL, in the paths' order */
  GError    *error;    /* (owned) (nullable): the first that counts */
  GError    *left_out; /* (owned) (nullable): the first that does not */
  guint      n_pending;
  gboolean   again;
} Fetch;

/* One path's place in it. */
typedef struct {
  GTask *task; /* (owned) */
  guint  i;
} Question;

static void send_all (GTask *task);

static void
page_free (gpointer data)
{
  Page *page = data;

  if (page == NULL)
    return;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  explicit_bzero (fetch->token, strlen (fetch->token));
  g_free (fetch->token);
  g_ptr_array_unref (fetch->pages);
  g_clear_error (&fetch->error);
  g_clear_error (&fetch->left_out);
  g_free (fetch);
}

static gpointer
decode_page (JsonObject     *root,
             ClarifaiStatus *status,
             gpointer        data,
             const char     *token,
             GError        **error)
{
  const ClarifaiPagedListClass *klass = data;
  JsonArray *array = clarifai_json_get_array (root, klass->member);
  Page *page = g_new0 (Page, 1);

  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  page->n_listed = clarifai_json_get_length (array);
  for (guint i = 0; i < page->n_listed; i++)
    {
      JsonObject *entry = clarifai_json_get_element (array, i);
      gpointer item = entry != NULL ? klass->decode (entry) : NULL;

      if (item != NULL)
        g_ptr_array_add (page->items, item);
    }

  return page;
}

/* (transfer container): what all pages brought, from each in turn. */
static GPtrArray *
mix (ClarifaiPagedList *self,
     GPtrArray         *pages)
{
  ClarifaiPagedListClass *klass = CLARIFAI_PAGED_LIST_GET_CLASS (self);
  GCompareFunc order = pages->len > 1 && klass->get_order != NULL ? klass->get_order (self) : NULL;
  GPtrArray *mixed = g_ptr_array_new ();
  gboolean any = TRUE;

  for (guint turn = 0; any; turn++)
    {
      any = FALSE;
      for (guint i = 0; i < pages->len; i++)
        {
          const Page *page = g_ptr_array_index (pages, i);

          if (page == NULL || turn >= page->items->len)
            continue;
          g_ptr_array_add (mixed, g_ptr_array_index (page->items, turn));
          any = TRUE;
        }
    }
  if (order != NULL)
    g_ptr_array_sort (mixed, order);

  return mixed;
}

/* Paths whose page was short have come to their end. */
static void
drop_ended_paths (ClarifaiPagedList *self,
                  Fetch             *fetch)
{
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (self);

  for (guint i = fetch->pages->len; i > 0; i--)
    {
      const Page *page = g_ptr_array_index (fetch->pages, i - 1);

      if (page == NULL || page->n_listed < priv->per_page)
        g_ptr_array_remove_index (priv->paths, i - 1);
    }
}

static guint
count_pages (Fetch *fetch)
{
  guint n = 0;

  for (guint i = 0; i < fetch->pages->len; i++)
    if (g_ptr_array_index (fetch->pages, i) != NULL)
      n++;

  return n;
}

static void
end_fetch (GTask *task)
{
  g_autoptr(GTask) owned = task;
  ClarifaiPagedList *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->error == NULL && fetch->again)
    {
      send_all (g_steal_pointer (&owned));
      return;
    }
  if (fetch->error == NULL && count_pages (fetch) == 0)
    fetch->error = g_steal_pointer (&fetch->left_out);

  if (fetch->error == NULL)
    {
      g_autoptr(GPtrArray) mixed = mix (self, fetch->pages);

      drop_ended_paths (self, fetch);
      clarifai_paged_list_take_page (self, mixed);
    }
  clarifai_paged_list_set_loading (self, FALSE);
  if (fetch->error != NULL)
    g_task_return_error (owned, g_steal_pointer (&fetch->error));
  else
    g_task_return_boolean (owned, TRUE);
}

static void
keep_first_error (GError **kept,
                  GError  *error)
{
  if (*kept == NULL)
    *kept = error;
  else
    g_error_free (error);
}

static void
got_page_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Question *question = user_data;
  GTask *task = question->task;
  ClarifaiPagedList *self = g_task_get_source_object (task);
  ClarifaiPagedListClass *klass = CLARIFAI_PAGED_LIST_GET_CLASS (self);
  Fetch *fetch = g_task_get_task_data (task);
  ClarifaiPagedListRemedy remedy = CLARIFAI_PAGED_LIST_FAIL;
  GError *error = NULL;
  Page *page = clarifai_request_send_finish (CLARIFAI_CLIENT (source), result, &error);

  fetch->pages->pdata[question->i] = page;
  if (page == NULL && klass->remedy != NULL)
    remedy = klass->remedy (self, error);
  if (page == NULL && remedy == CLARIFAI_PAGED_LIST_FAIL)
    keep_first_error (&fetch->error, error);
  else if (page == NULL)
    keep_first_error (&fetch->left_out, error);
  if (remedy == CLARIFAI_PAGED_LIST_AGAIN)
    fetch->again = TRUE;

  if (--fetch->n_pending == 0)
    end_fetch (task);
  else
    g_clear_object (&task);
}

/* Takes the task. */
static void
send_all (GTask *task)
{
  g_autoptr(GTask) owned = task;
  ClarifaiPagedList *self = g_task_get_source_object (task);
  ClarifaiPagedListPrivate *priv = clarifai_paged_list_get_private (self);
  Fetch *fetch = g_task_get_task_data (task);

  fetch->again = FALSE;
  fetch->n_pending = priv->paths->len;
  g_ptr_array_set_size (fetch->pages, 0);
  g_ptr_array_set_size (fetch->pages, (int) priv->paths->len);
  for (guint i = 0; i < fetch->n_pending; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s?page=%u&per_page=%u%s", (char *) g_ptr_array_index (priv->paths, i),
                                               priv->page, priv->per_page, priv->query);
      g_autoptr(ClarifaiRequest) request = clarifai_request_new (path, fetch->token, decode_page, page_free);
      Question *question = g_new0 (Question, 1);

      question->task = g_object_ref (task);
      question->i = i;
      clarifai_request_set_data (request, CLARIFAI_PAGED_LIST_GET_CLASS (self), NULL);
      clarifai_request_send_async (request, priv->client, g_task_get_cancellable (task), got_page_cb, question);
    }
}

/**
 * clarifai_paged_list_fetch_more_async:
 * @token: whose right it is to see them; kept until the page is there, then wiped
 * @cancellable: (nullable): ends it
 *
 * GETs the next page of each path. While a page is on its way, another fetch fails with %G_IO_ERROR_PENDING; once the
 * list is complete, it ends well without asking. After a failure the same page is asked for again.
 */
void
clarifai_paged_list_fetch_more_async (ClarifaiPagedList   *self,
                                      const char          *token,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  ClarifaiPagedListPrivate *priv;
  Fetch *fetch;

  g_return_if_fail (CLARIFAI_IS_PAGED_LIST (self));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  priv = clarifai_paged_list_get_private (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_paged_list_fetch_more_async);
  if (priv->loading)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PENDING, "A page is on its way already");
      return;
    }
  if (priv->complete)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  fetch = g_new0 (Fetch, 1);
  fetch->token = g_strdup (token);
  fetch->pages = g_ptr_array_new_with_free_func (page_free);
  g_task_set_task_data (task, fetch, fetch_free);
  clarifai_paged_list_set_loading (self, TRUE);
  send_all (g_steal_pointer (&task));
}

/**
 * clarifai_paged_list_fetch_more_finish:
 *
 * Returns: whether the list has all that the page brought
 */
gboolean
clarifai_paged_list_fetch_more_finish (ClarifaiPagedList  *self,
                                       GAsyncResult       *result,
                                       GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_paged_list_fetch_more_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
