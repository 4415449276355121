/* surmise-account-actions.c – checking accounts, and what a request's end means for one
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-account-actions.h"

#include "clarifai-error.h"
#include "clarifai-user.h"
#include "surmise-account-private.h"

typedef struct {
  SurmiseAccount      *account; /* (owned) (not nullable) */
  SurmiseToken        *token;   /* (owned) (nullable) */
  SurmiseAccountState  before;
} Check;

static void
free_check (Check *check)
{
  g_clear_object (&check->account);
  g_clear_pointer (&check->token, surmise_token_free);
  g_free (check);
}

/* The network's own failures; files that cannot be read have codes of the same domain. */
static gboolean
is_transport_error (const GError *error)
{
  static const GIOErrorEnum codes[] = {
    G_IO_ERROR_HOST_NOT_FOUND,      G_IO_ERROR_HOST_UNREACHABLE,   G_IO_ERROR_NETWORK_UNREACHABLE,
    G_IO_ERROR_CONNECTION_REFUSED,  G_IO_ERROR_CONNECTION_CLOSED,  G_IO_ERROR_NOT_CONNECTED,
    G_IO_ERROR_TIMED_OUT,           G_IO_ERROR_PARTIAL_INPUT,      G_IO_ERROR_PROXY_FAILED,
    G_IO_ERROR_PROXY_AUTH_FAILED,   G_IO_ERROR_PROXY_NEED_AUTH,    G_IO_ERROR_PROXY_NOT_ALLOWED,
  };

  if (error->domain == G_RESOLVER_ERROR || error->domain == G_TLS_ERROR || error->domain == SOUP_SESSION_ERROR)
    return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, G_IO_ERROR, (int) codes[i]))
      return TRUE;

  return FALSE;
}

/* For users/me, whatever does not come from the service itself counts too: a captive portal answers for it. */
static gboolean
is_out_of_reach (const GError *error)
{
  return is_transport_error (error) || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_SERVER) ||
         g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY) ||
         g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE) ||
         g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REDIRECTED);
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED) ||
         g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID);
}

static gboolean
is_locked_error (const GError *error)
{
  return g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED) ||
         g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_DISMISSED);
}

static gboolean
has_user (GListModel *users,
          const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (users); i++)
    {
      g_autoptr(ClarifaiUser) user = g_list_model_get_item (users, i);

      if (g_strcmp0 (clarifai_user_get_id (user), id) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A check may have found the account in the middle of another one. */
static void
restore_state (Check *check)
{
  if (surmise_account_get_state (check->account) == SURMISE_ACCOUNT_STATE_CHECKING)
    _surmise_account_set_state (check->account, check->before);
}

static void
organizations_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) users = clarifai_client_list_organizations_finish (CLARIFAI_CLIENT (source), result, &error);
  Check *check = g_task_get_task_data (task);

  /* Where that cannot be told, nothing is claimed. */
  if (users != NULL)
    _surmise_account_set_owner_foreign (check->account,
                                        !has_user (users, surmise_account_get_owner_id (check->account)));
  else
    g_debug ("The organisations are not known: %s", error->message);

  g_task_return_boolean (task, TRUE);
}

