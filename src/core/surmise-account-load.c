/* surmise-account-load.c – what the keyring holds, brought into the account list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-account-list-private.h"
#include "surmise-keyring.h"
#include "surmise-keyring-wait.h"

/* One reading of the keyring. It outlives a caller that stops waiting, not the list. */
typedef struct {
  GWeakRef            list;
  SurmiseKeyringWait *wait; /* (owned) (nullable): NULL once the caller is answered */
  gboolean            may_prompt;
  guint               generation;
} Load;

static void
free_load (Load *load)
{
  g_assert (load->wait == NULL);
  g_weak_ref_clear (&load->list);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, free_load)

static GTask *
end_wait (Load *load)
{
  return load->wait != NULL ? surmise_keyring_wait_end (g_steal_pointer (&load->wait)) : NULL;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const SurmiseKeyringItem *left = *(const SurmiseKeyringItem *const *) a;
  const SurmiseKeyringItem *right = *(const SurmiseKeyringItem *const *) b;

  if (left->created != right->created)
    return left->created < right->created ? -1 : 1;

  return g_strcmp0 (left->id, right->id);
}

/* A token replaced by one of another user's may have been left beside the new one, if the keyring failed between the
 * two steps: the newer counts, the older one goes. */
static GHashTable *
find_newest (GPtrArray *items)
{
  g_autoptr(GHashTable) newest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    {
      SurmiseKeyringItem *item = g_ptr_array_index (items, i);
      SurmiseKeyringItem *other = g_hash_table_lookup (newest, item->id);
      SurmiseKeyringItem *older = other != NULL && other->modified < item->modified ? other : item;

      if (other == NULL || older == other)
        g_hash_table_replace (newest, item->id, item);
      if (other != NULL && !older->locked && g_strcmp0 (item->user_id, other->user_id) != 0)
        surmise_keyring_clear_async (older->id, older->user_id, 0, NULL, NULL, NULL);
    }

  return g_steal_pointer (&newest);
}

static void
merge_item (SurmiseAccountList *self,
            SurmiseKeyringItem *item)
{
  SurmiseAccount *account = surmise_account_list_find (self, item->id);
  g_autoptr(SurmiseAccount) created = NULL;
  g_autofree char *label = _surmise_account_clean_label (item->label);

  if (account == NULL)
    {
      g_autoptr(GError) error = NULL;

      created = _surmise_account_new (self->session, item->id, item->server, SURMISE_ACCOUNT_PLACE_KEYRING, &error);
      if (created == NULL)
        {
          g_debug ("An account in the keyring has no usable server: %s", error->message);
          return;
        }
      account = created;
    }

  _surmise_account_set_label (account, *label != '\0' ? label : item->user_id);
  _surmise_account_set_user_id (account, item->user_id);
  if (item->locked)
    _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_LOCKED);
  else if (surmise_account_get_state (account) == SURMISE_ACCOUNT_STATE_LOCKED)
    _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_UNVERIFIED);

  if (created != NULL)
    _surmise_account_list_insert (self, created, G_MAXUINT);
}

static gpointer
ref_account (gconstpointer account,
             gpointer      user_data)
{
  return g_object_ref ((gpointer) account);
}

/* What was not found is gone, unless something is locked, for then it may be there all the same. */
static void
merge_missing (SurmiseAccountList *self,
               GHashTable         *found,
               gboolean            any_locked,
               guint               generation)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_copy (self->accounts, ref_account, NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      SurmiseAccount *account = g_ptr_array_index (accounts, i);
      const char *id = surmise_account_get_id (account);

      if (surmise_account_get_place (account) != SURMISE_ACCOUNT_PLACE_KEYRING || g_hash_table_contains (found, id) ||
          GPOINTER_TO_UINT (g_hash_table_lookup (self->stored, id)) > generation)
        continue;

      if (any_locked)
        _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_LOCKED);
      else
        _surmise_account_list_drop (self, account);
    }
}

static void
merge (SurmiseAccountList *self,
       GPtrArray          *items,
       gboolean            any_locked,
       guint               generation)
{
  g_autoptr(GHashTable) newest = find_newest (items);

  g_ptr_array_sort (items, compare_items);
  for (guint i = 0; i < items->len; i++)
    {
      SurmiseKeyringItem *item = g_ptr_array_index (items, i);

      if (g_hash_table_lookup (newest, item->id) == item && !g_hash_table_contains (self->removed, item->id) &&
          GPOINTER_TO_UINT (g_hash_table_lookup (self->stored, item->id)) <= generation)
        merge_item (self, item);
    }

  merge_missing (self, newest, any_locked, generation);
}

static SurmiseKeyringState
get_state_after (SurmiseAccountList *self,
                 const GError       *error,
                 gboolean            any_locked)
{
  if (error == NULL)
    return any_locked ? SURMISE_KEYRING_STATE_LOCKED : SURMISE_KEYRING_STATE_READY;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return self->settled_state;
  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_ABSENT))
    return SURMISE_KEYRING_STATE_ABSENT;
  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED) ||
      g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_DISMISSED))
    return SURMISE_KEYRING_STATE_LOCKED;

  return SURMISE_KEYRING_STATE_FAILED;
}

static gboolean
on_slow (gpointer user_data)
{
  SurmiseAccountList *self = user_data;

  self->slow_timer = 0;
  _surmise_account_list_set_keyring_state (self, SURMISE_KEYRING_STATE_SLOW);

  return G_SOURCE_REMOVE;
}

