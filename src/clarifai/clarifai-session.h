/* clarifai-session.h – the session and the addresses that the API may be spoken over
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

SoupSession *clarifai_session_new      (void);
char        *clarifai_base_normalize   (const char *text,
                                        GError    **error);
gboolean     clarifai_base_is_loopback (const char *host);

G_END_DECLS
