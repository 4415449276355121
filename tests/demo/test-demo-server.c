/* test-demo-server.c – the demo as a service: keys, paths, methods, models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "demo-client.h"

/* How many it has in all. */
#define N_MODELS 9

/* What is asked, and how it must be answered. */
typedef struct {
  const char *name;
  const char *method;
  const char *path;
  guint       http;
  gint64      status;
  const char *member; /* that must be there beside the status */
} PathCase;

static const PathCase PATH_CASES[] = {
  { "me", "GET", "/v2/users/me", 200, 10000, "user" },
  { "user", "GET", "/v2/users/demo", 200, 10000, "user" },
  { "another-user", "GET", "/v2/users/somebody", 404, 11101, NULL },
  { "organizations", "GET", "/v2/users/demo/organizations", 200, 10000, "organizations" },
  { "all-models", "GET", "/v2/models", 200, 10000, "models" },
  { "own-models", "GET", "/v2/users/me/models", 200, 10000, "models" },
  { "user-models", "GET", "/v2/users/demo/models", 200, 10000, "models" },
  { "app-models", "GET", DEMO_MODELS, 200, 10000, "models" },
  { "another-app", "GET", "/v2/users/demo/apps/main/models", 404, 11101, "models" },
  { "model", "GET", DEMO_MODELS "/color-recognition", 200, 10000, "model" },
  { "encoded-model", "GET", DEMO_MODELS "/color%2Drecognition", 200, 10000, "model" },
  { "model-by-me", "GET", "/v2/users/me/apps/on-device/models/salient-region", 200, 10000, "model" },
  { "unknown-model", "GET", DEMO_MODELS "/no-such-model", 404, 21200, NULL },
  { "encoded-slash", "GET", DEMO_MODELS "%2Fcolor-recognition", 404, 11101, NULL },
  { "versions", "GET", DEMO_MODELS "/color-recognition/versions", 200, 10000, "model_versions" },
  { "unknown-version", "GET", DEMO_MODELS "/color-recognition/versions/nope", 404, 21200, NULL },
  { "concepts", "GET", DEMO_MODELS "/salient-region/concepts", 200, 10000, "concepts" },
  { "concepts-of-version", "GET",
    DEMO_MODELS "/salient-region/versions/91c2e7b45d0843dd8f6e0a7b3c5d1e02/concepts", 200, 10000, "concepts" },
  { "concepts-of-unknown-model", "GET", DEMO_MODELS "/no-such-model/concepts", 404, 21200, "concepts" },
  { "apps", "GET", "/v2/users/me/apps", 200, 10000, "apps" },
  { "app", "GET", "/v2/users/demo/apps/on-device", 200, 10000, "app" },
  { "unknown-app", "GET", "/v2/users/demo/apps/main", 404, 11101, NULL },
  { "types", "GET", "/v2/models/types", 200, 10000, "model_types" },
  { "types-of-main", "GET", "/v2/users/clarifai/apps/main/models/types?per_page=1000", 200, 10000,
    "model_types" },
  { "type", "GET", "/v2/models/types/visual-detector", 200, 10000, "model_type" },
  { "type-of-main", "GET", "/v2/users/clarifai/apps/main/models/types/visual-classifier", 200, 10000,
    "model_type" },
  { "unknown-type", "GET", "/v2/models/types/nope", 404, 11101, NULL },
  { "unknown-path", "GET", "/v2/nothing/here", 404, 11101, NULL },
  { "root", "GET", "/", 404, 11101, NULL },
  { "trailing-slash", "GET", "/v2/users/me/", 404, 11101, NULL },
  { "deep-path", "GET", "/v2/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18", 404, 11101, NULL },
  { "post-where-get", "POST", "/v2/users/me", 405, 11103, NULL },
  { "get-where-post", "GET", DEMO_MODELS "/color-recognition/outputs", 405, 11103, NULL },
  { "predict-unknown-model", "POST", DEMO_MODELS "/no-such-model/outputs", 404, 21200, "outputs" },
};

static void
test_path (gconstpointer data)
{
  const PathCase *wanted = data;
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (SoupMessage) message = demo_client_message_new (client, wanted->method, wanted->path, NULL);
  g_autoptr (JsonObject) answer = demo_client_send (client, message);

  g_assert_cmpuint (soup_message_get_status (message), ==, wanted->http);
  g_assert_cmpint (demo_status (answer), ==, wanted->status);
  if (wanted->member != NULL)
    g_assert_true (json_object_has_member (answer, wanted->member));
}

