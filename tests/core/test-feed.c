/* test-feed.c – a paged list together with the account that fetches it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what pages are, which is the list's.
 */
#include "config.h"

#include "clarifai-error.h"
#include "clarifai-model-list.h"
#include "service-fixture.h"
#include "surmise-feed.h"

#define PATH "/v2/users/me/models"

static SurmiseFeed *
new_feed (ServiceFixture *self,
          guint           per_page)
{
  g_autoptr(ClarifaiModelList) list = NULL;

  list = clarifai_model_list_new_for_user (surmise_account_get_client (self->account), "me", per_page);

  return surmise_feed_new (self->account, CLARIFAI_PAGED_LIST (list));
}

static gboolean
is_at_rest (gpointer feed)
{
  return surmise_feed_get_state (feed) != SURMISE_FEED_STATE_LOADING;
}

static guint
count (SurmiseFeed *feed)
{
  return g_list_model_get_n_items (surmise_feed_get_list (feed));
}

static void
test_to_the_end (ServiceFixture *self,
                 gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 1);

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one", "x")));
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (""));
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);

  surmise_feed_fetch_more (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_LOADING);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);
  g_assert_cmpuint (count (feed), ==, 1);

  surmise_feed_fetch_more (feed);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_COMPLETE);
  surmise_feed_fetch_more (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->server, 1), "Authorization"), ==,
                   "Key " TOKEN);
}

static void
test_one_at_a_time (ServiceFixture *self,
                    gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one", "x")));
  surmise_feed_fetch_more (feed);
  surmise_feed_fetch_more (feed);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_failure_waits_for_retry (ServiceFixture *self,
                              gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  mock_server_reply_file (self->server, "GET", PATH, 401, "error-key-not-found.json");
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one", "x")));
  surmise_feed_retry (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);
  surmise_feed_fetch_more (feed);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_FAILED);
  g_assert_error (surmise_feed_get_error (feed), CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);

  surmise_feed_fetch_more (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_FAILED);
  surmise_feed_retry (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_LOADING);
  g_assert_null (surmise_feed_get_error (feed));
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (count (feed), ==, 1);
}

static void
test_no_token (ServiceFixture *self,
               gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  _surmise_account_take_token (self->account, NULL);
  surmise_feed_fetch_more (feed);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_FAILED);
  g_assert_nonnull (surmise_feed_get_error (feed));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
reply_slowly (ServiceFixture *self)
{
  mock_server_reply_full (self->server, "GET", PATH,
                          &(MockReply) { .status = 200, .body = PAGE (MODEL ("late", "x")), .delay_ms = 60000 });
}

/* Stopped is no failure. */
static void
test_stopped (ServiceFixture *self,
              gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  reply_slowly (self);
  surmise_feed_fetch_more (feed);
  mock_server_wait_for_requests (self->server, 1);
  surmise_feed_stop (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);
  surmise_feed_stop (feed);
  g_assert_null (surmise_feed_get_error (feed));
  g_assert_cmpuint (count (feed), ==, 0);
}

/* At once, while the list still waits for the page that was given up. */
static void
test_started_again (ServiceFixture *self,
                    gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  reply_slowly (self);
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (MODEL ("one", "x")));
  surmise_feed_fetch_more (feed);
  mock_server_wait_for_requests (self->server, 1);
  surmise_feed_stop (feed);
  surmise_feed_fetch_more (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_LOADING);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (count (feed), ==, 1);
}

static void
test_stopped_before_it_started_again (ServiceFixture *self,
                                      gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);

  reply_slowly (self);
  surmise_feed_fetch_more (feed);
  mock_server_wait_for_requests (self->server, 1);
  surmise_feed_stop (feed);
  surmise_feed_fetch_more (feed);
  surmise_feed_stop (feed);
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (surmise_feed_get_state (feed), ==, SURMISE_FEED_STATE_IDLE);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
note_state (SurmiseFeed *feed,
            GParamSpec  *pspec,
            GString     *states)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (SURMISE_TYPE_FEED_STATE);
  SurmiseFeedState state;

  g_object_get (feed, "state", &state, NULL);
  g_string_append_printf (states, "%s ", g_enum_get_value (klass, (int) state)->value_nick);
}

static void
test_state_is_notified (ServiceFixture *self,
                        gconstpointer   data)
{
  g_autoptr(SurmiseFeed) feed = new_feed (self, 5);
  g_autoptr(GString) states = g_string_new (NULL);

  mock_server_reply_file (self->server, "GET", PATH, 401, "error-key-not-found.json");
  mock_server_reply (self->server, "GET", PATH, 200, PAGE (""));
  g_signal_connect (feed, "notify::state", G_CALLBACK (note_state), states);
  surmise_feed_fetch_more (feed);
  test_wait_until (is_at_rest, feed);
  surmise_feed_retry (feed);
  test_wait_until (is_at_rest, feed);
  g_assert_cmpstr (states->str, ==, "loading failed loading complete ");
}

/* A feed that goes while a page is on its way. */
static void
test_dropped (ServiceFixture *self,
              gconstpointer   data)
{
  SurmiseFeed *feed = new_feed (self, 5);

  reply_slowly (self);
  surmise_feed_fetch_more (feed);
  mock_server_wait_for_requests (self->server, 1);
  surmise_feed_stop (feed);
  g_object_unref (feed);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/feed/" path, ServiceFixture, NULL, service_fixture_set_up, func, service_fixture_tear_down)
  ADD ("to-the-end", test_to_the_end);
  ADD ("one-at-a-time", test_one_at_a_time);
  ADD ("failure-waits-for-retry", test_failure_waits_for_retry);
  ADD ("no-token", test_no_token);
  ADD ("stopped", test_stopped);
  ADD ("started-again", test_started_again);
  ADD ("stopped-before-it-started-again", test_stopped_before_it_started_again);
  ADD ("state-is-notified", test_state_is_notified);
  ADD ("dropped", test_dropped);
#undef ADD

  return g_test_run ();
}
