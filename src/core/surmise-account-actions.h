/* surmise-account-actions.h – adding, checking, mending and removing accounts
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"

G_BEGIN_DECLS

/* What Undo needs; wiped when freed. */
typedef struct _SurmiseRemovedAccount SurmiseRemovedAccount;

/* Verifies with users/me first, then stores; a token that is refused is not kept. Fails with ClarifaiError, SurmiseTokenError or
 * SurmiseKeyringError; after a keyring error the same call with SURMISE_ACCOUNT_PLACE_SESSION is the way on.
 * Offline: fails with the transport error and keeps nothing. */
void                   surmise_account_list_add_async      (SurmiseAccountList *self, const char *pasted_token,
                                                            const char *server, SurmiseAccountPlace place,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SurmiseAccount        *surmise_account_list_add_finish     (SurmiseAccountList *self, GAsyncResult *result, GError **error);

/* Sets the account's state; also succeeds when the answer is that the token is rejected or the service out of reach. */
void                   surmise_account_list_check_async    (SurmiseAccountList *self, SurmiseAccount *account,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean               surmise_account_list_check_finish   (SurmiseAccountList *self, GAsyncResult *result, GError **error);

/* What a failed request means for its account: rejected, to be checked, offline or nothing. Never removes anything. */
void                   surmise_account_list_note_error     (SurmiseAccountList *self, SurmiseAccount *account, const GError *error);

/* A request went well: the service is in reach and takes the token. */
void                   surmise_account_list_note_success   (SurmiseAccountList *self, SurmiseAccount *account);

void                   surmise_account_list_replace_async  (SurmiseAccountList *self, SurmiseAccount *account, const char *pasted_token,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean               surmise_account_list_replace_finish (SurmiseAccountList *self, GAsyncResult *result, GError **error);

void                   surmise_account_list_rename_async   (SurmiseAccountList *self, SurmiseAccount *account, const char *label,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean               surmise_account_list_rename_finish  (SurmiseAccountList *self, GAsyncResult *result, GError **error);

void                   surmise_account_list_remove_async   (SurmiseAccountList *self, SurmiseAccount *account,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SurmiseRemovedAccount *surmise_account_list_remove_finish  (SurmiseAccountList *self, GAsyncResult *result, GError **error);
void                   surmise_account_list_restore_async  (SurmiseAccountList *self, SurmiseRemovedAccount *removed,
                                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
SurmiseAccount        *surmise_account_list_restore_finish (SurmiseAccountList *self, GAsyncResult *result, GError **error);
void                   surmise_removed_account_free        (SurmiseRemovedAccount *removed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseRemovedAccount, surmise_removed_account_free)

G_END_DECLS
