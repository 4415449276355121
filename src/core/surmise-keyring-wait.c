/* surmise-keyring-wait.c – lets a caller go when the keyring takes too long, while the work goes on
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A call to the keyring is never cancelled half-way: whether the daemon still carries it out is then anybody's guess.
 * Instead the caller is answered, and whoever made the call learns from surmise_keyring_wait_end() that nobody waits.
 */
#include "config.h"

#include "surmise-keyring-wait.h"

#include "surmise-keyring.h"

#define PING_TIMEOUT_MS 2000
/* Where gnome-keyring and GNOME Shell put the password prompt; the prompter stays for a while after its last prompt. */
#define PROMPTER_NAME "org.gnome.keyring.SystemPrompter"

struct _SurmiseKeyringWait {
  GTask   *task; /* (owned) (nullable): NULL once answered */
  guint    patience_ms;
  GSource *timer;     /* (owned) (nullable) */
  GSource *cancelled; /* (owned) (nullable) */
};

static void
drop_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static GTask *
take_task (SurmiseKeyringWait *self)
{
  drop_source (&self->timer);
  drop_source (&self->cancelled);

  return g_steal_pointer (&self->task);
}

static void
clear_wait (gpointer data)
{
  g_autoptr(GTask) task = take_task (data);

  g_assert (task == NULL);
}

static void
release_wait (SurmiseKeyringWait *self)
{
  g_rc_box_release_full (self, clear_wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseKeyringWait, release_wait)

static void start_timer (SurmiseKeyringWait *self);

static void
ping_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmiseKeyringWait) self = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr(GTask) task = NULL;

  if (self->task == NULL)
    return;

  /* A service that answers is not slow: it waits for a person at its prompt. */
  if (reply != NULL)
    {
      start_timer (self);
      return;
    }

  task = take_task (self);
  g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW, "The keyring does not answer");
}

static void
bus_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(SurmiseKeyringWait) self = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);
  g_autoptr(GTask) task = NULL;

  if (self->task == NULL)
    return;

  if (bus != NULL)
    {
      g_dbus_connection_call (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.DBus.Peer",
                              "Ping", NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, PING_TIMEOUT_MS, NULL, ping_cb,
                              g_rc_box_acquire (self));
      return;
    }

  task = take_task (self);
  g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_SLOW, "The keyring does not answer");
}

static gboolean
on_timer (gpointer user_data)
{
  SurmiseKeyringWait *self = user_data;

  drop_source (&self->timer);
  g_bus_get (G_BUS_TYPE_SESSION, NULL, bus_cb, g_rc_box_acquire (self));

  return G_SOURCE_REMOVE;
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr(GTask) task = take_task (user_data);

  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

static void
start_timer (SurmiseKeyringWait *self)
{
  self->timer = g_timeout_source_new (self->patience_ms);
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
has_owner_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  gboolean prompted = FALSE;

  if (reply != NULL)
    g_variant_get (reply, "(b)", &prompted);

  if (prompted)
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_DISMISSED,
                             "The keyring's password was not given");
  else
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED, "The keyring is locked");
}

static void
prompter_bus_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    {
      g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_LOCKED, "The keyring is locked");
      return;
    }

  g_dbus_connection_call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                          g_variant_new ("(s)", PROMPTER_NAME), G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE,
                          PING_TIMEOUT_MS, NULL, has_owner_cb, g_steal_pointer (&task));
}

static gboolean
is_absent (const GError *error)
{
  /* No daemon, none that could be started, or no bus: where GIO finds no address of one, it says "failed" or
   * "invalid". */
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_SERVER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_DISCONNECTED) ||
         (error->domain == G_DBUS_ERROR && error->code >= G_DBUS_ERROR_SPAWN_EXEC_FAILED &&
          error->code <= G_DBUS_ERROR_SPAWN_NO_MEMORY) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ||
         error->domain == G_SPAWN_ERROR;
}

