/* test-encode.c – requests, as they are sent and as others could send them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-input.h"
#include "clarifai-json.h"
#include "clarifai-method.h"
#include "clarifai-model-ref.h"
#include "clarifai-output-config.h"
#include "clarifai-request-json.h"
#include "clarifai-wire-encode.h"
#include "clarifai-wire-method.h"
#include "decode-fixture.h"
#include "test-utils.h"

static void
assert_body (ClarifaiInput *input,
             const char    *data)
{
  g_autoptr(GPtrArray) inputs = g_ptr_array_new ();
  const char *ids[] = { "input-0", NULL };
  g_autofree char *expected = g_strdup_printf ("{\"inputs\":[{\"id\":\"input-0\",\"data\":%s}]}", data);
  g_autoptr(GBytes) body = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = NULL;

  g_ptr_array_add (inputs, input);
  body = clarifai_wire_encode_predict (inputs, ids, NULL);
  text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  g_assert_cmpstr (text, ==, expected);
  node = clarifai_json_parse (body, &error);
  g_assert_no_error (error);
}

static void
assert_config (const ClarifaiOutputConfig *config,
               const char                 *expected)
{
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_words ("w");
  g_autofree char *body = clarifai_wire_encode_single (input, config, NULL);
  const char *start = strstr (body, "\"output_config\":");

  g_assert_nonnull (start);
  g_assert_cmpstr (start, ==, expected);
}

static void
test_words (void)
{
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_words ("Why \"sky\"?\nA\\B\t\x01 ünï");

  assert_body (input, "{\"text\":{\"raw\":\"Why \\\"sky\\\"?\\nA\\\\B\\u0009\\u0001 ünï\"}}");
  g_assert_null (clarifai_input_get_bytes (input));
  g_assert_null (clarifai_input_get_address (input));
}

static void
test_no_words (void)
{
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_words ("");

  assert_body (input, "{\"text\":{\"raw\":\"\"}}");
}

static void
test_words_beside_a_picture (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) sent = clarifai_input_new_with_words (bytes, NULL, "what?");
  g_autoptr(ClarifaiInput) fetched = clarifai_input_new_with_words (NULL, "https://example.com/a.jpg", "what?");
  g_autoptr(ClarifaiInput) silent = clarifai_input_new_with_words (bytes, NULL, NULL);

  assert_body (sent, "{\"text\":{\"raw\":\"what?\"},\"image\":{\"base64\":\"YWJj\"}}");
  assert_body (fetched, "{\"text\":{\"raw\":\"what?\"},\"image\":{\"url\":\"https://example.com/a.jpg\"}}");
  assert_body (silent, "{\"image\":{\"base64\":\"YWJj\"}}");
}

static ClarifaiMethod *
load_method (const char *file)
{
  g_autoptr(JsonNode) node = decode_load (file);
  JsonObject *version = clarifai_json_get_object (json_node_get_object (node), "model_version");
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (version);

  return g_list_model_get_item (methods, 0);
}

/* All kinds, in the method's order; what is no argument and what is of a wrong type is not sent. */
static void
test_method (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method,
                                   g_variant_new_parsed ("{'note': <'n'>, 'prompt': <'what\"?'>,"
                                                         " 'temperature': <0.1>, 'max_tokens': <int64 9007199254740993>,"
                                                         " 'think': <false>, 'style': <'long'>, 'strange': <'x'>,"
                                                         " 'images': <'x'>, 'chat_history': <['x']>}"),
                                   bytes, NULL);

  assert_body (input,
               "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":["
               "{\"id\":\"prompt\",\"data\":{\"string_value\":\"what\\\"?\"}},"
               "{\"id\":\"image\",\"data\":{\"image\":{\"base64\":\"YWJj\"}}},"
               "{\"id\":\"temperature\",\"data\":{\"float_value\":0.1}},"
               "{\"id\":\"max_tokens\",\"data\":{\"int_value\":9007199254740993}},"
               "{\"id\":\"think\",\"data\":{\"bool_value\":false}},"
               "{\"id\":\"style\",\"data\":{\"string_value\":\"long\"}},"
               "{\"id\":\"note\",\"data\":{\"text\":{\"raw\":\"n\"}}}]}");
}

