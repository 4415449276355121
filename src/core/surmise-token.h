/* surmise-token.h – a personal access token in memory that is wiped when freed
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#define SECRET_API_SUBJECT_TO_CHANGE
#include <libsecret/secret.h>

G_BEGIN_DECLS

/* A string in memory that is not paged out where the system allows it; surmise_token_free() wipes it. */
typedef char SurmiseToken;

#define SURMISE_TOKEN_ERROR (surmise_token_error_quark ())
typedef enum {
  SURMISE_TOKEN_ERROR_EMPTY,
  SURMISE_TOKEN_ERROR_BLANK,     /* a blank or line break inside */
  SURMISE_TOKEN_ERROR_CHARACTER, /* a control character, or not ASCII */
  SURMISE_TOKEN_ERROR_TOO_LONG,
} SurmiseTokenError;

GQuark        surmise_token_error_quark (void);
/* Trims surrounding blanks, refuses the rest; messages never hold the text. */
SurmiseToken *surmise_token_new         (const char    *pasted,
                                         GError       **error);
SurmiseToken *surmise_token_copy        (const char    *token);
void          surmise_token_free        (SurmiseToken  *token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseToken, surmise_token_free)

G_END_DECLS
