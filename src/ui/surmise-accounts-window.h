/* surmise-accounts-window.h – where accounts are looked after
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_ACCOUNTS_WINDOW (surmise_accounts_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAccountsWindow, surmise_accounts_window, SURMISE, ACCOUNTS_WINDOW, AdwWindow)

/* Property "active": the account in use, to be bound both ways. */
GtkWidget      *surmise_accounts_window_new        (SurmiseContext        *context,
                                                    GtkWindow             *parent);
SurmiseAccount *surmise_accounts_window_get_active (SurmiseAccountsWindow *self);
void            surmise_accounts_window_set_active (SurmiseAccountsWindow *self,
                                                    SurmiseAccount        *account);
/* Turns to the page for a new account, or for another token. */
void            surmise_accounts_window_add        (SurmiseAccountsWindow *self);
void            surmise_accounts_window_replace    (SurmiseAccountsWindow *self,
                                                    SurmiseAccount        *account);

G_END_DECLS
