/* test-decode.c – what is made of recorded replies
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-json.h"
#include "clarifai-model-private.h"
#include "clarifai-model-ref.h"
#include "clarifai-output.h"
#include "clarifai-region.h"
#include "clarifai-user.h"
#include "clarifai-wire-decode.h"
#include "clarifai-wire-model.h"
#include "decode-fixture.h"
#include "test-utils.h"

static void
test_concepts (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-concepts.json");
  GListModel *concepts = clarifai_output_get_concepts (output);
  g_autoptr(ClarifaiConcept) first = g_list_model_get_item (concepts, 0);
  g_autofree char *model = clarifai_model_ref_to_string (clarifai_output_get_model (output));

  g_assert_null (clarifai_output_get_error (output));
  g_assert_cmpuint (decode_count (concepts), ==, 2);
  decode_assert_concept (concepts, 0, "train", 0.99960595);
  decode_assert_concept (concepts, 1, "railway", 0.99929917);
  g_assert_cmpstr (clarifai_concept_get_id (first), ==, "ai_HLmqFqBf");
  g_assert_null (clarifai_concept_get_hex (first));
  g_assert_cmpstr (model, ==,
                   "clarifai/main/general-image-recognition/versions/aa7f35c01e0642fda5cf400f543e7c40");
  g_assert_true (clarifai_output_get_summary (output) == concepts);
  g_assert_true (clarifai_output_get_best (output) == first);
  g_assert_null (clarifai_output_get_text (output));
  g_assert_cmpuint (decode_count (clarifai_output_get_regions (output)), ==, 0);
  g_assert_cmpuint (decode_count (clarifai_output_get_colors (output)), ==, 0);
}

static void
test_regions (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-regions.json");
  GListModel *regions = clarifai_output_get_regions (output);
  g_autoptr(ClarifaiRegion) first = g_list_model_get_item (regions, 0);
  ClarifaiBox box;

  g_assert_cmpuint (decode_count (regions), ==, 2);
  g_assert_true (clarifai_region_get_box (first, &box));
  g_assert_cmpfloat (box.left, ==, 0.210852);
  g_assert_cmpfloat (box.top, ==, 0.14814961);
  g_assert_cmpfloat (box.right, ==, 0.75433874);
  g_assert_cmpfloat (box.bottom, ==, 0.9100416);
  g_assert_cmpfloat (clarifai_region_get_value (first), ==, 0.99997437);
  decode_assert_concept (clarifai_region_get_concepts (first), 0, "face", 0.99997437);
  g_assert_null (clarifai_region_get_text (first));

  /* Two faces are one bar. */
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 1);
  decode_assert_concept (clarifai_output_get_summary (output), 0, "face", 0.99997437);
}

static void
test_colors (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-colors.json");
  GListModel *colors = clarifai_output_get_colors (output);
  g_autoptr(ClarifaiConcept) first = g_list_model_get_item (colors, 0);

  g_assert_cmpuint (decode_count (colors), ==, 3);
  decode_assert_concept (colors, 0, "CornflowerBlue", 0.31575);
  decode_assert_concept (colors, 1, "Black", 0.20175);
  decode_assert_concept (colors, 2, "DimGray", 0.14725);
  g_assert_cmpstr (clarifai_concept_get_hex (first), ==, "#7298e2");
  g_assert_true (clarifai_output_get_summary (output) == colors);
}

static void
test_caption (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-caption.json");

  g_assert_cmpstr (clarifai_output_get_text (output), ==,
                   "a photograph of a train station with a train on the tracks");
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 0);
  g_assert_null (clarifai_output_get_best (output));
}

static void
test_written_text (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-ocr.json");
  g_autoptr(ClarifaiRegion) region = g_list_model_get_item (clarifai_output_get_regions (output), 0);
  g_autofree char *model = clarifai_model_ref_to_string (clarifai_output_get_model (output));

  g_assert_cmpstr (clarifai_region_get_text (region), ==, "STOP");
  g_assert_cmpfloat (clarifai_region_get_value (region), ==, 0.98);
  /* The service did not say which model it was. */
  g_assert_cmpstr (model, ==, "asked/app/model");
}

