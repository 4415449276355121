/* test-wire-model.c – what is made of recorded replies about models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what becomes of a version's methods in detail.
 */
#include "config.h"

#include <string.h>

#include "clarifai-app-list.h"
#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-json.h"
#include "clarifai-model-private.h"
#include "clarifai-model-ref.h"
#include "clarifai-wire-model.h"
#include "test-utils.h"

static JsonNode *
load (const char *name)
{
  g_autoptr(GBytes) bytes = test_load_data (name);
  g_autoptr(GError) error = NULL;
  JsonNode *node = clarifai_json_parse (bytes, &error);

  g_assert_no_error (error);

  return node;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *node = clarifai_json_parse (bytes, &error);

  g_assert_no_error (error);

  return node;
}

/* (transfer none): an entry of a file's list */
static JsonObject *
get_entry (JsonNode   *node,
           const char *member,
           guint       i)
{
  return clarifai_json_get_element (clarifai_json_get_array (json_node_get_object (node), member), i);
}

static ClarifaiModel *
decode_odd (guint i)
{
  g_autoptr(JsonNode) node = load ("models-odd.json");
  ClarifaiModel *model = clarifai_wire_decode_listed_model (get_entry (node, "models", i));

  g_assert_nonnull (model);

  return model;
}

static void
assert_date (GDateTime  *date,
             const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_nonnull (date);
  text = g_date_time_format_iso8601 (date);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_facts (void)
{
  g_autoptr(JsonNode) node = load ("model-full.json");
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModel) model = clarifai_wire_decode_model (json_node_get_object (node), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_get_name (model), ==, "Image Recognition");
  g_assert_cmpstr (clarifai_model_get_description (model), ==, "Sees things.");
  g_assert_true (g_str_has_prefix (clarifai_model_get_notes (model), "# Image Recognition\n\nSees **11,000** things"));
  g_assert_cmpstr (clarifai_model_get_license (model), ==, "Apache-2.0");
  g_assert_cmpint (clarifai_model_get_star_count (model), ==, 167);
  g_assert_cmpint (clarifai_model_get_starred (model), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_public (model), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_usable (model), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_concept_count (model), ==, 9098);
  g_assert_cmpint (clarifai_model_get_version_count (model), ==, 3);
  assert_date (clarifai_model_get_created (model), "2016-03-09T17:11:39.608845Z");
  g_assert_cmpint (g_date_time_get_year (clarifai_model_get_modified (model)), ==, 2025);
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_model_get_methods (model)), ==, 0);
  g_assert_cmpint (clarifai_model_get_signature_takes_images (model), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_cmpint (clarifai_model_get_signature_output_kinds (model), ==, 0);
}

static void
test_languages (void)
{
  g_autoptr(JsonNode) node = load ("model-full.json");
  g_autoptr(ClarifaiModel) model = clarifai_wire_decode_model (json_node_get_object (node), NULL, NULL);
  const char *ids[] = { "en", "zh", NULL };
  const char *names[] = { "English", "Chinese", NULL };

  g_assert_cmpstrv (clarifai_model_get_language_ids (model), ids);
  g_assert_cmpstrv (clarifai_model_get_language_names (model), names);
}

static void
test_languages_without_names (void)
{
  g_autoptr(ClarifaiModel) listed = decode_odd (4);
  g_autoptr(ClarifaiModel) tagged = decode_odd (2);
  const char *listed_ids[] = { "en", "fr", NULL };
  const char *tagged_ids[] = { "de", NULL };

  g_assert_cmpstrv (clarifai_model_get_language_ids (listed), listed_ids);
  g_assert_cmpstrv (clarifai_model_get_language_names (listed), listed_ids);
  g_assert_cmpstrv (clarifai_model_get_language_ids (tagged), tagged_ids);
  g_assert_cmpstrv (clarifai_model_get_language_names (tagged), tagged_ids);
}

