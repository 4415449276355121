/* surmise-keyring-gate.c – lets nobody in before libsecret's back end is there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Calls that come while libsecret still makes its back end make one each, and only one of them is kept. Of the file's, each
 * has its own copy of what the file held: what is stored through another one is not found again. So the first call goes
 * alone. The Secret Service keeps everything on its side, and needs no gate.
 */
#include "config.h"

#include "surmise-keyring-private.h"

typedef struct {
  SurmiseKeyringRun run;
  gpointer          data;
} Waiting;

/* Of the process, as libsecret's back end is; used from the main thread alone. */
static GQueue waiting = G_QUEUE_INIT;
static gboolean opening;
static gboolean opened;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseKeyringFound) found = secret_password_search_finish (result, &error);
  guint n = g_queue_get_length (&waiting);

  opening = FALSE;
  opened = error == NULL;
  /* Those that come in while these are let in are not counted: without a back end, they ask again. */
  while (n-- > 0)
    {
      g_autofree Waiting *next = g_queue_pop_head (&waiting);

      next->run (next->data);
    }
}

/**
 * _surmise_keyring_enter:
 * @run: (scope async): makes a call to libsecret
 * @data: for @run
 *
 * Calls @run now or, where libsecret's back end is not there yet, when it is.
 */
void
_surmise_keyring_enter (SurmiseKeyringRun run,
                        gpointer          data)
{
  g_autoptr(GHashTable) attributes = NULL;
  Waiting *next;

  if (opened || _surmise_keyring_is_service ())
    {
      run (data);
      return;
    }

  next = g_new0 (Waiting, 1);
  next->run = run;
  next->data = data;
  g_queue_push_tail (&waiting, next);
  if (opening)
    return;

  opening = TRUE;
  attributes = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (attributes, (char *) "application", (char *) APPLICATION_ID);
  secret_password_searchv (&_surmise_token_schema, attributes, SECRET_SEARCH_NONE, NULL, opened_cb, NULL);
}
