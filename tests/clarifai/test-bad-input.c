/* test-bad-input.c – answers that no service should give: cleaned, or left out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-embedding.h"
#include "clarifai-json.h"
#include "clarifai-wire-decode.h"
#include "clarifai-wire-method.h"
#include "decode-fixture.h"
#include "test-utils.h"

/* Without a value, equals keep the service's order. */
static void
test_concepts (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-bad.json");
  GListModel *concepts = clarifai_output_get_concepts (output);

  g_assert_null (clarifai_output_get_error (output));
  g_assert_cmpuint (decode_count (concepts), ==, 5);
  /* Nothing turns the text around it, and the mark that is spelling stays. */
  decode_assert_concept (concepts, 0, "evil א\u200f", 1);
  /* A name of which nothing could be seen gives way to the id. */
  decode_assert_concept (concepts, 1, "4", 0.5);
  /* Markup is text. */
  decode_assert_concept (concepts, 2, "<b>bold</b> &amp; \"x\"", 0);
  decode_assert_concept (concepts, 3, "two lines", 0);
  decode_assert_concept (concepts, 4, "8", 0);
}

static void
test_boxes (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-bad.json");
  g_autoptr(ClarifaiRegion) half = g_list_model_get_item (clarifai_output_get_regions (output), 2);
  g_autoptr(ClarifaiRegion) inverted = g_list_model_get_item (clarifai_output_get_regions (output), 3);
  g_autoptr(ClarifaiRegion) flat = g_list_model_get_item (clarifai_output_get_regions (output), 4);

  g_assert_cmpuint (decode_count (clarifai_output_get_regions (output)), ==, 8);
  decode_assert_no_box (output, 0);
  decode_assert_no_box (output, 1);
  decode_assert_box (output, 2, 0, 0.5, 0.5, 1);
  g_assert_cmpfloat (clarifai_region_get_value (half), ==, 1);
  decode_assert_box (output, 3, 0.25, 0.125, 0.75, 0.5);
  g_assert_cmpfloat (clarifai_region_get_value (inverted), ==, 0);
  decode_assert_box (output, 4, 0.25, 0.25, 0.25, 0.5);
  g_assert_cmpfloat (clarifai_region_get_value (flat), ==, 0);
  /* In pixels, it seems: nothing of it is in the picture. */
  decode_assert_no_box (output, 5);
  decode_assert_box (output, 6, 0, 0, 1, 0.5);
  decode_assert_no_box (output, 7);
}

static void
test_colors (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-bad.json");
  GListModel *colors = clarifai_output_get_colors (output);
  g_autoptr(ClarifaiConcept) first = g_list_model_get_item (colors, 0);

  g_assert_cmpuint (decode_count (colors), ==, 2);
  decode_assert_concept (colors, 0, "Nice", 1);
  g_assert_null (clarifai_concept_get_hex (first));
  decode_assert_concept (colors, 1, "#abcdef", 0);
}

static void
test_embeddings (void)
{
  const float expected[] = { 1, 0, 0, 0, 0, -2.5f, 0 };
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-bad.json");
  g_autoptr(ClarifaiEmbedding) first = g_list_model_get_item (clarifai_output_get_embeddings (output), 0);
  g_autofree char *json = clarifai_embedding_to_json (first);
  const float *vector;
  gsize n;

  g_assert_cmpuint (decode_count (clarifai_output_get_embeddings (output)), ==, 1);
  vector = clarifai_embedding_get_vector (first, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < n; i++)
    g_assert_cmpfloat (vector[i], ==, expected[i]);
  g_assert_cmpstr (json, ==, "[1,0,0,0,0,-2.5,0]");
}

static void
test_the_rest (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-bad.json");
  g_autofree char *raw = clarifai_output_dup_raw (output);

  g_assert_null (clarifai_output_get_text (output));
  g_assert_cmpuint (decode_count (clarifai_output_get_images (output)), ==, 0);
  g_assert_cmpint (clarifai_output_get_prompt_tokens (output), ==, -1);
  g_assert_cmpint (clarifai_output_get_completion_tokens (output), ==, -1);
  g_assert_nonnull (strstr (raw, "\"prompt_tokens\": \"many\""));
}

