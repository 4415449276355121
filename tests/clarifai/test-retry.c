/* test-retry.c – waiting, asking again, and being cancelled meanwhile
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: the length of real waits; here they are some hundred times shorter.
 */
#include "config.h"

#include <string.h>

#include "client-fixture.h"
#include "clarifai-user.h"

#define THROTTLED "{\"status\":{\"code\":11005,\"description\":\"Making too many requests\"}}"
#define STARTING(code) "{\"status\":{\"code\":" #code ",\"description\":\"Model is starting\"},\"outputs\":[]}"

static void
reply_me (Fixture    *self,
          guint       status,
          const char *body)
{
  mock_server_reply (self->server, "GET", "/v2/users/me", status, body);
}

static void
reply_good_me (Fixture *self)
{
  mock_server_reply_file (self->server, "GET", "/v2/users/me", 200, "user.json");
}

static ClarifaiProgress
get_progress (Fixture *self,
              guint    i)
{
  g_assert_cmpuint (i, <, self->progress->len);

  return g_array_index (self->progress, ClarifaiProgress, i);
}

static void
assert_answered_after (Fixture *self,
                       guint    n_requests)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiUser) user = get_me (self, &error);

  g_assert_no_error (error);
  g_assert_nonnull (user);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, n_requests);
}

static void
assert_gives_up_after (Fixture       *self,
                       guint          n_requests,
                       ClarifaiError  code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (get_me (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, (int) code);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, n_requests);
}

static void
test_throttled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  fixture_add_bytes (self, "x");
  mock_server_reply_file (self->server, "POST", PREDICT_PATH, 429, "error-throttled.json");
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  g_assert_cmpuint (self->progress->len, ==, 3);
  g_assert_cmpint (get_progress (self, 0), ==, CLARIFAI_PROGRESS_SENT);
  g_assert_cmpint (get_progress (self, 1), ==, CLARIFAI_PROGRESS_THROTTLED);
  g_assert_cmpint (get_progress (self, 2), ==, CLARIFAI_PROGRESS_SENT);
}

static void
test_throttled_for_good (Fixture       *self,
                         gconstpointer  data)
{
  reply_me (self, 429, THROTTLED);
  assert_gives_up_after (self, 11, CLARIFAI_ERROR_THROTTLED);
}

/* 100 s are 200 ms here; a pause without the header would be 10 ms. */
static void
test_retry_after_seconds (Fixture       *self,
                          gconstpointer  data)
{
  const char *headers[] = { "Retry-After", "100", NULL };
  gint64 start;

  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 429, .body = THROTTLED, .headers = headers });
  reply_good_me (self);
  start = g_get_monotonic_time ();
  assert_answered_after (self, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 200000);
}

static void
test_retry_after_a_date (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr(GDateTime) later = g_date_time_add_seconds (now, 120);
  g_autofree char *text = soup_date_time_to_string (later, SOUP_DATE_HTTP);
  const char *headers[] = { "Retry-After", text, NULL };
  gint64 start;

  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 503, .body = "", .headers = headers });
  reply_good_me (self);
  start = g_get_monotonic_time ();
  assert_answered_after (self, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 200000);
}

static void
test_retry_after_has_an_end (Fixture       *self,
                             gconstpointer  data)
{
  const char *headers[] = { "Retry-After", "1000000", NULL };
  gint64 start = g_get_monotonic_time ();

  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 429, .body = THROTTLED, .headers = headers });
  reply_good_me (self);
  assert_answered_after (self, 2);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* A second call that is made during the pause waits with the first. */
static void
test_all_wait_together (Fixture       *self,
                        gconstpointer  data)
{
  const char *headers[] = { "Retry-After", "150", NULL };
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  gint64 start = g_get_monotonic_time ();

  fixture_add_bytes (self, "x");
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 429, .body = THROTTLED, .headers = headers });
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  reply_good_me (self);
  fixture_predict (self, TOKEN, NULL, &first);
  while (self->progress->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_progress (self, 1), ==, CLARIFAI_PROGRESS_THROTTLED);

  clarifai_client_get_me_async (self->client, TOKEN, NULL, test_catch_result, &second);
  test_wait_for_result (&second);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300000);
  test_wait_for_result (&first);
}

static void
test_model_starting (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  fixture_add_bytes (self, "x");
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21351));
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21352));
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21354));
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21355));
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503,
                     "{\"status\":{\"code\":\"RUNNER_NEEDS_RETRY\"}}");
  mock_server_reply (self->server, "POST", PREDICT_PATH, 400,
                     "{\"status\":{\"code\":10020},\"outputs\":[{\"status\":{\"code\":21355}}]}");
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 7);
  g_assert_cmpint (get_progress (self, 1), ==, CLARIFAI_PROGRESS_MODEL_STARTING);
}

static void
test_model_that_never_starts (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_object_set (self->client, "retry-scale", 0.0005, NULL);
  fixture_add_bytes (self, "x");
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21351));
  g_assert_null (predict (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_READY);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), >, 20);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), <, 80);
}

static void
test_trouble_that_passes (Fixture       *self,
                          gconstpointer  data)
{
  reply_me (self, 500, "{\"status\":{\"code\":98004}}");
  reply_me (self, 502, "<html>");
  reply_me (self, 503, "");
  reply_me (self, 504, "{\"status\":{\"code\":40032}}");
  reply_good_me (self);
  assert_answered_after (self, 5);
}

