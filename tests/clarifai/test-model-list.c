/* test-model-list.c – models, a page at a time: whose, which, and what becomes of pages that fail
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "client-fixture.h"
#include "clarifai-model-list.h"
#include "clarifai-model.h"

#define MODEL(id) "{\"id\":\"" id "\",\"user_id\":\"u\",\"app_id\":\"a\",\"model_type_id\":\"visual-classifier\"}"
#define PAGE(models) "{\"status\":{\"code\":10000},\"models\":[" models "]}"
#define PATH "/v2/users/me/models"
#define ALL "/v2/models"
#define OWNED(id, user, stars, date) \
  "{\"id\":\"" id "\",\"user_id\":\"" user "\",\"app_id\":\"a\",\"star_count\":" stars ",\"created_at\":\"" date "\"}"
#define KEY_INVALID \
  "{\"status\":{\"code\":11008,\"description\":\"Invalid API key or Invalid API key/application pair\"," \
  "\"details\":\"Must provide app external ID in API authorizer\"},\"models\":[]}"
#define NO_SUCH_THING \
  "{\"status\":{\"code\":11101,\"description\":\"Resource does not exist\"},\"models\":[]}"
#define Y2024 "2024-01-01T00:00:00Z"
#define Y2025 "2025-01-01T00:00:00Z"

static gboolean
fetch_more (ClarifaiModelList  *list,
            GError            **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clarifai_model_list_fetch_more_async (list, TOKEN, NULL, test_catch_result, &result);

  return clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&result), error);
}

static const char *
get_id (ClarifaiModelList *list,
        guint              i)
{
  g_autoptr(ClarifaiModel) model = g_list_model_get_item (G_LIST_MODEL (list), i);

  return clarifai_model_ref_get_model_id (clarifai_model_get_ref (model));
}

static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 2);
  g_autoptr(TestChanges) changes = test_changes_new (G_LIST_MODEL (list));
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one") "," MODEL ("two")));
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("three")));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == CLARIFAI_TYPE_MODEL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  g_assert_true (fetch_more (list, &error));
  g_assert_no_error (error);
  assert_items_changed (changes, 0, 0, 2);
  g_assert_false (clarifai_model_list_get_complete (list));

  g_assert_true (fetch_more (list, &error));
  g_assert_no_error (error);
  assert_items_changed (changes, 2, 0, 1);
  assert_no_items_changed (changes);
  g_assert_true (clarifai_model_list_get_complete (list));
  g_assert_cmpstr (get_id (list, 0), ==, "one");
  g_assert_cmpstr (get_id (list, 2), ==, "three");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 3));

  g_assert_cmpstr (mock_server_get_request (self->server, 0)->query, ==, "page=1&per_page=2&additional_fields=stars");
  g_assert_cmpstr (mock_server_get_request (self->server, 1)->query, ==, "page=2&per_page=2&additional_fields=stars");
}

static void
test_complete_asks_no_more (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 0);

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (""));
  g_assert_true (fetch_more (list, NULL));
  g_assert_true (clarifai_model_list_get_complete (list));
  g_assert_true (fetch_more (list, NULL));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
  g_assert_cmpstr (mock_server_get_request (self->server, 0)->query, ==, "page=1&per_page=128&additional_fields=stars");
}

static void
test_no_doubles (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 3);

  mock_server_reply (self->server, "GET", PATH, 200,
                     PAGE (MODEL ("one") "," MODEL ("two") "," MODEL ("one")));
  mock_server_reply (self->server, "GET", PATH, 200,
                     PAGE (MODEL ("two") "," MODEL ("three") "," MODEL ("one")));
  g_assert_true (fetch_more (list, NULL));
  g_assert_true (fetch_more (list, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  g_assert_false (clarifai_model_list_get_complete (list));
}

static void
test_same_page_for_ever (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 1);

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one")));
  g_assert_true (fetch_more (list, NULL));
  g_assert_false (clarifai_model_list_get_complete (list));
  g_assert_true (fetch_more (list, NULL));
  g_assert_true (clarifai_model_list_get_complete (list));
}

static void
test_failed_page_is_asked_again (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 1);
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one")));
  mock_server_reply_file (self->server, "GET", PATH, 401, "error-key-not-found.json");
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("two")));
  g_assert_true (fetch_more (list, NULL));
  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_false (clarifai_model_list_get_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);

  g_assert_true (fetch_more (list, NULL));
  g_assert_cmpstr (get_id (list, 1), ==, "two");
  g_assert_cmpstr (mock_server_get_request (self->server, 1)->query, ==, "page=2&per_page=1&additional_fields=stars");
  g_assert_cmpstr (mock_server_get_request (self->server, 2)->query, ==, "page=2&per_page=1&additional_fields=stars");
}

static void
test_one_at_a_time (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 2);
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one")));
  clarifai_model_list_fetch_more_async (list, TOKEN, NULL, test_catch_result, &first);
  g_assert_true (clarifai_model_list_get_loading (list));
  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_true (clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&first), NULL));
  g_assert_false (clarifai_model_list_get_loading (list));
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 2);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", PATH,
                          &(MockReply) { .status = 200, .body = PAGE (""), .delay_ms = 60000 });
  clarifai_model_list_fetch_more_async (list, TOKEN, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (clarifai_model_list_get_loading (list));
}

static void
test_odd_entries (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "o/x", 5);

  mock_server_reply (self->server, "GET", "/v2/users/o%2Fx/models", 200,
                     PAGE ("null,5,{},{\"id\":\"x\"}," MODEL ("one")));
  g_assert_true (fetch_more (list, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  g_assert_cmpstr (get_id (list, 0), ==, "one");
  /* The page was full, whatever was in it. */
  g_assert_false (clarifai_model_list_get_complete (list));
}