/**
 * surmise_keyring_timed_out:
 * @error: what a libsecret call failed with
 *
 * Returns: whether the service may still carry the call out
 */
gboolean
surmise_keyring_timed_out (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NO_REPLY) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMEOUT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_TIMED_OUT);
}

/**
 * surmise_keyring_item_vanished:
 * @error: what a libsecret call failed with
 *
 * Returns: whether an item was found and then deleted before it could be read
 */
gboolean
surmise_keyring_item_vanished (const GError *error)
{
  return g_error_matches (error, SECRET_ERROR, SECRET_ERROR_NO_SUCH_OBJECT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT);
}

/**
 * surmise_keyring_return_locked:
 * @task: (transfer full): the task to fail
 *
 * Fails with %SURMISE_KEYRING_ERROR_DISMISSED where there was a prompt, else with %SURMISE_KEYRING_ERROR_LOCKED:
 * the Secret Service itself gives the same answer for both.
 */
void
surmise_keyring_return_locked (GTask *task)
{
  g_bus_get (G_BUS_TYPE_SESSION, NULL, prompter_bus_cb, task);
}

/**
 * surmise_keyring_return_error:
 * @task: (transfer full): the task to fail
 * @error: (transfer full): what libsecret said
 *
 * Fails @task with the %SURMISE_KEYRING_ERROR that @error means; one that is such an error already, or a cancellation,
 * stays.
 */
void
surmise_keyring_return_error (GTask  *task,
                              GError *error)
{
  g_autoptr(GTask) owned = task;
  g_autoptr(GError) cause = error;
  SurmiseKeyringError code = SURMISE_KEYRING_ERROR_FAILED;

  if (g_error_matches (cause, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
    {
      surmise_keyring_return_locked (g_steal_pointer (&owned));
      return;
    }

  if (cause->domain == SURMISE_KEYRING_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (owned, g_steal_pointer (&cause));
      return;
    }

  if (surmise_keyring_timed_out (cause))
    code = SURMISE_KEYRING_ERROR_SLOW;
  else if (is_absent (cause))
    code = SURMISE_KEYRING_ERROR_ABSENT;
  else if (surmise_keyring_item_vanished (cause))
    code = SURMISE_KEYRING_ERROR_GONE;

  g_task_return_new_error (owned, SURMISE_KEYRING_ERROR, (int) code, "The keyring: %s", cause->message);
}

/**
 * surmise_keyring_wait_new:
 * @task: (transfer full): answers the caller
 * @patience_ms: after how many milliseconds the caller is told %SURMISE_KEYRING_ERROR_SLOW, unless the service answers
 *   a ping, which means that a prompt is open; 0 for never
 *
 * Answers @task early when it is cancelled or the keyring takes too long.
 *
 * Returns: (transfer full): end with surmise_keyring_wait_end()
 */
SurmiseKeyringWait *
surmise_keyring_wait_new (GTask *task,
                          guint  patience_ms)
{
  SurmiseKeyringWait *self = g_rc_box_new0 (SurmiseKeyringWait);
  GCancellable *cancellable = g_task_get_cancellable (task);

  self->task = task;
  self->patience_ms = patience_ms;
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (on_cancelled), self, NULL);
      g_source_attach (self->cancelled, g_main_context_get_thread_default ());
    }
  if (patience_ms > 0)
    start_timer (self);

  return self;
}

/**
 * surmise_keyring_wait_is_over:
 * @self: a wait
 *
 * Returns: whether the caller has been let go already
 */
gboolean
surmise_keyring_wait_is_over (SurmiseKeyringWait *self)
{
  return self->task == NULL;
}

/**
 * surmise_keyring_wait_end:
 * @self: (transfer full): a wait
 *
 * Returns: (transfer full) (nullable): the task, still to be answered, or %NULL if its caller did not wait so long
 */
GTask *
surmise_keyring_wait_end (SurmiseKeyringWait *self)
{
  g_autoptr(SurmiseKeyringWait) owned = self;

  return take_task (owned);
}
