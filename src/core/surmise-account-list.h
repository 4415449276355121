/* surmise-account-list.h – the accounts there are, and what can be done with them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_KEYRING_ERROR (surmise_keyring_error_quark ())
typedef enum {
  SURMISE_KEYRING_ERROR_ABSENT,
  SURMISE_KEYRING_ERROR_LOCKED,
  SURMISE_KEYRING_ERROR_DISMISSED,
  SURMISE_KEYRING_ERROR_SLOW,
  SURMISE_KEYRING_ERROR_FAILED,
  SURMISE_KEYRING_ERROR_GONE, /* the account's token is not there any more */
} SurmiseKeyringError;

#define SURMISE_TYPE_KEYRING_STATE (surmise_keyring_state_get_type ())
typedef enum {
  SURMISE_KEYRING_STATE_LOADING,
  SURMISE_KEYRING_STATE_SLOW, /* still loading after two seconds */
  SURMISE_KEYRING_STATE_READY,
  SURMISE_KEYRING_STATE_LOCKED,
  SURMISE_KEYRING_STATE_ABSENT,
  SURMISE_KEYRING_STATE_FAILED,
} SurmiseKeyringState;

#define SURMISE_TYPE_ACCOUNT_LIST (surmise_account_list_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAccountList, surmise_account_list, SURMISE, ACCOUNT_LIST, GObject)

/* A GListModel of SurmiseAccount: those of the keyring, the session's, the environment's, the demo's.
 * Property: "keyring-state". */
SurmiseAccountList  *surmise_account_list_new               (SoupSession          *session);
SurmiseKeyringState  surmise_account_list_get_keyring_state (SurmiseAccountList   *self);
SurmiseAccount      *surmise_account_list_find              (SurmiseAccountList   *self, const char *id);
const char          *surmise_account_list_get_default_server (SurmiseAccountList  *self);
/* (transfer none) (nullable): why CLARIFAI_PAT or CLARIFAI_API_BASE cannot be used. */
const GError        *surmise_account_list_get_environment_error (SurmiseAccountList *self);
/* Starts the demo service when first asked for. */
SurmiseAccount      *surmise_account_list_get_demo          (SurmiseAccountList   *self, GError **error);

/* In surmise-account-actions.h: add, check, replace, rename, remove, restore. To unlock: load with may_prompt.
 * A locked keyring that was never opened tells nothing, so it has no accounts until it is; one that was locked since has. */
void                 surmise_account_list_load_async        (SurmiseAccountList   *self,
                                                             gboolean              may_prompt,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
gboolean             surmise_account_list_load_finish       (SurmiseAccountList   *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

GType                surmise_keyring_state_get_type         (void);
GQuark               surmise_keyring_error_quark            (void);

G_END_DECLS