static const char *
get_query (Fixture *self,
           guint    i)
{
  return mock_server_get_request (self->server, i)->query;
}

/* The order of what is there, by the models' ids. */
static void
assert_ids (ClarifaiModelList *list,
            const char        *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", get_id (list, i));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_queries (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    ClarifaiModelQuery  query;
    const char         *path;
    const char         *expected;
  } cases[] = {
    { { .user_id = NULL }, ALL, "page=1&per_page=128&additional_fields=stars" },
    { { .user_id = "ada", .app_id = "my lab", .per_page = 5000 }, "/v2/users/ada/apps/my%20lab/models",
      "page=1&per_page=1000&additional_fields=stars" },
    { { .search = "dogs & cats=1", .per_page = 50 }, ALL,
      "page=1&per_page=50&additional_fields=stars&search=dogs%20%26%20cats%3D1&sort_by_relevance=true" },
    { { .search = "", .sort = CLARIFAI_MODEL_SORT_STARS, .per_page = 50 }, ALL,
      "page=1&per_page=50&additional_fields=stars&sort_by_star_count=true" },
    { { .search = "x", .sort = CLARIFAI_MODEL_SORT_NEWEST, .per_page = 50 }, ALL,
      "page=1&per_page=50&additional_fields=stars&search=x&sort_by_created_at=true" },
    { { .input_field = "image", .output_field = "regions[...].data.concepts", .type_id = "visual-detector",
        .featured = TRUE, .starred = TRUE, .per_page = 50 }, ALL,
      "page=1&per_page=50&additional_fields=stars&input_fields=image"
      "&output_fields=regions%5B...%5D.data.concepts&model_type_id=visual-detector"
      "&featured_only=true&starred_only=true" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &cases[i].query);

      mock_server_reply (self->server, "GET", cases[i].path, 200, PAGE (""));
      g_assert_true (fetch_more (list, NULL));
      g_assert_cmpstr (mock_server_get_request (self->server, i)->path, ==, cases[i].path);
      g_assert_cmpstr (get_query (self, i), ==, cases[i].expected);
    }
}

/* An app's list can hold models of the main app as well. */
static void
test_app_alone (Fixture       *self,
                gconstpointer  data)
{
  const ClarifaiModelQuery query = { .user_id = "u", .app_id = "a" };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &query);

  mock_server_reply (self->server, "GET", "/v2/users/u/apps/a/models", 200,
                     PAGE ("{\"id\":\"general\",\"user_id\":\"clarifai\",\"app_id\":\"main\"}," MODEL ("own")));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "own");
}

/* Other people have an app "main" as well. */
static void
test_app_of_same_name (Fixture       *self,
                       gconstpointer  data)
{
  const ClarifaiModelQuery query = { .user_id = "Ada", .app_id = "main" };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &query);

  mock_server_reply (self->server, "GET", "/v2/users/Ada/apps/main/models", 200,
                     PAGE ("{\"id\":\"general\",\"user_id\":\"clarifai\",\"app_id\":\"main\"},"
                           "{\"id\":\"own\",\"user_id\":\"ada\",\"app_id\":\"main\"}"));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "own");
}

