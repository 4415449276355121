/* test-snippet.c – questions as code: run, or read as their language reads them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The shell's snippets are run by a shell against services on loopback, Python's by Python with stand-ins for the
 * packages. Not here: the service's own packages and JavaScript's engine, which a test machine need not have.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-method.h"
#include "clarifai-wire-method.h"
#include "surmise-snippet.h"
#include "tagger-fixture.h"
#include "test-utils.h"

#define SERVER  "https://api.clarifai.com"
/* What would end a quotation, run something, turn the reading direction, or look like the picture's place. */
#define HOSTILE "it's \"$HOME\" `id` $(id) \\ ${x} %s\n#{y} true null \342\200\256 \363\240\200\201 \"base64\": \"PICTURE\" !"

typedef struct
{
  TaggerFixture tagger;
  TestFiles     files;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  tagger_fixture_set_up (&self->tagger, NULL);
  test_files_set_up (&self->files, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  test_files_tear_down (&self->files, NULL);
  tagger_fixture_tear_down (&self->tagger, NULL);
}

/* Runs @argv in the test's folder. Returns: (transfer full): what it printed */
static char *
run (Fixture            *self,
     const char * const *argv,
     const char         *input,
     const char         *token)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                                                       | G_SUBPROCESS_FLAGS_STDIN_PIPE);
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *printed = NULL;

  g_subprocess_launcher_set_cwd (launcher, self->files.folder);
  g_subprocess_launcher_setenv (launcher, "CLARIFAI_PAT", token, TRUE);
  g_subprocess_launcher_setenv (launcher, "no_proxy", "127.0.0.1", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, input, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  g_subprocess_communicate_utf8_finish (process, result, &printed, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return printed;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static JsonNode *
run_shell (Fixture    *self,
           const char *code,
           const char *token)
{
  g_autofree char *printed = run (self, (const char *[]) { "sh", "-c", code, NULL }, "", token);

  return parse (printed);
}

static JsonNode *
run_python (Fixture    *self,
            const char *code)
{
  g_autofree char *stubs = g_test_build_filename (G_TEST_DIST, "core", "snippet-stubs.py", NULL);
  g_autofree char *printed = run (self, (const char *[]) { "/usr/bin/python3", "-B", stubs, NULL }, code, TAGGER_TOKEN);

  return parse (printed);
}

/* Returns: (transfer none): the member at @path, names and places with slashes between them */
static JsonNode *
look (JsonNode   *node,
      const char *path)
{
  g_auto(GStrv) names = g_strsplit (path, "/", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (JSON_NODE_HOLDS_ARRAY (node))
        node = json_array_get_element (json_node_get_array (node), (guint) g_ascii_strtoull (names[i], NULL, 10));
      else
        node = json_object_get_member (json_node_get_object (node), names[i]);
      g_assert_nonnull (node);
    }

  return node;
}

static void
assert_text (JsonNode   *node,
             const char *path,
             const char *expected)
{
  g_assert_cmpstr (json_node_get_string (look (node, path)), ==, expected);
}

static void
assert_same (JsonNode *a,
             JsonNode *b)
{
  g_autofree char *one = json_to_string (a, TRUE);
  g_autofree char *other = json_to_string (b, TRUE);

  g_assert_cmpstr (one, ==, other);
}

/* How the tagger would send it, but for the ID by which it tells answers apart. */
static JsonNode *
parse_request (Fixture *self,
               guint    i)
{
  g_autoptr(JsonNode) body = mock_request_parse_body (mock_server_get_request (self->tagger.server, i));
  JsonArray *inputs = json_node_get_array (look (body, "inputs"));

  if (json_object_has_member (json_array_get_object_element (inputs, 0), "id"))
    json_object_remove_member (json_array_get_object_element (inputs, 0), "id");

  return g_steal_pointer (&body);
}

static SurmiseQuestion *
precise_new (const char *words)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) owl = clarifai_concept_new ("ai_owl", "owl, \\snowy", 0, NULL);
  g_autoptr(ClarifaiConcept) named = clarifai_concept_new (NULL, HOSTILE, 0, NULL);
  const SurmiseQuestionFacts facts = {
    .max_concepts = 5, .min_value = 0.25, .language = "de", .only = G_LIST_MODEL (only), .words = words
  };

  g_list_store_append (only, owl);
  g_list_store_append (only, named);

  return surmise_question_new (model, &facts);
}

