/* surmise-account-add.c – a new account: verified first, then stored
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-user.h"
#include "surmise-account-private.h"
#include "surmise-keyring.h"

#include <string.h>

typedef struct {
  SurmiseToken        *token;      /* (owned) (not nullable) */
  SurmiseAccountPlace  place;
  SurmiseAccount      *account;    /* (owned) (not nullable): a new one, or the one that has the same token already */
  GPtrArray           *candidates; /* (owned) (nullable): accounts of the same user at the same server */
} Add;

static void
free_add (Add *add)
{
  g_clear_pointer (&add->token, surmise_token_free);
  g_clear_object (&add->account);
  g_clear_pointer (&add->candidates, g_ptr_array_unref);
  g_free (add);
}

/* Takes as long for any two tokens of one length. */
static gboolean
tokens_equal (const char *a,
              const char *b)
{
  gsize length = strlen (a);
  guint difference = 0;

  if (length != strlen (b))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guint) (a[i] ^ b[i]);

  return difference == 0;
}

static GPtrArray *
find_candidates (SurmiseAccountList *self,
                 SurmiseAccount     *account)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self)); i++)
    {
      g_autoptr(SurmiseAccount) other = g_list_model_get_item (G_LIST_MODEL (self), i);
      SurmiseAccountPlace place = surmise_account_get_place (other);

      if ((place == SURMISE_ACCOUNT_PLACE_KEYRING || place == SURMISE_ACCOUNT_PLACE_SESSION) &&
          g_strcmp0 (surmise_account_get_server (other), surmise_account_get_server (account)) == 0 &&
          g_strcmp0 (surmise_account_get_user_id (other), surmise_account_get_user_id (account)) == 0)
        g_ptr_array_add (candidates, g_steal_pointer (&other));
    }

  return candidates;
}

/* The token is where it should be: the account becomes, or stays, one of the list. */
static void
finish_add (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  Add *add = g_task_get_task_data (task);
  SurmiseAccount *known = surmise_account_list_find (self, surmise_account_get_id (add->account));

  if (_surmise_account_list_is_disposed (self))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The list is gone");
      return;
    }

  if (known != NULL && surmise_account_get_place (known) != add->place && add->place == SURMISE_ACCOUNT_PLACE_KEYRING)
    {
      _surmise_account_list_drop (self, known);
      _surmise_account_take_token (add->account, NULL);
      _surmise_account_set_place (add->account, SURMISE_ACCOUNT_PLACE_KEYRING);
      known = NULL;
    }

  /* A search of the keyring may have found it in the very moment in which it was stored. */
  if (known != NULL)
    g_set_object (&add->account, known);
  else
    _surmise_account_list_insert (self, add->account, G_MAXUINT);

  if (surmise_account_get_place (add->account) == SURMISE_ACCOUNT_PLACE_KEYRING)
    _surmise_account_list_note_stored (self, add->account);
  _surmise_account_set_state (add->account, SURMISE_ACCOUNT_STATE_VERIFIED);

  g_task_return_pointer (task, g_object_ref (add->account), g_object_unref);
}

static void
store_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Add *add = g_task_get_task_data (task);

  if (surmise_keyring_store_finish (result, &error))
    {
      finish_add (task);
      return;
    }

  /* Should it be stored all the same, late, then it is cleared again: no search shall show it in between. */
  if (surmise_account_list_find (g_task_get_source_object (task), surmise_account_get_id (add->account)) == NULL)
    _surmise_account_list_set_removed (g_task_get_source_object (task), surmise_account_get_id (add->account), TRUE);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
store (GTask *task)
{
  SurmiseAccountList *self = g_task_get_source_object (task);
  Add *add = g_task_get_task_data (task);
  g_autoptr(SurmiseKeyringItem) item = NULL;

  if (add->place == SURMISE_ACCOUNT_PLACE_SESSION)
    {
      _surmise_account_take_token (add->account, g_steal_pointer (&add->token));
      finish_add (task);
      return;
    }

  item = surmise_keyring_item_new (surmise_account_get_id (add->account), surmise_account_get_server (add->account),
                                   surmise_account_get_user_id (add->account),
                                   surmise_account_get_label (add->account));
  surmise_keyring_store_async (item, add->token, TRUE, _surmise_account_list_get_patience (self),
                               g_task_get_cancellable (task), store_cb, g_object_ref (task));
}