/* Everything that there is to decode, from anything. */
static void
decode_all (GBytes *bytes)
{
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, NULL);
  JsonObject *root = node != NULL ? json_node_get_object (node) : NULL;
  JsonObject *version = clarifai_json_get_object (root, "model_version");
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (version);
  g_autoptr(GPtrArray) answers = NULL;
  const char *ids[] = { "input-0", NULL };
  ClarifaiStatus status;

  clarifai_status_read (&status, root, 200);
  answers = clarifai_wire_decode_outputs (root, &status, ids, NULL, "token", NULL);
  g_assert_true (answers == NULL || answers->len == 1);
  g_assert_nonnull (methods);
}

/* Makes a member of a reply null, a number, a text, a truth, a list and an object in turn. */
static void
replace (JsonNode   *root,
         JsonObject *object,
         const char *name,
         guint      *n_replaced)
{
  static const char * const others[] = { "null", "-7", "\"x\"", "true", "[[null,1]]", "{\"a\":{}}" };
  JsonNode *kept = json_node_ref (json_object_get_member (object, name));

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *text = NULL;
      g_autoptr(GBytes) bytes = NULL;

      json_object_set_member (object, name, json_from_string (others[i], NULL));
      text = json_to_string (root, FALSE);
      bytes = g_bytes_new (text, strlen (text));
      decode_all (bytes);
      *n_replaced += 1;
    }

  json_object_set_member (object, name, kept);
}

static void
replace_each (JsonNode *root,
              JsonNode *node,
              guint    *n_replaced)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *name = g_strdup (l->data);

          replace (root, object, name, n_replaced);
          replace_each (root, json_object_get_member (object, name), n_replaced);
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      replace_each (root, json_array_get_element (json_node_get_array (node), i), n_replaced);
}

static const char * const whole_replies[] = {
  "predict-masks.json", "predict-places.json", "predict-arrays.json", "predict-colors.json", "predict-heatmaps.json",
  "predict-language-model.json", "predict-embedding.json", "predict-parts.json", "model-version-methods.json",
};

static void
test_wrong_types_anywhere (void)
{
  guint n_replaced = 0;

  for (guint i = 0; i < G_N_ELEMENTS (whole_replies); i++)
    {
      g_autoptr(GBytes) bytes = test_load_data (whole_replies[i]);
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr(JsonNode) root = json_from_string (text, NULL);

      g_assert_nonnull (root);
      replace_each (root, root, &n_replaced);
    }
  g_assert_cmpuint (n_replaced, >, 1000);
}

static void
test_wrong_bytes_anywhere (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole_replies); i++)
    {
      g_autoptr(GBytes) bytes = test_load_data (whole_replies[i]);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      for (gsize j = 0; j < size; j++)
        {
          g_autofree char *copy = g_memdup2 (text, size);
          g_autoptr(GBytes) broken = NULL;

          copy[j] ^= 0x15;
          broken = g_bytes_new (copy, size);
          decode_all (broken);
        }
    }
}

static void
test_no_concepts (void)
{
  g_autoptr(ClarifaiOutput) output = decode_data ("{\"concepts\":[]}");

  g_assert_null (clarifai_output_get_error (output));
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 0);
  g_assert_null (clarifai_output_get_best (output));
}

static void
test_thousands_of_concepts (void)
{
  g_autoptr(GString) data = g_string_new ("{\"concepts\":[");
  g_autoptr(ClarifaiOutput) output = NULL;
  g_autofree char *raw = NULL;

  for (guint i = 0; i < 11000; i++)
    g_string_append_printf (data, "%s{\"id\":\"%u\",\"name\":\"concept %u\",\"value\":0.%05u}", i > 0 ? "," : "", i, i, i);
  g_string_append (data, "]}");
  output = decode_data (data->str);

  g_assert_cmpuint (decode_count (clarifai_output_get_concepts (output)), ==, 11000);
  decode_assert_concept (clarifai_output_get_concepts (output), 0, "concept 10999", 0.10999);
  raw = clarifai_output_dup_raw (output);
  g_assert_nonnull (strstr (raw, "\"name\": \"concept 0\",\n"));
}

