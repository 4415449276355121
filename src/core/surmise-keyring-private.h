/* surmise-keyring-private.h – what the keyring's reading and writing halves share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-keyring.h"
#include "surmise-keyring-wait.h"

G_BEGIN_DECLS

extern const SecretSchema _surmise_token_schema;

typedef void (*SurmiseKeyringRun) (gpointer data);

/* One store, clear or lookup: goes on when its caller has been let go. */
typedef struct {
  SurmiseKeyringWait *wait;       /* (owned) (nullable): NULL where nobody waits */
  GHashTable         *attributes; /* (owned) */
  /* Of a write alone: */
  char               *label;
  SurmiseToken       *token;
  gboolean            fresh;
  SurmiseKeyringRun   run;
} SurmiseKeyringOperation;

/* What a search found: SecretRetrievables. */
typedef GList SurmiseKeyringFound;

SurmiseKeyringOperation *_surmise_keyring_start          (gpointer tag, const char *id, const char *server,
                                                          const char *user_id, guint patience_ms,
                                                          GCancellable *cancellable, GAsyncReadyCallback callback,
                                                          gpointer user_data);
GTask                   *_surmise_keyring_end_wait       (SurmiseKeyringOperation *operation);
void                     _surmise_keyring_operation_free (SurmiseKeyringOperation *operation);
void                     _surmise_keyring_found_free     (GList                   *items);

void                     _surmise_keyring_enter          (SurmiseKeyringRun run, gpointer data);
gboolean                 _surmise_keyring_is_service     (void);
void                     _surmise_keyring_check_locked_async  (gboolean may_prompt, GCancellable *cancellable,
                                                               GAsyncReadyCallback callback, gpointer user_data);
gboolean                 _surmise_keyring_check_locked_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseKeyringOperation, _surmise_keyring_operation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseKeyringFound, _surmise_keyring_found_free)

G_END_DECLS
