/* clarifai-app-list.c – a user's apps, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-app-list.h"

#include "clarifai-wire-model.h"

#define PER_PAGE 100

/**
 * ClarifaiAppList:
 *
 * The apps of one user, without doubles.
 */
struct _ClarifaiAppList
{
  ClarifaiPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (ClarifaiAppList, clarifai_app_list, CLARIFAI_TYPE_PAGED_LIST)

static char *
clarifai_app_list_get_key (gpointer item)
{
  const char *user_id = clarifai_app_get_user_id (item);

  return g_strjoin ("/", user_id != NULL ? user_id : "", clarifai_app_get_id (item), NULL);
}

static void
clarifai_app_list_class_init (ClarifaiAppListClass *klass)
{
  ClarifaiPagedListClass *list_class = CLARIFAI_PAGED_LIST_CLASS (klass);

  list_class->item_type = CLARIFAI_TYPE_APP;
  list_class->member = "apps";
  list_class->decode = clarifai_wire_decode_listed_app;
  list_class->get_key = clarifai_app_list_get_key;
}

static void
clarifai_app_list_init (ClarifaiAppList *self)
{
}

/**
 * clarifai_app_list_new:
 * @client: is asked
 * @user_id: "me" or an id, of an organisation too
 *
 * GET /v2/users/{user_id}/apps. Empty until the first fetch.
 *
 * Returns: (transfer full): a list of #ClarifaiApp
 */
ClarifaiAppList *
clarifai_app_list_new (ClarifaiClient *client,
                       const char     *user_id)
{
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  ClarifaiAppList *self;

  g_return_val_if_fail (client != NULL, NULL);
  g_return_val_if_fail (user_id != NULL, NULL);

  escaped = g_uri_escape_string (user_id, NULL, FALSE);
  path = g_strdup_printf ("/v2/users/%s/apps", escaped);
  self = g_object_new (CLARIFAI_TYPE_APP_LIST, NULL);
  clarifai_paged_list_set_client (CLARIFAI_PAGED_LIST (self), client, PER_PAGE, "");
  clarifai_paged_list_set_paths (CLARIFAI_PAGED_LIST (self), (const char * const []) { path, NULL });

  return self;
}
