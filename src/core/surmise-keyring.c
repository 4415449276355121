/* surmise-keyring.c – the one place that speaks to libsecret
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Only the simple calls are used: they alone also reach the portal's and the file back end.
 */
#include "config.h"

#include "surmise-keyring-private.h"

/* The file back end does not compare the schema's name: APPLICATION_ID is in an attribute too, so that what other
 * applications keep is never taken for ours. The label is no attribute: storing with the same attributes replaces. */
const SecretSchema _surmise_token_schema = {
  .name = APPLICATION_ID ".Token",
  .flags = SECRET_SCHEMA_NONE,
  .attributes = {
    { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "server", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

G_DEFINE_QUARK (surmise-keyring-error-quark, surmise_keyring_error)

static GHashTable *
build_attributes (const char *id,
                  const char *server,
                  const char *user_id)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes, (char *) "application", g_strdup (APPLICATION_ID));
  if (id != NULL)
    g_hash_table_insert (attributes, (char *) "id", g_strdup (id));
  if (server != NULL)
    g_hash_table_insert (attributes, (char *) "server", g_strdup (server));
  if (user_id != NULL)
    g_hash_table_insert (attributes, (char *) "user", g_strdup (user_id));

  return attributes;
}

/* Only the Secret Service's items can be locked; those of the file back end have no such property. */
static gboolean
is_locked (gpointer item)
{
  gboolean locked = FALSE;

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (item), "locked") != NULL)
    g_object_get (item, "locked", &locked, NULL);

  return locked;
}

static SurmiseKeyringItem *
read_item (SecretRetrievable *retrievable)
{
  g_autoptr(GHashTable) attributes = secret_retrievable_get_attributes (retrievable);
  g_autofree char *label = secret_retrievable_get_label (retrievable);
  const char *id = g_hash_table_lookup (attributes, "id");
  const char *server = g_hash_table_lookup (attributes, "server");
  const char *user_id = g_hash_table_lookup (attributes, "user");
  SurmiseKeyringItem *item;

  if (id == NULL || *id == '\0' || server == NULL)
    return NULL;

  item = surmise_keyring_item_new (id, server, user_id != NULL ? user_id : "", label);
  item->created = (gint64) secret_retrievable_get_created (retrievable);
  item->modified = (gint64) secret_retrievable_get_modified (retrievable);
  item->locked = is_locked (retrievable);

  return item;
}

typedef struct {
  gboolean may_prompt;
  gboolean any_locked;
  guint    n_vanished;
} Search;

/* How often a search begins anew because something was deleted under it. */
#define MAX_VANISHED 5

static void run_search (gpointer data);

static void
search_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseKeyringFound) found = secret_password_search_finish (result, &error);
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) surmise_keyring_item_free);
  Search *search = g_task_get_task_data (task);

  if (surmise_keyring_item_vanished (error) && search->n_vanished++ < MAX_VANISHED)
    {
      run_search (g_steal_pointer (&task));
      return;
    }
  if (error != NULL)
    {
      surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  for (GList *l = found; l != NULL; l = l->next)
    {
      SurmiseKeyringItem *item = read_item (l->data);

      search->any_locked |= is_locked (l->data);
      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  g_task_return_pointer (task, g_steal_pointer (&items), (GDestroyNotify) g_ptr_array_unref);
}

static void
search_unlocked_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) attributes = build_attributes (NULL, NULL, NULL);
  Search *search = g_task_get_task_data (task);
  SecretSearchFlags flags = SECRET_SEARCH_ALL;

  search->any_locked = _surmise_keyring_check_locked_finish (result, &error);
  if (error != NULL)
    {
      surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  /* One prompt is enough: after it was dismissed, the search would open another. */
  if (search->may_prompt && !search->any_locked)
    flags |= SECRET_SEARCH_UNLOCK;

  /* A search that may prompt is never cancelled, like the opening before it. */
  secret_password_searchv (&_surmise_token_schema, attributes, flags,
                           search->may_prompt ? NULL : g_task_get_cancellable (task), search_cb, g_object_ref (task));
}

static void
retrieve_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SecretValue) value = NULL;
  g_autoptr(GTask) task = _surmise_keyring_end_wait (operation);
  SurmiseToken *token;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);
  if (task == NULL)
    return;
  if (value == NULL)
    {
      surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
      return;
    }

  /* Whatever else may write to the keyring: nothing goes into a header unchecked. */
  token = surmise_token_new (secret_value_get_text (value) != NULL ? secret_value_get_text (value) : "", &error);
  if (token != NULL)
    g_task_return_pointer (task, token, (GDestroyNotify) surmise_token_free);
  else
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_FAILED,
                             "The keyring holds something that is no token");
}

static void
lookup_empty_cb (GObject      *source,
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
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE,
                             "The keyring has no such token any more");
}

