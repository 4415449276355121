/* surmise-account-text.h – accounts and the keyring in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"

G_BEGIN_DECLS

char       *surmise_account_text_label     (SurmiseAccount       *account);
const char *surmise_account_text_place     (SurmiseAccount       *account);
const char *surmise_account_text_state     (SurmiseAccount       *account);
/* "ada · Keyring", and the server where it is not Clarifai's own. */
char       *surmise_account_text_origin    (SurmiseAccount       *account);
/* (nullable): what CLARIFAI_USER_ID has to do with it, where it fits badly. */
char       *surmise_account_text_warning   (SurmiseAccount       *account);
/* "Connected as ada", for a toast or a label. */
char       *surmise_account_text_connected (SurmiseAccount       *account);
/* FALSE when there is nothing to say. */
gboolean    surmise_account_text_keyring   (SurmiseKeyringState   state,
                                            const char          **title,
                                            const char          **hint);

G_END_DECLS
