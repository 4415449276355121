/* test-raw.c – the service's own words, kept and shown
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-raw.h"
#include "clarifai-wire-decode.h"
#include "decode-fixture.h"
#include "test-utils.h"

static void
assert_has (const char *raw,
            const char *part)
{
  g_test_message ("%s", part);
  g_assert_nonnull (raw);
  g_assert_nonnull (strstr (raw, part));
}

static void
assert_has_not (const char *raw,
                const char *part)
{
  g_assert_nonnull (raw);
  g_assert_null (strstr (raw, part));
}

static void
test_whole_output (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-unknown.json");
  g_autofree char *raw = clarifai_output_dup_raw (output);

  g_assert_cmpstr (raw, ==,
                   "{\n"
                   "  \"id\": \"u1\",\n"
                   "  \"status\": {\n"
                   "    \"code\": 10000,\n"
                   "    \"description\": \"Ok\"\n"
                   "  },\n"
                   "  \"model\": {\n"
                   "    \"id\": \"clock\",\n"
                   "    \"app_id\": \"main\",\n"
                   "    \"user_id\": \"clarifai\",\n"
                   "    \"model_type_id\": \"one-never-heard-of\",\n"
                   "    \"model_version\": {\n"
                   "      \"id\": \"v1\",\n"
                   "      \"status\": {\n"
                   "        \"code\": 21100\n"
                   "      }\n"
                   "    }\n"
                   "  },\n"
                   "  \"created_at\": \"2025-02-28T09:41:55.568082659Z\",\n"
                   "  \"data\": {\n"
                   "    \"frames\": [\n"
                   "      {\n"
                   "        \"frame_info\": {\n"
                   "          \"index\": 0,\n"
                   "          \"time\": 0\n"
                   "        },\n"
                   "        \"data\": {\n"
                   "          \"concepts\": [\n"
                   "            {\n"
                   "              \"id\": \"x\",\n"
                   "              \"name\": \"x\",\n"
                   "              \"value\": 0.5\n"
                   "            }\n"
                   "          ]\n"
                   "        }\n"
                   "      }\n"
                   "    ],\n"
                   "    \"metadata\": {\n"
                   "      \"fps\": 1\n"
                   "    }\n"
                   "  }\n"
                   "}");
}

/* The service's numbers, not what a double makes of them. */
static void
test_numbers (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-concepts.json");
  g_autofree char *raw = clarifai_output_dup_raw (output);

  assert_has (raw, "\"value\": 0.99960595,\n");
  assert_has (raw, "\"value\": 0.99929917,\n");
}

static void
test_vector_is_a_few_lines (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-embedding.json");
  g_autofree char *raw = clarifai_output_dup_raw (output);
  g_autoptr(GString) json = g_string_new ("[0");
  g_autofree char *indented = NULL;
  g_auto(GStrv) lines = NULL;

  assert_has (raw, "\"vector\": [0.025470778, 0.027972102, -0.018012568],\n");
  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (json, ",%u", i);
  g_string_append_c (json, ']');
  indented = clarifai_raw_indent (json->str);
  lines = g_strsplit (indented, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 40);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <, 120);
}

static void
test_long_base64_is_named (void)
{
  g_autofree char *just = g_strnfill (2000, 'A');
  g_autofree char *more = g_strnfill (2004, 'A');
  g_autofree char *data = g_strdup_printf ("{\"image\":{\"base64\":\"%s\"},\"heatmaps\":[{\"base64\":\"%s\"}]}", just,
                                           more);
  g_autoptr(ClarifaiOutput) output = decode_data (data);
  g_autofree char *raw = clarifai_output_dup_raw (output);

  assert_has (raw, just);
  assert_has_not (raw, more);
  assert_has (raw, "\"base64\": \"(2004 characters of base64)\"");
}

/* Some models write the whole of a data: address where another's is. */
static void
test_long_data_address_is_named (void)
{
  g_autofree char *just = g_strnfill (2000, 'A');
  g_autofree char *more = g_strnfill (2004, 'A');
  g_autofree char *data = g_strdup_printf ("{\"image\":{\"url\":\"data:image/png;base64,%s\",\"base64\":\"data:x;base64,%s\"}}",
                                           more, just);
  g_autoptr(ClarifaiOutput) output = decode_data (data);
  g_autofree char *raw = clarifai_output_dup_raw (output);

  assert_has (raw, just);
  assert_has_not (raw, more);
  assert_has (raw, "\"url\": \"data:image/png;base64,(2004 characters of base64)\"");
}

static void
test_long_text_is_cut (void)
{
  g_autofree char *many = g_strnfill (2 * 1024 * 1024, ' ');
  g_autofree char *data = g_strdup_printf ("{\"text\":{\"raw\":\"a%s\"}}", many);
  g_autoptr(ClarifaiOutput) output = decode_data (data);
  g_autofree char *raw = clarifai_output_dup_raw (output);

  g_assert_cmpuint (strlen (raw), <, 101000);
  assert_has (raw, "… (2097153 characters in all)\"");
}

static void
test_failed_output (void)
{
  g_autoptr(GBytes) bytes = test_load_data ("predict-mixed.json");
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, NULL);
  const char *ids[] = { "input-0", "input-1", NULL };
  g_autoptr(GPtrArray) answers = NULL;
  ClarifaiStatus status;
  guint n_failed = 0;

  clarifai_status_read (&status, json_node_get_object (node), 200);
  answers = clarifai_wire_decode_outputs (json_node_get_object (node), &status, ids, NULL, "token", NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      ClarifaiAnswer *answer = g_ptr_array_index (answers, i);
      g_autofree char *raw = clarifai_output_dup_raw (answer->output);

      if (clarifai_output_get_error (answer->output) == NULL)
        continue;
      n_failed++;
      g_assert_cmpuint (clarifai_output_get_kinds (answer->output), ==, 0);
      assert_has (raw, "\"code\": 30002");
    }
  g_assert_cmpuint (n_failed, ==, 1);
}

