/* test-client.c – what goes over the wire, and what comes of the answers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: TLS and HTTP/2, which need a server of another kind.
 */
#include "config.h"

#include <string.h>

#include "client-fixture.h"
#include "clarifai-model.h"
#include "clarifai-user.h"

static void
test_request (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiUser) user = NULL;
  const MockRequest *request;

  mock_server_reply_file (self->server, "GET", "/v2/users/me", 200, "user.json");
  user = get_me (self, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_user_get_id (user), ==, "ada");
  g_assert_cmpstr (clarifai_user_get_name (user), ==, "Ada Example");

  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
  request = mock_server_get_request (self->server, 0);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (request->path, ==, "/v2/users/me");
  g_assert_null (request->query);
  g_assert_cmpstr (mock_request_get_header (request, "Authorization"), ==, "Key " TOKEN);
  g_assert_cmpstr (mock_request_get_header (request, "User-Agent"), ==, "Surmise/" PACKAGE_VERSION);
  g_assert_cmpstr (mock_request_get_header (request, "Accept"), ==, "application/json");
  g_assert_cmpstr (mock_request_get_header (request, "X-Clarifai-Request-ID-Prefix"), ==,
                   "surmise-" PACKAGE_VERSION);
  g_assert_null (mock_request_get_header (request, "Cookie"));
  g_assert_cmpuint (g_bytes_get_size (request->body), ==, 0);
}

static void
test_predict_body (Fixture       *self,
                   gconstpointer  data)
{
  ClarifaiOutputConfig config = { .max_concepts = 200, .min_value = 0.25, .language = "zh" };
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(ClarifaiInput) address = clarifai_input_new_for_address ("https://example.com/a\"b\\c.jpg?x=é");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *body = NULL;
  const MockRequest *request;

  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  fixture_add_bytes (self,
                     "picture bytes that are long enough to be more than one line "
                     "of base64, were it broken into lines");
  g_list_store_append (self->inputs, address);
  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), &config, TOKEN, NULL, NULL,
                                 NULL, test_catch_result, &result);
  outputs = clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 2);

  request = mock_server_get_request (self->server, 0);
  g_assert_cmpstr (request->method, ==, "POST");
  g_assert_cmpstr (mock_request_get_header (request, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (mock_request_get_header (request, "Authorization"), ==, "Key " TOKEN);
  body = mock_request_dup_body (request);
  g_assert_cmpstr (body, ==,
                   "{\"inputs\":["
                   "{\"id\":\"input-0\",\"data\":{\"image\":{\"base64\":\""
                   "cGljdHVyZSBieXRlcyB0aGF0IGFyZSBsb25nIGVub3VnaCB0byBiZSBtb3JlIHRoYW4g"
                   "b25lIGxpbmUgb2YgYmFzZTY0LCB3ZXJlIGl0IGJyb2tlbiBpbnRvIGxpbmVz"
                   "\"}}},"
                   "{\"id\":\"input-1\",\"data\":{\"image\":{\"url\":\"https://example.com/a\\\"b\\\\c.jpg?x=é\"}}}],"
                   "\"model\":{\"model_version\":{\"output_info\":{\"output_config\":"
                   "{\"max_concepts\":200,\"min_value\":0.25,\"language\":\"zh\"}}}}}");
}

static void
test_predict_pinned_version (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u r", "a/p", "m", "v1");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "POST", "/v2/users/u%20r/apps/a%2Fp/models/m/versions/v1/outputs",
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  fixture_add_bytes (self, "x");
  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), NULL, TOKEN, NULL, NULL,
                                 NULL, test_catch_result, &result);
  outputs = clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
}