/* Everything that a method can be called with. */
static SurmiseQuestion *
method_new (void)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", "v1");
  g_autoptr(JsonNode) version = parse (
    "{\"method_signatures\":[{\"name\":\"look\",\"method_type\":1,\"input_fields\":["
    "{\"name\":\"what\",\"type\":1,\"required\":true},{\"name\":\"scene\",\"type\":9,\"required\":true},"
    "{\"name\":\"often\",\"type\":3},{\"name\":\"much\",\"type\":4},{\"name\":\"well\",\"type\":5},"
    "{\"name\":\"chosen\",\"type\":3,\"model_type_enum_options\":[{\"id\":\"7\"},{\"id\":\"8\"}]},"
    "{\"name\":\"left_out\",\"type\":1},{\"name\":\"nothing\",\"type\":4}],\"output_fields\":[]}]}");
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (json_node_get_object (version));
  g_autoptr(ClarifaiMethod) method = g_list_model_get_item (methods, 0);
  GVariantDict arguments;

  g_assert_nonnull (method);
  g_variant_dict_init (&arguments, NULL);
  g_variant_dict_insert (&arguments, "what", "s", HOSTILE);
  g_variant_dict_insert (&arguments, "often", "x", G_GINT64_CONSTANT (3));
  g_variant_dict_insert (&arguments, "much", "d", 0.5);
  g_variant_dict_insert (&arguments, "well", "b", TRUE);
  g_variant_dict_insert (&arguments, "chosen", "s", "7");
  g_variant_dict_insert (&arguments, "nothing", "d", (double) INFINITY);

  return surmise_question_new (model, &(SurmiseQuestionFacts) {
    .method = method, .arguments = g_variant_dict_end (&arguments)
  });
}

static char *
make (Fixture            *self,
      SurmiseSnippetKind  kind,
      SurmiseQuestion    *question,
      const char         *file)
{
  return surmise_snippet_make (kind, question, mock_server_get_base (self->tagger.server), NULL, file);
}

static gboolean
has_token (gpointer result)
{
  return *(GAsyncResult **) result != NULL;
}

static SurmiseToken *
load_token (SurmiseAccount *account)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  SurmiseToken *token;

  surmise_account_load_token_async (account, NULL, test_catch_result, &result);
  test_wait_until (has_token, &result);
  token = surmise_account_load_token_finish (account, result, &error);
  g_assert_no_error (error);

  return token;
}

/* The demo computes from the pixels: the same concepts with the same confidence come of the same picture only. */
static void
test_curl_same_concepts (Fixture       *self,
                         gconstpointer  data)
{
  SurmiseAccount *demo = surmise_account_list_get_demo (self->tagger.accounts, NULL);
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("demo", "on-device", "picture-properties", NULL);
  g_autoptr(SurmiseQuestion) question = surmise_question_new (model, NULL);
  g_autoptr(GBytes) jpeg = test_picture_new (1400, 1050, 0xcc6633, 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");
  g_autoptr(SurmiseToken) token = load_token (demo);
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_CURL, question, surmise_account_get_server (demo), NULL,
                                                "my picture's.jpg");
  g_autoptr(JsonNode) answer = NULL;
  GListModel *concepts;
  JsonArray *found;

  surmise_tagger_ask_question (self->tagger.tagger, picture, demo, question);
  tagger_wait (picture);
  g_assert_no_error (surmise_picture_get_error (picture));
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, 1024);
  test_files_write_bytes (&self->files, "my picture's.jpg",
                          surmise_prepared_get_jpeg (surmise_picture_get_prepared (picture)));
  answer = run_shell (self, code, token);

  concepts = clarifai_output_get_concepts (surmise_picture_get_output (picture));
  found = json_node_get_array (look (answer, "outputs/0/data/concepts"));
  g_assert_cmpuint (g_list_model_get_n_items (concepts), >, 3);
  g_assert_cmpuint (json_array_get_length (found), ==, g_list_model_get_n_items (concepts));
  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      JsonNode *other = json_array_get_element (found, i);

      assert_text (other, "name", clarifai_concept_get_name (concept));
      g_assert_cmpfloat_with_epsilon (json_node_get_double (look (other, "value")), clarifai_concept_get_value (concept),
                                      1e-6);
    }
}