/* They are shown, and there are never so many. */
static void
test_hostile_languages (void)
{
  g_autoptr(GString) text = g_string_new ("{\"models\":[{\"id\":\"m\",\"user_id\":\"u\",\"app_id\":\"a\",\"languages\":["
                                          "\"\",\"  \",\"e\\nn\",\"\\u202ede\",\"");
  g_autofree char *many = g_strnfill (100000, 'x');
  g_autoptr(ClarifaiModel) model = NULL;
  g_autoptr(JsonNode) node = NULL;
  const char * const *ids;

  g_string_append_printf (text, "%s\"", many);
  for (guint i = 0; i < 5000; i++)
    g_string_append (text, ",\"fr\"");
  g_string_append (text, "]}]}");
  node = parse (text->str);
  model = clarifai_wire_decode_listed_model (get_entry (node, "models", 0));
  ids = clarifai_model_get_language_ids (model);

  g_assert_cmpstr (ids[0], ==, "e n");
  g_assert_cmpstr (ids[1], ==, "de");
  g_assert_cmpuint (g_strv_length ((char **) ids), <=, 1000);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_assert_true (g_utf8_validate (ids[i], -1, NULL));
      g_assert_cmpuint (strlen (ids[i]), <=, 1000);
    }
}

static void
assert_nothing_known (ClarifaiModel *model,
                      const char    *id)
{
  g_assert_cmpstr (clarifai_model_get_name (model), ==, id);
  g_assert_null (clarifai_model_get_type_id (model));
  g_assert_null (clarifai_model_get_description (model));
  g_assert_null (clarifai_model_get_notes (model));
  g_assert_null (clarifai_model_get_license (model));
  g_assert_null (clarifai_model_get_created (model));
  g_assert_null (clarifai_model_get_modified (model));
  g_assert_cmpint (clarifai_model_get_star_count (model), ==, -1);
  g_assert_cmpint (clarifai_model_get_version_count (model), ==, -1);
  g_assert_cmpint (clarifai_model_get_concept_count (model), ==, -1);
  g_assert_cmpint (clarifai_model_get_starred (model), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_cmpint (clarifai_model_get_public (model), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_cmpint (clarifai_model_get_usable (model), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_cmpuint (g_strv_length ((char **) clarifai_model_get_language_ids (model)), ==, 0);
  g_assert_cmpuint (g_strv_length ((char **) clarifai_model_get_language_names (model)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_model_get_methods (model)), ==, 0);
}

static void
test_nulls (void)
{
  g_autoptr(ClarifaiModel) model = decode_odd (0);

  assert_nothing_known (model, "nulls");
}

static void
test_wrong_types (void)
{
  g_autoptr(ClarifaiModel) model = decode_odd (1);

  assert_nothing_known (model, "wrong");
}

static void
test_enum_names (void)
{
  g_autoptr(ClarifaiModel) by_name = decode_odd (2);
  g_autoptr(ClarifaiModel) private = decode_odd (3);
  g_autoptr(ClarifaiModel) organisation = decode_odd (4);

  g_assert_cmpint (clarifai_model_get_public (by_name), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_usable (by_name), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_get_public (private), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_get_public (organisation), ==, CLARIFAI_VERDICT_NO);
}

static void
test_counts_as_text (void)
{
  g_autoptr(ClarifaiModel) model = decode_odd (2);

  g_assert_cmpint (clarifai_model_get_star_count (model), ==, 41);
  g_assert_cmpint (clarifai_model_get_version_count (model), ==, 2);
  g_assert_cmpint (clarifai_model_get_concept_count (model), ==, 11000);
}

static void
test_first_moment_is_no_date (void)
{
  g_autoptr(ClarifaiModel) model = decode_odd (3);

  g_assert_null (clarifai_model_get_created (model));
}

/* Names are one line; markup is left for what shows them, which does not read it. */
static void
test_hostile_names (void)
{
  g_autoptr(ClarifaiModel) model = decode_odd (2);

  g_assert_true (g_str_has_prefix (clarifai_model_get_name (model), "<b>& "));
  g_assert_null (strchr (clarifai_model_get_name (model), '\n'));
  g_assert_null (strchr (clarifai_model_get_name (model), '\a'));
}

static void
test_signatures (void)
{
  g_autoptr(ClarifaiModel) nested = decode_odd (2);
  g_autoptr(ClarifaiModel) words = decode_odd (3);

  g_assert_cmpint (clarifai_model_get_signature_takes_images (nested), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_signature_output_kinds (nested), ==,
                   CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_CONCEPTS);
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_model_get_methods (nested)), ==, 1);
  g_assert_cmpint (clarifai_model_get_signature_takes_images (words), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_get_signature_output_kinds (words), ==, 0);
}

/* A reply about one model, whose texts are 2 MB each. */
static char *
make_long_model (void)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');

  return g_strdup_printf ("{\"id\":\"m\",\"user_id\":\"u\",\"app_id\":\"a\",\"name\":\"%.100000s\","
                          "\"description\":\"%s\",\"notes\":\"%s\"}", text, text, text);
}

