/* test-kinds.c – every kind of answer, from recorded replies; concepts, boxes and colours are in test-decode.c
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-embedding.h"
#include "clarifai-image.h"
#include "decode-fixture.h"
#include "test-utils.h"

static void
test_kinds (void)
{
  static const struct
  {
    const char          *file;
    ClarifaiOutputKinds  kinds;
  } all[] = {
    { "predict-concepts.json", CLARIFAI_OUTPUT_KIND_CONCEPTS },
    { "predict-regions.json", CLARIFAI_OUTPUT_KIND_REGIONS },
    { "predict-colors.json", CLARIFAI_OUTPUT_KIND_COLORS },
    { "predict-caption.json", CLARIFAI_OUTPUT_KIND_TEXT },
    { "predict-ocr.json", CLARIFAI_OUTPUT_KIND_REGIONS },
    { "predict-embedding.json", CLARIFAI_OUTPUT_KIND_EMBEDDINGS },
    { "predict-images.json", CLARIFAI_OUTPUT_KIND_IMAGES },
    { "predict-heatmaps.json", CLARIFAI_OUTPUT_KIND_IMAGES },
    { "predict-masks.json", CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_MASKS },
    { "predict-language-model.json", CLARIFAI_OUTPUT_KIND_TEXT },
    { "predict-parts.json", CLARIFAI_OUTPUT_KIND_TEXT | CLARIFAI_OUTPUT_KIND_CONCEPTS },
    { "predict-unknown.json", CLARIFAI_OUTPUT_KIND_OTHER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(ClarifaiOutput) output = decode_file (all[i].file);

      g_test_message ("%s", all[i].file);
      g_assert_cmpuint (clarifai_output_get_kinds (output), ==, all[i].kinds);
    }
}

/* A model that found nothing said something all the same; what it said is not "other". */
static void
test_nothing_found (void)
{
  const char *nothing[] = {
    "{}", "null", "{\"concepts\":[]}", "{\"regions\":[],\"concepts\":null}", "{\"text\":{\"raw\":\"\"}}",
    "{\"text\":{\"text_info\":{\"encoding\":\"UnknownTextEnc\"}}}", "{\"metadata\":{\"a\":1}}",
    "{\"parts\":[{\"id\":\"return\",\"data\":{}}]}", "{\"string_value\":\"\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    {
      g_autoptr(ClarifaiOutput) output = decode_data (nothing[i]);

      g_test_message ("%s", nothing[i]);
      g_assert_cmpuint (clarifai_output_get_kinds (output), ==, 0);
      g_assert_null (clarifai_output_get_error (output));
    }
}

static void
test_other (void)
{
  const char *other[] = {
    "{\"frames\":[{\"frame_info\":{\"index\":1}}]}", "{\"struct_value\":{\"a\":[1]}}",
    "{\"bytes_value\":\"AAEC\"}", "{\"hits\":[{\"score\":0.5}]}", "{\"never_heard_of\":0}",
    "{\"parts\":[{\"id\":\"return\",\"data\":{\"video\":{\"url\":\"https://example.com/a.mp4\"}}}]}",
    "{\"parts\":[{\"data\":{\"parts\":[{\"data\":{\"parts\":[{\"data\":{\"parts\":[{\"id\":\"deep\"}]}}]}}]}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autoptr(ClarifaiOutput) output = decode_data (other[i]);

      g_test_message ("%s", other[i]);
      g_assert_cmpuint (clarifai_output_get_kinds (output), ==, CLARIFAI_OUTPUT_KIND_OTHER);
    }
}

static void
test_kinds_as_flags (void)
{
  g_autofree char *text = g_flags_to_string (CLARIFAI_TYPE_OUTPUT_KINDS,
                                             CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_MASKS);

  g_assert_cmpstr (text, ==, "CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_MASKS");
}

static ClarifaiImage *
get_mask (ClarifaiOutput *output,
          guint           i)
{
  g_autoptr(ClarifaiRegion) region = g_list_model_get_item (clarifai_output_get_regions (output), i);

  /* The output keeps it. */
  return clarifai_region_get_mask (region);
}

static void
assert_is_png (ClarifaiImage *image)
{
  g_assert_nonnull (image);
  g_assert_nonnull (clarifai_image_get_bytes (image));
  g_assert_cmpint (memcmp (g_bytes_get_data (clarifai_image_get_bytes (image), NULL), "\x89PNG", 4), ==, 0);
}

