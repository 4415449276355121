/* clarifai-client-model.c – asking about one model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-ref.h"
#include "clarifai-request.h"
#include "clarifai-wire-model.h"

#include <string.h>

typedef struct {
  ClarifaiModelRef *asked; /* (owned) */
  char             *token; /* (owned): wiped at the end */
  ClarifaiModel    *model; /* (owned) (nullable): as it is in its latest version */
} Lookup;

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  g_clear_object (&lookup->asked);
  g_clear_object (&lookup->model);
  explicit_bzero (lookup->token, strlen (lookup->token));
  g_free (lookup->token);
  g_free (lookup);
}

static gpointer
decode_model (JsonObject     *root,
              ClarifaiStatus *status,
              gpointer        data,
              const char     *token,
              GError        **error)
{
  return clarifai_wire_decode_model (root, data, error);
}

static gpointer
decode_version (JsonObject     *root,
                ClarifaiStatus *status,
                gpointer        data,
                const char     *token,
                GError        **error)
{
  return clarifai_wire_decode_version (root, data, error);
}

/* A path that does not exist is, here, a version that does not. */
static void
got_version_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  ClarifaiModel *model = clarifai_request_send_finish (CLARIFAI_CLIENT (source), result, &error);

  if (model != NULL)
    {
      g_task_return_pointer (task, model, g_object_unref);
      return;
    }

  if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND))
    error->code = CLARIFAI_ERROR_MODEL_NOT_FOUND;
  g_task_return_error (task, error);
}

static void
got_model_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClarifaiClient *self = CLARIFAI_CLIENT (source);
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr(ClarifaiRequest) request = NULL;
  g_autofree char *path = NULL;
  GError *error = NULL;

  lookup->model = clarifai_request_send_finish (self, result, &error);
  if (lookup->model == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (clarifai_model_ref_get_version_id (lookup->asked) == NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&lookup->model), g_object_unref);
      return;
    }

  path = clarifai_model_ref_to_path (lookup->asked);
  request = clarifai_request_new (path, lookup->token, decode_version, g_object_unref);
  clarifai_request_set_data (request, g_object_ref (lookup->model), g_object_unref);
  clarifai_request_send_async (request, self, g_task_get_cancellable (task), got_version_cb, task);
  g_steal_pointer (&task);
}

/**
 * clarifai_client_get_model_async:
 * @model: which one; with a version, that version is asked for too
 *
 * GET …/models/{model} with its stars, and then …/versions/{version} where one is named. %CLARIFAI_ERROR_MODEL_NOT_FOUND
 * can mean that it is gone, was never there, or is private.
 */
void
clarifai_client_get_model_async (ClarifaiClient      *self,
                                 ClarifaiModelRef    *model,
                                 const char          *token,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(ClarifaiModelRef) latest = NULL;
  g_autoptr(ClarifaiRequest) request = NULL;
  g_autofree char *model_path = NULL;
  g_autofree char *path = NULL;
  Lookup *lookup;
  GTask *task;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_get_model_async);
  lookup = g_new0 (Lookup, 1);
  lookup->asked = g_object_ref (model);
  lookup->token = g_strdup (token);
  g_task_set_task_data (task, lookup, lookup_free);

  latest = clarifai_model_ref_new (clarifai_model_ref_get_user_id (model),
                                   clarifai_model_ref_get_app_id (model),
                                   clarifai_model_ref_get_model_id (model), NULL);
  model_path = clarifai_model_ref_to_path (latest);
  path = g_strconcat (model_path, "?additional_fields=stars", NULL);
  request = clarifai_request_new (path, token, decode_model, g_object_unref);
  clarifai_request_set_data (request, g_object_ref (latest), g_object_unref);
  clarifai_request_send_async (request, self, cancellable, got_model_cb, task);
}

/* (transfer full) */
ClarifaiModel *
clarifai_client_get_model_finish (ClarifaiClient  *self,
                                  GAsyncResult    *result,
                                  GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_get_model_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