static void
test_curl_same_request (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new (HOSTILE);
  g_autofree char *code = make (self, SURMISE_SNIPPET_CURL, question, "-it's $HOME.jpg");
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(JsonNode) answer = NULL;
  g_autoptr(JsonNode) ours = NULL;
  g_autoptr(JsonNode) theirs = NULL;

  tagger_fixture_answer (&self->tagger, TAGGER_PATH, "owl");
  surmise_tagger_ask_question (self->tagger.tagger, picture, self->tagger.account, question);
  tagger_wait (picture);
  test_files_write_bytes (&self->files, "-it's $HOME.jpg",
                          surmise_prepared_get_jpeg (surmise_picture_get_prepared (picture)));
  answer = run_shell (self, code, TAGGER_TOKEN);

  assert_text (answer, "outputs/0/data/concepts/0/name", "owl");
  ours = parse_request (self, 0);
  theirs = parse_request (self, 1);
  assert_same (theirs, ours);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->tagger.server, 1), "Authorization"), ==,
                   "Key " TAGGER_TOKEN);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->tagger.server, 1), "Content-Type"), ==,
                   "application/json");
}

static void
test_curl_address (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new (NULL);
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_CURL, question,
                                                mock_server_get_base (self->tagger.server),
                                                "https://example.org/a'b.jpg?x=$HOME", "not-looked-at.jpg");
  g_autoptr(JsonNode) answer = NULL;
  g_autoptr(JsonNode) body = NULL;

  tagger_fixture_answer (&self->tagger, TAGGER_PATH, "owl");
  answer = run_shell (self, code, TAGGER_TOKEN);
  body = parse_request (self, 0);
  assert_text (body, "inputs/0/data/image/url", "https://example.org/a'b.jpg?x=$HOME");
}

static void
test_curl_hostile_model (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("a'da", "l`id`b", "$(touch x)[1-2]{a,b}", "v'1");
  g_autoptr(SurmiseQuestion) question = surmise_question_new (model, &(SurmiseQuestionFacts) { .words = "Hello" });
  g_autofree char *code = make (self, SURMISE_SNIPPET_CURL, question, NULL);
  g_autofree char *path = clarifai_model_ref_to_path (model);
  g_autofree char *outputs = g_strconcat (path, "/outputs", NULL);
  g_autofree char *touched = test_files_path (&self->files, "x");
  g_autoptr(JsonNode) answer = NULL;
  g_autoptr(JsonNode) body = NULL;

  tagger_fixture_answer (&self->tagger, outputs, "owl");
  answer = run_shell (self, code, TAGGER_TOKEN);
  assert_text (answer, "outputs/0/data/concepts/0/name", "owl");
  body = parse_request (self, 0);
  assert_text (body, "inputs/0/data/text/raw", "Hello");
  g_assert_false (json_object_has_member (json_node_get_object (look (body, "inputs/0/data")), "image"));
  g_assert_false (g_file_test (touched, G_FILE_TEST_EXISTS));
}

static void
test_curl_method (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = method_new ();
  g_autofree char *code = make (self, SURMISE_SNIPPET_CURL, question, "picture.jpg");
  g_autoptr(JsonNode) answer = NULL;
  g_autoptr(JsonNode) body = NULL;

  test_files_write (&self->files, "picture.jpg", "not really");
  tagger_fixture_answer (&self->tagger, "/v2/users/ada/apps/lab/models/birds/versions/v1/outputs", "owl");
  answer = run_shell (self, code, TAGGER_TOKEN);
  body = parse_request (self, 0);
  assert_text (body, "inputs/0/data/metadata/_method_name", "look");
  assert_text (body, "inputs/0/data/parts/0/data/string_value", HOSTILE);
  assert_text (body, "inputs/0/data/parts/1/data/image/base64", "bm90IHJlYWxseQ==");
}

static void
test_python_sdk (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new (HOSTILE);
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, question, SERVER "/", NULL, "it's \"a\".jpg");
  g_autoptr(JsonNode) asked = NULL;

  test_files_write (&self->files, "it's \"a\".jpg", "not really");
  asked = run_python (self, code);
  assert_text (asked, "model/user_id", "ada");
  assert_text (asked, "model/app_id", "lab");
  assert_text (asked, "model/model_id", "birds");
  assert_text (asked, "model/base_url", SERVER);
  assert_text (asked, "model/pat", TAGGER_TOKEN);
  assert_text (asked, "input/text", HOSTILE);
  assert_text (asked, "input/bytes", "bm90IHJlYWxseQ==");
  g_assert_cmpint (json_node_get_int (look (asked, "config/max_concepts")), ==, 5);
  g_assert_cmpfloat (json_node_get_double (look (asked, "config/min_value")), ==, 0.25);
  assert_text (asked, "config/language", "de");
  assert_text (asked, "config/select_concepts/0/id", "ai_owl");
  assert_text (asked, "config/select_concepts/1/name", HOSTILE);
}

