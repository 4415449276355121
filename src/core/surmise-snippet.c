/* surmise-snippet.c – a question as a line of code that asks it elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-snippet-private.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-request-json.h"

#define DEFAULT_SERVER "https://api.clarifai.com"
#define DEFAULT_FILE   "picture.jpg"

/* The body in pieces, with the picture between them: it can be longer than an argument may be. */
static void
append_pieces (GString    *code,
               const char *body,
               const char *file)
{
  const char *picture;
  gsize length;

  g_string_append (code, "{\n");
  while ((picture = _surmise_snippet_find_picture (body, &length)) != NULL)
    {
      g_autofree char *piece = g_strndup (body, (gsize) (picture + 1 - body));

      g_string_append (code, "printf %s ");
      _surmise_snippet_append_shell (code, piece);
      g_string_append (code, "\nbase64 -w0 -- ");
      _surmise_snippet_append_shell (code, file);
      g_string_append_c (code, '\n');
      body = picture + length - 1;
    }
  g_string_append (code, "printf %s ");
  _surmise_snippet_append_shell (code, body);
  g_string_append (code, "\n}");
}

static char *
make_curl (const SurmiseSnippetFacts *facts)
{
  g_autofree char *path = clarifai_predict_dup_path (surmise_question_get_model (facts->question));
  g_autofree char *address = g_strconcat (facts->server, path, NULL);
  g_autofree char *raw = _surmise_snippet_dup_body (facts);
  g_autofree char *body = _surmise_snippet_escape (raw, FALSE);
  GString *code = g_string_new (NULL);

  if (facts->file != NULL)
    {
      append_pieces (code, body, facts->file);
    }
  else
    {
      g_string_append (code, "printf %s ");
      _surmise_snippet_append_shell (code, body);
    }
  g_string_append (code, " |\ncurl --silent --show-error --globoff --header \"Authorization: Key $CLARIFAI_PAT\" \\\n"
                         "  --header 'Content-Type: application/json' --data-binary @- \\\n  ");
  _surmise_snippet_append_shell (code, address);
  g_string_append_c (code, '\n');

  return g_string_free (code, FALSE);
}

static char *
make_javascript (const SurmiseSnippetFacts *facts)
{
  g_autofree char *path = clarifai_predict_dup_path (surmise_question_get_model (facts->question));
  g_autofree char *address = g_strconcat (facts->server, path, NULL);
  g_autofree char *body = _surmise_snippet_dup_body (facts);
  g_autoptr(GString) code = g_string_new ("// Node.js 18 or newer, as a module (.mjs)\n");

  if (facts->file != NULL)
    {
      g_string_append (code, "import { readFile } from \"node:fs/promises\";\n\nconst picture = await readFile(");
      _surmise_snippet_append_text (code, facts->file);
      g_string_append (code, ", \"base64\");\n");
    }
  g_string_append (code, "const response = await fetch(");
  _surmise_snippet_append_text (code, address);
  g_string_append (code, ", {\n"
                         "  method: \"POST\",\n"
                         "  headers: {\n"
                         "    \"Authorization\": `Key ${process.env.CLARIFAI_PAT}`,\n"
                         "    \"Content-Type\": \"application/json\",\n"
                         "  },\n"
                         "  body: JSON.stringify(");
  _surmise_snippet_append_body (code, body, 2, FALSE);
  g_string_append (code, "),\n"
                         "});\n"
                         "const answer = await response.json();\n"
                         "console.log(JSON.stringify(answer.outputs?.[0]?.data ?? answer.status, null, 2));\n");

  return _surmise_snippet_escape (code->str, FALSE);
}

/* A comma in a name is not one between names. */
static void
append_names (GString    *names,
              GListModel *only)
{
  for (guint i = 0; i < g_list_model_get_n_items (only); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (only, i);
      const char *name = clarifai_concept_get_name (concept);

      if (name == NULL || *name == '\0')
        name = clarifai_concept_get_id (concept);
      if (names->len > 0)
        g_string_append_c (names, ',');
      for (const char *p = name; p != NULL && *p != '\0'; p++)
        {
          if (*p == ',' || *p == '\\')
            g_string_append_c (names, '\\');
          g_string_append_c (names, *p);
        }
    }
}

