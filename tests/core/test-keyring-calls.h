/* test-keyring-calls.h – the keyring's calls, waited for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-keyring.h"

#define SERVER "https://api.example.org"
#define TOKEN "0123456789abcdefCANARY0123456789"
#define OTHER_TOKEN "fedcba9876543210CANARY9876543210"
/* Long enough never to be reached where no patience is tested. */
#define PATIENCE 20000

gboolean      keyring_store_full (const char *id, const char *user_id, const char *label, const char *token,
                                  guint patience_ms, GError **error);
void          keyring_store      (const char *id, const char *user_id, const char *label, const char *token);
SurmiseToken *keyring_lookup     (const char *id, const char *server, guint patience_ms, GError **error);
gboolean      keyring_clear      (const char *id, const char *user_id, GError **error);
GPtrArray    *keyring_search     (gboolean may_prompt, gboolean *any_locked, GError **error);

void          assert_token       (const char *id, const char *expected);
void          assert_clear       (const char *id);
/* Every call, with the same outcome for each. */
void          assert_all_fail    (SurmiseKeyringError code);
