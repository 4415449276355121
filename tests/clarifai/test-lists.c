/* test-lists.c – versions, concepts, apps and types of a model, as the service lists them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: paging, failures and cancelling, which the lists of models show for all.
 */
#include "config.h"

#include "client-fixture.h"
#include "clarifai-app-list.h"
#include "clarifai-concept-names.h"
#include "clarifai-model.h"
#include "clarifai-version-list.h"
#include "clarifai-version.h"

#define MODEL_PATH "/v2/users/u/apps/a/models/m"
#define MAIN_TYPES "/v2/users/clarifai/apps/main/models/types"
#define SHORT_TYPES "/v2/models/types"
#define NO_SUCH_APP "{\"status\":{\"code\":11101,\"description\":\"Resource does not exist\"},\"model_types\":[]}"

static void
fetch (gpointer list)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean good;

  clarifai_paged_list_fetch_more_async (list, TOKEN, NULL, test_catch_result, &result);
  good = clarifai_paged_list_fetch_more_finish (list, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_true (good);
}

static const char *
get_query (Fixture *self,
           guint    i)
{
  return mock_server_get_request (self->server, i)->query;
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", "pinned");
  g_autoptr(ClarifaiVersionList) list = clarifai_version_list_new (self->client, model);
  g_autoptr(ClarifaiVersion) second = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH "/versions", 200, "model-versions.json");
  fetch (list);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CLARIFAI_TYPE_VERSION);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  second = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (clarifai_version_get_id (second), ==, "good");
  g_assert_true (clarifai_paged_list_get_complete (CLARIFAI_PAGED_LIST (list)));
  g_assert_cmpstr (get_query (self, 0), ==, "page=1&per_page=50");
}

static void
test_concepts (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(ClarifaiConceptNames) list = clarifai_concept_names_new (self->client, model, NULL, NULL);
  g_autoptr(ClarifaiConcept) last = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH "/concepts", 200, "model-concepts.json");
  fetch (list);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CLARIFAI_TYPE_CONCEPT);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  last = g_list_model_get_item (G_LIST_MODEL (list), 3);
  g_assert_cmpstr (clarifai_concept_get_name (last), ==, "only a name");
  g_assert_cmpstr (get_query (self, 0), ==, "page=1&per_page=200");
}

static void
test_concepts_searched (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", "v");
  g_autoptr(ClarifaiConceptNames) list = clarifai_concept_names_new (self->client, model, "Zug & Bahn", "de");

  mock_server_reply_file (self->server, "GET", MODEL_PATH "/versions/v/concepts", 200, "model-concepts.json");
  fetch (list);
  g_assert_cmpstr (get_query (self, 0), ==, "page=1&per_page=200&search=Zug%20%26%20Bahn&language=de");
}

/* Tens of thousands, in full pages, and each page is one change. */
static void
test_many_concepts (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(ClarifaiConceptNames) list = clarifai_concept_names_new (self->client, model, NULL, NULL);
  g_autoptr(TestChanges) changes = test_changes_new (G_LIST_MODEL (list));
  const guint n_pages = 56;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr(GString) body = g_string_new ("{\"status\":{\"code\":10000},\"concepts\":[");
      guint n = page < n_pages - 1 ? 200 : 7;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (body, "%s{\"id\":\"%u\",\"name\":\"concept\"}", i > 0 ? "," : "", page * 200 + i);
      g_string_append (body, "]}");
      mock_server_reply (self->server, "GET", MODEL_PATH "/concepts", 200, body->str);
    }

  for (guint page = 0; page < n_pages; page++)
    {
      fetch (list);
      assert_items_changed (changes, page * 200, 0, page < n_pages - 1 ? 200 : 7);
    }
  assert_no_items_changed (changes);
  g_assert_true (clarifai_paged_list_get_complete (CLARIFAI_PAGED_LIST (list)));
}