static void
test_masks (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-masks.json");
  g_autoptr(ClarifaiRegion) second = g_list_model_get_item (clarifai_output_get_regions (output), 1);

  g_assert_cmpuint (decode_count (clarifai_output_get_regions (output)), ==, 4);
  assert_is_png (get_mask (output, 0));
  assert_is_png (get_mask (output, 1));
  g_assert_null (clarifai_image_get_address (get_mask (output, 0)));
  g_assert_null (clarifai_image_get_bytes (get_mask (output, 2)));
  g_assert_cmpstr (clarifai_image_get_address (get_mask (output, 2)), ==,
                   "https://data.example.com/mask.png?a=1&b=2");
  /* "true", as the service echoes bytes, is no picture. */
  g_assert_null (get_mask (output, 3));
  decode_assert_no_box (output, 0);
  decode_assert_box (output, 1, 0, 0.75, 1, 1);
  /* It says how sure it is of the grass only. */
  g_assert_cmpfloat (clarifai_region_get_value (second), ==, 0.82);
  decode_assert_concept (clarifai_output_get_summary (output), 0, "sky", 0.91);
}

static void
test_generated_image (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-images.json");
  g_autoptr(ClarifaiImage) image = g_list_model_get_item (clarifai_output_get_images (output), 0);

  g_assert_cmpuint (decode_count (clarifai_output_get_images (output)), ==, 1);
  assert_is_png (image);
  /* The echoed prompt is no answer. */
  g_assert_null (clarifai_output_get_text (output));
}

static void
test_image_as_data_address (void)
{
  g_autoptr(ClarifaiOutput) output =
    decode_data ("{\"image\":{\"url\":\"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAI\"}}");
  g_autoptr(ClarifaiImage) image = g_list_model_get_item (clarifai_output_get_images (output), 0);

  assert_is_png (image);
  g_assert_null (clarifai_image_get_address (image));
}

/* Only addresses on the web are offered to be fetched. */
static void
test_heatmaps (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-heatmaps.json");
  g_autoptr(ClarifaiImage) first = g_list_model_get_item (clarifai_output_get_images (output), 0);
  g_autoptr(ClarifaiImage) second = g_list_model_get_item (clarifai_output_get_images (output), 1);

  g_assert_cmpuint (decode_count (clarifai_output_get_images (output)), ==, 2);
  assert_is_png (first);
  g_assert_cmpstr (clarifai_image_get_address (second), ==, "https://data.example.com/heat.png");
}

static void
test_places (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-places.json");
  g_autoptr(ClarifaiRegion) span = g_list_model_get_item (clarifai_output_get_regions (output), 4);
  g_autoptr(ClarifaiRegion) token = g_list_model_get_item (clarifai_output_get_regions (output), 5);

  g_assert_cmpuint (decode_count (clarifai_output_get_regions (output)), ==, 6);
  decode_assert_box (output, 0, 0.125, 0.25, 0.625, 0.75);
  decode_assert_box (output, 1, 0.75, 0.25, 0.75, 0.25);
  /* Those that are not in the picture do not count. */
  decode_assert_box (output, 2, 0.25, 0.125, 0.375, 0.5);
  /* An empty bounding box gives way to the polygon. */
  decode_assert_box (output, 3, 0.5, 0.5, 0.75, 0.75);
  decode_assert_no_box (output, 4);
  g_assert_cmpstr (clarifai_region_get_text (span), ==, "Paris");
  g_assert_cmpfloat (clarifai_region_get_value (span), ==, 0.99);
  g_assert_cmpstr (clarifai_region_get_text (token), ==, "is");
}

static void
assert_vector (GListModel  *list,
               guint        i,
               const float *expected,
               gsize        n_expected)
{
  g_autoptr(ClarifaiEmbedding) embedding = g_list_model_get_item (list, i);
  const float *vector;
  gsize n;

  g_assert_nonnull (embedding);
  vector = clarifai_embedding_get_vector (embedding, &n);
  g_assert_cmpuint (n, ==, n_expected);
  g_assert_cmpuint (clarifai_embedding_get_dimensions (embedding), ==, n_expected);
  for (gsize j = 0; j < n; j++)
    g_assert_cmpfloat (vector[j], ==, expected[j]);
}

