/* surmise-account-remove.c – removing an account, and bringing it back
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-account-private.h"
#include "surmise-keyring.h"

struct _SurmiseRemovedAccount {
  SurmiseAccount *account;  /* (owned) (not nullable): as it was, outside the list */
  SurmiseToken   *token;    /* (owned) (nullable): NULL where it was gone before */
  guint           position;
};

static SurmiseRemovedAccount *
copy_removed (SurmiseRemovedAccount *removed)
{
  SurmiseRemovedAccount *copy = g_new0 (SurmiseRemovedAccount, 1);

  copy->account = g_object_ref (removed->account);
  copy->token = surmise_token_copy (removed->token);
  copy->position = removed->position;

  return copy;
}

static void
finish_remove (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  SurmiseRemovedAccount *removed = g_task_get_task_data (task);

  _surmise_account_list_set_removed (self, surmise_account_get_id (removed->account), TRUE);
  removed->position = _surmise_account_list_drop (self, removed->account);
  /* From here on Undo has the only copy. */
  if (surmise_account_get_place (removed->account) == SURMISE_ACCOUNT_PLACE_SESSION)
    _surmise_account_take_token (removed->account, NULL);

  g_task_return_pointer (task, copy_removed (removed), (GDestroyNotify) surmise_removed_account_free);
}

static void
clear_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  SurmiseAccountList *self = g_task_get_source_object (task);

  if (surmise_keyring_clear_finish (result, &error))
    {
      finish_remove (task);
      return;
    }

  /* It may still be cleared, late: in the end the list shows what the keyring has. */
  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW) &&
      !_surmise_account_list_is_disposed (self))
    surmise_account_list_load_async (self, FALSE, NULL, NULL, NULL);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  SurmiseAccountList *self = g_task_get_source_object (task);
  SurmiseRemovedAccount *removed = g_task_get_task_data (task);

  removed->token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, &error);

  /* What cannot be brought back is not removed, unless there is nothing left to lose. */
  if (removed->token == NULL && !g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  if (surmise_account_get_place (removed->account) == SURMISE_ACCOUNT_PLACE_KEYRING)
    surmise_keyring_clear_async (surmise_account_get_id (removed->account), NULL,
                                 _surmise_account_list_get_patience (self), NULL, clear_cb, g_object_ref (task));
  else
    finish_remove (task);
}

static void
finish_restore (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  SurmiseRemovedAccount *removed = g_task_get_task_data (task);
  SurmiseAccount *known = surmise_account_list_find (self, surmise_account_get_id (removed->account));

  if (surmise_account_get_place (removed->account) == SURMISE_ACCOUNT_PLACE_SESSION)
    _surmise_account_take_token (removed->account, g_steal_pointer (&removed->token));
  _surmise_account_list_set_removed (self, surmise_account_get_id (removed->account), FALSE);
  if (known == NULL)
    _surmise_account_list_insert (self, removed->account, removed->position);
  if (surmise_account_get_place (removed->account) == SURMISE_ACCOUNT_PLACE_KEYRING)
    _surmise_account_list_note_stored (self, removed->account);

  g_task_return_pointer (task, g_object_ref (known != NULL ? known : removed->account), g_object_unref);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (surmise_keyring_store_finish (result, &error))
    finish_restore (task);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * surmise_account_list_remove_async:
 * @self: a list
 * @account: an account of the keyring or the session
 *
 * Deletes the token at once, and takes the account out of the list. A token that cannot be read is not deleted: there
 * would be no way back.
 */
void
surmise_account_list_remove_async (SurmiseAccountList  *self,
                                   SurmiseAccount      *account,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SurmiseRemovedAccount *removed;
  SurmiseAccountPlace place;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_list_remove_async);
  removed = g_new0 (SurmiseRemovedAccount, 1);
  removed->account = g_object_ref (account);
  g_task_set_task_data (task, removed, (GDestroyNotify) surmise_removed_account_free);

  place = surmise_account_get_place (account);
  if (place != SURMISE_ACCOUNT_PLACE_KEYRING && place != SURMISE_ACCOUNT_PLACE_SESSION)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "This account cannot be removed");
      return;
    }

  surmise_account_load_token_async (account, cancellable, token_cb, g_steal_pointer (&task));
}

/**
 * surmise_account_list_remove_finish:
 *
 * Returns: (transfer full) (nullable): what surmise_account_list_restore_async() needs; free it when Undo is no longer
 *   offered
 */
SurmiseRemovedAccount *
surmise_account_list_remove_finish (SurmiseAccountList  *self,
                                    GAsyncResult        *result,
                                    GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_remove_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * surmise_account_list_restore_async:
 * @self: a list
 * @removed: (transfer none): may be freed right after this call, or kept to try again
 *
 * Stores the token again and puts the account back where it stood.
 */
void
surmise_account_list_restore_async (SurmiseAccountList    *self,
                                    SurmiseRemovedAccount *removed,
                                    GCancellable          *cancellable,
                                    GAsyncReadyCallback    callback,
                                    gpointer               user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(SurmiseKeyringItem) item = NULL;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (removed != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_list_restore_async);
  g_task_set_task_data (task, copy_removed (removed), (GDestroyNotify) surmise_removed_account_free);

  if (removed->token == NULL)
    {
      g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE, "The token was gone before");
      return;
    }
  if (surmise_account_get_place (removed->account) == SURMISE_ACCOUNT_PLACE_SESSION)
    {
      finish_restore (task);
      return;
    }

  item = surmise_keyring_item_new (surmise_account_get_id (removed->account),
                                   surmise_account_get_server (removed->account),
                                   surmise_account_get_user_id (removed->account),
                                   surmise_account_get_label (removed->account));
  surmise_keyring_store_async (item, removed->token, TRUE, _surmise_account_list_get_patience (self), cancellable,
                               store_cb, g_steal_pointer (&task));
}

/**
 * surmise_account_list_restore_finish:
 *
 * Returns: (transfer full) (nullable): the account, which is in the list again
 */
SurmiseAccount *
surmise_account_list_restore_finish (SurmiseAccountList  *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_restore_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
surmise_removed_account_free (SurmiseRemovedAccount *removed)
{
  if (removed == NULL)
    return;

  g_clear_object (&removed->account);
  g_clear_pointer (&removed->token, surmise_token_free);
  g_free (removed);
}