static void
test_embedding (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-embedding.json");

  g_assert_null (clarifai_output_get_error (output));
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 0);
}

static void
test_parts (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-parts.json");

  g_assert_cmpstr (clarifai_output_get_text (output), ==, "Two dogs\non a beach");
  decode_assert_concept (clarifai_output_get_concepts (output), 0, "dog", 0.9);
}

static void
test_inlined_text (void)
{
  g_autoptr(ClarifaiOutput) output = decode_data ("{\"string_value\":\"only here\"}");

  g_assert_cmpstr (clarifai_output_get_text (output), ==, "only here");
}

static void
test_sorted_and_stable (void)
{
  g_autoptr(ClarifaiOutput) output =
    decode_data ("{\"concepts\":[{\"name\":\"a\",\"value\":0.5},{\"name\":\"b\",\"value\":0.9},"
                 "{\"name\":\"c\",\"value\":0.5},{\"name\":\"d\"},{\"name\":\"e\",\"value\":0.5}]}");
  const char *names[] = { "b", "a", "c", "e", "d" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (clarifai_output_get_concepts (output), i);

      g_assert_cmpstr (clarifai_concept_get_name (concept), ==, names[i]);
    }
}

static void
test_values_are_forced_into_their_range (void)
{
  g_autoptr(ClarifaiOutput) output =
    decode_data ("{\"concepts\":[{\"name\":\"a\",\"value\":5},{\"name\":\"b\",\"value\":-1},"
                 "{\"name\":\"c\",\"value\":\"NaN\"},{\"name\":\"d\",\"value\":\"-Infinity\"},"
                 "{\"name\":\"e\",\"value\":1e999},{\"name\":\"f\",\"value\":null}]}");
  GListModel *concepts = clarifai_output_get_concepts (output);

  g_assert_cmpuint (decode_count (concepts), ==, 6);
  decode_assert_concept (concepts, 0, "a", 1);
  decode_assert_concept (concepts, 1, "e", 1);
  decode_assert_concept (concepts, 2, "b", 0);
  decode_assert_concept (concepts, 3, "c", 0);
  decode_assert_concept (concepts, 4, "d", 0);
  decode_assert_concept (concepts, 5, "f", 0);
}

static void
test_boxes_are_forced_into_the_picture (void)
{
  g_autoptr(ClarifaiOutput) output =
    decode_data ("{\"regions\":[{\"region_info\":{\"bounding_box\":"
                 "{\"left_col\":0.9,\"right_col\":-0.1,\"top_row\":\"NaN\",\"bottom_row\":7}}},"
                 "{\"region_info\":{}},{\"region_info\":{\"bounding_box\":{\"right_col\":0.5}}}]}");
  GListModel *regions = clarifai_output_get_regions (output);
  g_autoptr(ClarifaiRegion) first = g_list_model_get_item (regions, 0);
  g_autoptr(ClarifaiRegion) second = g_list_model_get_item (regions, 1);
  g_autoptr(ClarifaiRegion) third = g_list_model_get_item (regions, 2);
  ClarifaiBox box;

  g_assert_true (clarifai_region_get_box (first, &box));
  g_assert_cmpfloat (box.left, ==, 0);
  g_assert_cmpfloat (box.right, ==, 0.9);
  g_assert_cmpfloat (box.top, ==, 0);
  g_assert_cmpfloat (box.bottom, ==, 1);
  g_assert_false (clarifai_region_get_box (second, &box));
  g_assert_true (clarifai_region_get_box (third, &box));
  g_assert_cmpfloat (box.left, ==, 0);
  g_assert_cmpfloat (box.right, ==, 0.5);
}

static const char *
get_first_name (ClarifaiOutput *output)
{
  return clarifai_concept_get_name (clarifai_output_get_best (output));
}

