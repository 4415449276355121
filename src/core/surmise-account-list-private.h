/* surmise-account-list-private.h – the account list's inside, for the file that loads it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-private.h"
#include "surmise-demo-server.h"

G_BEGIN_DECLS

struct _SurmiseAccountList {
  GObject              parent_instance;

  SoupSession         *session;           /* (owned) (nullable): NULL once disposed */
  GPtrArray           *accounts;          /* (owned) (element-type SurmiseAccount) */
  char                *default_server;
  GError              *environment_error; /* (owned) (nullable) */
  SurmiseDemoServer   *demo_server;       /* (owned) (nullable) */
  GCancellable        *cancellable;       /* ends what goes on in the background */
  gboolean             disposed;

  SurmiseKeyringState  keyring_state;
  SurmiseKeyringState  settled_state;     /* before the loading began */
  guint                n_loading;
  guint                slow_timer;
  guint                slow_after_ms;
  guint                patience_ms;

  /* A search finds what was there when it began: what has been stored or removed since is newer. */
  guint                generation;
  GHashTable          *removed;           /* (element-type utf8): ids */
  GHashTable          *stored;            /* (element-type utf8 guint): ids and the generation they were stored in */
};

void _surmise_account_list_set_keyring_state (SurmiseAccountList  *self,
                                              SurmiseKeyringState  state);

G_END_DECLS
