/* test-keyring-prompt.c – a person in front of gnome-keyring
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-keyring-prompt.h"

#include "test-utils.h"

#define PROMPT "search", "--onlyvisible", "--class", "gcr-prompter"
#define PROMPT_SYNC "search", "--sync", "--onlyvisible", "--class", "gcr-prompter", "windowfocus", "--sync"

/* Window 0 is the one that has the focus: keys come as from a keyboard, not as messages to a window. */
#define PASSWORD "type", "--window", "0", "--delay", "50", "test\r"

static gboolean
prompt_is_gone (gpointer user_data)
{
  const char *argv[] = { "xdotool", PROMPT, NULL };
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);

  return !g_subprocess_wait_check (process, NULL, NULL);
}

static gboolean
prompt_is_there (gpointer user_data)
{
  return !prompt_is_gone (NULL);
}

static gboolean
wake_up (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
start_xdotool (const char *const *argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
}

void
lock_keyring (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr(GVariant) reply = NULL;
  const char *collections[] = { "/org/freedesktop/secrets/collection/login", NULL };

  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "Lock", g_variant_new ("(^ao)", collections),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

void
wait_for_prompt (gboolean there)
{
  guint source = g_timeout_add (50, wake_up, NULL);

  test_wait_until (there ? prompt_is_there : prompt_is_gone, NULL);
  g_source_remove (source);
}

void
press_escape (void)
{
  const char *argv[] = { "xdotool", PROMPT_SYNC, "key", "--window", "0", "Escape", NULL };

  start_xdotool (argv);
}

/* The prompt before may not have gone yet. */
void
dismiss_prompt (void)
{
  wait_for_prompt (FALSE);
  press_escape ();
}

void
answer_prompt (void)
{
  const char *argv[] = { "xdotool", PROMPT_SYNC, PASSWORD, NULL };

  wait_for_prompt (FALSE);
  start_xdotool (argv);
}

void
answer_prompt_slowly (void)
{
  const char *argv[] = { "xdotool", PROMPT_SYNC, "sleep", "1", PASSWORD, NULL };

  wait_for_prompt (FALSE);
  start_xdotool (argv);
}