static void
begin_loading (SurmiseAccountList *self,
               gboolean            may_prompt)
{
  if (self->n_loading++ > 0)
    return;

  self->settled_state = self->keyring_state;
  if (self->keyring_state != SURMISE_KEYRING_STATE_READY)
    _surmise_account_list_set_keyring_state (self, SURMISE_KEYRING_STATE_LOADING);
  /* With a prompt open, it is the person who takes the time. */
  if (!may_prompt)
    self->slow_timer = g_timeout_add (self->slow_after_ms, on_slow, self);
}

static void
end_loading (SurmiseAccountList  *self,
             SurmiseKeyringState  state)
{
  self->n_loading--;
  if (self->n_loading == 0)
    g_clear_handle_id (&self->slow_timer, g_source_remove);
  _surmise_account_list_set_keyring_state (self, state);
}

static void
return_load (GTask    *task,
             GError   *error,
             gboolean  any_locked,
             gboolean  may_prompt)
{
  g_autoptr(GTask) owned = task;

  if (error != NULL)
    g_task_return_error (owned, error);
  else if (any_locked && may_prompt)
    surmise_keyring_return_locked (g_steal_pointer (&owned));
  else if (any_locked)
    g_task_return_new_error (owned, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED, "The keyring is locked");
  else
    g_task_return_boolean (owned, TRUE);
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccountList) self = g_weak_ref_get (&load->list);
  gboolean any_locked = FALSE;
  g_autoptr(GPtrArray) items = surmise_keyring_search_finish (result, &any_locked, &error);
  GTask *task = end_wait (load);
  gboolean may_prompt = load->may_prompt;

  if (self == NULL || self->disposed)
    {
      g_clear_error (&error);
      if (task != NULL)
        return_load (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The list is gone"), FALSE, FALSE);
      return;
    }

  /* D-Bus gave up before the keyring answered; the list does not. */
  if (g_error_matches (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW))
    {
      if (task != NULL)
        return_load (task, g_steal_pointer (&error), FALSE, FALSE);
      _surmise_account_list_set_keyring_state (self, SURMISE_KEYRING_STATE_SLOW);
      load->generation = self->generation;
      surmise_keyring_search_async (may_prompt, self->cancellable, searched_cb, g_steal_pointer (&load));
      return;
    }

  if (items != NULL)
    merge (self, items, any_locked, load->generation);
  end_loading (self, get_state_after (self, error, any_locked));
  if (task != NULL)
    return_load (task, g_steal_pointer (&error), any_locked, may_prompt);
}

/**
 * surmise_account_list_load_async:
 * @self: a list
 * @may_prompt: whether the keyring may ask for its password: only where a person just asked for the accounts
 *
 * Brings the keyring's accounts into the list. A keyring that takes its time is never given up: what it says is merged
 * whenever it comes, even after the caller has been told %SURMISE_KEYRING_ERROR_SLOW or has cancelled. A prompt that is
 * open stays so until it is answered.
 */
void
surmise_account_list_load_async (SurmiseAccountList  *self,
                                 gboolean             may_prompt,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;
  Load *load;

  g_return_if_fail (SURMISE_IS_ACCOUNT_LIST (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_list_load_async);

  load = g_new0 (Load, 1);
  g_weak_ref_init (&load->list, self);
  load->may_prompt = may_prompt;
  load->generation = self->generation;
  load->wait = surmise_keyring_wait_new (task, self->patience_ms);

  begin_loading (self, may_prompt);
  /* Cancelling lets the caller go; the reading goes on for the list's own sake. */
  surmise_keyring_search_async (may_prompt, self->cancellable, searched_cb, load);
}

/**
 * surmise_account_list_load_finish:
 *
 * Returns: %TRUE when all accounts are there and readable; else %FALSE with a %SURMISE_KEYRING_ERROR
 */
gboolean
surmise_account_list_load_finish (SurmiseAccountList  *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_list_load_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
_surmise_account_list_set_removed (SurmiseAccountList *self,
                                   const char         *id,
                                   gboolean            removed)
{
  if (removed)
    g_hash_table_add (self->removed, g_strdup (id));
  else
    g_hash_table_remove (self->removed, id);
}

/* From now on, what a search says that began earlier does not count for this account. */
void
_surmise_account_list_note_stored (SurmiseAccountList *self,
                                   SurmiseAccount     *account)
{
  self->generation++;
  g_hash_table_replace (self->stored, g_strdup (surmise_account_get_id (account)), GUINT_TO_POINTER (self->generation));
}

SoupSession *
_surmise_account_list_get_session (SurmiseAccountList *self)
{
  return self->session;
}

guint
_surmise_account_list_get_patience (SurmiseAccountList *self)
{
  return self->patience_ms;
}

gboolean
_surmise_account_list_is_disposed (SurmiseAccountList *self)
{
  return self->disposed;
}

void
_surmise_account_list_set_patience (SurmiseAccountList *self,
                                    guint               slow_after_ms,
                                    guint               patience_ms)
{
  self->slow_after_ms = slow_after_ms;
  self->patience_ms = patience_ms;
  for (guint i = 0; i < self->accounts->len; i++)
    _surmise_account_set_patience (g_ptr_array_index (self->accounts, i), patience_ms);
}
