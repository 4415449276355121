/* surmise-model-types.c – what the kinds of model take and give, as the service tells it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-types.h"

/* What one account was told, or is waiting for. It goes with the account. */
typedef struct {
  GListModel *list;    /* (owned) (nullable) of ClarifaiModelType */
  GPtrArray  *waiting; /* (owned) of GTask */
  gboolean    asking;
} Types;

static void
types_free (gpointer data)
{
  Types *types = data;

  g_clear_object (&types->list);
  g_ptr_array_unref (types->waiting);
  g_free (types);
}

static Types *
get_types (SurmiseAccount *account)
{
  static GQuark quark;
  Types *types;

  if (quark == 0)
    quark = g_quark_from_static_string ("surmise-model-types");

  types = g_object_get_qdata (G_OBJECT (account), quark);
  if (types == NULL)
    {
      types = g_new0 (Types, 1);
      types->waiting = g_ptr_array_new_with_free_func (g_object_unref);
      g_object_set_qdata_full (G_OBJECT (account), quark, types, types_free);
    }

  return types;
}

/* @list: (nullable), @error: (nullable): one of them */
static void
tell_all (Types        *types,
          GListModel   *list,
          const GError *error)
{
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&types->waiting);

  types->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  types->asking = FALSE;
  for (guint i = 0; i < waiting->len; i++)
    {
      GTask *task = g_ptr_array_index (waiting, i);

      if (list != NULL)
        g_task_return_pointer (task, g_object_ref (list), g_object_unref);
      else
        g_task_return_error (task, g_error_copy (error));
    }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SurmiseAccount) account = user_data;
  g_autoptr(GError) error = NULL;
  Types *types = get_types (account);

  types->list = clarifai_client_list_model_types_finish (CLARIFAI_CLIENT (source), result, &error);
  tell_all (types, types->list, error);
}

static void
token_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseAccount) account = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (account, result, &error);

  if (token == NULL)
    tell_all (get_types (account), NULL, error);
  else
    clarifai_client_list_model_types_async (surmise_account_get_client (account), token, NULL, listed_cb,
                                            g_object_ref (account));
}

/* Whoever gives up does not wait for the others. */
static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
  GTask *task = user_data;
  Types *types = get_types (g_task_get_source_object (task));
  g_autoptr(GTask) kept = g_object_ref (task);

  if (g_ptr_array_remove (types->waiting, task))
    g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

static void
on_completed (GTask   *task,
              void    *pspec,
              GSource *source)
{
  g_source_destroy (source);
}

static void
watch (GTask *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GSource) source = NULL;

  if (cancellable == NULL)
    return;

  source = g_cancellable_source_new (cancellable);
  g_task_attach_source (task, source, G_SOURCE_FUNC (on_cancelled));
  g_signal_connect_data (task, "notify::completed", G_CALLBACK (on_completed), g_source_ref (source),
                         (GClosureNotify) (void (*) (void)) g_source_unref, G_CONNECT_DEFAULT);
}

/**
 * surmise_model_types_load_async:
 * @account: whose server is asked
 * @cancellable: (nullable): ends the waiting, not the question: others may wait for it too
 *
 * Asks for all types of model once, however many want to know.
 */
void
surmise_model_types_load_async (SurmiseAccount      *account,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Types *types;

  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  types = get_types (account);
  task = g_task_new (account, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_model_types_load_async);
  if (types->list != NULL)
    {
      g_task_return_pointer (task, g_object_ref (types->list), g_object_unref);
      return;
    }

  watch (task);
  g_ptr_array_add (types->waiting, g_steal_pointer (&task));
  if (types->asking)
    return;

  types->asking = TRUE;
  surmise_account_load_token_async (account, NULL, token_loaded_cb, g_object_ref (account));
}

/**
 * surmise_model_types_load_finish:
 *
 * Returns: (transfer full) (nullable): of #ClarifaiModelType
 */
GListModel *
surmise_model_types_load_finish (SurmiseAccount  *account,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, account), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_model_types_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * surmise_model_types_lookup:
 * @account: whose server was asked
 * @type_id: a model's type, "visual-classifier" say
 *
 * Returns: (transfer none) (nullable): what is known about it without asking
 */
ClarifaiModelType *
surmise_model_types_lookup (SurmiseAccount *account,
                            const char     *type_id)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (type_id != NULL, NULL);

  return clarifai_client_lookup_model_type (surmise_account_get_client (account), type_id);
}
