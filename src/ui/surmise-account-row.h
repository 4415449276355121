/* surmise-account-row.h – one account in the list, with what can be done about it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_ACCOUNT_ROW (surmise_account_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAccountRow, surmise_account_row, SURMISE, ACCOUNT_ROW, GtkListBoxRow)

/* Its radio follows the action accounts.use; its menu activates accounts.check, .replace, .copy, .remove with the account's ID,
 * and accounts.rename with the ID and the new label. */
GtkWidget      *surmise_account_row_new         (SurmiseAccount    *account);
SurmiseAccount *surmise_account_row_get_account (SurmiseAccountRow *self);

G_END_DECLS