static void
test_python_sdk_inputs (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) plain = precise_new (NULL);
  g_autoptr(SurmiseQuestion) words = precise_new ("Hello");
  g_autofree char *local = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, plain, SERVER, NULL, NULL);
  g_autofree char *remote = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, plain, SERVER, "https://x/\"y\"", NULL);
  g_autofree char *only_words = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, words, SERVER, NULL, NULL);
  g_autofree char *both = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, words, SERVER, "https://x/y", NULL);
  g_autoptr(JsonNode) from_file = NULL;
  g_autoptr(JsonNode) from_web = run_python (self, remote);
  g_autoptr(JsonNode) said = run_python (self, only_words);
  g_autoptr(JsonNode) said_of = run_python (self, both);

  test_files_write (&self->files, "picture.jpg", "not really");
  from_file = run_python (self, local);
  assert_text (from_file, "input/bytes", "bm90IHJlYWxseQ==");
  assert_text (from_web, "input/url", "https://x/\"y\"");
  assert_text (said, "input/text", "Hello");
  assert_text (said_of, "input/text", "Hello");
  assert_text (said_of, "input/url", "https://x/y");
}

static void
test_python_sdk_method (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = method_new ();
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_SDK, question, SERVER, NULL, "picture.jpg");
  g_autoptr(JsonNode) asked = NULL;
  JsonNode *arguments;

  test_files_write (&self->files, "picture.jpg", "not really");
  asked = run_python (self, code);
  assert_text (asked, "model/model_version/id", "v1");
  assert_text (asked, "call/0", "look");
  arguments = look (asked, "call/1");
  assert_text (arguments, "what", HOSTILE);
  assert_text (arguments, "scene/bytes", "bm90IHJlYWxseQ==");
  g_assert_cmpint (json_node_get_int (look (arguments, "often")), ==, 3);
  g_assert_cmpfloat (json_node_get_double (look (arguments, "much")), ==, 0.5);
  g_assert_true (json_node_get_boolean (look (arguments, "well")));
  /* As the client sends it: a number is one though it was chosen among texts, and what is none is not sent. */
  g_assert_cmpint (json_node_get_int (look (arguments, "chosen")), ==, 7);
  g_assert_false (json_object_has_member (json_node_get_object (arguments), "nothing"));
  g_assert_false (json_object_has_member (json_node_get_object (arguments), "left_out"));
}

/* The very request that the shell's snippet sends. */
static void
test_python_grpc (Fixture       *self,
                  gconstpointer  data)
{
  SurmiseQuestion *questions[] = { precise_new (HOSTILE), method_new () };

  test_files_write (&self->files, "picture.jpg", "not really");
  tagger_fixture_answer (&self->tagger, TAGGER_PATH, "owl");
  tagger_fixture_answer (&self->tagger, "/v2/users/ada/apps/lab/models/birds/versions/v1/outputs", "owl");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_GRPC, questions[i], SERVER ":8443", NULL,
                                                    "picture.jpg");
      g_autofree char *shell = make (self, SURMISE_SNIPPET_CURL, questions[i], "picture.jpg");
      g_autoptr(JsonNode) asked = run_python (self, code);
      g_autoptr(JsonNode) answer = run_shell (self, shell, TAGGER_TOKEN);
      g_autoptr(JsonNode) body = parse_request (self, i);
      g_autofree char *mine = json_to_string (look (asked, "request/body"), FALSE);
      g_autoptr(JsonNode) sorted = parse (mine);

      g_assert_true (json_node_equal (sorted, body));
      assert_text (asked, "request/user_app_id/user_id", "ada");
      assert_text (asked, "request/user_app_id/app_id", "lab");
      assert_text (asked, "request/model_id", "birds");
      assert_text (asked, "channel/base", "api.clarifai.com:8443");
      g_assert_true (json_node_get_boolean (look (asked, "channel/secure")));
      assert_text (asked, "metadata/authorization", "Key " TAGGER_TOKEN);
      if (i == 1)
        assert_text (asked, "request/version_id", "v1");
      g_clear_object (&questions[i]);
    }
}

static void
test_python_grpc_plain (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new ("Hello");
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_PYTHON_GRPC, question, "http://127.0.0.1:8080", NULL, NULL);
  g_autoptr(JsonNode) asked = run_python (self, code);

  assert_text (asked, "channel/base", "127.0.0.1");
  g_assert_cmpint (json_node_get_int (look (asked, "channel/port")), ==, 8080);
  g_assert_false (json_node_get_boolean (look (asked, "channel/secure")));
}

