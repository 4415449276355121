/* clarifai-version-list.c – a model's versions, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-version-list.h"

#include "clarifai-model-ref.h"
#include "clarifai-version.h"
#include "clarifai-wire-model.h"

#define PER_PAGE 50

/**
 * ClarifaiVersionList:
 *
 * The versions of one model, without doubles.
 */
struct _ClarifaiVersionList
{
  ClarifaiPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (ClarifaiVersionList, clarifai_version_list, CLARIFAI_TYPE_PAGED_LIST)

static char *
clarifai_version_list_get_key (gpointer item)
{
  return g_strdup (clarifai_version_get_id (item));
}

static void
clarifai_version_list_class_init (ClarifaiVersionListClass *klass)
{
  ClarifaiPagedListClass *list_class = CLARIFAI_PAGED_LIST_CLASS (klass);

  list_class->item_type = CLARIFAI_TYPE_VERSION;
  list_class->member = "model_versions";
  list_class->decode = clarifai_wire_decode_listed_version;
  list_class->get_key = clarifai_version_list_get_key;
}

static void
clarifai_version_list_init (ClarifaiVersionList *self)
{
}

/**
 * clarifai_version_list_new:
 * @client: is asked
 * @model: whose versions; its own version does not count
 *
 * GET …/models/{model}/versions, newest first as the service sorts them by itself. Empty until the first fetch.
 *
 * Returns: (transfer full): a list of #ClarifaiVersion
 */
ClarifaiVersionList *
clarifai_version_list_new (ClarifaiClient   *client,
                           ClarifaiModelRef *model)
{
  g_autoptr(ClarifaiModelRef) latest = NULL;
  g_autofree char *model_path = NULL;
  g_autofree char *path = NULL;
  ClarifaiVersionList *self;

  g_return_val_if_fail (client != NULL, NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  latest = clarifai_model_ref_new (clarifai_model_ref_get_user_id (model), clarifai_model_ref_get_app_id (model),
                                   clarifai_model_ref_get_model_id (model), NULL);
  model_path = clarifai_model_ref_to_path (latest);
  path = g_strconcat (model_path, "/versions", NULL);
  self = g_object_new (CLARIFAI_TYPE_VERSION_LIST, NULL);
  clarifai_paged_list_set_client (CLARIFAI_PAGED_LIST (self), client, PER_PAGE, "");
  clarifai_paged_list_set_paths (CLARIFAI_PAGED_LIST (self), (const char * const []) { path, NULL });

  return self;
}
