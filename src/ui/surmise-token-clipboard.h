/* surmise-token-clipboard.h – a token on the clipboard, for a minute
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk/gdk.h>

#include "surmise-token.h"

G_BEGIN_DECLS

#define SURMISE_TOKEN_CLIPBOARD_SECONDS 60

/* Puts a copy of the token there. It is taken away again after @seconds, unless the clipboard holds something else by then. */
void surmise_token_clipboard_offer (GdkClipboard *clipboard,
                                    const char   *token,
                                    guint         seconds);

G_END_DECLS
