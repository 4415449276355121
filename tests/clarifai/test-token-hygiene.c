/* test-token-hygiene.c – a token is nowhere but in the header of its request
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "client-fixture.h"
#include "clarifai-model-list.h"

/* What stood in the log so far; GLib's and libsoup's own debug messages too. */
static GString *logged;
static GMutex log_mutex;

static GLogWriterOutput
capture (GLogLevelFlags   log_level,
         const GLogField *fields,
         gsize            n_fields,
         gpointer         user_data)
{
  g_autofree char *line = g_log_writer_format_fields (log_level, fields, n_fields, FALSE);
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&log_mutex);

  g_string_append (logged, line);
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].length < 0)
      g_string_append (logged, fields[i].value);

  return (log_level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL)) != 0
         ? g_log_writer_default (log_level, fields, n_fields, user_data) : G_LOG_WRITER_HANDLED;
}

static void
assert_clean (const char *text)
{
  g_assert_null (strstr (text, TOKEN));
  g_assert_null (strstr (text, "c0ffee00"));
}

static void
assert_log_is_clean (void)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&log_mutex);

  assert_clean (logged->str);
}

/* Each kind of answer that repeats the token, to each kind of question. */
static void
test_answers_that_repeat_it (Fixture       *self,
                             gconstpointer  data)
{
  const char *codes[] = { "11009", "11008", "11007", "11102", "21200", "30002", "10020", "12345", "\"NEW\"",
                          "null" };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new_for_user (self->client, "me", 5);

  fixture_add_bytes (self, "x");
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"status\":{\"code\":%s,\"description\":\"bad " TOKEN
                                               "\",\"details\":\"invalid key(" TOKEN ")\"},\"outputs\":[{\"status\":"
                                               "{\"code\":30002,\"description\":\"Key " TOKEN
                                               "\",\"details\":\"" TOKEN "\"}}]}",
                                               codes[i]);
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) me_error = NULL;
      g_autoptr(GError) list_error = NULL;
      g_autoptr(GError) predict_error = NULL;
      g_autoptr(GListModel) outputs = NULL;

      mock_server_clear (self->server);
      mock_server_reply (self->server, "GET", "/v2/users/me", 401, body);
      mock_server_reply (self->server, "GET", "/v2/users/me/models", 401, body);
      mock_server_reply (self->server, "POST", PREDICT_PATH, 401, body);

      g_assert_null (get_me (self, &me_error));
      assert_clean (me_error->message);
      clarifai_model_list_fetch_more_async (list, TOKEN, NULL, test_catch_result, &result);
      g_assert_false (clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&result),
                                                             &list_error));
      assert_clean (list_error->message);
      outputs = predict (self, &predict_error);
      if (outputs != NULL)
        assert_clean (clarifai_output_get_error (get_output (outputs, 0))->message);
      else
        assert_clean (predict_error->message);
    }
  assert_log_is_clean ();
}

/* Asking everybody's models, the owners' instead of them, and all types of model. */
static void
test_lists_that_repeat_it (Fixture       *self,
                           gconstpointer  data)
{
  const char *body = "{\"status\":{\"code\":11008,\"description\":\"bad " TOKEN "\",\"details\":\"" TOKEN "\"}}";
  const char *owners[] = { "ada", "bob", NULL };
  const ClarifaiModelQuery query = { .search = "dog" };
  g_autoptr(ClarifaiModelList) list = clarifai_model_list_new (self->client, &query);
  g_autoptr(GAsyncResult) page_result = NULL;
  g_autoptr(GAsyncResult) types_result = NULL;
  g_autoptr(GError) page_error = NULL;
  g_autoptr(GError) types_error = NULL;

  clarifai_model_list_set_owners (list, owners);
  mock_server_reply (self->server, "GET", "/v2/models", 401, body);
  mock_server_reply (self->server, "GET", "/v2/users/ada/models", 401, body);
  mock_server_reply (self->server, "GET", "/v2/users/bob/models", 401, body);
  mock_server_reply (self->server, "GET", "/v2/users/clarifai/apps/main/models/types", 401, body);
  mock_server_reply (self->server, "GET", "/v2/models/types", 401, body);

  clarifai_model_list_fetch_more_async (list, TOKEN, NULL, test_catch_result, &page_result);
  g_assert_false (clarifai_model_list_fetch_more_finish (list, test_wait_for_result (&page_result), &page_error));
  assert_clean (page_error->message);
  clarifai_client_list_model_types_async (self->client, TOKEN, NULL, test_catch_result, &types_result);
  g_assert_null (clarifai_client_list_model_types_finish (self->client, test_wait_for_result (&types_result),
                                                          &types_error));
  assert_clean (types_error->message);

  g_assert_cmpuint (mock_server_get_n_requests (self->server), >=, 4);
  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    {
      assert_clean (mock_server_get_request (self->server, i)->path);
      assert_clean (mock_server_get_request (self->server, i)->query);
    }
  assert_log_is_clean ();
}

static void
test_transport_errors (Fixture       *self,
                       gconstpointer  data)
{
  const char *headers[] = { "Location", "http://example.com/" TOKEN, NULL };
  g_autoptr(GError) cut_error = NULL;
  g_autoptr(GError) redirect_error = NULL;
  g_autoptr(GError) refused_error = NULL;

  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 200, .body = TOKEN, .cut = TRUE });
  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 302, .headers = headers });
  g_assert_null (get_me (self, &cut_error));
  assert_clean (cut_error->message);
  g_assert_null (get_me (self, &redirect_error));
  assert_clean (redirect_error->message);
  g_clear_object (&self->server);
  g_assert_null (get_me (self, &refused_error));
  assert_clean (refused_error->message);
  assert_log_is_clean ();
}

static void
test_properties (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree GParamSpec **pspecs = NULL;
  g_autoptr(GListModel) outputs = NULL;
  guint n;

  fixture_add_bytes (self, "x");
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  outputs = predict (self, NULL);
  assert_has_dog (outputs, 0);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self->client), &n);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    {
      g_auto(GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (G_OBJECT (self->client), pspecs[i]->name, &value);
      text = g_strdup_value_contents (&value);
      assert_clean (text);
    }
  assert_log_is_clean ();
}

/* The log is captured at all: what the request's own layers say arrives there. */
static void
test_log_is_captured (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GMutexLocker) locker = NULL;

  g_debug ("canary");
  locker = g_mutex_locker_new (&log_mutex);
  g_assert_nonnull (strstr (logged->str, "canary"));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_test_init (&argc, &argv, NULL);
  logged = g_string_new (NULL);
  g_log_set_writer_func (capture, NULL, NULL);

  add_test ("/token-hygiene/log-is-captured", test_log_is_captured);
  add_test ("/token-hygiene/answers-that-repeat-it", test_answers_that_repeat_it);
  add_test ("/token-hygiene/lists-that-repeat-it", test_lists_that_repeat_it);
  add_test ("/token-hygiene/transport-errors", test_transport_errors);
  add_test ("/token-hygiene/properties", test_properties);

  result = g_test_run ();
  g_string_free (logged, TRUE);

  return result;
}
