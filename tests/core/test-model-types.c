/* test-model-types.c – what the kinds of model take and give, asked for once
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-error.h"
#include "service-fixture.h"
#include "surmise-model-check.h"
#include "surmise-model-types.h"

static GListModel *
load (ServiceFixture  *self,
      GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_model_types_load_async (self->account, NULL, test_catch_result, &result);

  return surmise_model_types_load_finish (self->account, test_wait_for_result (&result), error);
}

static void
test_once (ServiceFixture *self,
           gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) first = NULL;
  g_autoptr(GListModel) second = NULL;

  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  first = load (self, &error);
  g_assert_no_error (error);
  second = load (self, &error);
  g_assert_no_error (error);
  g_assert_true (first == second);
  g_assert_cmpuint (g_list_model_get_n_items (first), ==, 14);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

/* All who ask while the answer is on its way get the same. */
static void
test_together (ServiceFixture *self,
               gconstpointer   data)
{
  GAsyncResult *results[3] = { NULL };
  g_autoptr(GListModel) first = NULL;

  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    surmise_model_types_load_async (self->account, NULL, test_catch_result, &results[i]);
  first = surmise_model_types_load_finish (self->account, test_wait_for_result (&results[0]), NULL);
  g_assert_nonnull (first);
  for (guint i = 1; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GListModel) other = NULL;

      other = surmise_model_types_load_finish (self->account, test_wait_for_result (&results[i]), NULL);
      g_assert_true (other == first);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    g_clear_object (&results[i]);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_failure_is_not_kept (ServiceFixture *self,
                          gconstpointer   data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) types = NULL;

  mock_server_reply_file (self->server, "GET", TYPES_PATH, 401, "error-key-not-found.json");
  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  g_assert_null (load (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  types = load (self, NULL);
  g_assert_nonnull (types);
}

static void
test_no_token (ServiceFixture *self,
               gconstpointer   data)
{
  g_autoptr(GError) error = NULL;

  _surmise_account_take_token (self->account, NULL);
  g_assert_null (load (self, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

/* Who gives up goes at once; who stays gets the answer. */
static void
test_one_gives_up (ServiceFixture *self,
                   gconstpointer   data)
{
  g_autoptr(GBytes) bytes = test_load_data ("model-types.json");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) impatient = NULL;
  g_autoptr(GAsyncResult) patient = NULL;
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", TYPES_PATH,
                          &(MockReply) { .status = 200, .bytes = bytes, .delay_ms = 300 });
  surmise_model_types_load_async (self->account, cancellable, test_catch_result, &impatient);
  surmise_model_types_load_async (self->account, NULL, test_catch_result, &patient);
  mock_server_wait_for_requests (self->server, 1);
  g_cancellable_cancel (cancellable);
  g_assert_null (surmise_model_types_load_finish (self->account, test_wait_for_result (&impatient), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (patient);
  types = surmise_model_types_load_finish (self->account, test_wait_for_result (&patient), NULL);
  g_assert_nonnull (types);
}

/* Nobody waits any more when the answer comes. */
static void
test_all_give_up (ServiceFixture *self,
                  gconstpointer   data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) types = NULL;

  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  g_cancellable_cancel (cancellable);
  surmise_model_types_load_async (self->account, cancellable, test_catch_result, &result);
  g_assert_null (surmise_model_types_load_finish (self->account, test_wait_for_result (&result), NULL));
  types = load (self, NULL);
  g_assert_nonnull (types);
}

static void
test_lookup (ServiceFixture *self,
             gconstpointer   data)
{
  g_autoptr(GListModel) types = NULL;
  ClarifaiModelType *type;

  g_assert_null (surmise_model_types_lookup (self->account, "visual-detector"));
  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  types = load (self, NULL);
  type = surmise_model_types_lookup (self->account, "visual-detector");
  g_assert_cmpstr (clarifai_model_type_get_title (type), ==, "Visual Detector");
  g_assert_null (surmise_model_types_lookup (self->account, "never-heard-of"));
}

/* One that is known with the others is not asked for alone: not even the token is. */
static void
test_one_of_them (ServiceFixture *self,
                  gconstpointer   data)
{
  g_autoptr(GListModel) types = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ClarifaiModelType) type = NULL;

  mock_server_reply_file (self->server, "GET", TYPES_PATH, 200, "model-types.json");
  types = load (self, NULL);
  _surmise_account_take_token (self->account, NULL);
  surmise_model_type_load_async (self->account, "visual-detector", NULL, test_catch_result, &result);
  type = surmise_model_type_load_finish (self->account, test_wait_for_result (&result), NULL);
  g_assert_true (type == surmise_model_types_lookup (self->account, "visual-detector"));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/model-types/" path, ServiceFixture, NULL, service_fixture_set_up, func, service_fixture_tear_down)
  ADD ("once", test_once);
  ADD ("together", test_together);
  ADD ("failure-is-not-kept", test_failure_is_not_kept);
  ADD ("no-token", test_no_token);
  ADD ("one-gives-up", test_one_gives_up);
  ADD ("all-give-up", test_all_give_up);
  ADD ("lookup", test_lookup);
  ADD ("one-of-them", test_one_of_them);
#undef ADD

  return g_test_run ();
}