static void compare_next (GTask *task);

static void
candidate_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Add *add = g_task_get_task_data (task);
  SurmiseAccount *candidate = SURMISE_ACCOUNT (source);
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (candidate, result, NULL);

  /* One that cannot be read cannot be the same as far as anybody can tell. */
  if (token == NULL || !tokens_equal (token, add->token))
    {
      compare_next (task);
      return;
    }

  g_set_object (&add->account, candidate);
  if (surmise_account_get_place (candidate) == SURMISE_ACCOUNT_PLACE_SESSION &&
      add->place == SURMISE_ACCOUNT_PLACE_KEYRING)
    store (task);
  else
    finish_add (task);
}

static void
compare_next (GTask *task)
{
  Add *add = g_task_get_task_data (task);
  g_autoptr(SurmiseAccount) candidate = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (add->candidates->len == 0)
    {
      store (task);
      return;
    }

  candidate = g_ptr_array_steal_index (add->candidates, 0);
  surmise_account_load_token_async (candidate, g_task_get_cancellable (task), candidate_cb, g_object_ref (task));
}

static void
me_cb (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiUser) user = clarifai_client_get_me_finish (CLARIFAI_CLIENT (source), result, &error);
  g_autofree char *label = NULL;
  Add *add = g_task_get_task_data (task);

  if (user == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  label = _surmise_account_label_for_user (user);
  _surmise_account_set_label (add->account, label);
  _surmise_account_set_user_id (add->account, clarifai_user_get_id (user));
  add->candidates = find_candidates (g_task_get_source_object (task), add->account);
  compare_next (task);
}

/**
 * surmise_account_list_add_async:
 * @self: a list
 * @pasted_token: what a person pasted
 * @server: (nullable): the service's address; %NULL is surmise_account_list_get_default_server()
 * @place: %SURMISE_ACCOUNT_PLACE_KEYRING or %SURMISE_ACCOUNT_PLACE_SESSION
 *
 * Asks `GET /v2/users/me` whom the token belongs to, and only then keeps it. A token that the list has already, of the
 * same user at the same server, updates that account; one that was kept for the session moves to the keyring when
 * asked to.
 */
void
surmise_account_list_add_async (SurmiseAccountList  *self,
                                const char          *pasted_token,
                                const char          *server,
                                SurmiseAccountPlace  place,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = NULL;
  g_autofree char *base = NULL;
  g_autofree char *id = g_uuid_string_random ();
  Add *add;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (pasted_token != NULL);
  g_return_if_fail (place == SURMISE_ACCOUNT_PLACE_KEYRING || place == SURMISE_ACCOUNT_PLACE_SESSION);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_list_add_async);
  add = g_new0 (Add, 1);
  add->place = place;
  g_task_set_task_data (task, add, (GDestroyNotify) free_add);

  token = surmise_token_new (pasted_token, &error);
  if (token != NULL)
    base = clarifai_base_normalize (server != NULL ? server : surmise_account_list_get_default_server (self), &error);
  if (base != NULL)
    add->account = _surmise_account_new (_surmise_account_list_get_session (self), id, base, place, &error);
  if (add->account == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  add->token = g_steal_pointer (&token);
  clarifai_client_get_me_async (surmise_account_get_client (add->account), add->token, cancellable, me_cb,
                                g_steal_pointer (&task));
}

/**
 * surmise_account_list_add_finish:
 *
 * Returns: (transfer full) (nullable): the account, which is in the list
 */
SurmiseAccount *
surmise_account_list_add_finish (SurmiseAccountList  *self,
                                 GAsyncResult        *result,
                                 GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_add_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