/* Where the service repeats a token, as it does in refusals, nobody sees it. */
static void
test_token (void)
{
  const char *text = "{\"status\":{\"code\":10020,\"description\":\"Failure\"},\"outputs\":[{\"data\":{\"token\":"
                     "[\"a token b\"]},\"status\":{\"code\":30104,\"details\":\"invalid key(0123456789abcdef)\"}}]}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, NULL);
  const char *ids[] = { "input-0", NULL };
  g_autoptr(GPtrArray) answers = NULL;
  g_autofree char *raw = NULL;
  ClarifaiStatus status;

  clarifai_status_read (&status, json_node_get_object (node), 400);
  answers = clarifai_wire_decode_outputs (json_node_get_object (node), &status, ids, NULL, "token b", NULL);
  raw = clarifai_output_dup_raw (((ClarifaiAnswer *) g_ptr_array_index (answers, 0))->output);
  assert_has_not (raw, "0123456789abcdef");
  assert_has_not (raw, "token b");
  assert_has (raw, "\"a [token]\"");
}

static char *
dup_raw_of (const char *text,
            const char *token)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, NULL);

  g_assert_nonnull (node);

  return clarifai_raw_print (json_node_get_object (node), token);
}

/* Neither in base64 nor cut in half by the end of what is shown. */
static void
test_token_in_disguise (void)
{
  const char *token = "0123c0ffee456789abcdef0123456789";
  g_autofree char *header = g_strconcat ("Key ", token, NULL);
  g_autofree char *base64 = g_base64_encode ((const guchar *) header, strlen (header));
  g_autofree char *nearly = g_strnfill (100000 - 16, '.');
  g_autofree char *text = g_strdup_printf ("{\"data\":[\"%s\",\"%s%s%s\"],\"%s\":1,\"status\":\"%s\"}", base64, nearly,
                                           token, nearly, base64, base64);
  g_autofree char *raw = dup_raw_of (text, token);

  base64[40] = '\0';
  assert_has_not (raw, base64 + 8);
  assert_has_not (raw, "0123c0ffee");
}

/* Words that are hard to look through are not looked through for long. */
static void
test_hostile_status (void)
{
  g_autoptr(GString) text = g_string_new ("{\"status\":[\"");
  g_autofree char *raw = NULL;
  gint64 start;

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, i == 30000 ? "\",\"key:" : "key:");
  g_string_append (text, "\"]}");
  start = g_get_monotonic_time ();
  raw = dup_raw_of (text->str, "token");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
  g_assert_nonnull (raw);
}

/* Names and texts that look like JSON stay what they are. */
static void
test_strings (void)
{
  const char *json = "{\"a{[\":\"b\\\"},{\\\\\",\"c\":[],\"d\":{},\"e\":[true,null],\"g\":[\"x\"],\"f\":[[1,2],[3]]}";
  g_autofree char *indented = clarifai_raw_indent (json);

  g_assert_cmpstr (indented, ==,
                   "{\n"
                   "  \"a{[\": \"b\\\"},{\\\\\",\n"
                   "  \"c\": [],\n"
                   "  \"d\": {},\n"
                   "  \"e\": [true, null],\n"
                   "  \"g\": [\n"
                   "    \"x\"\n"
                   "  ],\n"
                   "  \"f\": [\n"
                   "    [1, 2],\n"
                   "    [3]\n"
                   "  ]\n"
                   "}");
}

static void
test_not_json (void)
{
  const char *texts[] = { "", "}", "]]]}}", "[", "[1", "{", "\"", "\"\\", "[\"a", "a b", ",:" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *indented = clarifai_raw_indent (texts[i]);

      g_assert_nonnull (indented);
    }
}

static void
test_packed (void)
{
  g_autoptr(GString) json = g_string_new ("[");
  g_autoptr(GBytes) packed = NULL;
  g_autofree char *unpacked = NULL;

  for (guint i = 0; i < 11000; i++)
    g_string_append_printf (json, "{\"id\":\"ai_%08x\",\"name\":\"concept ü %u\",\"value\":0.5},", i * 2654435761u, i);
  g_string_append (json, "{}]");
  packed = clarifai_raw_pack (json->str);
  unpacked = clarifai_raw_unpack (packed);
  g_assert_cmpstr (unpacked, ==, json->str);
  g_assert_cmpuint (g_bytes_get_size (packed) * 3, <, json->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/raw/whole-output", test_whole_output);
  g_test_add_func ("/raw/numbers", test_numbers);
  g_test_add_func ("/raw/vector-is-a-few-lines", test_vector_is_a_few_lines);
  g_test_add_func ("/raw/long-base64-is-named", test_long_base64_is_named);
  g_test_add_func ("/raw/long-data-address-is-named", test_long_data_address_is_named);
  g_test_add_func ("/raw/long-text-is-cut", test_long_text_is_cut);
  g_test_add_func ("/raw/failed-output", test_failed_output);
  g_test_add_func ("/raw/token", test_token);
  g_test_add_func ("/raw/token-in-disguise", test_token_in_disguise);
  g_test_add_func ("/raw/hostile-status", test_hostile_status);
  g_test_add_func ("/raw/strings", test_strings);
  g_test_add_func ("/raw/not-json", test_not_json);
  g_test_add_func ("/raw/packed", test_packed);

  return g_test_run ();
}