static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SurmiseKeyringOperation) operation = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseKeyringFound) found = secret_password_search_finish (result, &error);
  g_autoptr(GTask) task = NULL;
  SecretRetrievable *newest = NULL;

  for (GList *l = found; l != NULL; l = l->next)
    if (!is_locked (l->data) &&
        (newest == NULL || secret_retrievable_get_modified (l->data) > secret_retrievable_get_modified (newest)))
      newest = l->data;

  if (newest != NULL)
    {
      secret_retrievable_retrieve_secret (newest, NULL, retrieve_cb, g_steal_pointer (&operation));
      return;
    }

  if (error == NULL && found == NULL)
    {
      _surmise_keyring_check_locked_async (FALSE, NULL, lookup_empty_cb, g_steal_pointer (&operation));
      return;
    }

  task = _surmise_keyring_end_wait (operation);
  if (task == NULL)
    return;
  if (error != NULL)
    surmise_keyring_return_error (g_steal_pointer (&task), g_steal_pointer (&error));
  else
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED, "The keyring is locked");
}

SurmiseKeyringItem *
surmise_keyring_item_new (const char *id,
                          const char *server,
                          const char *user_id,
                          const char *label)
{
  SurmiseKeyringItem *item = g_new0 (SurmiseKeyringItem, 1);

  item->id = g_strdup (id);
  item->server = g_strdup (server);
  item->user_id = g_strdup (user_id);
  item->label = g_strdup (label != NULL ? label : "");

  return item;
}

void
surmise_keyring_item_free (SurmiseKeyringItem *item)
{
  g_free (item->id);
  g_free (item->server);
  g_free (item->user_id);
  g_free (item->label);
  g_free (item);
}

static void
run_search (gpointer data)
{
  g_autoptr(GTask) task = data;
  Search *search = g_task_get_task_data (task);

  _surmise_keyring_check_locked_async (search->may_prompt, g_task_get_cancellable (task), search_unlocked_cb,
                                       g_object_ref (task));
}

static void
run_lookup (gpointer data)
{
  SurmiseKeyringOperation *operation = data;

  secret_password_searchv (&_surmise_token_schema, operation->attributes, SECRET_SEARCH_ALL, NULL, lookup_cb,
                           operation);
}

/**
 * surmise_keyring_search_async:
 * @may_prompt: whether the keyring may ask for its password
 *
 * Finds what tokens there are. Takes as long as the keyring takes; an open prompt stays open when cancelled.
 */
void
surmise_keyring_search_async (gboolean             may_prompt,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = g_new0 (Search, 1);

  search->may_prompt = may_prompt;
  g_task_set_source_tag (task, surmise_keyring_search_async);
  g_task_set_task_data (task, search, g_free);
  _surmise_keyring_enter (run_search, task);
}

/**
 * surmise_keyring_search_finish:
 * @any_locked: (out): whether something of ours is locked, readable or not
 *
 * Returns: (transfer full) (element-type SurmiseKeyringItem) (nullable): or %NULL with a %SURMISE_KEYRING_ERROR
 */
GPtrArray *
surmise_keyring_search_finish (GAsyncResult  *result,
                               gboolean      *any_locked,
                               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_keyring_search_async), NULL);

  *any_locked = ((Search *) g_task_get_task_data (G_TASK (result)))->any_locked;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * surmise_keyring_lookup_async:
 * @id: the account's
 * @server: the account's: a token is only ever found for the server it was stored with
 * @patience_ms: see surmise_keyring_wait_new()
 *
 * Fetches a token. Never opens a prompt: a locked keyring is an error, unlocking it a step of its own.
 */
void
surmise_keyring_lookup_async (const char          *id,
                              const char          *server,
                              guint                patience_ms,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  SurmiseKeyringOperation *operation;

  operation = _surmise_keyring_start (surmise_keyring_lookup_async, id, server, NULL, patience_ms, cancellable,
                                      callback, user_data);

  _surmise_keyring_enter (run_lookup, operation);
}

SurmiseToken *
surmise_keyring_lookup_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_keyring_lookup_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Friends only: what every operation begins with. */
SurmiseKeyringOperation *
_surmise_keyring_start (gpointer             tag,
                 const char          *id,
                 const char          *server,
                 const char          *user_id,
                 guint                patience_ms,
                 GCancellable        *cancellable,
                 GAsyncReadyCallback  callback,
                 gpointer             user_data)
{
  SurmiseKeyringOperation *operation = g_new0 (SurmiseKeyringOperation, 1);
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  operation->attributes = build_attributes (id, server, user_id);
  operation->wait = surmise_keyring_wait_new (task, patience_ms);

  return operation;
}

GTask *
_surmise_keyring_end_wait (SurmiseKeyringOperation *operation)
{
  return operation->wait != NULL ? surmise_keyring_wait_end (g_steal_pointer (&operation->wait)) : NULL;
}

void
_surmise_keyring_operation_free (SurmiseKeyringOperation *operation)
{
  g_assert (operation->wait == NULL);
  g_clear_pointer (&operation->attributes, g_hash_table_unref);
  g_clear_pointer (&operation->token, surmise_token_free);
  g_free (operation->label);
  g_free (operation);
}

void
_surmise_keyring_found_free (GList *items)
{
  g_list_free_full (items, g_object_unref);
}
