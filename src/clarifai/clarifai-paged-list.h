/* clarifai-paged-list.h – what the service lists, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

struct _JsonObject;

#define CLARIFAI_TYPE_PAGED_LIST (clarifai_paged_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (ClarifaiPagedList, clarifai_paged_list, CLARIFAI, PAGED_LIST, GObject)

/* What becomes of a fetch when one of its pages fails. */
typedef enum {
  CLARIFAI_PAGED_LIST_FAIL,
  CLARIFAI_PAGED_LIST_LEAVE_OUT, /* go on without that path */
  CLARIFAI_PAGED_LIST_AGAIN,     /* there are other paths now */
} ClarifaiPagedListRemedy;

/* What a kind of list says of itself. decode() may run in another thread, and gives NULL for what is no entry. */
struct _ClarifaiPagedListClass
{
  GObjectClass             parent_class;

  GType                    item_type;
  const char              *member; /* of the reply: the array */
  gpointer               (*decode)  (struct _JsonObject *entry);
  char                  *(*get_key) (gpointer item);
  gboolean               (*accept)  (ClarifaiPagedList *self, gpointer item);
  /* (nullable): the order of what came from several paths at a time; in turns where NULL */
  GCompareFunc           (*get_order) (ClarifaiPagedList *self);
  ClarifaiPagedListRemedy (*remedy)   (ClarifaiPagedList *self, const GError *error);
};

/* A GListModel without doubles. Properties: "loading" (a page is on its way), "complete" (a short page came), "n-items". */
gboolean clarifai_paged_list_get_loading       (ClarifaiPagedList   *self);
gboolean clarifai_paged_list_get_complete      (ClarifaiPagedList   *self);
void     clarifai_paged_list_fetch_more_async  (ClarifaiPagedList   *self,
                                                const char          *token,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);
gboolean clarifai_paged_list_fetch_more_finish (ClarifaiPagedList   *self,
                                                GAsyncResult        *result,
                                                GError             **error);
/* For the kinds of list alone. */
void     clarifai_paged_list_set_client        (ClarifaiPagedList   *self,
                                                ClarifaiClient      *client,
                                                guint                per_page,
                                                const char          *query);
void     clarifai_paged_list_append_query      (GString             *query,
                                                const char          *name,
                                                const char          *value);
void     clarifai_paged_list_set_paths         (ClarifaiPagedList *self, const char * const *paths);

G_END_DECLS
