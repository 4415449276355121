/* surmise-snippet.c – a question as a line of code that asks it elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-snippet.h"

/**
 * surmise_snippet_make:
 * @kind: which language
 * @question: what is asked
 * @server: the account's server, as in "https://api.clarifai.com"
 * @address: (nullable): of a picture on the web
 * @file: (nullable): the name of a picture file on this computer
 *
 * Returns: (transfer full): code, with $CLARIFAI_PAT where the token belongs
 */
char *
surmise_snippet_make (SurmiseSnippetKind  kind,
                      SurmiseQuestion    *question,
                      const char         *server,
                      const char         *address,
                      const char         *file)
{
  g_autofree char *model = NULL;
  g_autofree char *picture = NULL;

  g_return_val_if_fail (SURMISE_IS_QUESTION (question), NULL);
  g_return_val_if_fail (server != NULL, NULL);

  model = clarifai_model_ref_to_string (surmise_question_get_model (question));
  picture = g_shell_quote (address != NULL ? address : file != NULL ? file : "");

  return g_strdup_printf ("surmise tag --model %s %s\n", model, picture);
}