static void
me_cb (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ClarifaiClient *client = CLARIFAI_CLIENT (source);
  g_autoptr(ClarifaiUser) user = clarifai_client_get_me_finish (client, result, &error);
  Check *check = g_task_get_task_data (task);

  if (user == NULL)
    {
      if (is_refusal (error))
        _surmise_account_set_state (check->account, SURMISE_ACCOUNT_STATE_REJECTED);
      else if (is_out_of_reach (error))
        _surmise_account_set_state (check->account, SURMISE_ACCOUNT_STATE_OFFLINE);
      else
        {
          restore_state (check);
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_task_return_boolean (task, TRUE);
      return;
    }

  _surmise_account_set_user_id (check->account, clarifai_user_get_id (user));
  _surmise_account_set_state (check->account, SURMISE_ACCOUNT_STATE_VERIFIED);
  if (g_strcmp0 (surmise_account_get_owner_id (check->account), clarifai_user_get_id (user)) != 0)
    {
      clarifai_client_list_organizations_async (client, clarifai_user_get_id (user), check->token,
                                                g_task_get_cancellable (task), organizations_cb, g_object_ref (task));
      return;
    }

  _surmise_account_set_owner_foreign (check->account, FALSE);
  g_task_return_boolean (task, TRUE);
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account = SURMISE_ACCOUNT (source);
  Check *check = g_task_get_task_data (task);

  check->token = surmise_account_load_token_finish (account, result, &error);
  if (check->token == NULL)
    {
      restore_state (check);
      if (is_locked_error (error))
        _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_LOCKED);
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  clarifai_client_get_me_async (surmise_account_get_client (account), check->token, g_task_get_cancellable (task),
                                me_cb, g_object_ref (task));
}

/**
 * surmise_account_list_check_async:
 * @self: a list
 * @account: one of its accounts
 *
 * Asks `GET /v2/users/me` with the account's token and sets the account's state and user by the answer; for an owner
 * that is not the user, asks for the user's organisations too.
 */
void
surmise_account_list_check_async (SurmiseAccountList  *self,
                                  SurmiseAccount      *account,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Check *check;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_list_check_async);

  check = g_new0 (Check, 1);
  check->account = g_object_ref (account);
  check->before = surmise_account_get_state (account);
  if (check->before == SURMISE_ACCOUNT_STATE_CHECKING)
    check->before = SURMISE_ACCOUNT_STATE_UNVERIFIED;
  g_task_set_task_data (task, check, (GDestroyNotify) free_check);

  _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_CHECKING);
  surmise_account_load_token_async (account, cancellable, token_cb, g_steal_pointer (&task));
}

/**
 * surmise_account_list_check_finish:
 *
 * Returns: %TRUE when the account's state is the answer: verified, rejected or offline. %FALSE with @error set where
 *   nothing was learned: a %SURMISE_KEYRING_ERROR, a cancellation, or a %CLARIFAI_ERROR such as a missing permission
 */
gboolean
surmise_account_list_check_finish (SurmiseAccountList  *self,
                                   GAsyncResult        *result,
                                   GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_check_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * surmise_account_list_note_error:
 * @self: a list
 * @account: the account a request was made with
 * @error: what it failed with
 *
 * A refused token marks the account rejected; 11008 is first checked with `users/me`, since a path that the token may
 * not use answers so too; a network failure marks it offline. Nothing is ever removed.
 */
void
surmise_account_list_note_error (SurmiseAccountList *self,
                                 SurmiseAccount     *account,
                                 const GError       *error)
{
  SurmiseAccountState state;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (error != NULL);

  state = surmise_account_get_state (account);

  if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED))
    _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_REJECTED);
  else if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID))
    {
      if (state != SURMISE_ACCOUNT_STATE_CHECKING && state != SURMISE_ACCOUNT_STATE_REJECTED &&
          !_surmise_account_list_is_disposed (self))
        surmise_account_list_check_async (self, account, NULL, NULL, NULL);
    }
  else if (is_transport_error (error))
    {
      if (state == SURMISE_ACCOUNT_STATE_UNVERIFIED || state == SURMISE_ACCOUNT_STATE_VERIFIED)
        _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_OFFLINE);
    }
  else if (is_locked_error (error) && surmise_account_get_place (account) == SURMISE_ACCOUNT_PLACE_KEYRING)
    _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_LOCKED);
}

/**
 * surmise_account_list_note_success:
 * @self: a list
 * @account: the account a request was made with
 *
 * Ends the account's being offline or unverified. One that was rejected meanwhile stays so: only a check tells
 * otherwise.
 */
void
surmise_account_list_note_success (SurmiseAccountList *self,
                                   SurmiseAccount     *account)
{
  SurmiseAccountState state;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));

  state = surmise_account_get_state (account);
  if (state == SURMISE_ACCOUNT_STATE_OFFLINE || state == SURMISE_ACCOUNT_STATE_UNVERIFIED ||
      state == SURMISE_ACCOUNT_STATE_LOCKED)
    _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_VERIFIED);
}