/* The answer's status where "me" is asked for with this header instead of the right one. */
static JsonObject *
ask_with_header (DemoClient *client,
                 const char *name,
                 const char *value,
                 guint      *http)
{
  g_autoptr (SoupMessage) message = demo_client_message_new (client, "GET", "/v2/users/me", NULL);
  JsonObject *answer;

  if (value != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
  else
    soup_message_headers_remove (soup_message_get_request_headers (message), name);
  answer = demo_client_send (client, message);
  *http = soup_message_get_status (message);
  return answer;
}

static void
test_key_random (void)
{
  g_autoptr (DemoClient) first = demo_client_new ();
  g_autoptr (DemoClient) second = demo_client_new ();
  const char *key = surmise_demo_server_get_token (first->server);

  g_assert_true (g_regex_match_simple ("^[0-9a-f]{32}$", key, 0, 0));
  g_assert_cmpstr (key, !=, surmise_demo_server_get_token (second->server));
  g_assert_cmpstr (surmise_demo_server_get_base (first->server), !=,
                   surmise_demo_server_get_base (second->server));
}

static void
test_key_wrong (void)
{
  static const char *const KEYS[] = { "Key x", "Key 0123456789abcdef0123456789abcdef", "Key " };
  g_autoptr (DemoClient) client = demo_client_new ();

  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      guint http;
      g_autoptr (JsonObject) answer = ask_with_header (client, "Authorization", KEYS[i], &http);

      g_assert_cmpuint (http, ==, 401);
      /* Blanks at the end of a header are no part of it: the last one has no key at all. */
      g_assert_cmpint (demo_status (answer), ==, i < 2 ? 11009 : 11102);
    }
}

/* Right as far as it goes, and right but repeated: neither is the key. */
static void
test_key_nearly (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  const char *key = surmise_demo_server_get_token (client->server);
  g_autofree char *half = g_strdup_printf ("Key %.16s", key);
  g_autofree char *twice = g_strdup_printf ("Key %s%s", key, key);
  guint http;
  g_autoptr (JsonObject) half_answer = ask_with_header (client, "Authorization", half, &http);
  g_autoptr (JsonObject) twice_answer = ask_with_header (client, "Authorization", twice, &http);

  g_assert_cmpint (demo_status (half_answer), ==, 11009);
  g_assert_cmpint (demo_status (twice_answer), ==, 11009);
}

static void
test_key_not_said_back (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  guint http;
  g_autoptr (JsonObject) answer = ask_with_header (client, "Authorization", "Key canary-5e1f", &http);
  JsonObject *status = json_object_get_object_member (answer, "status");

  g_assert_null (strstr (json_object_get_string_member (status, "details"), "canary"));
}

static void
test_key_missing (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  guint http;
  g_autoptr (JsonObject) answer = ask_with_header (client, "Authorization", NULL, &http);

  g_assert_cmpuint (http, ==, 401);
  g_assert_cmpint (demo_status (answer), ==, 11102);
}

static void
test_key_scheme (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *value = g_strconcat ("key ", surmise_demo_server_get_token (client->server), NULL);
  guint http;
  g_autoptr (JsonObject) answer = ask_with_header (client, "Authorization", value, &http);

  g_assert_cmpint (demo_status (answer), ==, 11102);
}

static void
test_host_foreign (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  guint http;
  g_autoptr (JsonObject) answer = ask_with_header (client, "Host", "pictures.example", &http);

  g_assert_cmpuint (http, ==, 401);
  g_assert_cmpint (demo_status (answer), ==, 11102);
  g_assert_false (json_object_has_member (answer, "user"));
}

static void
test_host_localhost (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  guint http;
  g_autoptr (JsonObject) answer = ask_with_header (client, "Host", "localhost:8000", &http);

  g_assert_cmpint (demo_status (answer), ==, 10000);
}

static void
test_listens_on_loopback (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();

  g_assert_true (g_regex_match_simple ("^http://127\\.0\\.0\\.1:[1-9][0-9]*$",
                                       surmise_demo_server_get_base (client->server), 0, 0));
}

static void
test_organizations_empty (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_get (client, "/v2/users/me/organizations");

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "organizations")), ==, 0);
}

static void
test_models_described (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_get (client, DEMO_MODELS);
  JsonArray *models = json_object_get_array_member (answer, "models");

  g_assert_cmpuint (json_array_get_length (models), ==, N_MODELS);
  for (guint i = 0; i < N_MODELS; i++)
    {
      JsonObject *model = json_array_get_object_element (models, i);
      JsonObject *version = json_object_get_object_member (model, "model_version");
      JsonObject *visibility = json_object_get_object_member (model, "visibility");

      g_assert_nonnull (strstr (json_object_get_string_member (model, "description"), "on this computer"));
      g_assert_cmpstr (json_object_get_string_member (model, "user_id"), ==, SURMISE_DEMO_USER);
      g_assert_cmpstr (json_object_get_string_member (model, "app_id"), ==, SURMISE_DEMO_APP);
      g_assert_cmpint (demo_status (version), ==, 21100);
      g_assert_cmpint (json_object_get_int_member (visibility, "gettable"), ==, 50);
    }
}