static void
test_javascript (Fixture       *self,
                 gconstpointer  data)
{
  static const char begin[] = "JSON.stringify(", end[] = "),\n});";
  g_autoptr(SurmiseQuestion) question = precise_new (HOSTILE);
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_JAVASCRIPT, question, SERVER, NULL, "it's \"a\".jpg");
  const char *from = strstr (code, begin);
  const char *to = strstr (code, end);
  g_autofree char *body = NULL;
  g_autoptr(GString) quoted = NULL;
  g_autoptr(JsonNode) node = NULL;

  g_assert_nonnull (strstr (code, "readFile(\"it's \\\"a\\\".jpg\", \"base64\")"));
  g_assert_nonnull (strstr (code, "fetch(\"" SERVER TAGGER_PATH "\""));
  g_assert_nonnull (strstr (code, "`Key ${process.env.CLARIFAI_PAT}`"));
  g_assert_true (from != NULL && to != NULL && from < to);
  body = g_strndup (from + strlen (begin), (gsize) (to - from) - strlen (begin));
  quoted = g_string_new (body);
  g_assert_cmpuint (g_string_replace (quoted, ": picture\n", ": \"here\"\n", 0), ==, 1);
  node = parse (quoted->str);
  assert_text (node, "inputs/0/data/image/base64", "here");
  assert_text (node, "inputs/0/data/text/raw", HOSTILE);
}

static void
test_surmise (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new (HOSTILE);
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_SURMISE, question, SERVER, NULL, "-it's.jpg");
  g_auto(GStrv) argv = NULL;
  g_autoptr(GString) escaped = g_string_new (HOSTILE);
  g_autofree char *concepts = NULL;

  g_string_replace (escaped, "\\", "\\\\", 0);
  concepts = g_strconcat ("--concepts=owl\\, \\\\snowy,", escaped->str, NULL);
  g_assert_true (g_shell_parse_argv (code, NULL, &argv, NULL));
  g_assert_cmpstrv (argv, ((const char *[]) {
    "surmise", "tag", "--model=ada/lab/birds", "--max-concepts=5", "--min-confidence=0.25", "--language=de", concepts,
    "--prompt=" HOSTILE, "--", "-it's.jpg", NULL
  }));
}

static void
test_surmise_server (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) plain = precise_new (NULL);
  g_autoptr(SurmiseQuestion) method = method_new ();
  g_autofree char *code = surmise_snippet_make (SURMISE_SNIPPET_SURMISE, plain, "https://models.example.org/", NULL, NULL);

  g_assert_true (g_str_has_prefix (code, "CLARIFAI_API_BASE='https://models.example.org' surmise tag "));
  g_assert_true (g_str_has_suffix (code, " -- 'picture.jpg'\n"));
  /* There is no way to say it. */
  g_assert_null (surmise_snippet_make (SURMISE_SNIPPET_SURMISE, method, SERVER, NULL, NULL));
}

/* Nothing that cannot be seen, or that turns what is read, is in any code but in a person's own shell words. */
static void
test_nothing_invisible (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = precise_new (HOSTILE);

  for (SurmiseSnippetKind kind = SURMISE_SNIPPET_CURL; kind < SURMISE_SNIPPET_SURMISE; kind++)
    {
      g_autofree char *code = surmise_snippet_make (kind, question, SERVER, NULL, "a.jpg");

      g_assert_null (strstr (code, "\342\200\256"));
      g_assert_null (strstr (code, "\363\240\200\201"));
      g_assert_nonnull (strstr (code, "CLARIFAI_PAT"));
    }
}

int
main (int   argc,
      char *argv[])
{
  test_files_begin ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/snippet/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("curl/same-concepts", test_curl_same_concepts);
  ADD ("curl/same-request", test_curl_same_request);
  ADD ("curl/address", test_curl_address);
  ADD ("curl/hostile-model", test_curl_hostile_model);
  ADD ("curl/method", test_curl_method);
  ADD ("python/sdk", test_python_sdk);
  ADD ("python/sdk-inputs", test_python_sdk_inputs);
  ADD ("python/sdk-method", test_python_sdk_method);
  ADD ("python/grpc", test_python_grpc);
  ADD ("python/grpc-plain", test_python_grpc_plain);
  ADD ("javascript", test_javascript);
  ADD ("surmise", test_surmise);
  ADD ("surmise/server", test_surmise_server);
  ADD ("nothing-invisible", test_nothing_invisible);

  return g_test_run ();
}
