/* clarifai-client-account.c – asking who a token belongs to
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-request.h"
#include "clarifai-wire-decode.h"

static gpointer
decode_user (JsonObject     *root,
             ClarifaiStatus *status,
             gpointer        data,
             const char     *token,
             GError        **error)
{
  return clarifai_wire_decode_user (root, error);
}

static gpointer
decode_organizations (JsonObject     *root,
                      ClarifaiStatus *status,
                      gpointer        data,
                      const char     *token,
                      GError        **error)
{
  return clarifai_wire_decode_organizations (root);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  gpointer value = clarifai_request_send_finish (CLARIFAI_CLIENT (source), result, &error);

  if (value == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, value, g_object_unref);
}

/**
 * clarifai_client_get_me_async:
 * @token: whose owner is asked for
 *
 * GET /v2/users/me: the one call that tells a good token from a bad one. Refused ones come as
 * %CLARIFAI_ERROR_TOKEN_REFUSED or %CLARIFAI_ERROR_KEY_INVALID.
 */
void
clarifai_client_get_me_async (ClarifaiClient      *self,
                              const char          *token,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(ClarifaiRequest) request = NULL;
  GTask *task;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_get_me_async);
  request = clarifai_request_new ("/v2/users/me", token, decode_user, g_object_unref);
  clarifai_request_send_async (request, self, cancellable, answered_cb, task);
}

/* (transfer full) */
ClarifaiUser *
clarifai_client_get_me_finish (ClarifaiClient  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_get_me_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clarifai_client_list_organizations_async:
 * @user_id: "me" or an id
 *
 * GET /v2/users/{user_id}/organizations. An organisation's id can stand wherever a user's can.
 */
void
clarifai_client_list_organizations_async (ClarifaiClient      *self,
                                          const char          *user_id,
                                          const char          *token,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_autoptr(ClarifaiRequest) request = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *path = NULL;
  GTask *task;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (user_id != NULL);
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_list_organizations_async);
  escaped = g_uri_escape_string (user_id, NULL, FALSE);
  path = g_strdup_printf ("/v2/users/%s/organizations", escaped);
  request = clarifai_request_new (path, token, decode_organizations, g_object_unref);
  clarifai_request_send_async (request, self, cancellable, answered_cb, task);
}

/* (transfer full): of #ClarifaiUser */
GListModel *
clarifai_client_list_organizations_finish (ClarifaiClient  *self,
                                           GAsyncResult    *result,
                                           GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_list_organizations_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