static void
test_models_first (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  const char *id = strrchr (SURMISE_DEMO_MODEL, '/') + 1;
  g_autofree char *path = g_strconcat (DEMO_MODELS "/", id, NULL);
  g_autoptr (JsonObject) answer = demo_client_get (client, path);
  JsonObject *model = json_object_get_object_member (answer, "model");

  g_assert_cmpstr (json_object_get_string_member (model, "id"), ==, id);
}

static guint
count_models (DemoClient *client,
              const char *query)
{
  g_autofree char *path = g_strconcat (DEMO_MODELS "?", query, NULL);
  g_autoptr (JsonObject) answer = demo_client_get (client, path);

  return json_array_get_length (json_object_get_array_member (answer, "models"));
}

static void
test_models_paged (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();

  g_assert_cmpuint (count_models (client, "page=1&per_page=5"), ==, 5);
  g_assert_cmpuint (count_models (client, "page=2&per_page=5"), ==, N_MODELS - 5);
  g_assert_cmpuint (count_models (client, "page=3&per_page=5"), ==, 0);
  g_assert_cmpuint (count_models (client, "page=nonsense&per_page=-1"), ==, N_MODELS);
}

static void
test_models_searched (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();

  g_assert_cmpuint (count_models (client, "search=SALIENT"), ==, 1);
  g_assert_cmpuint (count_models (client, "search=stand+surround"), ==, 1);
  g_assert_cmpuint (count_models (client, "search=zebra"), ==, 0);
}

static void
test_models_filtered (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();

  g_assert_cmpuint (count_models (client, "model_type_id=visual-detector"), ==, 1);
  g_assert_cmpuint (count_models (client, "output_fields=embeddings"), ==, 1);
  /* All but the one that counts words; the one with a method takes a picture, too. */
  g_assert_cmpuint (count_models (client, "input_fields=image"), ==, N_MODELS - 1);
  g_assert_cmpuint (count_models (client, "input_fields=audio"), ==, 0);
  g_assert_cmpuint (count_models (client, "featured_only=true"), ==, 0);
  g_assert_cmpuint (count_models (client, "starred_only=true"), ==, 0);
}

static char *
get_first (DemoClient *client,
           const char *query)
{
  g_autofree char *path = g_strconcat ("/v2/models?", query, NULL);
  g_autoptr (JsonObject) answer = demo_client_get (client, path);
  JsonArray *models = json_object_get_array_member (answer, "models");

  return g_strdup (json_object_get_string_member (json_array_get_object_element (models, 0), "id"));
}

static void
test_models_sorted (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *first = get_first (client, "sort_by_name=true&sort_ascending=true");
  g_autofree char *last = get_first (client, "sort_by_name=true");
  g_autofree char *fittest = get_first (client, "search=description&sort_by_relevance=true");
  g_autofree char *newest = get_first (client, "sort_by_created_at=true");

  g_assert_cmpstr (first, ==, "color-question");
  g_assert_cmpstr (last, ==, "word-count");
  g_assert_cmpstr (fittest, ==, "picture-description");
  g_assert_cmpstr (newest, ==, "picture-properties");
}

static JsonArray *
get_concepts (DemoClient *client,
              const char *rest)
{
  g_autofree char *path = g_strconcat (DEMO_MODELS, rest, NULL);
  g_autoptr (JsonObject) answer = demo_client_get (client, path);

  g_assert_cmpint (demo_status (answer), ==, 10000);
  return json_array_ref (json_object_get_array_member (answer, "concepts"));
}

static void
test_concepts_paged (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonArray) all = get_concepts (client, "/picture-properties/concepts");
  g_autoptr (JsonArray) second = get_concepts (client, "/picture-properties/concepts?page=2&per_page=30");
  g_autoptr (JsonArray) none = get_concepts (client, "/color-recognition/concepts");

  g_assert_cmpuint (json_array_get_length (all), >, 30);
  g_assert_cmpuint (json_array_get_length (second), ==, json_array_get_length (all) - 30);
  g_assert_cmpuint (json_array_get_length (none), ==, 0);
}

static void
test_concepts_searched (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonArray) tones = get_concepts (client, "/picture-properties/concepts?search=tone");
  g_autoptr (JsonArray) german = get_concepts (client, "/picture-properties/concepts?search=hell&language=de");
  JsonObject *tone = json_array_get_object_element (tones, 0);
  JsonObject *bright = json_array_get_object_element (german, 0);

  g_assert_cmpuint (json_array_get_length (tones), ==, 6);
  g_assert_cmpstr (json_object_get_string_member (tone, "id"), ==, "red-tones");
  g_assert_cmpstr (json_object_get_string_member (bright, "id"), ==, "bright");
  g_assert_cmpstr (json_object_get_string_member (bright, "name"), ==, "hell");
}

