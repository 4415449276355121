/* surmise-account-edit.c – another token or another name for an account
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-user.h"
#include "surmise-account-private.h"
#include "surmise-keyring.h"

typedef struct {
  SurmiseAccount *account; /* (owned) (not nullable) */
  SurmiseToken   *token;   /* (owned) (nullable) */
  char           *label;
  char           *user_id;
} Edit;

static void
free_edit (Edit *edit)
{
  g_clear_object (&edit->account);
  g_clear_pointer (&edit->token, surmise_token_free);
  g_free (edit->label);
  g_free (edit->user_id);
  g_free (edit);
}

static GTask *
start_edit (SurmiseAccountList  *self,
            SurmiseAccount      *account,
            gpointer             tag,
            GCancellable        *cancellable,
            GAsyncReadyCallback  callback,
            gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Edit *edit = g_new0 (Edit, 1);

  edit->account = g_object_ref (account);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, edit, (GDestroyNotify) free_edit);

  return task;
}

static gboolean
refuse_read_only (GTask *task)
{
  Edit *edit = g_task_get_task_data (task);
  SurmiseAccountPlace place = surmise_account_get_place (edit->account);

  if (place == SURMISE_ACCOUNT_PLACE_KEYRING || place == SURMISE_ACCOUNT_PLACE_SESSION)
    return FALSE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "This account cannot be changed");

  return TRUE;
}

/* What the account was called when nobody had named it: the id, or the name and the id. */
static gboolean
is_default_label (const char *label,
                  const char *user_id)
{
  g_autofree char *suffix = g_strdup_printf (" (%s)", user_id);

  return *label == '\0' || g_strcmp0 (label, user_id) == 0 || g_str_has_suffix (label, suffix);
}

/* The keyring may still carry out what it was too slow to answer: in the end the list shows what it has. */
static void
return_keyring_error (GTask  *task,
                      GError *error)
{
  SurmiseAccountList *self = g_task_get_source_object (task);

  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW) &&
      !_surmise_account_list_is_disposed (self))
    surmise_account_list_load_async (self, FALSE, NULL, NULL, NULL);

  g_task_return_error (task, error);
}

static void
finish_edit (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  Edit *edit = g_task_get_task_data (task);

  if (surmise_account_get_place (edit->account) == SURMISE_ACCOUNT_PLACE_KEYRING)
    _surmise_account_list_note_stored (self, edit->account);
  _surmise_account_set_label (edit->account, edit->label);
  if (edit->user_id != NULL)
    {
      _surmise_account_set_user_id (edit->account, edit->user_id);
      _surmise_account_set_state (edit->account, SURMISE_ACCOUNT_STATE_VERIFIED);
    }

  g_task_return_boolean (task, TRUE);
}

static void
clear_old_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  /* The new token is stored and counts; the next reading of the keyring clears the old one again. */
  if (!surmise_keyring_clear_finish (result, &error))
    g_debug ("The token that was replaced is still in the keyring: %s", error->message);
  finish_edit (task);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  SurmiseAccountList *self = g_task_get_source_object (task);
  Edit *edit = g_task_get_task_data (task);
  const char *old_user_id = surmise_account_get_user_id (edit->account);

  if (!surmise_keyring_store_finish (result, &error))
    {
      return_keyring_error (task, g_steal_pointer (&error));
      return;
    }

  if (edit->user_id != NULL && g_strcmp0 (edit->user_id, old_user_id) != 0)
    surmise_keyring_clear_async (surmise_account_get_id (edit->account), old_user_id,
                                 _surmise_account_list_get_patience (self), NULL, clear_old_cb, g_object_ref (task));
  else
    finish_edit (task);
}

static void
store (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  Edit *edit = g_task_get_task_data (task);
  const char *user_id = edit->user_id != NULL ? edit->user_id : surmise_account_get_user_id (edit->account);
  g_autoptr(SurmiseKeyringItem) item = NULL;

  if (surmise_account_get_place (edit->account) == SURMISE_ACCOUNT_PLACE_SESSION)
    {
      if (edit->token != NULL)
        _surmise_account_take_token (edit->account, g_steal_pointer (&edit->token));
      finish_edit (task);
      return;
    }

  item = surmise_keyring_item_new (surmise_account_get_id (edit->account), surmise_account_get_server (edit->account),
                                   user_id, edit->label);
  surmise_keyring_store_async (item, edit->token, FALSE, _surmise_account_list_get_patience (self),
                               g_task_get_cancellable (task), store_cb, g_object_ref (task));
}

static void
me_cb (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiUser) user = clarifai_client_get_me_finish (CLARIFAI_CLIENT (source), result, &error);
  Edit *edit = g_task_get_task_data (task);
  const char *label = surmise_account_get_label (edit->account);

  if (user == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  edit->user_id = g_strdup (clarifai_user_get_id (user));
  if (is_default_label (label, surmise_account_get_user_id (edit->account)))
    edit->label = _surmise_account_label_for_user (user);
  else
    edit->label = g_strdup (label);
  store (task);
}

static void
rename_token_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Edit *edit = g_task_get_task_data (task);

  edit->token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, &error);
  if (edit->token == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    store (task);
}

/**
 * surmise_account_list_replace_async:
 * @self: a list
 * @account: an account of the keyring or the session
 * @pasted_token: what a person pasted
 *
 * Puts another token in the place of a compromised or deleted one, once `GET /v2/users/me` has told whose it is. It may
 * be another user's: then the account is that user's, and called so unless a person has named it.
 */
void
surmise_account_list_replace_async (SurmiseAccountList  *self,
                                    SurmiseAccount      *account,
                                    const char          *pasted_token,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  Edit *edit;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (pasted_token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = start_edit (self, account, surmise_account_list_replace_async, cancellable, callback, user_data);
  if (refuse_read_only (task))
    return;

  edit = g_task_get_task_data (task);
  edit->token = surmise_token_new (pasted_token, &error);
  if (edit->token == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clarifai_client_get_me_async (surmise_account_get_client (account), edit->token, cancellable, me_cb,
                                g_steal_pointer (&task));
}

gboolean
surmise_account_list_replace_finish (SurmiseAccountList  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_replace_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * surmise_account_list_rename_async:
 * @self: a list
 * @account: an account of the keyring or the session
 * @label: what to call it; empty for the user's id
 *
 * Renames an account, in the keyring too.
 */
void
surmise_account_list_rename_async (SurmiseAccountList  *self,
                                   SurmiseAccount      *account,
                                   const char          *label,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Edit *edit;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (label != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = start_edit (self, account, surmise_account_list_rename_async, cancellable, callback, user_data);
  if (refuse_read_only (task))
    return;

  edit = g_task_get_task_data (task);
  edit->label = _surmise_account_clean_label (label);
  if (*edit->label == '\0')
    {
      g_free (edit->label);
      edit->label = _surmise_account_clean_label (surmise_account_get_user_id (account));
    }

  surmise_account_load_token_async (account, cancellable, rename_token_cb, g_steal_pointer (&task));
}

gboolean
surmise_account_list_rename_finish (SurmiseAccountList  *self,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_rename_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
