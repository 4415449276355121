/* surmise-connect-check.h – the states of connecting, without the page that shows them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONNECT_STATE (surmise_connect_state_get_type ())
typedef enum {
  SURMISE_CONNECT_STATE_IDLE,
  SURMISE_CONNECT_STATE_READY,
  SURMISE_CONNECT_STATE_BUSY,
  SURMISE_CONNECT_STATE_ERROR,
  SURMISE_CONNECT_STATE_DONE,
} SurmiseConnectState;

#define SURMISE_TYPE_CONNECT_CHECK (surmise_connect_check_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConnectCheck, surmise_connect_check, SURMISE, CONNECT_CHECK, GObject)

/* Property: "state". */
SurmiseConnectCheck *surmise_connect_check_new          (SurmiseAccountList  *accounts);
/* (nullable): the account whose token is to be replaced. */
void                 surmise_connect_check_reset        (SurmiseConnectCheck *self,
                                                         SurmiseAccount      *replaced);
void                 surmise_connect_check_edit         (SurmiseConnectCheck *self,
                                                         gboolean             typed);
void                 surmise_connect_check_start        (SurmiseConnectCheck *self,
                                                         const char          *token,
                                                         const char          *server,
                                                         SurmiseAccountPlace  place);
void                 surmise_connect_check_stop         (SurmiseConnectCheck *self);
SurmiseConnectState  surmise_connect_check_get_state    (SurmiseConnectCheck *self);
/* (nullable): in ERROR. */
const GError        *surmise_connect_check_get_error    (SurmiseConnectCheck *self);
/* Whether the error is about the address that was typed. */
gboolean             surmise_connect_check_blames_server (SurmiseConnectCheck *self);
/* Whether the error's own words add something. */
gboolean             surmise_connect_check_has_details  (SurmiseConnectCheck *self);
/* (nullable): in DONE. */
SurmiseAccount      *surmise_connect_check_get_account  (SurmiseConnectCheck *self);
SurmiseAccount      *surmise_connect_check_get_replaced (SurmiseConnectCheck *self);

GType                surmise_connect_state_get_type     (void);

G_END_DECLS
