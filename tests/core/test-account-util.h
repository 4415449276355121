/* test-account-util.h – an account list, a scripted service, and calls that wait
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-error.h"
#include "mock-server.h"
#include "surmise-account-private.h"
#include "test-utils.h"

#define TOKEN "0123456789abcdefCANARY0123456789"
#define OTHER_TOKEN "fedcba9876543210CANARY9876543210"

#define ADA "{\"status\":{\"code\":10000},\"user\":{\"id\":\"ada\"}}"
#define BOB "{\"status\":{\"code\":10000},\"user\":{\"id\":\"bob\"}}"
#define REFUSED "{\"status\":{\"code\":11009,\"description\":\"API key not found\"}}"
#define INVALID "{\"status\":{\"code\":11008,\"description\":\"Invalid API key\"}}"

typedef struct {
  MockServer         *server;
  SurmiseAccountList *list;
} Fixture;

void                   fixture_set_up     (Fixture *self, gconstpointer data);
void                   fixture_tear_down  (Fixture *self, gconstpointer data);
void                   reply_me           (Fixture *self, guint status, const char *body);
SurmiseAccountList    *new_list           (void);

gboolean               load_accounts      (SurmiseAccountList *list, gboolean may_prompt, GError **error);
SurmiseAccount        *add_account        (Fixture *self, const char *token, SurmiseAccountPlace place, GError **error);
SurmiseAccount        *add_good           (Fixture *self, const char *token, const char *me, SurmiseAccountPlace place);
gboolean               check_account      (Fixture *self, SurmiseAccount *account, GError **error);
gboolean               rename_account     (Fixture *self, SurmiseAccount *account, const char *label, GError **error);
gboolean               replace_token      (Fixture *self, SurmiseAccount *account, const char *token, GError **error);
SurmiseRemovedAccount *remove_account     (Fixture *self, SurmiseAccount *account, GError **error);
SurmiseAccount        *restore_account    (Fixture *self, SurmiseRemovedAccount *removed, GError **error);
SurmiseToken          *load_token         (SurmiseAccount *account, GError **error);

void                   assert_token       (SurmiseAccount *account, const char *expected);
void                   assert_n_accounts  (SurmiseAccountList *list, guint n);
/* What another start of the application would find. */
void                   assert_n_stored    (guint n);
