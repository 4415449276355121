/* surmise-snippet.h – a question as a line of code that asks it elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-question.h"

G_BEGIN_DECLS

/**
 * SurmiseSnippetKind:
 * @SURMISE_SNIPPET_CURL: a POSIX shell with curl and base64
 * @SURMISE_SNIPPET_PYTHON_SDK: Python with the package clarifai
 * @SURMISE_SNIPPET_PYTHON_GRPC: Python with the package clarifai-grpc
 * @SURMISE_SNIPPET_JAVASCRIPT: JavaScript with fetch
 * @SURMISE_SNIPPET_SURMISE: surmise tag
 */
typedef enum {
  SURMISE_SNIPPET_CURL,
  SURMISE_SNIPPET_PYTHON_SDK,
  SURMISE_SNIPPET_PYTHON_GRPC,
  SURMISE_SNIPPET_JAVASCRIPT,
  SURMISE_SNIPPET_SURMISE,
} SurmiseSnippetKind;

char *surmise_snippet_make (SurmiseSnippetKind  kind,
                            SurmiseQuestion    *question,
                            const char         *server,
                            const char         *address,
                            const char         *file);

G_END_DECLS