static void
append_option (GString    *code,
               const char *option,
               const char *value)
{
  g_string_append_printf (code, " %s=", option);
  _surmise_snippet_append_shell (code, value);
}

/* Everything that is answered is printed, as the others print it. */
static char *
make_surmise (const SurmiseSnippetFacts *facts)
{
  const SurmiseQuestionFacts *asked = surmise_question_get_facts (facts->question);
  g_autofree char *model = clarifai_model_ref_to_string (surmise_question_get_model (facts->question));
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *code;

  if (asked->method != NULL)
    return NULL;

  code = g_string_new (NULL);
  if (!g_str_equal (facts->server, DEFAULT_SERVER))
    {
      g_string_append (code, "CLARIFAI_API_BASE=");
      _surmise_snippet_append_shell (code, facts->server);
      g_string_append_c (code, ' ');
    }
  g_string_append (code, "surmise tag");
  append_option (code, "--model", model);
  g_string_append_printf (code, " --max-concepts=%u --min-confidence=%s", asked->max_concepts,
                          g_ascii_dtostr (number, sizeof number, asked->min_value));
  if (asked->language != NULL)
    append_option (code, "--language", asked->language);
  if (asked->only != NULL)
    {
      g_autoptr(GString) names = g_string_new (NULL);

      append_names (names, asked->only);
      append_option (code, "--concepts", names->str);
    }
  if (asked->words != NULL)
    append_option (code, "--prompt", asked->words);
  if (facts->address != NULL || facts->file != NULL)
    {
      g_string_append (code, " -- ");
      _surmise_snippet_append_shell (code, facts->address != NULL ? facts->address : facts->file);
    }
  g_string_append_c (code, '\n');

  return g_string_free (code, FALSE);
}

/**
 * surmise_snippet_make:
 * @kind: which language
 * @question: what is asked; its second language is not asked for
 * @server: the account's server, as in "https://api.clarifai.com"
 * @address: (nullable): of a picture on the web
 * @file: (nullable): the name of a picture file on this computer, which is not looked at where there is an address
 *
 * The request is the one that Surmise sends. Without @address and @file there is no picture where there are words or a
 * method; else it is in a file "picture.jpg". The token is taken from the environment's CLARIFAI_PAT and never stands in the
 * code.
 *
 * Returns: (transfer full) (nullable): code; %NULL where that language cannot ask this, as surmise tag cannot call a
 *   method
 */
char *
surmise_snippet_make (SurmiseSnippetKind  kind,
                      SurmiseQuestion    *question,
                      const char         *server,
                      const char         *address,
                      const char         *file)
{
  g_autofree char *base = NULL;
  SurmiseSnippetFacts facts;

  g_return_val_if_fail (SURMISE_IS_QUESTION (question), NULL);
  g_return_val_if_fail (server != NULL, NULL);

  base = g_strdup (server);
  while (g_str_has_suffix (base, "/"))
    base[strlen (base) - 1] = '\0';
  if (file == NULL && surmise_question_get_facts (question)->words == NULL
      && surmise_question_get_facts (question)->method == NULL)
    file = DEFAULT_FILE;
  facts = (SurmiseSnippetFacts) { question, base, address, address == NULL ? file : NULL };

  switch (kind)
    {
    case SURMISE_SNIPPET_CURL:
      return make_curl (&facts);

    case SURMISE_SNIPPET_PYTHON_SDK:
      return _surmise_snippet_python_sdk (&facts);

    case SURMISE_SNIPPET_PYTHON_GRPC:
      return _surmise_snippet_python_grpc (&facts);

    case SURMISE_SNIPPET_JAVASCRIPT:
      return make_javascript (&facts);

    case SURMISE_SNIPPET_SURMISE:
      return make_surmise (&facts);

    default:
      g_return_val_if_reached (NULL);
    }
}
