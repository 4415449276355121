/* clarifai-redact.h – taking a token out of what the service says
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char **clarifai_redact_dup_forms  (const char         *token);
void   clarifai_redact_free_forms (char              **forms);
void   clarifai_redact_forms      (GString            *text,
                                   const char * const *forms);
char  *clarifai_redact_words      (const char         *text,
                                   const char * const *forms);

G_END_DECLS