/* "me" is whoever the token belongs to. */
static void
test_own_app (Fixture       *self,
              gconstpointer  data)
{
  const ClarifaiModelQuery query = { .user_id = "me", .app_id = "a" };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &query);

  mock_server_reply (self->server, "GET", "/v2/users/me/apps/a/models", 200, PAGE (MODEL ("own")));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "own");
}

static void
test_full_of_strangers (Fixture       *self,
                        gconstpointer  data)
{
  const ClarifaiModelQuery query = { .user_id = "u", .app_id = "other", .per_page = 1 };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &query);
  guint n = 0;

  mock_server_reply (self->server, "GET", "/v2/users/u/apps/other/models", 200, PAGE (MODEL ("one")));
  for (; !clarifai_model_list_get_complete (list) && n < 20; n++)
    g_assert_true (fetch_more (list, NULL));
  /* Not for ever, and not after the first. */
  g_assert_cmpuint (n, ==, 5);
}

static ClarifaiModelList *
new_list_of_all (Fixture            *self,
                 ClarifaiModelSort   sort,
                 const char * const *owners)
{
  const ClarifaiModelQuery query = { .sort = sort, .per_page = 2 };
  ClarifaiModelList *list = clarifai_model_list_new (self->client, &query);

  clarifai_model_list_set_owners (list, owners);

  return list;
}

static const char * const two_owners[] = { "ada", "bob", NULL };

/* A page of each, in turns, until each has come to its end. */
static void
test_owners_instead (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200,
                     PAGE (OWNED ("a1", "ada", "1", Y2024) "," OWNED ("a2", "ada", "1", Y2024)));
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200, PAGE (OWNED ("a3", "ada", "1", Y2024)));
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("b1", "bob", "1", Y2024)));

  g_assert_true (fetch_more (list, &error));
  g_assert_no_error (error);
  assert_ids (list, "a1 b1 a2");
  g_assert_false (clarifai_model_list_get_complete (list));
  g_assert_true (fetch_more (list, &error));
  g_assert_no_error (error);
  assert_ids (list, "a1 b1 a2 a3");
  g_assert_true (clarifai_model_list_get_complete (list));

  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 4);
  g_assert_cmpstr (mock_server_get_request (self->server, 3)->path, ==, "/v2/users/ada/models");
  g_assert_cmpstr (get_query (self, 3), ==, "page=2&per_page=2&additional_fields=stars");
}

static void
test_owners_for_no_such_path (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);

  mock_server_reply (self->server, "GET", ALL, 404, NO_SUCH_THING);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 404, NO_SUCH_THING);
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("b1", "bob", "1", Y2024)));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "b1");
  g_assert_true (clarifai_model_list_get_complete (list));
}

static void
test_owners_by_stars (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_STARS, two_owners);

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200,
                     PAGE (OWNED ("a5", "ada", "5", Y2024) "," OWNED ("a1", "ada", "1", Y2024)));
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200,
                     PAGE (OWNED ("b9", "bob", "9", Y2024) "," OWNED ("b2", "bob", "2", Y2024)));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "b9 a5 b2 a1");
}

/* A number of stars that no model has is still more than none at all. */
static void
test_owners_by_many_stars (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_STARS, two_owners);

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200, PAGE (OWNED ("unknown", "ada", "null", Y2024)));
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("many", "bob", "1e15", Y2024)));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "many unknown");
}

static void
test_owners_by_date (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_NEWEST, two_owners);

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200,
                     PAGE (OWNED ("old", "ada", "5", Y2024) "," OWNED ("undated", "ada", "1", "")));
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("new", "bob", "9", Y2025)));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "new old undated");
}

/* One of them fails: nothing of the page counts, and the retry asks for it again. */
static void
test_owner_fails (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200, PAGE (OWNED ("a1", "ada", "1", Y2024)));
  mock_server_reply_file (self->server, "GET", "/v2/users/bob/models", 401, "error-key-not-found.json");
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("b1", "bob", "1", Y2024)));

  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "a1 b1");
  /* All models were asked for once. */
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 5);
}