/* The numbers are counted, whatever the service says. */
static void
test_embedding (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-embedding.json");
  g_autoptr(ClarifaiEmbedding) embedding = g_list_model_get_item (clarifai_output_get_embeddings (output), 0);
  g_autofree char *json = clarifai_embedding_to_json (embedding);
  const float *vector;
  gsize n;

  vector = clarifai_embedding_get_vector (embedding, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (vector[0], ==, 0.025470778f);
  g_assert_cmpstr (json, ==, "[0.025470778,0.027972102,-0.018012568]");
}

static void
test_embeddings_of_regions (void)
{
  const float whole[] = { 1, 2 }, part[] = { 3 };
  g_autoptr(ClarifaiOutput) output =
    decode_data ("{\"regions\":[{\"data\":{\"embeddings\":[{\"vector\":[3]}]}}],\"embeddings\":[{\"vector\":[1,2]}]}");

  g_assert_cmpuint (decode_count (clarifai_output_get_embeddings (output)), ==, 2);
  assert_vector (clarifai_output_get_embeddings (output), 0, whole, 2);
  assert_vector (clarifai_output_get_embeddings (output), 1, part, 1);
}

/* NumPy's arrays: one row of floating numbers is an embedding, all else is something other. */
static void
test_arrays (void)
{
  const float row[] = { 0.5, -1.25, 3, 0 };
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-arrays.json");
  GListModel *embeddings = clarifai_output_get_embeddings (output);

  g_assert_cmpuint (decode_count (embeddings), ==, 2);
  assert_vector (embeddings, 0, row, 4);
  assert_vector (embeddings, 1, row, 4);
}

static void
test_language_model (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-language-model.json");

  /* The old place and the new one hold the same, which is said once. */
  g_assert_cmpstr (clarifai_output_get_text (output), ==, "Because of Rayleigh scattering.");
  g_assert_cmpint (clarifai_output_get_prompt_tokens (output), ==, 21);
  g_assert_cmpint (clarifai_output_get_completion_tokens (output), ==, 9);
}

static void
test_no_tokens (void)
{
  g_autoptr(ClarifaiOutput) output = decode_file ("predict-caption.json");

  g_assert_cmpint (clarifai_output_get_prompt_tokens (output), ==, -1);
  g_assert_cmpint (clarifai_output_get_completion_tokens (output), ==, -1);
}

/* What functions return that return no more than a word, a number or a yes. */
static void
test_scalars (void)
{
  static const struct
  {
    const char *data;
    const char *text;
  } all[] = {
    { "{\"int_value\":\"42\"}", "42" },
    { "{\"int_value\":-7}", "-7" },
    { "{\"float_value\":0.1}", "0.1" },
    { "{\"bool_value\":true}", "true" },
    { "{\"parts\":[{\"id\":\"return\",\"data\":{\"string_value\":\"one\"}}]}", "one" },
    { "{\"parts\":[{\"data\":{\"string_value\":\"one\"}},{\"data\":{\"text\":{\"raw\":\"two\"}}}]}", "one\ntwo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(ClarifaiOutput) output = decode_data (all[i].data);

      g_assert_cmpstr (clarifai_output_get_text (output), ==, all[i].text);
      g_assert_cmpuint (clarifai_output_get_kinds (output), ==, CLARIFAI_OUTPUT_KIND_TEXT);
    }
}

static void
test_list_of_numbers (void)
{
  const float numbers[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  g_autoptr(GString) data = g_string_new ("{\"parts\":[");
  g_autoptr(ClarifaiOutput) output = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (data, "%s{\"data\":{\"float_value\":%u}}", i > 0 ? "," : "", i);
  g_string_append (data, "]}");
  output = decode_data (data->str);

  assert_vector (clarifai_output_get_embeddings (output), 0, numbers, G_N_ELEMENTS (numbers));
  g_assert_null (clarifai_output_get_text (output));
}

static void
test_facts_left_out (void)
{
  ClarifaiOutputFacts facts = { .text = "only this" };
  g_autoptr(ClarifaiOutput) output = clarifai_output_new_full (&facts);

  g_assert_cmpuint (clarifai_output_get_kinds (output), ==, CLARIFAI_OUTPUT_KIND_TEXT);
  g_assert_cmpuint (decode_count (clarifai_output_get_images (output)), ==, 0);
  g_assert_cmpuint (decode_count (clarifai_output_get_embeddings (output)), ==, 0);
  g_assert_cmpint (clarifai_output_get_prompt_tokens (output), ==, -1);
  g_assert_null (clarifai_output_dup_raw (output));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kinds/all", test_kinds);
  g_test_add_func ("/kinds/nothing-found", test_nothing_found);
  g_test_add_func ("/kinds/other", test_other);
  g_test_add_func ("/kinds/as-flags", test_kinds_as_flags);
  g_test_add_func ("/kinds/masks", test_masks);
  g_test_add_func ("/kinds/generated-image", test_generated_image);
  g_test_add_func ("/kinds/image-as-data-address", test_image_as_data_address);
  g_test_add_func ("/kinds/heatmaps", test_heatmaps);
  g_test_add_func ("/kinds/places", test_places);
  g_test_add_func ("/kinds/embedding", test_embedding);
  g_test_add_func ("/kinds/embeddings-of-regions", test_embeddings_of_regions);
  g_test_add_func ("/kinds/arrays", test_arrays);
  g_test_add_func ("/kinds/language-model", test_language_model);
  g_test_add_func ("/kinds/no-tokens", test_no_tokens);
  g_test_add_func ("/kinds/scalars", test_scalars);
  g_test_add_func ("/kinds/list-of-numbers", test_list_of_numbers);
  g_test_add_func ("/kinds/facts-left-out", test_facts_left_out);

  return g_test_run ();
}
