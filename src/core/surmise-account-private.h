/* surmise-account-private.h – what only the account list and its actions may do with an account and with each other
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-actions.h"

G_BEGIN_DECLS

SurmiseAccount *_surmise_account_new               (SoupSession *session, const char *id, const char *server,
                                                    SurmiseAccountPlace place, GError **error);
void            _surmise_account_set_label         (SurmiseAccount *self, const char *label);
void            _surmise_account_set_user_id       (SurmiseAccount *self, const char *user_id);
void            _surmise_account_set_owner_id      (SurmiseAccount *self, const char *owner_id);
void            _surmise_account_set_owner_foreign (SurmiseAccount *self, gboolean foreign);
void            _surmise_account_set_place         (SurmiseAccount *self, SurmiseAccountPlace place);
void            _surmise_account_set_state         (SurmiseAccount *self, SurmiseAccountState state);
void            _surmise_account_set_patience      (SurmiseAccount *self, guint patience_ms);
/* Of accounts that are not in the keyring. */
void            _surmise_account_take_token        (SurmiseAccount *self, SurmiseToken *token);
char           *_surmise_account_clean_label       (const char *text);
char           *_surmise_account_label_for_user    (ClarifaiUser *user);

/* The position is a wish: accounts of one place stay together. G_MAXUINT is the last of its place. */
void            _surmise_account_list_insert       (SurmiseAccountList *self, SurmiseAccount *account, guint position);
guint           _surmise_account_list_drop         (SurmiseAccountList *self, SurmiseAccount *account);
/* A search of the keyring that began earlier must not bring back what was removed meanwhile. */
void            _surmise_account_list_set_removed  (SurmiseAccountList *self, const char *id, gboolean removed);
void            _surmise_account_list_note_stored  (SurmiseAccountList *self, SurmiseAccount *account);
SoupSession    *_surmise_account_list_get_session  (SurmiseAccountList *self);
guint           _surmise_account_list_get_patience (SurmiseAccountList *self);
gboolean        _surmise_account_list_is_disposed  (SurmiseAccountList *self);
/* For tests: when a keyring counts as slow, and how long a caller waits for it. */
void            _surmise_account_list_set_patience (SurmiseAccountList *self, guint slow_after_ms, guint patience_ms);

G_END_DECLS
