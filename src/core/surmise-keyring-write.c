/* surmise-keyring-write.c – storing tokens in the keyring and clearing them from it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One at a time: libsecret's file back end, which is the one inside Flatpak, writes the whole file for each.
 */
#include "config.h"

#include "surmise-keyring-private.h"

/* Of the main thread, like all of this layer: there is but one keyring to take turns at. */
static GQueue waiting = G_QUEUE_INIT;
static gboolean busy;

static void
run_next (void)
{
  SurmiseKeyringOperation *operation;

  while (!busy && (operation = g_queue_pop_head (&waiting)) != NULL)
    {
      /* What nobody waits for any more need not be begun. */
      if (operation->wait != NULL && surmise_keyring_wait_is_over (operation->wait))
        {
          _surmise_keyring_end_wait (operation);
          _surmise_keyring_operation_free (operation);
          continue;
        }

      busy = TRUE;
      operation->run (operation);
    }
}

static void
queue_operation (gpointer operation)
{
  g_queue_push_tail (&waiting, operation);
  run_next ();
}

static void
take_turns (SurmiseKeyringOperation *operation,
            SurmiseKeyringRun        run)
{
  operation->run = run;
  _surmise_keyring_enter (queue_operation, operation);
}

static void
end_turn (void)
{
  busy = FALSE;
  run_next ();
}

static void run_late_clear (gpointer data);

static void
late_clear_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GError) error = NULL;

  secret_password_clear_finish (result, &error);
  if (surmise_keyring_timed_out (error))
    take_turns (g_steal_pointer (&operation), run_late_clear);
  else if (error != NULL)
    g_debug ("A late token could not be cleared: %s", error->message);

  end_turn ();
}

static void
run_late_clear (gpointer data)
{
  SurmiseKeyringOperation *operation = data;

  secret_password_clearv (&_surmise_token_schema, operation->attributes, NULL, late_clear_cb, operation);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GError) error = NULL;
  gboolean stored = secret_password_store_finish (result, &error);
  g_autoptr(GTask) task = _surmise_keyring_end_wait (operation);
  gboolean late = (stored && task == NULL) || surmise_keyring_timed_out (error);

  if (task != NULL && stored)
    g_task_return_boolean (task, TRUE);
  else if (task != NULL)
    surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));

  /* The caller has been told that this did not work: nothing may stay behind that nobody knows of. */
  g_clear_pointer (&operation->token, surmise_token_free);
  if (late && operation->fresh)
    take_turns (g_steal_pointer (&operation), run_late_clear);

  end_turn ();
}

static void
run_store (gpointer data)
{
  SurmiseKeyringOperation *operation = data;

  secret_password_storev (&_surmise_token_schema, operation->attributes, SECRET_COLLECTION_DEFAULT, operation->label,
                          operation->token, NULL, store_cb, operation);
}

static void
clear_locked_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GTask) task = _surmise_keyring_end_wait (operation);
  g_autoptr(GError) error = NULL;
  gboolean locked = _surmise_keyring_check_locked_finish (result, &error);

  if (task == NULL)
    return;

  if (error != NULL)
    surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
  else if (locked)
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED, "The keyring is locked");
  else
    g_task_return_boolean (task, TRUE);
}

static void
clear_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GError) error = NULL;
  gboolean cleared = secret_password_clear_finish (result, &error);
  g_autoptr(GTask) task = NULL;

  end_turn ();

  /* Nothing cleared and no error is either a locked keyring or a token that was gone already. */
  if (!cleared && error == NULL)
    {
      _surmise_keyring_check_locked_async (FALSE, NULL, clear_locked_cb, g_steal_pointer (&operation));
      return;
    }

  task = _surmise_keyring_end_wait (operation);
  if (task == NULL)
    return;

  if (error != NULL)
    surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
run_clear (gpointer data)
{
  SurmiseKeyringOperation *operation = data;

  secret_password_clearv (&_surmise_token_schema, operation->attributes, NULL, clear_cb, operation);
}

/**
 * surmise_keyring_store_async:
 * @item: under what to store
 * @token: the token
 * @fresh: whether the account is a new one, whose token is to be cleared again when it is stored too late
 * @patience_ms: see surmise_keyring_wait_new()
 *
 * Stores a token, in the place of one with the same id, server and user if there is one. May open the keyring's prompt.
 */
void
surmise_keyring_store_async (const SurmiseKeyringItem *item,
                             const char               *token,
                             gboolean                  fresh,
                             guint                     patience_ms,
                             GCancellable             *cancellable,
                             GAsyncReadyCallback       callback,
                             gpointer                  user_data)
{
  SurmiseKeyringOperation *operation;

  operation = _surmise_keyring_start (surmise_keyring_store_async, item->id, item->server, item->user_id, patience_ms,
                                      cancellable, callback, user_data);

  operation->label = g_strdup (item->label);
  operation->token = surmise_token_copy (token);
  operation->fresh = fresh;
  take_turns (operation, run_store);
}

gboolean
surmise_keyring_store_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_keyring_store_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * surmise_keyring_clear_async:
 * @id: the account's
 * @user_id: (nullable): clear only the token that was stored with this user
 * @patience_ms: see surmise_keyring_wait_new()
 *
 * Deletes a token; one that is gone already is a success.
 */
void
surmise_keyring_clear_async (const char          *id,
                             const char          *user_id,
                             guint                patience_ms,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  SurmiseKeyringOperation *operation;

  operation = _surmise_keyring_start (surmise_keyring_clear_async, id, NULL, user_id, patience_ms, cancellable,
                                      callback, user_data);

  take_turns (operation, run_clear);
}

gboolean
surmise_keyring_clear_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_keyring_clear_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
