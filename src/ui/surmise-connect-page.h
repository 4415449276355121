/* surmise-connect-page.h – where a token is pasted, checked and kept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-connect-check.h"
#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_CONNECT_PAGE (surmise_connect_page_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseConnectPage, surmise_connect_page, SURMISE, CONNECT_PAGE, AdwBin)

/* Signals: "connected" (SurmiseAccount), "cancelled". */
GtkWidget           *surmise_connect_page_new           (SurmiseContext     *context);
/* Empties the page and puts the cursor into it. */
void                 surmise_connect_page_begin         (SurmiseConnectPage *self);
void                 surmise_connect_page_begin_replace (SurmiseConnectPage *self,
                                                         SurmiseAccount     *account);
/* Stops a check that is under way; else emits "cancelled". */
void                 surmise_connect_page_cancel        (SurmiseConnectPage *self);
SurmiseConnectState  surmise_connect_page_get_state     (SurmiseConnectPage *self);

G_END_DECLS