/* What a page about a model shows. */
static void
test_model_told (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_get (client, DEMO_MODELS "/picture-properties");
  JsonObject *model = json_object_get_object_member (answer, "model");
  JsonObject *version = json_object_get_object_member (model, "model_version");
  g_autoptr (JsonArray) concepts = get_concepts (client, "/picture-properties/concepts");
  JsonArray *languages = json_object_get_array_member (model, "languages_full");

  g_assert_nonnull (strstr (json_object_get_string_member (model, "notes"), "]("));
  g_assert_cmpuint (json_array_get_length (languages), ==, 2);
  g_assert_true (json_object_has_member (model, "created_at"));
  g_assert_true (json_object_has_member (version, "license"));
  g_assert_cmpuint (json_object_get_int_member (version, "active_concept_count"), ==,
                    json_array_get_length (concepts));
}

static void
test_method_told (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_get (client, DEMO_MODELS "/picture-filter");
  JsonObject *version = json_object_get_object_member (json_object_get_object_member (answer, "model"),
                                                       "model_version");
  JsonObject *method = json_array_get_object_element (
    json_object_get_array_member (version, "method_signatures"), 0);
  JsonArray *arguments = json_object_get_array_member (method, "input_fields");
  JsonObject *picture = json_array_get_object_element (arguments, 0);
  JsonObject *effect = json_array_get_object_element (arguments, 1);

  g_assert_cmpstr (json_object_get_string_member (method, "name"), ==, "predict");
  g_assert_cmpint (json_object_get_int_member (picture, "type"), ==, 9);
  g_assert_true (json_object_get_boolean_member (picture, "required"));
  g_assert_false (json_object_has_member (picture, "default"));
  g_assert_cmpstr (json_object_get_string_member (effect, "default"), ==, "blocks");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (effect, "model_type_enum_options")),
                    ==, 4);
}

static void
test_version (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) model = demo_client_get (client, DEMO_MODELS "/color-recognition");
  const char *id = json_object_get_string_member (
    json_object_get_object_member (json_object_get_object_member (model, "model"), "model_version"), "id");
  g_autofree char *path = g_strconcat (DEMO_MODELS "/color-recognition/versions/", id, NULL);
  g_autoptr (JsonObject) answer = demo_client_get (client, path);
  JsonObject *version = json_object_get_object_member (answer, "model_version");

  g_assert_cmpstr (json_object_get_string_member (version, "id"), ==, id);
}

static void
test_type_takes_images (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_get (client, "/v2/models/types/visual-classifier");
  JsonObject *type = json_object_get_object_member (answer, "model_type");
  JsonArray *inputs = json_object_get_array_member (type, "input_fields");
  JsonArray *outputs = json_object_get_array_member (type, "output_fields");

  g_assert_cmpstr (json_array_get_string_element (inputs, 0), ==, "image");
  g_assert_cmpstr (json_array_get_string_element (outputs, 0), ==, "concepts");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PATH_CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/demo/path/", PATH_CASES[i].name, NULL);

      g_test_add_data_func (path, &PATH_CASES[i], test_path);
    }
  g_test_add_func ("/demo/key/random", test_key_random);
  g_test_add_func ("/demo/key/wrong", test_key_wrong);
  g_test_add_func ("/demo/key/nearly", test_key_nearly);
  g_test_add_func ("/demo/key/not-said-back", test_key_not_said_back);
  g_test_add_func ("/demo/key/missing", test_key_missing);
  g_test_add_func ("/demo/key/scheme", test_key_scheme);
  g_test_add_func ("/demo/host/foreign", test_host_foreign);
  g_test_add_func ("/demo/host/localhost", test_host_localhost);
  g_test_add_func ("/demo/host/listens-on-loopback", test_listens_on_loopback);
  g_test_add_func ("/demo/organizations-empty", test_organizations_empty);
  g_test_add_func ("/demo/models/described", test_models_described);
  g_test_add_func ("/demo/models/first", test_models_first);
  g_test_add_func ("/demo/models/paged", test_models_paged);
  g_test_add_func ("/demo/models/searched", test_models_searched);
  g_test_add_func ("/demo/models/filtered", test_models_filtered);
  g_test_add_func ("/demo/models/sorted", test_models_sorted);
  g_test_add_func ("/demo/models/told", test_model_told);
  g_test_add_func ("/demo/models/method-told", test_method_told);
  g_test_add_func ("/demo/models/version", test_version);
  g_test_add_func ("/demo/concepts/paged", test_concepts_paged);
  g_test_add_func ("/demo/concepts/searched", test_concepts_searched);
  g_test_add_func ("/demo/type-takes-images", test_type_takes_images);

  return g_test_run ();
}