static void
test_predict_nothing (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = predict (self, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_predict_more_than_a_request_holds (Fixture       *self,
                                        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  for (guint i = 0; i < 130; i++)
    fixture_add_bytes (self, "x");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 130);
  assert_has_dog (outputs, 129);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

static void
test_predict_large_body (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *text = g_strnfill (3 * 1024 * 1024 + 1, 'x');
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autofree char *encoded = g_base64_encode ((guchar *) text, strlen (text));
  g_autofree char *body = NULL;

  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
  fixture_add_bytes (self, text);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  body = mock_request_dup_body (mock_server_get_request (self->server, 0));
  g_assert_nonnull (strstr (body, encoded));
}

static void
test_organizations (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) list = NULL;
  g_autoptr(ClarifaiUser) first = NULL;
  g_autoptr(ClarifaiUser) second = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_file (self->server, "GET", "/v2/users/ada/organizations", 200, "organizations.json");
  clarifai_client_list_organizations_async (self->client, "ada", TOKEN, NULL, test_catch_result, &result);
  list = clarifai_client_list_organizations_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (clarifai_user_get_id (first), ==, "acme");
  g_assert_cmpstr (clarifai_user_get_name (first), ==, "Acme Inc.");
  second = g_list_model_get_item (list, 1);
  g_assert_cmpstr (clarifai_user_get_name (second), ==, "nameless");
}

static ClarifaiModel *
get_model (Fixture     *self,
           const char  *version,
           GError     **error)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_new ("clarifai", "main", "general-image-recognition",
                                                            version);
  g_autoptr(GAsyncResult) result = NULL;

  clarifai_client_get_model_async (self->client, ref, TOKEN, NULL, test_catch_result, &result);

  return clarifai_client_get_model_finish (self->client, test_wait_for_result (&result), error);
}

#define MODEL_PATH "/v2/users/clarifai/apps/main/models/general-image-recognition"

static void
test_model (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModel) model = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH, 200, "model.json");
  model = get_model (self, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_get_name (model), ==, "Image Recognition");
  g_assert_cmpstr (clarifai_model_get_type_id (model), ==, "visual-classifier");
  g_assert_cmpstr (clarifai_model_get_description (model), ==, "Sees things.");
  g_assert_cmpint (clarifai_model_get_usable (model), ==, CLARIFAI_VERDICT_YES);
  g_assert_cmpint (clarifai_model_get_signature_takes_images (model), ==, CLARIFAI_VERDICT_UNKNOWN);
  g_assert_cmpstr (clarifai_model_ref_get_version_id (clarifai_model_get_ref (model)), ==,
                   "aa7f35c01e0642fda5cf400f543e7c40");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_model_of_a_version (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModel) model = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH, 200, "model.json");
  mock_server_reply_file (self->server, "GET", MODEL_PATH "/versions/older", 200, "model-version.json");
  model = get_model (self, "older", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_get_name (model), ==, "Image Recognition");
  g_assert_cmpstr (clarifai_model_ref_get_version_id (clarifai_model_get_ref (model)), ==, "older");
  g_assert_cmpint (clarifai_model_get_usable (model), ==, CLARIFAI_VERDICT_NO);
  g_assert_cmpint (clarifai_model_get_signature_takes_images (model), ==, CLARIFAI_VERDICT_YES);
}

static void
test_model_of_a_missing_version (Fixture       *self,
                                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModel) model = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH, 200, "model.json");
  model = get_model (self, "gone", &error);
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND);
  g_assert_null (model);
}