static void
test_long_texts (void)
{
  g_autofree char *object = make_long_model ();
  g_autofree char *body = g_strdup_printf ("{\"model\":%s}", object);
  g_autoptr(JsonNode) node = parse (body);
  g_autoptr(ClarifaiModel) model = clarifai_wire_decode_model (json_node_get_object (node), NULL, NULL);

  g_assert_cmpuint (strlen (clarifai_model_get_name (model)), ==, CLARIFAI_LONGEST_NAME);
  g_assert_cmpuint (strlen (clarifai_model_get_description (model)), ==, CLARIFAI_LONGEST_TEXT);
  g_assert_cmpuint (strlen (clarifai_model_get_notes (model)), ==, 64 * 1024);
}

/* One among thousands keeps less. */
static void
test_long_texts_in_a_list (void)
{
  g_autofree char *object = make_long_model ();
  g_autoptr(JsonNode) node = parse (object);
  g_autoptr(ClarifaiModel) model = clarifai_wire_decode_listed_model (json_node_get_object (node));

  g_assert_cmpuint (strlen (clarifai_model_get_name (model)), ==, CLARIFAI_LONGEST_NAME);
  g_assert_cmpuint (strlen (clarifai_model_get_description (model)), ==, 2000);
  g_assert_null (clarifai_model_get_notes (model));
}

static void
test_no_model (void)
{
  const char *entries[] = { "{}", "{\"id\":\"m\"}", "{\"id\":\"\",\"user_id\":\"u\",\"app_id\":\"a\"}",
                            "{\"id\":5,\"user_id\":\"u\",\"app_id\":\"a\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr(JsonNode) node = parse (entries[i]);

      g_assert_null (clarifai_wire_decode_listed_model (json_node_get_object (node)));
    }
}

/* What the version says replaces what the latest one said; the rest is the model's. */
static void
test_pinned_version (void)
{
  g_autoptr(JsonNode) model_node = load ("model-full.json");
  g_autoptr(JsonNode) version_node = load ("model-version.json");
  g_autoptr(ClarifaiModel) latest = clarifai_wire_decode_model (json_node_get_object (model_node), NULL, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModel) pinned = clarifai_wire_decode_version (json_node_get_object (version_node), latest, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_ref_get_version_id (clarifai_model_get_ref (pinned)), ==, "older");
  g_assert_cmpint (clarifai_model_get_usable (pinned), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_get_concept_count (pinned), ==, -1);
  g_assert_null (clarifai_model_get_license (pinned));
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_model_get_methods (pinned)), ==, 1);
  g_assert_cmpint (clarifai_model_get_star_count (pinned), ==, 167);
  g_assert_cmpstr (clarifai_model_get_notes (pinned), ==, clarifai_model_get_notes (latest));
  g_assert_cmpstr (clarifai_model_get_language_names (pinned)[1], ==, "Chinese");
}

static ClarifaiVersion *
decode_version (guint i)
{
  g_autoptr(JsonNode) node = load ("model-versions.json");

  return clarifai_wire_decode_listed_version (get_entry (node, "model_versions", i));
}

