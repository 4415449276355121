/* clarifai-client-type.c – asking what a kind of model takes and gives
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-error.h"
#include "clarifai-model-type.h"
#include "clarifai-request.h"
#include "clarifai-wire-model.h"

#include <string.h>

/* Where the types are listed; the second works for the keys of one app. */
static const char * const places[] = { "/v2/users/clarifai/apps/main/models/types", "/v2/models/types" };

typedef struct {
  char  *type_id; /* (owned) (nullable): all of them where NULL */
  char  *token;   /* (owned): wiped at the end */
  guint  place;
} Lookup;

static void ask (GTask *task);

static void
lookup_free (gpointer data)
{
  Lookup *lookup = data;

  explicit_bzero (lookup->token, strlen (lookup->token));
  g_free (lookup->token);
  g_free (lookup->type_id);
  g_free (lookup);
}

static gpointer
decode_model_types (JsonObject     *root,
                    ClarifaiStatus *status,
                    gpointer        data,
                    const char     *token,
                    GError        **error)
{
  return clarifai_wire_decode_model_types (root);
}

static gpointer
decode_model_type (JsonObject     *root,
                   ClarifaiStatus *status,
                   gpointer        data,
                   const char     *token,
                   GError        **error)
{
  return clarifai_wire_decode_model_type (root, error);
}

/* The types that a client was told, by their ids. They go with the client. */
static GHashTable *
get_known (ClarifaiClient *self)
{
  static GQuark quark;
  GHashTable *known;

  if (quark == 0)
    quark = g_quark_from_static_string ("clarifai-model-types");

  known = g_object_get_qdata (G_OBJECT (self), quark);
  if (known == NULL)
    {
      known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      g_object_set_qdata_full (G_OBJECT (self), quark, known, (GDestroyNotify) g_hash_table_unref);
    }

  return known;
}

/* What another path would not change. */
static gboolean
is_final (const GError *error)
{
  return error->domain != CLARIFAI_ERROR ||
         error->code == CLARIFAI_ERROR_TOKEN_REFUSED ||
         error->code == CLARIFAI_ERROR_THROTTLED ||
         error->code == CLARIFAI_ERROR_QUOTA ||
         error->code == CLARIFAI_ERROR_ACCOUNT;
}

static void
remember (ClarifaiClient    *self,
          ClarifaiModelType *type)
{
  g_hash_table_replace (get_known (self), g_strdup (clarifai_model_type_get_id (type)), g_object_ref (type));
}

static void
remember_all (ClarifaiClient *self,
              GListModel     *types)
{
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(ClarifaiModelType) type = g_list_model_get_item (types, i);

      remember (self, type);
    }
}

/* Takes the task. */
static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClarifaiClient *self = CLARIFAI_CLIENT (source);
  Lookup *lookup = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = clarifai_request_send_finish (self, result, &error);

  if (answer != NULL)
    {
      if (lookup->type_id == NULL)
        remember_all (self, answer);
      else
        g_hash_table_replace (get_known (self), g_strdup (lookup->type_id), g_object_ref (answer));
      g_task_return_pointer (task, answer, g_object_unref);
    }
  else if (is_final (error) || ++lookup->place >= G_N_ELEMENTS (places))
    g_task_return_error (task, error);
  else
    {
      g_error_free (error);
      ask (g_steal_pointer (&task));
    }
}

/* Takes the task. */
static void
ask (GTask *task)
{
  Lookup *lookup = g_task_get_task_data (task);
  gboolean all = lookup->type_id == NULL;
  g_autofree char *escaped = all ? NULL : g_uri_escape_string (lookup->type_id, NULL, FALSE);
  g_autofree char *path = g_strconcat (places[lookup->place], all ? "?per_page=1000" : "/", escaped, NULL);
  g_autoptr(ClarifaiRequest) request = clarifai_request_new (path, lookup->token,
                                                             all ? decode_model_types : decode_model_type,
                                                             g_object_unref);

  clarifai_request_send_async (request, g_task_get_source_object (task), g_task_get_cancellable (task),
                               answered_cb, task);
}

/**
 * clarifai_client_lookup_model_type:
 * @type_id: a model's "model_type_id"
 *
 * Returns: (transfer none) (nullable): what this client was told about it, if it was
 */
ClarifaiModelType *
clarifai_client_lookup_model_type (ClarifaiClient *self,
                                   const char     *type_id)
{
  g_return_val_if_fail (CLARIFAI_IS_CLIENT (self), NULL);
  g_return_val_if_fail (type_id != NULL, NULL);

  return g_hash_table_lookup (get_known (self), type_id);
}

/**
 * clarifai_client_get_model_type_async:
 * @type_id: a model's "model_type_id"
 *
 * GET …/models/types/{type_id} of the main app, then that of the short path; remembered by the client once
 * known.
 */
void
clarifai_client_get_model_type_async (ClarifaiClient      *self,
                                      const char          *type_id,
                                      const char          *token,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  ClarifaiModelType *known;
  Lookup *lookup;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (type_id != NULL);
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_get_model_type_async);

  known = g_hash_table_lookup (get_known (self), type_id);
  if (known != NULL)
    {
      g_task_return_pointer (task, g_object_ref (known), g_object_unref);
      return;
    }

  lookup = g_new0 (Lookup, 1);
  lookup->type_id = g_strdup (type_id);
  lookup->token = g_strdup (token);
  g_task_set_task_data (task, lookup, lookup_free);
  ask (g_steal_pointer (&task));
}

/* (transfer full) */
ClarifaiModelType *
clarifai_client_get_model_type_finish (ClarifaiClient  *self,
                                       GAsyncResult    *result,
                                       GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_get_model_type_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * clarifai_client_list_model_types_async:
 * @token: whose right it is to see them
 *
 * GET …/models/types?per_page=1000 of the main app, then that of the short path; there are about 60. The client remembers
 * each of them, not the list.
 */
void
clarifai_client_list_model_types_async (ClarifaiClient      *self,
                                        const char          *token,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  GTask *task;
  Lookup *lookup;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_list_model_types_async);
  lookup = g_new0 (Lookup, 1);
  lookup->token = g_strdup (token);
  g_task_set_task_data (task, lookup, lookup_free);
  ask (task);
}

/**
 * clarifai_client_list_model_types_finish:
 *
 * Returns: (transfer full): of #ClarifaiModelType
 */
GListModel *
clarifai_client_list_model_types_finish (ClarifaiClient  *self,
                                         GAsyncResult    *result,
                                         GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_list_model_types_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