static void
test_method_without_values (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_method (method, NULL, NULL, NULL);

  assert_body (input, "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":[]}");
}

static void
test_method_with_wrong_values (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method,
                                   g_variant_new_parsed ("{'prompt': <1>, 'temperature': <'warm'>, 'max_tokens': <1e300>,"
                                                         " 'think': <'yes'>, 'style': <true>, 'image': <'x'>}"),
                                   NULL, NULL);

  assert_body (input, "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":[]}");
}

static void
test_method_with_infinite_numbers (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(ClarifaiInput) text =
    clarifai_input_new_for_method (method, g_variant_new_parsed ("{'temperature': <'NaN'>, 'max_tokens': <'inf'>}"), NULL,
                                   NULL);

  assert_body (text, "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":[]}");
}

/* Forms may have a number as another kind of number, or as text. */
static void
test_method_with_other_numbers (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method, g_variant_new_parsed ("{'temperature': <1>, 'max_tokens': <'64'>}"), NULL,
                                   NULL);

  assert_body (input,
               "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":["
               "{\"id\":\"temperature\",\"data\":{\"float_value\":1}},"
               "{\"id\":\"max_tokens\",\"data\":{\"int_value\":64}}]}");
}

static void
test_method_without_its_picture (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method, g_variant_new_parsed ("{'image': <false>}"), NULL,
                                   "https://example.com/a.jpg");

  assert_body (input, "{\"metadata\":{\"_method_name\":\"predict\"},\"parts\":[]}");
}

static void
test_select_concepts (void)
{
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) by_id = clarifai_concept_new ("ai_1", "train", 0, NULL);
  g_autoptr(ClarifaiConcept) by_name = clarifai_concept_new (NULL, "a \"b\"", 0, NULL);
  ClarifaiOutputConfig config = { .max_concepts = 500, .min_value = 0.1, .select_concepts = G_LIST_MODEL (only) };

  g_list_store_append (only, by_id);
  g_list_store_append (only, by_name);
  assert_config (&config,
                 "\"output_config\":{\"max_concepts\":200,\"min_value\":0.1,"
                 "\"select_concepts\":[{\"id\":\"ai_1\"},{\"name\":\"a \\\"b\\\"\"}]}}}}}");
}

/* No selection is not a selection of nothing. */
static void
test_select_no_concepts (void)
{
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  ClarifaiOutputConfig config = { .select_concepts = G_LIST_MODEL (only) };

  assert_config (&config, "\"output_config\":{\"min_value\":0}}}}}");
}

static void
test_config_is_copied (void)
{
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) concept = clarifai_concept_new ("1", "one", 0, NULL);
  char language[] = "de";
  ClarifaiOutputConfig config = { .language = language, .select_concepts = G_LIST_MODEL (only) };
  g_autoptr(ClarifaiOutputConfig) copy = NULL;

  g_list_store_append (only, concept);
  copy = clarifai_output_config_copy (&config);
  g_list_store_remove_all (only);
  language[0] = 'x';
  assert_config (copy, "\"output_config\":{\"min_value\":0,\"language\":\"de\",\"select_concepts\":[{\"id\":\"1\"}]}}}}}");
  g_assert_null (clarifai_output_config_copy (NULL));
}

static void
test_path_for_others (void)
{
  g_autoptr(ClarifaiModelRef) latest = clarifai_model_ref_new ("u r", "a/p", "m", NULL);
  g_autoptr(ClarifaiModelRef) pinned = clarifai_model_ref_new ("u", "a", "m", "v1");
  g_autofree char *latest_path = clarifai_predict_dup_path (latest);
  g_autofree char *pinned_path = clarifai_predict_dup_path (pinned);

  g_assert_cmpstr (latest_path, ==, "/v2/users/u%20r/apps/a%2Fp/models/m/outputs");
  g_assert_cmpstr (pinned_path, ==, "/v2/users/u/apps/a/models/m/versions/v1/outputs");
}