static void
test_versions (void)
{
  g_autoptr(ClarifaiVersion) training = decode_version (0);
  g_autoptr(ClarifaiVersion) trained = decode_version (1);
  g_autoptr(ClarifaiVersion) odd = decode_version (2);

  g_assert_cmpstr (clarifai_version_get_id (training), ==, "newest");
  g_assert_cmpint (clarifai_version_get_usable (training), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpstr (clarifai_version_get_status_text (training), ==, "Model is currently in training.");
  g_assert_cmpstr (clarifai_version_get_description (training), ==, "An attempt");
  g_assert_cmpint (clarifai_version_get_concept_count (training), ==, -1);

  g_assert_cmpint (clarifai_version_get_usable (trained), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_version_get_concept_count (trained), ==, 12);
  assert_date (clarifai_version_get_created (trained), "2024-01-02T03:04:05Z");
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_version_get_methods (trained)), ==, 1);

  g_assert_cmpint (clarifai_version_get_usable (odd), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_null (clarifai_version_get_created (odd));
  g_assert_null (clarifai_version_get_status_text (odd));
  g_assert_null (clarifai_version_get_description (odd));
  g_assert_cmpint (clarifai_version_get_concept_count (odd), ==, -1);
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_version_get_methods (odd)), ==, 0);
  g_assert_null (decode_version (3));
}

static void
test_listed_concepts (void)
{
  g_autoptr(JsonNode) node = load ("model-concepts.json");
  g_autoptr(ClarifaiConcept) train = clarifai_wire_decode_listed_concept (get_entry (node, "concepts", 0));
  g_autoptr(ClarifaiConcept) lines = clarifai_wire_decode_listed_concept (get_entry (node, "concepts", 1));
  g_autoptr(ClarifaiConcept) nameless = clarifai_wire_decode_listed_concept (get_entry (node, "concepts", 2));

  g_assert_cmpstr (clarifai_concept_get_id (train), ==, "ai_HLmqFqBf");
  g_assert_cmpstr (clarifai_concept_get_name (train), ==, "train");
  g_assert_cmpfloat (clarifai_concept_get_value (train), ==, 0);
  g_assert_null (strchr (clarifai_concept_get_name (lines), '\n'));
  g_assert_cmpstr (clarifai_concept_get_name (nameless), ==, "only-an-id");
  g_assert_null (clarifai_wire_decode_listed_concept (get_entry (node, "concepts", 5)));
  g_assert_null (clarifai_wire_decode_listed_concept (get_entry (node, "concepts", 6)));
}

static void
test_apps (void)
{
  g_autoptr(JsonNode) node = load ("apps.json");
  g_autoptr(ClarifaiApp) lab = clarifai_wire_decode_listed_app (get_entry (node, "apps", 0));
  g_autoptr(ClarifaiApp) plain = clarifai_wire_decode_listed_app (get_entry (node, "apps", 1));

  g_assert_cmpstr (clarifai_app_get_id (lab), ==, "lab");
  g_assert_cmpstr (clarifai_app_get_name (lab), ==, "The Lab");
  g_assert_cmpstr (clarifai_app_get_user_id (lab), ==, "ada");
  g_assert_cmpstr (clarifai_app_get_name (plain), ==, "plain");
  g_assert_null (clarifai_app_get_user_id (plain));
  g_assert_null (clarifai_wire_decode_listed_app (get_entry (node, "apps", 3)));
  g_assert_null (clarifai_wire_decode_listed_app (get_entry (node, "apps", 4)));
}

static ClarifaiModelType *
find_type (GListModel *types,
           const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(ClarifaiModelType) type = g_list_model_get_item (types, i);

      if (g_str_equal (clarifai_model_type_get_id (type), id))
        return type;
    }
  g_assert_not_reached ();
}

static void
test_type_gives (void)
{
  g_autoptr(JsonNode) node = load ("model-types.json");
  g_autoptr(GListModel) types = clarifai_wire_decode_model_types (json_node_get_object (node));
  static const struct
  {
    const char          *id;
    ClarifaiOutputKinds  kinds;
  } expected[] = {
    { "visual-classifier", CLARIFAI_OUTPUT_KIND_CONCEPTS },
    { "visual-detector", CLARIFAI_OUTPUT_KIND_REGIONS },
    { "visual-segmenter", CLARIFAI_OUTPUT_KIND_MASKS },
    { "visual-embedder", CLARIFAI_OUTPUT_KIND_EMBEDDINGS },
    { "image-color-recognizer", CLARIFAI_OUTPUT_KIND_COLORS },
    { "optical-character-recognizer", CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_TEXT },
    { "text-to-image", CLARIFAI_OUTPUT_KIND_IMAGES },
    { "visual-anomaly-heatmap", CLARIFAI_OUTPUT_KIND_IMAGES | CLARIFAI_OUTPUT_KIND_CONCEPTS },
    { "clusterer", CLARIFAI_OUTPUT_KIND_OTHER },
    { "any-to-any", 0 },
  };

  g_assert_cmpuint (g_list_model_get_n_items (types), ==, 14);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_test_message ("%s", expected[i].id);
      g_assert_cmpint (clarifai_model_type_get_output_kinds (find_type (types, expected[i].id)), ==, expected[i].kinds);
    }
}