static void
test_names_are_cleaned (void)
{
  g_autofree char *many = g_strnfill (5000, 'x');
  g_autofree char *long_data = g_strdup_printf ("{\"concepts\":[{\"name\":\"é%s\"}]}", many);
  g_autoptr(ClarifaiOutput) lines = decode_data ("{\"concepts\":[{\"name\":\"a\\nb\\r\\tc\\u0007d\\u2028e\"}]}");
  g_autoptr(ClarifaiOutput) invalid = decode_data ("{\"concepts\":[{\"name\":\"a\xff" "b\"}]}");
  g_autoptr(ClarifaiOutput) surrogate = decode_data ("{\"concepts\":[{\"name\":\"x\\ud800y\"}]}");
  g_autoptr(ClarifaiOutput) chinese = decode_data ("{\"concepts\":[{\"name\":\"火车\"}]}");
  g_autoptr(ClarifaiOutput) longest = decode_data (long_data);
  g_autoptr(ClarifaiOutput) nameless = decode_data ("{\"concepts\":[{\"id\":\"the id\",\"name\":\"\"}]}");

  g_assert_cmpstr (get_first_name (lines), ==, "a b  c d e");
  g_assert_cmpstr (get_first_name (invalid), ==, "a\357\277\275b");
  g_assert_true (g_utf8_validate (get_first_name (surrogate), -1, NULL));
  g_assert_cmpstr (get_first_name (chinese), ==, "火车");
  g_assert_cmpint (g_utf8_strlen (get_first_name (longest), -1), ==, 1000);
  g_assert_cmpstr (get_first_name (nameless), ==, "the id");
}

static void
test_too_many_concepts (void)
{
  g_autoptr(GString) data = g_string_new ("{\"concepts\":[");
  g_autoptr(ClarifaiOutput) output = NULL;

  for (guint i = 0; i < 20100; i++)
    g_string_append (data, i > 0 ? ",{\"name\":\"x\"}" : "{\"name\":\"x\"}");
  g_string_append (data, "],\"regions\":[{\"data\":{\"concepts\":[{\"name\":\"y\"}]}}]}");
  output = decode_data (data->str);
  g_assert_cmpuint (decode_count (clarifai_output_get_concepts (output)), ==, 20000);
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 20000);
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (64, '[');
  g_autofree char *close = g_strnfill (64, ']');
  g_autofree char *too_deep = g_strdup_printf ("{\"a\":%s%s}", open, close);
  g_autofree char *deep = g_strdup_printf ("{\"a\":%s%s,\"b\":\"[[[\\\"{{{{{{{{{\"}", open + 1, close + 1);
  g_autoptr(GBytes) too_deep_bytes = g_bytes_new (too_deep, strlen (too_deep));
  g_autoptr(GBytes) deep_bytes = g_bytes_new (deep, strlen (deep));
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = clarifai_json_parse (deep_bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_null (clarifai_json_parse (too_deep_bytes, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY);
}

/* All prefixes of a good reply, and the reply with each byte changed. */
static void
test_broken_replies (void)
{
  g_autoptr(GBytes) bytes = test_load_data ("predict-regions.json");
  const char *ids[] = { "input-0", NULL };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < 2 * size; i++)
    {
      g_autofree char *copy = g_memdup2 (text, size);
      g_autoptr(GBytes) broken = NULL;
      g_autoptr(JsonNode) node = NULL;
      g_autoptr(GPtrArray) answers = NULL;
      JsonObject *root;
      ClarifaiStatus status;

      copy[i % size] ^= 0x15;
      broken = g_bytes_new (i < size ? copy : text, i < size ? size : i - size);
      node = clarifai_json_parse (broken, NULL);
      root = node != NULL ? json_node_get_object (node) : NULL;
      clarifai_status_read (&status, root, 200);
      answers = clarifai_wire_decode_outputs (root, &status, ids, NULL, "token", NULL);
      g_assert_true (answers == NULL || answers->len == 1);
      /* The last byte is only a line's end. */
      g_assert_true (i < size || i == 2 * size - 1 || node == NULL);
    }
}