static void
test_body_for_others (void)
{
  ClarifaiOutputConfig config = { .max_concepts = 20, .min_value = 0.5 };
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input = clarifai_input_new_with_words (bytes, NULL, "two\nlines");
  g_autofree char *body = clarifai_predict_dup_body (input, &config, "PICTURE");

  g_assert_cmpstr (body, ==,
                   "{\n"
                   "  \"inputs\": [\n"
                   "    {\n"
                   "      \"data\": {\n"
                   "        \"text\": {\n"
                   "          \"raw\": \"two\\nlines\"\n"
                   "        },\n"
                   "        \"image\": {\n"
                   "          \"base64\": \"PICTURE\"\n"
                   "        }\n"
                   "      }\n"
                   "    }\n"
                   "  ],\n"
                   "  \"model\": {\n"
                   "    \"model_version\": {\n"
                   "      \"output_info\": {\n"
                   "        \"output_config\": {\n"
                   "          \"max_concepts\": 20,\n"
                   "          \"min_value\": 0.5\n"
                   "        }\n"
                   "      }\n"
                   "    }\n"
                   "  }\n"
                   "}");
}

/* The bytes stand at the same place, and an address needs no placeholder. */
static void
test_body_without_placeholder (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) sent = clarifai_input_new_for_bytes (bytes);
  g_autoptr(ClarifaiInput) fetched = clarifai_input_new_for_address ("https://example.com/a.jpg");
  g_autofree char *sent_body = clarifai_predict_dup_body (sent, NULL, NULL);
  g_autofree char *fetched_body = clarifai_predict_dup_body (fetched, NULL, "PICTURE");

  g_assert_nonnull (strstr (sent_body, "\"base64\": \"YWJj\""));
  g_assert_nonnull (strstr (fetched_body, "\"url\": \"https://example.com/a.jpg\""));
  g_assert_null (strstr (fetched_body, "PICTURE"));
}

static void
test_body_of_a_method (void)
{
  g_autoptr(ClarifaiMethod) method = load_method ("model-version-methods.json");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr(ClarifaiInput) input =
    clarifai_input_new_for_method (method, g_variant_new_parsed ("{'prompt': <'{[\"a\":,]}'>}"), bytes, NULL);
  g_autofree char *body = clarifai_predict_dup_body (input, NULL, "PICTURE");
  g_autoptr(GBytes) body_bytes = g_bytes_new (body, strlen (body));
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = clarifai_json_parse (body_bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (body, "\"string_value\": \"{[\\\"a\\\":,]}\""));
  g_assert_nonnull (strstr (body, "\"base64\": \"PICTURE\""));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/encode/words", test_words);
  g_test_add_func ("/encode/no-words", test_no_words);
  g_test_add_func ("/encode/words-beside-a-picture", test_words_beside_a_picture);
  g_test_add_func ("/encode/method", test_method);
  g_test_add_func ("/encode/method-without-values", test_method_without_values);
  g_test_add_func ("/encode/method-with-wrong-values", test_method_with_wrong_values);
  g_test_add_func ("/encode/method-with-infinite-numbers", test_method_with_infinite_numbers);
  g_test_add_func ("/encode/method-with-other-numbers", test_method_with_other_numbers);
  g_test_add_func ("/encode/method-without-its-picture", test_method_without_its_picture);
  g_test_add_func ("/encode/select-concepts", test_select_concepts);
  g_test_add_func ("/encode/select-no-concepts", test_select_no_concepts);
  g_test_add_func ("/encode/config-is-copied", test_config_is_copied);
  g_test_add_func ("/encode/path-for-others", test_path_for_others);
  g_test_add_func ("/encode/body-for-others", test_body_for_others);
  g_test_add_func ("/encode/body-without-placeholder", test_body_without_placeholder);
  g_test_add_func ("/encode/body-of-a-method", test_body_of_a_method);

  return g_test_run ();
}
