/* surmise-snippet-private.h – what the snippets of all languages are made of
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-snippet.h"

G_BEGIN_DECLS

typedef struct
{
  SurmiseQuestion *question;
  const char      *server;  /* without a slash at its end */
  const char      *address; /* (nullable) */
  const char      *file;    /* (nullable): where there is no address, and a picture */
} SurmiseSnippetFacts;

/* Stands in a body, in quotes, where the picture belongs. */
#define SURMISE_SNIPPET_PICTURE "PICTURE"

char       *_surmise_snippet_dup_body     (const SurmiseSnippetFacts *facts);
const char *_surmise_snippet_find_picture (const char                *body,
                                           gsize                     *length);
void        _surmise_snippet_append_shell (GString                   *text,
                                           const char                *value);
void        _surmise_snippet_append_text  (GString                   *text,
                                           const char                *value);
void        _surmise_snippet_append_body  (GString                   *text,
                                           const char                *body,
                                           guint                      indent,
                                           gboolean                   python);
char       *_surmise_snippet_escape       (const char                *text,
                                           gboolean                   python);

char       *_surmise_snippet_python_sdk   (const SurmiseSnippetFacts *facts);
char       *_surmise_snippet_python_grpc  (const SurmiseSnippetFacts *facts);

G_END_DECLS