/* In the middle of asking several: it ends once, and can be asked for again. */
static void
test_cancelled_at_owners (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200, PAGE (OWNED ("a1", "ada", "1", Y2024)));
  mock_server_reply_full (self->server, "GET", "/v2/users/bob/models",
                          &(MockReply) { .status = 200, .body = PAGE (""), .delay_ms = 60000 });
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("b1", "bob", "1", Y2024)));
  clarifai_model_list_fetch_more_async (list, TOKEN, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 3);
  g_cancellable_cancel (cancellable);
  g_assert_false (clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);

  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "a1 b1");
}

/* Where it is known that the list of all is refused, nobody asks for it. */
static void
test_owners_at_once (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);

  g_assert_false (clarifai_model_list_get_asks_owners (list));
  clarifai_model_list_ask_owners (list);
  g_assert_true (clarifai_model_list_get_asks_owners (list));
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 200, PAGE (OWNED ("a1", "ada", "1", Y2024)));
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (""));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "a1");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

/* A token that is good nowhere is told so. */
static void
test_key_good_nowhere (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);
  g_autoptr(GError) error = NULL;

  mock_server_reply (self->server, "GET", ALL, 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 401, KEY_INVALID);
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 401, KEY_INVALID);
  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID);
  g_assert_false (clarifai_model_list_get_complete (list));
}

static void
test_owners_all_unknown (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = new_list_of_all (self, CLARIFAI_MODEL_SORT_RELEVANCE, two_owners);
  g_autoptr(GError) error = NULL;

  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);

  /* They can be there the next time. */
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 200, PAGE (OWNED ("b1", "bob", "1", Y2024)));
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "b1");
}

/* Owners are for the list of all alone. */
static void
test_no_owners_for_a_user (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 2);
  g_autoptr(GError) error = NULL;

  clarifai_model_list_set_owners (list, two_owners);
  mock_server_reply (self->server, "GET", PATH, 401, KEY_INVALID);
  g_assert_false (fetch_more (list, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

/* A page of this many goes through a thread. */
static void
test_large_page (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 1000);
  g_autofree char *description = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *body = g_strdup_printf (PAGE (MODEL ("one") ",{\"id\":\"two\",\"user_id\":\"u\",\"app_id\":\"a\","
                                                 "\"description\":\"%s\"}"), description);

  mock_server_reply (self->server, "GET", PATH, 200, body);
  g_assert_true (fetch_more (list, NULL));
  assert_ids (list, "one two");
}

static void
test_properties (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 2);
  gboolean complete;
  gboolean loading;
  guint n_items;

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one")));
  g_assert_true (fetch_more (list, NULL));
  g_object_get (list, "loading", &loading, "complete", &complete, "n-items", &n_items, NULL);
  g_assert_false (loading);
  g_assert_true (complete);
  g_assert_cmpuint (n_items, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/model-list/pages", test_pages);
  add_test ("/model-list/complete-asks-no-more", test_complete_asks_no_more);
  add_test ("/model-list/no-doubles", test_no_doubles);
  add_test ("/model-list/same-page-for-ever", test_same_page_for_ever);
  add_test ("/model-list/failed-page-is-asked-again", test_failed_page_is_asked_again);
  add_test ("/model-list/one-at-a-time", test_one_at_a_time);
  add_test ("/model-list/cancelled", test_cancelled);
  add_test ("/model-list/odd-entries", test_odd_entries);
  add_test ("/model-list/queries", test_queries);
  add_test ("/model-list/app-alone", test_app_alone);
  add_test ("/model-list/app-of-same-name", test_app_of_same_name);
  add_test ("/model-list/own-app", test_own_app);
  add_test ("/model-list/full-of-strangers", test_full_of_strangers);
  add_test ("/model-list/owners-instead", test_owners_instead);
  add_test ("/model-list/owners-for-no-such-path", test_owners_for_no_such_path);
  add_test ("/model-list/owners-by-stars", test_owners_by_stars);
  add_test ("/model-list/owners-by-many-stars", test_owners_by_many_stars);
  add_test ("/model-list/owners-by-date", test_owners_by_date);
  add_test ("/model-list/owner-fails", test_owner_fails);
  add_test ("/model-list/cancelled-at-owners", test_cancelled_at_owners);
  add_test ("/model-list/owners-at-once", test_owners_at_once);
  add_test ("/model-list/key-good-nowhere", test_key_good_nowhere);
  add_test ("/model-list/owners-all-unknown", test_owners_all_unknown);
  add_test ("/model-list/no-owners-for-a-user", test_no_owners_for_a_user);
  add_test ("/model-list/large-page", test_large_page);
  add_test ("/model-list/properties", test_properties);

  return g_test_run ();
}
