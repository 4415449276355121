/* test-tagger-address.c – asking about pictures on the web
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The scripted server is the service and the website at once. Not here: which addresses are fetched at all, which is the
 * fetcher's.
 */
#include "config.h"

#include <string.h>

#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "surmise-address.h"
#include "tagger-fixture.h"
#include "test-utils.h"

static void
test_as_address (TaggerFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");
  g_autofree char *body = NULL;

  tagger_serve_picture (self, "/a.jpg", 1);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_nonnull (surmise_picture_get_prepared (picture));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  g_assert_cmpstr (tagger_fixture_how_sent (self, 1), ==, "url");
  body = mock_request_dup_body (mock_server_get_request (self->server, 1));
  g_assert_nonnull (strstr (body, "/a.jpg\""));
}

/* The website hears nothing of the account. */
static void
test_no_token (TaggerFixture *self,
               gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  tagger_serve_picture (self, "/a.jpg", 1);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_null (mock_request_get_header (mock_server_get_request (self->server, 0), "Authorization"));
}

static void
assert_bytes_after (TaggerFixture *self,
                    int            code)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");
  g_autofree char *body = g_strdup_printf ("{\"status\":{\"code\":10020},\"outputs\":[{\"status\":{\"code\":%d}}]}", code);

  tagger_serve_picture (self, "/a.jpg", 1);
  mock_server_reply (self->server, "POST", TAGGER_PATH, 400, body);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
  g_assert_cmpstr (tagger_fixture_how_sent (self, 1), ==, "url");
  g_assert_cmpstr (tagger_fixture_how_sent (self, 2), ==, "base64");
}

static void
test_not_fetched (TaggerFixture *self,
                  gconstpointer  data)
{
  assert_bytes_after (self, 30002);
}

static gboolean
has_second (gpointer picture)
{
  return surmise_picture_get_second_output (picture) != NULL;
}

/* A second language that has to be asked for again, with the bytes, is still none of the requests that count. */
static void
test_second_with_bytes (TaggerFixture *self,
                        gconstpointer  data)
{
  const SurmiseQuestionFacts facts = { .language = "en", .second_language = "de" };
  g_autoptr(SurmiseQuestion) question = surmise_question_new (self->model, &facts);
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");
  g_autoptr(SurmisePicture) later = tagger_picture_new (0x00ff00);

  surmise_tagger_set_max_requests (self->tagger, 1);
  tagger_serve_picture (self, "/a.jpg", 1);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_refuse (self, 400, 30002);
  tagger_fixture_answer (self, TAGGER_PATH, "Eule");
  surmise_tagger_ask_question (self->tagger, picture, self->account, question);
  test_wait_until (has_second, picture);
  tagger_assert_done (picture, "owl");
  g_assert_cmpstr (tagger_fixture_how_sent (self, 2), ==, "url");
  g_assert_cmpstr (tagger_fixture_how_sent (self, 3), ==, "base64");

  tagger_ask (self, later);
  tagger_wait (later);
  tagger_assert_done (later, "Eule");
}

static void
test_address_refused (TaggerFixture *self,
                      gconstpointer  data)
{
  assert_bytes_after (self, 30106);
}

/* Bytes that fail as well are the end of it. */
static void
test_bytes_fail_too (TaggerFixture *self,
                     gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  tagger_serve_picture (self, "/a.jpg", 1);
  mock_server_reply (self->server, "POST", TAGGER_PATH, 400,
                     "{\"status\":{\"code\":10020},\"outputs\":[{\"status\":{\"code\":30002}}]}");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_error (surmise_picture_get_error (picture), CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
}

static void
test_turned (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  tagger_serve_picture (self, "/a.jpg", 6);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  g_assert_cmpstr (tagger_fixture_how_sent (self, 1), ==, "base64");
}

static void
test_no_preview (TaggerFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  mock_server_reply (self->server, "GET", "/a.jpg", 403, "");
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_null (surmise_picture_get_prepared (picture));
}

static void
test_nobody_can (TaggerFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  mock_server_reply (self->server, "GET", "/a.jpg", 404, "");
  mock_server_reply (self->server, "POST", TAGGER_PATH, 400,
                     "{\"status\":{\"code\":10020},\"outputs\":[{\"status\":{\"code\":30002}}]}");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_error (surmise_picture_get_error (picture), SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS);
}

/* A model's own failure is not put down to the missing preview. */
static void
test_model_fails (TaggerFixture *self,
                  gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  mock_server_reply (self->server, "GET", "/a.jpg", 404, "");
  mock_server_reply (self->server, "POST", TAGGER_PATH, 200,
                     "{\"status\":{\"code\":10010},\"outputs\":[{\"status\":{\"code\":21313}}]}");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_error (surmise_picture_get_error (picture), CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_FAILED);
}

static void
assert_not_asked (TaggerFixture  *self,
                  SurmisePicture *picture,
                  GQuark          domain,
                  int             code)
{
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_error (surmise_picture_get_error (picture), domain, code);
  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    g_assert_cmpstr (mock_server_get_request (self->server, i)->method, ==, "GET");
}

static void
test_page (TaggerFixture *self,
           gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.html");

  mock_server_reply_full (self->server, "GET", "/a.html",
                          &(MockReply) { .status = 200, .content_type = "text/html", .body = "<html>" });
  assert_not_asked (self, picture, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE);
}

static void
test_no_picture (TaggerFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");

  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .body = "no picture" });
  assert_not_asked (self, picture, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
}

static void
test_private (TaggerFixture *self,
              gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_address ("http://192.168.0.1/a.jpg", NULL);

  assert_not_asked (self, picture, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
}

static void
test_cancel_fetching (TaggerFixture *self,
                      gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");
  g_autoptr(SurmisePicture) later = tagger_picture_new (0xff0000);

  tagger_serve_picture (self, "/a.jpg", 1);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_allow (self, 0);
  tagger_ask (self, picture);
  tagger_fixture_await (self, 1);
  surmise_tagger_cancel (self->tagger, picture);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_ask (self, later);
  tagger_wait (later);

  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
  g_assert_null (surmise_picture_get_prepared (picture));
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

/* The demo fetches nothing, and so gets bytes. */
static void
test_demo (TaggerFixture *self,
           gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_at (self, "/a.jpg");
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("demo", "on-device", "color-recognition", NULL);

  tagger_serve_picture (self, "/a.jpg", 1);
  surmise_tagger_ask (self->tagger, picture, surmise_account_list_get_demo (self->accounts, NULL), model);
  tagger_wait (picture);

  g_assert_no_error (surmise_picture_get_error (picture));
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_DONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/tagger-address/" path, TaggerFixture, NULL, tagger_fixture_set_up, func, tagger_fixture_tear_down)
  ADD ("sent-as-address", test_as_address);
  ADD ("website-gets-no-token", test_no_token);
  ADD ("bytes/where-not-fetched", test_not_fetched);
  ADD ("bytes/in-the-second-language", test_second_with_bytes);
  ADD ("bytes/where-refused", test_address_refused);
  ADD ("bytes/fail-too", test_bytes_fail_too);
  ADD ("bytes/at-once-where-turned", test_turned);
  ADD ("bytes/for-the-demo", test_demo);
  ADD ("no-preview", test_no_preview);
  ADD ("nobody-can-fetch", test_nobody_can);
  ADD ("model-fails", test_model_fails);
  ADD ("not-asked/page", test_page);
  ADD ("not-asked/no-picture", test_no_picture);
  ADD ("not-asked/private", test_private);
  ADD ("cancel-fetching", test_cancel_fetching);

  return g_test_run ();
}