/* Everything is read from a reply that is about something else, and nothing is found. */
static void
test_other_replies (void)
{
  const char *names[] = { "wrong-types.json", "error-grpc.json", "error-model.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(JsonNode) node = decode_load (names[i]);
      JsonObject *root = json_node_get_object (node);
      g_autoptr(GListModel) organizations = clarifai_wire_decode_organizations (root);
      g_autoptr(GListModel) types = clarifai_wire_decode_model_types (root);

      g_assert_cmpuint (decode_count (organizations), ==, 0);
      g_assert_cmpuint (decode_count (types), ==, 0);
      g_assert_null (clarifai_wire_decode_user (root, NULL));
      g_assert_null (clarifai_wire_decode_model (root, NULL, NULL));
      g_assert_null (clarifai_wire_decode_model_type (root, NULL));
    }
}

static ClarifaiVerdict
takes_images (const char *id,
              const char *first,
              const char *second)
{
  const char *fields[] = { first, second, NULL };
  g_autoptr(ClarifaiModelType) type = clarifai_model_type_new (id, NULL, fields, fields);

  g_assert_cmpstr (clarifai_model_type_get_title (type), ==, id);

  return clarifai_model_type_get_takes_images (type);
}

static void
test_types_that_take_images (void)
{
  g_assert_cmpint (takes_images ("visual-classifier", "image", NULL), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (takes_images ("x", "text", "text,image"), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (takes_images ("text-classifier", "text", NULL), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (takes_images ("any-to-any", NULL, NULL), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (takes_images ("multimodal-to-text", "text", NULL), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (takes_images ("x", NULL, NULL), ==, CLARIFAI_VERDICT_UNKNOWN);
}

static void
test_failed_output (void)
{
  g_autoptr(GError) error = g_error_new_literal (CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_FAILED, "no");
  g_autoptr(ClarifaiOutput) output = clarifai_output_new_failed (error);

  g_assert_error (clarifai_output_get_error (output), CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpuint (decode_count (clarifai_output_get_concepts (output)), ==, 0);
  g_assert_cmpuint (decode_count (clarifai_output_get_summary (output)), ==, 0);
  g_assert_null (clarifai_output_get_best (output));
  g_assert_null (clarifai_output_get_model (output));
}

static void
test_concept_properties (void)
{
  g_autoptr(ClarifaiConcept) concept = clarifai_concept_new ("id", "name", NAN, "#000000");
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hex = NULL;
  double value = 1;

  g_object_get (concept, "id", &id, "name", &name, "value", &value, "hex", &hex, NULL);
  g_assert_cmpstr (id, ==, "id");
  g_assert_cmpstr (name, ==, "name");
  g_assert_cmpstr (hex, ==, "#000000");
  g_assert_cmpfloat (value, ==, 0);
}

static void
test_too_many_values (void)
{
  g_autoptr(GString) text = g_string_new ("{\"a\":[0");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 2000001; i++)
    g_string_append (text, ",0");
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);

  g_assert_null (clarifai_json_parse (bytes, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decode/concepts", test_concepts);
  g_test_add_func ("/decode/regions", test_regions);
  g_test_add_func ("/decode/colors", test_colors);
  g_test_add_func ("/decode/caption", test_caption);
  g_test_add_func ("/decode/written-text", test_written_text);
  g_test_add_func ("/decode/embedding", test_embedding);
  g_test_add_func ("/decode/parts", test_parts);
  g_test_add_func ("/decode/inlined-text", test_inlined_text);
  g_test_add_func ("/decode/sorted-and-stable", test_sorted_and_stable);
  g_test_add_func ("/decode/values-are-forced-into-their-range", test_values_are_forced_into_their_range);
  g_test_add_func ("/decode/boxes-are-forced-into-the-picture", test_boxes_are_forced_into_the_picture);
  g_test_add_func ("/decode/names-are-cleaned", test_names_are_cleaned);
  g_test_add_func ("/decode/too-many-concepts", test_too_many_concepts);
  g_test_add_func ("/decode/depth", test_depth);
  g_test_add_func ("/decode/broken-replies", test_broken_replies);
  g_test_add_func ("/decode/other-replies", test_other_replies);
  g_test_add_func ("/decode/types-that-take-images", test_types_that_take_images);
  g_test_add_func ("/decode/failed-output", test_failed_output);
  g_test_add_func ("/decode/concept-properties", test_concept_properties);
  g_test_add_func ("/decode/too-many-values", test_too_many_values);

  return g_test_run ();
}
