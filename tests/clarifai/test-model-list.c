/* test-model-list.c – the models of one user, a page at a time
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

  return g_test_run ();
}