/* The fields count, not the type's name. */
static void
test_type_unheard_of (void)
{
  const char *inputs[] = { "image,text", NULL };
  const char *outputs[] = { " colors , concepts[...].name", "", "regionsx", NULL };
  g_autoptr(ClarifaiModelType) type = clarifai_model_type_new ("never-heard-of", NULL, inputs, outputs);

  g_assert_cmpint (clarifai_model_type_get_takes_images (type), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_type_get_takes_text (type), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_type_get_output_kinds (type), ==,
                   CLARIFAI_OUTPUT_KIND_COLORS | CLARIFAI_OUTPUT_KIND_CONCEPTS | CLARIFAI_OUTPUT_KIND_OTHER);
}

static void
test_type_takes_text (void)
{
  g_autoptr(JsonNode) node = load ("model-types.json");
  g_autoptr(GListModel) types = clarifai_wire_decode_model_types (json_node_get_object (node));

  g_assert_cmpint (clarifai_model_type_get_takes_text (find_type (types, "text-classifier")), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_type_get_takes_text (find_type (types, "multimodal-to-text")), ==,
                   CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_type_get_takes_text (find_type (types, "visual-detector")), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_type_get_takes_text (find_type (types, "any-to-any")), ==, CLARIFAI_VERDICT_UNKNOWN);
}

/* The list of models with each byte changed: anything but a crash. */
static void
test_broken_replies (void)
{
  g_autoptr(GBytes) bytes = test_load_data ("models-odd.json");
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *copy = g_memdup2 (text, size);
      g_autoptr(GBytes) broken = NULL;
      g_autoptr(JsonNode) node = NULL;

      copy[i] ^= 0x15;
      broken = g_bytes_new (copy, size);
      node = clarifai_json_parse (broken, NULL);
      for (guint j = 0; node != NULL && j < 5; j++)
        {
          JsonObject *entry = get_entry (node, "models", j);
          g_autoptr(ClarifaiModel) model = entry != NULL ? clarifai_wire_decode_listed_model (entry) : NULL;

          g_assert_true (model == NULL || clarifai_model_get_name (model) != NULL);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wire-model/facts", test_facts);
  g_test_add_func ("/wire-model/languages", test_languages);
  g_test_add_func ("/wire-model/languages-without-names", test_languages_without_names);
  g_test_add_func ("/wire-model/hostile-languages", test_hostile_languages);
  g_test_add_func ("/wire-model/nulls", test_nulls);
  g_test_add_func ("/wire-model/wrong-types", test_wrong_types);
  g_test_add_func ("/wire-model/enum-names", test_enum_names);
  g_test_add_func ("/wire-model/counts-as-text", test_counts_as_text);
  g_test_add_func ("/wire-model/first-moment-is-no-date", test_first_moment_is_no_date);
  g_test_add_func ("/wire-model/hostile-names", test_hostile_names);
  g_test_add_func ("/wire-model/signatures", test_signatures);
  g_test_add_func ("/wire-model/long-texts", test_long_texts);
  g_test_add_func ("/wire-model/long-texts-in-a-list", test_long_texts_in_a_list);
  g_test_add_func ("/wire-model/no-model", test_no_model);
  g_test_add_func ("/wire-model/pinned-version", test_pinned_version);
  g_test_add_func ("/wire-model/versions", test_versions);
  g_test_add_func ("/wire-model/listed-concepts", test_listed_concepts);
  g_test_add_func ("/wire-model/apps", test_apps);
  g_test_add_func ("/wire-model/type-gives", test_type_gives);
  g_test_add_func ("/wire-model/type-unheard-of", test_type_unheard_of);
  g_test_add_func ("/wire-model/type-takes-text", test_type_takes_text);
  g_test_add_func ("/wire-model/broken-replies", test_broken_replies);

  return g_test_run ();
}
