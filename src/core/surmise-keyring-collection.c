/* surmise-keyring-collection.c – whether the keyring is open
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A keyring that has not been opened since the person logged in finds nothing, without an error, and opens no prompt
 * for a search either: gnome-keyring knows what is in it only once it is open. So an empty answer means nothing by
 * itself.
 */
#include "config.h"

#include "surmise-keyring-private.h"

typedef struct {
  gboolean          may_prompt;
  SecretService    *service;    /* (owned) (nullable) */
  SecretCollection *collection; /* (owned) (nullable) */
} Check;

static void
free_check (Check *check)
{
  g_clear_object (&check->service);
  g_clear_object (&check->collection);
  g_free (check);
}

static void
unlock_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  int n_unlocked = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, n_unlocked == 0);
}

static void
collection_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GList) list = NULL;
  Check *check = g_task_get_task_data (task);

  check->collection = secret_collection_for_alias_finish (result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Without a default keyring there is nothing to open: the first store makes one. */
  if (check->collection == NULL || !secret_collection_get_locked (check->collection))
    {
      g_task_return_boolean (task, FALSE);
      return;
    }
  if (!check->may_prompt)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Never cancelled: libsecret 0.20 answers twice when gnome-keyring has forgotten the prompt that it is to dismiss. */
  list = g_list_append (NULL, check->collection);
  secret_service_unlock (check->service, list, NULL, unlock_cb, g_steal_pointer (&task));
}

static void
service_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Check *check = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  check->service = secret_service_get_finish (result, &error);
  if (check->service == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  secret_collection_for_alias (check->service, SECRET_COLLECTION_DEFAULT, SECRET_COLLECTION_NONE, cancellable,
                               collection_cb, g_steal_pointer (&task));
}

/* libsecret keeps to itself which back end it took; these are its own rules. The portal's and the file's are open, or
 * else had no way to start. */
gboolean
_surmise_keyring_is_service (void)
{
  const char *name = g_getenv ("SECRET_BACKEND");

  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP_NAME") != NULL)
    return FALSE;

  return name == NULL || *name == '\0' || g_strcmp0 (name, "service") == 0;
}

/**
 * _surmise_keyring_check_locked_async:
 * @may_prompt: whether to ask for the keyring's password where it is locked
 *
 * Asks whether the default keyring is locked, and opens it where it may.
 */
void
_surmise_keyring_check_locked_async (gboolean             may_prompt,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Check *check = g_new0 (Check, 1);

  check->may_prompt = may_prompt;
  g_task_set_source_tag (task, _surmise_keyring_check_locked_async);
  g_task_set_task_data (task, check, (GDestroyNotify) free_check);

  if (_surmise_keyring_is_service ())
    {
      secret_service_get (SECRET_SERVICE_NONE, cancellable, service_cb, g_steal_pointer (&task));
      return;
    }

  g_task_return_boolean (task, FALSE);
}

/**
 * _surmise_keyring_check_locked_finish:
 * @error: return location for libsecret's own error
 *
 * Returns: whether the keyring is (still) locked; %FALSE with @error set where that could not be told
 */
gboolean
_surmise_keyring_check_locked_finish (GAsyncResult  *result,
                                      GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, _surmise_keyring_check_locked_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