static void
test_apps (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ClarifaiAppList) list = clarifai_app_list_new (self->client, "a/da");
  g_autoptr(ClarifaiApp) first = NULL;

  mock_server_reply_file (self->server, "GET", "/v2/users/a%2Fda/apps", 200, "apps.json");
  fetch (list);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CLARIFAI_TYPE_APP);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (clarifai_app_get_name (first), ==, "The Lab");
  g_assert_cmpstr (get_query (self, 0), ==, "page=1&per_page=100");
}

static GListModel *
list_types (Fixture  *self,
            GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clarifai_client_list_model_types_async (self->client, TOKEN, NULL, test_catch_result, &result);

  return clarifai_client_list_model_types_finish (self->client, test_wait_for_result (&result), error);
}

static void
test_types (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) types = NULL;

  mock_server_reply_file (self->server, "GET", MAIN_TYPES, 200, "model-types.json");
  types = list_types (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (types), ==, 14);
  g_assert_cmpstr (get_query (self, 0), ==, "per_page=1000");
}

static void
test_types_by_the_short_path (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) types = NULL;

  mock_server_reply (self->server, "GET", MAIN_TYPES, 404, NO_SUCH_APP);
  mock_server_reply_file (self->server, "GET", SHORT_TYPES, 200, "model-types.json");
  types = list_types (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (types), ==, 14);
  g_assert_cmpstr (get_query (self, 1), ==, "per_page=1000");
}

static void
test_types_not_to_be_had (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", MAIN_TYPES, 404, NO_SUCH_APP);
  mock_server_reply (self->server, "GET", SHORT_TYPES, 404, NO_SUCH_APP);
  g_assert_null (list_types (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND);
}

/* Whoever asks for one of them afterwards asks nobody. */
static void
test_types_are_remembered (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(GListModel) types = NULL;
  g_autoptr(ClarifaiModelType) type = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_assert_null (clarifai_client_lookup_model_type (self->client, "visual-detector"));
  mock_server_reply_file (self->server, "GET", MAIN_TYPES, 200, "model-types.json");
  types = list_types (self, NULL);
  g_assert_nonnull (clarifai_client_lookup_model_type (self->client, "visual-detector"));

  clarifai_client_get_model_type_async (self->client, "visual-detector", TOKEN, NULL, test_catch_result, &result);
  type = clarifai_client_get_model_type_finish (self->client, test_wait_for_result (&result), NULL);
  g_assert_true (type == clarifai_client_lookup_model_type (self->client, "visual-detector"));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

/* A list that goes while a page is on its way. */
static void
test_list_dropped (Fixture       *self,
                   gconstpointer  data)
{
  ClarifaiAppList *list = clarifai_app_list_new (self->client, "me");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;

  mock_server_reply_full (self->server, "GET", "/v2/users/me/apps",
                          &(MockReply) { .status = 200, .body = "{}", .delay_ms = 60000 });
  clarifai_paged_list_fetch_more_async (CLARIFAI_PAGED_LIST (list), TOKEN, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 1);
  g_object_add_weak_pointer (G_OBJECT (list), (gpointer *) &list);
  g_object_unref (list);
  g_assert_nonnull (list);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_clear_object (&result);
  test_wait_until_null ((gpointer *) &list);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/lists/versions", test_versions);
  add_test ("/lists/concepts", test_concepts);
  add_test ("/lists/concepts-searched", test_concepts_searched);
  add_test ("/lists/many-concepts", test_many_concepts);
  add_test ("/lists/apps", test_apps);
  add_test ("/lists/types", test_types);
  add_test ("/lists/types-by-the-short-path", test_types_by_the_short_path);
  add_test ("/lists/types-not-to-be-had", test_types_not_to_be_had);
  add_test ("/lists/types-are-remembered", test_types_are_remembered);
  add_test ("/lists/list-dropped", test_list_dropped);

  return g_test_run ();
}