static void
test_trouble_that_stays (Fixture       *self,
                         gconstpointer  data)
{
  reply_me (self, 502, "<html>");
  assert_gives_up_after (self, 5, CLARIFAI_ERROR_SERVER);
}

static void
test_asked_once_more (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  fixture_add_bytes (self, "x");
  mock_server_reply (self->server, "POST", PREDICT_PATH, 400, "{\"status\":{\"code\":39996},\"outputs\":[]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_failed (outputs, 0, CLARIFAI_ERROR_INPUT_FAILED);
  /* Once for the request, and then once for the input. */
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

static void
test_not_asked_again (Fixture       *self,
                      gconstpointer  data)
{
  const char *codes[] = { "10040", "11004", "11006", "11009", "11101", "21103", "21200", "21350", "21353",
                          "25600", "39997",
                          "40035", "40037", "50001", "69000", "12345" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *body = g_strdup_printf ("{\"status\":{\"code\":%s}}", codes[i]);
      g_autoptr(GError) error = NULL;

      mock_server_clear (self->server);
      reply_me (self, 400, body);
      g_assert_null (get_me (self, &error));
      g_assert_cmpint ((int) error->domain, ==, (int) CLARIFAI_ERROR);
      g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, i + 1);
    }
}

/* Cancels a prediction that is on its way, and expects its end within a tenth of a second. */
static void
check_cancel (Fixture *self,
              guint    n_progress)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start;

  fixture_add_bytes (self, "x");
  fixture_predict (self, TOKEN, cancellable, &result);
  mock_server_wait_for_requests (self->server, 1);
  while (self->progress->len < n_progress)
    g_main_context_iteration (NULL, TRUE);

  start = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 100000);
  g_assert_null (clarifai_client_predict_finish (self->client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (self->progress->len, ==, n_progress);
}

static void
test_cancel_while_the_service_is_silent (Fixture       *self,
                                         gconstpointer  data)
{
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA, .delay_ms = 60000 });
  check_cancel (self, 1);
}

static void
test_cancel_while_a_model_starts (Fixture       *self,
                                  gconstpointer  data)
{
  g_object_set (self->client, "retry-scale", 1.0, NULL);
  mock_server_reply (self->server, "POST", PREDICT_PATH, 503, STARTING (21351));
  check_cancel (self, 2);
}

static void
test_cancel_while_throttled (Fixture       *self,
                             gconstpointer  data)
{
  g_object_set (self->client, "retry-scale", 1.0, NULL);
  mock_server_reply (self->server, "POST", PREDICT_PATH, 429, THROTTLED);
  check_cancel (self, 2);
}

static void
test_cancel_in_the_middle_of_a_reply (Fixture       *self,
                                      gconstpointer  data)
{
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .body = "{", .stall = TRUE });
  check_cancel (self, 1);
}

/* What is given up in its middle is not waited for. */
static void
test_rest_of_a_reply_is_not_read (Fixture       *self,
                                  gconstpointer  data)
{
  const char *headers[] = { "Location", "/elsewhere", NULL };
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GError) too_large = NULL;
  g_autoptr(GError) redirected = NULL;

  g_object_set (self->client, "max-reply-bytes", 10, NULL);
  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 200, .body = "much more than ten bytes", .stall = TRUE });
  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 302, .body = "elsewhere", .headers = headers,
                                         .stall = TRUE });
  g_assert_null (get_me (self, &too_large));
  g_assert_error (too_large, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE);
  g_assert_null (get_me (self, &redirected));
  g_assert_error (redirected, CLARIFAI_ERROR, CLARIFAI_ERROR_REDIRECTED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

static void
test_cancelled_before (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  fixture_add_bytes (self, "x");
  fixture_predict (self, TOKEN, cancellable, &result);
  g_assert_null (clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/retry/throttled", test_throttled);
  add_test ("/retry/throttled-for-good", test_throttled_for_good);
  add_test ("/retry/retry-after-seconds", test_retry_after_seconds);
  add_test ("/retry/retry-after-a-date", test_retry_after_a_date);
  add_test ("/retry/retry-after-has-an-end", test_retry_after_has_an_end);
  add_test ("/retry/all-wait-together", test_all_wait_together);
  add_test ("/retry/model-starting", test_model_starting);
  add_test ("/retry/model-that-never-starts", test_model_that_never_starts);
  add_test ("/retry/trouble-that-passes", test_trouble_that_passes);
  add_test ("/retry/trouble-that-stays", test_trouble_that_stays);
  add_test ("/retry/asked-once-more", test_asked_once_more);
  add_test ("/retry/not-asked-again", test_not_asked_again);
  add_test ("/retry/cancel-while-the-service-is-silent", test_cancel_while_the_service_is_silent);
  add_test ("/retry/cancel-while-a-model-starts", test_cancel_while_a_model_starts);
  add_test ("/retry/cancel-while-throttled", test_cancel_while_throttled);
  add_test ("/retry/cancel-in-the-middle-of-a-reply", test_cancel_in_the_middle_of_a_reply);
  add_test ("/retry/rest-of-a-reply-is-not-read", test_rest_of_a_reply_is_not_read);
  add_test ("/retry/cancelled-before", test_cancelled_before);

  return g_test_run ();
}