static void
test_missing_model (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  mock_server_reply_file (self->server, "GET", MODEL_PATH, 404, "error-model.json");
  g_assert_null (get_model (self, "older", &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Model does not exist");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static ClarifaiModelType *
get_type (Fixture     *self,
          const char  *id,
          GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clarifai_client_get_model_type_async (self->client, id, TOKEN, NULL, test_catch_result, &result);

  return clarifai_client_get_model_type_finish (self->client, test_wait_for_result (&result), error);
}

static void
test_type_is_remembered (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModelType) first = NULL;
  g_autoptr(ClarifaiModelType) second = NULL;

  mock_server_reply_file (self->server, "GET", "/v2/users/clarifai/apps/main/models/types/visual-classifier",
                          200, "model-type.json");
  first = get_type (self, "visual-classifier", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_type_get_title (first), ==, "Visual Classifier");
  g_assert_cmpstr (clarifai_model_type_get_input_fields (first)[0], ==, "image");
  g_assert_cmpstr (clarifai_model_type_get_output_fields (first)[0], ==, "concepts");
  g_assert_cmpint (clarifai_model_type_get_takes_images (first), ==, CLARIFAI_VERDICT_YES);

  second = get_type (self, "visual-classifier", &error);
  g_assert_no_error (error);
  g_assert_true (second == first);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_type_from_the_short_path (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModelType) type = NULL;

  mock_server_reply_file (self->server, "GET", "/v2/models/types/visual-classifier", 200, "model-type.json");
  type = get_type (self, "visual-classifier", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_model_type_get_id (type), ==, "visual-classifier");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

static void
test_type_with_a_refused_token (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  mock_server_reply_file (self->server, "GET", "/v2/users/clarifai/apps/main/models/types/x", 401,
                          "error-key-not-found.json");
  g_assert_null (get_type (self, "x", &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

/* Different replies to users/me, and what becomes of them. */
static void
check_me (Fixture         *self,
          const MockReply *reply,
          ClarifaiError    code)
{
  g_autoptr(GError) error = NULL;

  mock_server_clear (self->server);
  mock_server_reply_full (self->server, "GET", "/v2/users/me", reply);
  g_assert_null (get_me (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, (int) code);
  g_assert_null (strstr (error->message, TOKEN));
}

static void
test_bad_replies (Fixture       *self,
                  gconstpointer  data)
{
  const char *bodies[] = {
    "", "null", "[]", "1", "{", "{}", "{\"status\":null}", "{\"status\":[]}", "{\"status\":{}}",
    "{\"status\":{\"code\":null}}",
    "{\"status\":{\"code\":[]}}", "{\"status\":{\"code\":{}}}", "{\"status\":{\"code\":true}}",
    "{\"status\":{\"code\":10000}}",
    "{\"status\":{\"code\":10000},\"user\":[]}", "{\"status\":{\"code\":10000},\"user\":{\"id\":5}}",
    "\xff\xfe{", "{\"a\":1}trailing",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    check_me (self, &(MockReply) { .status = 200, .body = bodies[i] }, CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_html (Fixture       *self,
           gconstpointer  data)
{
  check_me (self,
            &(MockReply) { .status = 200, .body = "<!doctype html><html><body>Log in</body></html>",
                           .content_type = "text/html" },
            CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_cut (Fixture       *self,
          gconstpointer  data)
{
  check_me (self, &(MockReply) { .status = 200, .body = "{\"status\":{\"code\":10000},", .cut = TRUE },
            CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_grpc_shape (Fixture       *self,
                 gconstpointer  data)
{
  check_me (self,
            &(MockReply) { .status = 404, .body = "{\"code\":5,\"message\":\"Not Found\",\"details\":[]}" },
            CLARIFAI_ERROR_NOT_FOUND);
  check_me (self, &(MockReply) { .status = 200, .body = "{\"code\":16,\"message\":\"who\",\"details\":[]}" },
            CLARIFAI_ERROR_TOKEN_REFUSED);
}

static void
test_deep_nesting (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *bomb = g_strnfill (100000, '[');

  check_me (self, &(MockReply) { .status = 200, .body = bomb }, CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_code_before_http (Fixture       *self,
                       gconstpointer  data)
{
  check_me (self, &(MockReply) { .status = 200, .body = "{\"status\":{\"code\":21200}}" },
            CLARIFAI_ERROR_MODEL_NOT_FOUND);
  check_me (self, &(MockReply) { .status = 500, .body = "{\"status\":{\"code\":\"CONN_KEY_NOT_FOUND\"}}" },
            CLARIFAI_ERROR_TOKEN_REFUSED);
  check_me (self, &(MockReply) { .status = 401, .body = "{\"status\":{\"code\":\"11008\"}}" },
            CLARIFAI_ERROR_KEY_INVALID);
}

static void
test_http_without_code (Fixture       *self,
                        gconstpointer  data)
{
  check_me (self, &(MockReply) { .status = 401, .body = "no" }, CLARIFAI_ERROR_TOKEN_REFUSED);
  check_me (self, &(MockReply) { .status = 404, .body = "<html>" }, CLARIFAI_ERROR_NOT_FOUND);
  check_me (self, &(MockReply) { .status = 500, .body = "" }, CLARIFAI_ERROR_SERVER);
  check_me (self, &(MockReply) { .status = 413, .body = "<html>" }, CLARIFAI_ERROR_INPUT_TOO_LARGE);
  check_me (self, &(MockReply) { .status = 403, .body = "<html>" }, CLARIFAI_ERROR_FAILED);
}

static void
test_refused_tokens (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GBytes) not_found = test_load_data ("error-key-not-found.json");
  g_autoptr(GBytes) invalid = test_load_data ("error-key-invalid.json");

  check_me (self, &(MockReply) { .status = 401, .bytes = not_found }, CLARIFAI_ERROR_TOKEN_REFUSED);
  check_me (self, &(MockReply) { .status = 401, .bytes = invalid }, CLARIFAI_ERROR_KEY_INVALID);
  check_me (self,
            &(MockReply) { .status = 403,
                           .body = "{\"status\":{\"code\":11007,\"description\":\"Insufficient scopes\"}}" },
            CLARIFAI_ERROR_SCOPES);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
}

static void
test_challenge_is_not_answered (Fixture       *self,
                                gconstpointer  data)
{
  const char *headers[] = { "WWW-Authenticate", "Basic realm=\"x\"", NULL };

  check_me (self, &(MockReply) { .status = 401, .body = "", .headers = headers },
            CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_cookies_are_not_kept (Fixture       *self,
                           gconstpointer  data)
{
  const char *headers[] = { "Set-Cookie", "a=b; Path=/", NULL };

  check_me (self, &(MockReply) { .status = 404, .body = "", .headers = headers }, CLARIFAI_ERROR_NOT_FOUND);
  check_me (self, &(MockReply) { .status = 404, .body = "", .headers = headers }, CLARIFAI_ERROR_NOT_FOUND);
  g_assert_null (mock_request_get_header (mock_server_get_request (self->server, 1), "Cookie"));
}

static void
test_redirects (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(MockServer) other = mock_server_new ();
  guint statuses[] = { 301, 302, 303, 307, 308 };
  g_autofree char *target = g_strconcat (mock_server_get_base (other), "/v2/users/me", NULL);
  const char *headers[] = { "Location", target, NULL };

  mock_server_reply_file (other, "GET", "/v2/users/me", 200, "user.json");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      check_me (self,
                &(MockReply) { .status = statuses[i], .body = "{\"status\":{\"code\":10050}}",
                               .headers = headers },
                CLARIFAI_ERROR_REDIRECTED);
      check_me (self,
                &(MockReply) { .status = statuses[i],
                               .body = "{\"status\":{\"code\":10000},\"user\":{\"id\":\"x\"}}",
                               .headers = headers },
                CLARIFAI_ERROR_REDIRECTED);
    }
  check_me (self, &(MockReply) { .status = 200, .body = "{\"status\":{\"code\":10050}}" },
            CLARIFAI_ERROR_REDIRECTED);
  g_assert_cmpuint (mock_server_get_n_requests (other), ==, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 11);
}

static void
test_no_server (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_clear_object (&self->server);
  g_assert_null (get_me (self, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

static void
test_bad_tokens (Fixture       *self,
                 gconstpointer  data)
{
  const char *tokens[] = { "", " ", "a b", "a\r\nX-Evil: 1", "a\n", "tök", "a\tb" };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;

      clarifai_client_get_me_async (self->client, tokens[i], NULL, test_catch_result, &result);
      g_assert_null (clarifai_client_get_me_finish (self->client, test_wait_for_result (&result), &error));
      g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID);
    }
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_session_is_released (Fixture       *self,
                          gconstpointer  data)
{
  SoupSession *session = clarifai_session_new ();
  g_autoptr(ClarifaiClient) client = clarifai_client_new (session, mock_server_get_base (self->server), NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ClarifaiUser) user = NULL;
  gpointer weak = session;

  mock_server_reply_file (self->server, "GET", "/v2/users/me", 200, "user.json");
  clarifai_client_get_me_async (client, TOKEN, NULL, test_catch_result, &result);
  user = clarifai_client_get_me_finish (client, test_wait_for_result (&result), NULL);
  g_assert_nonnull (user);

  g_clear_object (&result);
  g_object_add_weak_pointer (weak, &weak);
  g_clear_object (&client);
  g_clear_object (&session);
  test_wait_until_null (&weak);
}

/* Promises much and says a byte now and then, until nobody listens any more. */
static gboolean
on_run (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  static const char head[] = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n";
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  if (g_output_stream_write_all (stream, head, strlen (head), NULL, NULL, NULL))
    while (g_output_stream_write_all (stream, " ", 1, NULL, NULL, NULL))
      g_usleep (5000);

  return TRUE;
}

static void
test_reply_drips (void)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (1);
  g_autoptr(GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) any_port = g_inet_socket_address_new (address, 0);
  g_autoptr(GSocketAddress) effective = NULL;
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(ClarifaiClient) client = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *base = NULL;

  g_signal_connect (service, "run", G_CALLBACK (on_run), NULL);
  g_socket_listener_add_address (G_SOCKET_LISTENER (service), any_port, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &effective, &error);
  g_assert_no_error (error);
  base = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (effective)));
  client = clarifai_client_new (session, base, &error);
  g_assert_no_error (error);
  g_object_set (client, "max-reply-seconds", 0.2, NULL);

  clarifai_client_get_me_async (client, TOKEN, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  g_assert_null (clarifai_client_get_me_finish (client, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/client/request", test_request);
  add_test ("/client/predict-body", test_predict_body);
  add_test ("/client/predict-pinned-version", test_predict_pinned_version);
  add_test ("/client/predict-nothing", test_predict_nothing);
  add_test ("/client/predict-more-than-a-request-holds", test_predict_more_than_a_request_holds);
  add_test ("/client/predict-large-body", test_predict_large_body);
  add_test ("/client/organizations", test_organizations);
  add_test ("/client/model", test_model);
  add_test ("/client/model-of-a-version", test_model_of_a_version);
  add_test ("/client/model-of-a-missing-version", test_model_of_a_missing_version);
  add_test ("/client/missing-model", test_missing_model);
  add_test ("/client/type-is-remembered", test_type_is_remembered);
  add_test ("/client/type-from-the-short-path", test_type_from_the_short_path);
  add_test ("/client/type-with-a-refused-token", test_type_with_a_refused_token);
  add_test ("/client/bad-replies", test_bad_replies);
  add_test ("/client/html", test_html);
  add_test ("/client/cut", test_cut);
  add_test ("/client/grpc-shape", test_grpc_shape);
  add_test ("/client/deep-nesting", test_deep_nesting);
  add_test ("/client/code-before-http", test_code_before_http);
  add_test ("/client/http-without-code", test_http_without_code);
  add_test ("/client/refused-tokens", test_refused_tokens);
  add_test ("/client/challenge-is-not-answered", test_challenge_is_not_answered);
  add_test ("/client/cookies-are-not-kept", test_cookies_are_not_kept);
  add_test ("/client/redirects", test_redirects);
  add_test ("/client/no-server", test_no_server);
  add_test ("/client/bad-tokens", test_bad_tokens);
  add_test ("/client/session-is-released", test_session_is_released);
  g_test_add_func ("/client/reply-drips", test_reply_drips);

  return g_test_run ();
}
