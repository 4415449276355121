/* test-ask.c – asking with words, with a method and for some concepts only, against a scripted server
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-method.h"
#include "clarifai-predict.h"
#include "clarifai-wire-method.h"
#include "client-fixture.h"
#include "decode-fixture.h"

#define ANSWER "{\"text\":{\"raw\":\"a dog\"}}"
#define METHOD_ANSWER "{\"parts\":[{\"id\":\"return\",\"data\":{\"string_value\":\"a cat\"}}]}"

/* The only output for @input. */
static ClarifaiOutput *
ask (Fixture                    *self,
     ClarifaiInput              *input,
     const ClarifaiOutputConfig *config)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autoptr(GError) error = NULL;

  g_list_store_append (self->inputs, input);
  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), config, TOKEN, NULL, NULL, NULL,
                                 test_catch_result, &result);
  outputs = clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 1);

  return g_list_model_get_item (outputs, 0);
}

static void
assert_body (Fixture    *self,
             const char *expected)
{
  g_autofree char *body = mock_request_dup_body (mock_server_get_request (self->server, 0));

  g_assert_cmpstr (body, ==, expected);
}

static void
answer_with (Fixture    *self,
             const char *data)
{
  mock_server_reply_full (self->server, "POST", PREDICT_PATH, &(MockReply) { .status = 200, .each_input = data });
}

/* As with the example on the service's own page of tokens. */
static void
test_words_alone (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_words ("What is in it?");
  g_autoptr(ClarifaiOutput) output = NULL;

  answer_with (self, ANSWER);
  output = ask (self, input, NULL);
  assert_body (self, "{\"inputs\":[{\"id\":\"input-0\",\"data\":{\"text\":{\"raw\":\"What is in it?\"}}}]}");
  g_assert_cmpstr (clarifai_output_get_text (output), ==, "a dog");
  g_assert_cmpuint (clarifai_output_get_kinds (output), ==, CLARIFAI_OUTPUT_KIND_TEXT);
}

static void
test_words_beside_a_picture (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input = clarifai_input_new_with_words (bytes, NULL, "What?");
  g_autoptr(ClarifaiOutput) output = NULL;

  answer_with (self, ANSWER);
  output = ask (self, input, NULL);
  assert_body (self,
               "{\"inputs\":[{\"id\":\"input-0\",\"data\":"
               "{\"text\":{\"raw\":\"What?\"},\"image\":{\"base64\":\"YWJj\"}}}]}");
  g_assert_cmpstr (clarifai_output_get_text (output), ==, "a dog");
}

static ClarifaiMethod *
load_method (void)
{
  g_autoptr(JsonNode) node = decode_load ("model-version-methods-named.json");
  JsonObject *version = clarifai_json_get_object (json_node_get_object (node), "model_version");
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (version);

  return g_list_model_get_item (methods, 0);
}

static void
test_method (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(ClarifaiMethod) method = load_method ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method, g_variant_new_parsed ("{'text': <'What?'>, 'factor': <2.5>}"), bytes, NULL);
  g_autoptr(ClarifaiOutput) output = NULL;

  answer_with (self, METHOD_ANSWER);
  output = ask (self, input, NULL);
  assert_body (self,
               "{\"inputs\":[{\"id\":\"input-0\",\"data\":{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":["
               "{\"id\":\"text\",\"data\":{\"text\":{\"raw\":\"What?\"}}},"
               "{\"id\":\"picture\",\"data\":{\"image\":{\"base64\":\"YWJj\"}}},"
               "{\"id\":\"factor\",\"data\":{\"float_value\":2.5}}]}}]}");
  g_assert_cmpstr (clarifai_output_get_text (output), ==, "a cat");
}

/* The newer models say so without any outputs. */
static void
test_method_that_lacks_something (Fixture       *self,
                                  gconstpointer  data)
{
  g_autoptr(ClarifaiMethod) method = load_method ();
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_method (method, NULL, NULL, NULL);
  g_autoptr(ClarifaiOutput) output = NULL;
  g_autofree char *raw = NULL;

  mock_server_reply (self->server, "POST", PREDICT_PATH, 400,
                     "{\"status\":{\"code\":10020,\"description\":\"Failure\",\"details\":\"Field text is required\"},"
                     "\"outputs\":[]}");
  output = ask (self, input, NULL);
  g_assert_nonnull (clarifai_output_get_error (output));
  g_assert_nonnull (strstr (clarifai_output_get_error (output)->message, "Field text is required"));
  raw = clarifai_output_dup_raw (output);
  g_assert_nonnull (strstr (raw, "\"details\": \"Field text is required\""));
}

/* The caller's list is free as soon as the call has begun. */
static void
test_some_concepts_only (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) concept = clarifai_concept_new ("d", "dog", 0, NULL);
  ClarifaiOutputConfig config = { .max_concepts = 5, .select_concepts = G_LIST_MODEL (only) };
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_bytes (bytes);
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autoptr(GError) error = NULL;

  answer_with (self, GOOD_DATA);
  g_list_store_append (self->inputs, input);
  g_list_store_append (only, concept);
  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), &config, TOKEN, NULL, NULL, NULL,
                                 test_catch_result, &result);
  g_list_store_remove_all (only);
  config.select_concepts = NULL;
  outputs = clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_body (self,
               "{\"inputs\":[{\"id\":\"input-0\",\"data\":{\"image\":{\"base64\":\"YWJj\"}}}],"
               "\"model\":{\"model_version\":{\"output_info\":{\"output_config\":"
               "{\"max_concepts\":5,\"min_value\":0,\"select_concepts\":[{\"id\":\"d\"}]}}}}}");
}

static void
add (const char *path,
     void      (*test) (Fixture       *self,
                        gconstpointer  data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/ask/words-alone", test_words_alone);
  add ("/ask/words-beside-a-picture", test_words_beside_a_picture);
  add ("/ask/method", test_method);
  add ("/ask/method-that-lacks-something", test_method_that_lacks_something);
  add ("/ask/some-concepts-only", test_some_concepts_only);

  return g_test_run ();
}
