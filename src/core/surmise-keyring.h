/* surmise-keyring.h – the one place that speaks to libsecret, and what its answers mean
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"

G_BEGIN_DECLS

/* Shorter than D-Bus's own 25 seconds, so that ours is the answer a person gets. */
#define SURMISE_KEYRING_PATIENCE_MS 20000

/* What can be read of a token without the token. */
typedef struct {
  char     *id;
  char     *server;
  char     *user_id;
  char     *label;
  gint64    created;
  gint64    modified;
  gboolean  locked;
} SurmiseKeyringItem;

SurmiseKeyringItem *surmise_keyring_item_new      (const char *id, const char *server, const char *user_id,
                                                   const char *label);
void                surmise_keyring_item_free     (SurmiseKeyringItem *item);

void                surmise_keyring_search_async  (gboolean may_prompt, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
GPtrArray          *surmise_keyring_search_finish (GAsyncResult *result, gboolean *any_locked, GError **error);
void                surmise_keyring_lookup_async  (const char *id, const char *server, guint patience_ms,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                                   gpointer user_data);
SurmiseToken       *surmise_keyring_lookup_finish (GAsyncResult *result, GError **error);
void                surmise_keyring_store_async   (const SurmiseKeyringItem *item, const char *token, gboolean fresh,
                                                   guint patience_ms, GCancellable *cancellable,
                                                   GAsyncReadyCallback callback, gpointer user_data);
gboolean            surmise_keyring_store_finish  (GAsyncResult *result, GError **error);
void                surmise_keyring_clear_async   (const char *id, const char *user_id, guint patience_ms,
                                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                                   gpointer user_data);
gboolean            surmise_keyring_clear_finish  (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseKeyringItem, surmise_keyring_item_free)

G_END_DECLS