static void
test_hundreds_of_boxes (void)
{
  g_autoptr(GString) data = g_string_new ("{\"regions\":[");
  g_autoptr(ClarifaiOutput) output = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (data,
                            "%s{\"region_info\":{\"bounding_box\":{\"left_col\":0.%03u,\"right_col\":1,\"top_row\":0,"
                            "\"bottom_row\":1}},\"value\":0.5}",
                            i > 0 ? "," : "", i);
  g_string_append (data, "]}");
  output = decode_data (data->str);

  g_assert_cmpuint (decode_count (clarifai_output_get_regions (output)), ==, 500);
  decode_assert_box (output, 499, 0.499, 0, 1, 1);
}

static void
test_huge_name (void)
{
  g_autofree char *many = g_strnfill (100 * 1024, 'x');
  g_autofree char *data = g_strdup_printf ("{\"concepts\":[{\"id\":\"%s\",\"name\":\"%s\",\"value\":0.5}]}", many, many);
  g_autoptr(ClarifaiOutput) output = decode_data (data);
  ClarifaiConcept *best = clarifai_output_get_best (output);

  g_assert_cmpuint (strlen (clarifai_concept_get_name (best)), ==, 1000);
}

static void
test_huge_text (void)
{
  g_autofree char *many = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *data = g_strdup_printf ("{\"parts\":[{\"data\":{\"string_value\":\"%s\"}},"
                                           "{\"data\":{\"string_value\":\"%s\"}}]}",
                                           many, many);
  g_autoptr(ClarifaiOutput) output = decode_data (data);

  g_assert_cmpuint (strlen (clarifai_output_get_text (output)), <, 201000);
}

static void
test_values_that_are_no_json (void)
{
  const char *texts[] = {
    "{\"outputs\":[{\"data\":{\"concepts\":[{\"name\":\"a\",\"value\":NaN}]}}]}",
    "{\"outputs\":[{\"data\":{\"concepts\":[{\"name\":\"a\",\"value\":-Infinity}]}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr(GError) error = NULL;

      g_assert_null (clarifai_json_parse (bytes, &error));
      g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY);
    }
}

static void
test_made_by_hand (void)
{
  const float vector[] = { NAN, INFINITY, 1 };
  const ClarifaiBox box = { NAN, -1, 2, INFINITY };
  g_autoptr(ClarifaiEmbedding) embedding = clarifai_embedding_new (vector, 3);
  g_autoptr(ClarifaiRegion) region = clarifai_region_new (&box, NAN, NULL, NULL);
  g_autofree char *json = clarifai_embedding_to_json (embedding);
  ClarifaiBox clean;

  g_assert_cmpstr (json, ==, "[0,0,1]");
  g_assert_true (clarifai_region_get_box (region, &clean));
  g_assert_cmpfloat (clean.left, ==, 0);
  g_assert_cmpfloat (clean.right, ==, 1);
  g_assert_cmpfloat (clean.bottom, ==, 1);
  g_assert_cmpfloat (clarifai_region_get_value (region), ==, 0);
  g_assert_null (clarifai_region_get_mask (region));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bad-input/concepts", test_concepts);
  g_test_add_func ("/bad-input/boxes", test_boxes);
  g_test_add_func ("/bad-input/colors", test_colors);
  g_test_add_func ("/bad-input/embeddings", test_embeddings);
  g_test_add_func ("/bad-input/the-rest", test_the_rest);
  g_test_add_func ("/bad-input/wrong-types-anywhere", test_wrong_types_anywhere);
  g_test_add_func ("/bad-input/wrong-bytes-anywhere", test_wrong_bytes_anywhere);
  g_test_add_func ("/bad-input/no-concepts", test_no_concepts);
  g_test_add_func ("/bad-input/thousands-of-concepts", test_thousands_of_concepts);
  g_test_add_func ("/bad-input/hundreds-of-boxes", test_hundreds_of_boxes);
  g_test_add_func ("/bad-input/huge-name", test_huge_name);
  g_test_add_func ("/bad-input/huge-text", test_huge_text);
  g_test_add_func ("/bad-input/values-that-are-no-json", test_values_that_are_no_json);
  g_test_add_func ("/bad-input/made-by-hand", test_made_by_hand);

  return g_test_run ();
}
