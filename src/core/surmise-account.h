/* surmise-account.h – one way to reach a service: a server, a user, and where the token lives
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client.h"
#include "surmise-token.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_ACCOUNT_PLACE (surmise_account_place_get_type ())
typedef enum {
  SURMISE_ACCOUNT_PLACE_KEYRING,
  SURMISE_ACCOUNT_PLACE_SESSION,
  SURMISE_ACCOUNT_PLACE_ENVIRONMENT,
  SURMISE_ACCOUNT_PLACE_DEMO,
} SurmiseAccountPlace;

#define SURMISE_TYPE_ACCOUNT_STATE (surmise_account_state_get_type ())
typedef enum {
  SURMISE_ACCOUNT_STATE_UNVERIFIED,
  SURMISE_ACCOUNT_STATE_CHECKING,
  SURMISE_ACCOUNT_STATE_VERIFIED,
  SURMISE_ACCOUNT_STATE_REJECTED,
  SURMISE_ACCOUNT_STATE_OFFLINE,
  SURMISE_ACCOUNT_STATE_LOCKED,
} SurmiseAccountState;

#define SURMISE_TYPE_ACCOUNT (surmise_account_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAccount, surmise_account, SURMISE, ACCOUNT, GObject)

/* Properties, all notified: "id", "label", "user-id", "owner-id", "server", "place", "state". No token among them. */
const char          *surmise_account_get_id            (SurmiseAccount       *self);
const char          *surmise_account_get_label         (SurmiseAccount       *self);
const char          *surmise_account_get_user_id       (SurmiseAccount       *self);
/* Whose models stand under Yours: CLARIFAI_USER_ID for the environment's account, else the user. */
const char          *surmise_account_get_owner_id      (SurmiseAccount       *self);
gboolean             surmise_account_get_owner_foreign (SurmiseAccount       *self);
const char          *surmise_account_get_server        (SurmiseAccount       *self);
SurmiseAccountPlace  surmise_account_get_place         (SurmiseAccount       *self);
SurmiseAccountState  surmise_account_get_state         (SurmiseAccount       *self);
/* (transfer none): speaks to this account's own server only. */
ClarifaiClient      *surmise_account_get_client        (SurmiseAccount       *self);

/* Fetches the token from where it lives, for one request. */
void                 surmise_account_load_token_async  (SurmiseAccount       *self,
                                                        GCancellable         *cancellable,
                                                        GAsyncReadyCallback   callback,
                                                        gpointer              user_data);
SurmiseToken        *surmise_account_load_token_finish (SurmiseAccount       *self,
                                                        GAsyncResult         *result,
                                                        GError              **error);

GType                surmise_account_place_get_type    (void);
GType                surmise_account_state_get_type    (void);

G_END_DECLS
