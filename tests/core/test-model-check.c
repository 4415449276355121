/* test-model-check.c – what is known about a model before it is used
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what a reply looks like in full and how requests are repeated, which is the client's; how it is put in
 * words.
 */
#include "config.h"

#include <string.h>

#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "mock-server.h"
#include "surmise-account-private.h"
#include "surmise-model-check.h"
#include "test-utils.h"

#define MODEL_PATH "/v2/users/ada/apps/lab/models/birds"
#define TYPE_PATH  "/v2/users/clarifai/apps/main/models/types/visual-classifier"
#define OK         "{\"status\":{\"code\":10000,\"description\":\"Ok\"}"
#define TOKEN      "0123456789abcdef0123456789abcdef"

typedef struct
{
  MockServer       *server;
  SurmiseAccount   *account;
  ClarifaiModelRef *ref;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  self->account = _surmise_account_new (session, "id", mock_server_get_base (self->server),
                                        SURMISE_ACCOUNT_PLACE_SESSION, &error);
  g_assert_no_error (error);
  _surmise_account_take_token (self->account, surmise_token_copy (TOKEN));
  self->ref = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->ref);
  g_clear_object (&self->account);
  g_clear_object (&self->server);
}

static void
reply_model (Fixture    *self,
             const char *rest)
{
  g_autofree char *body = g_strdup_printf (OK ",\"model\":{\"id\":\"birds\",\"name\":\"Birds\",\"user_id\":\"ada\","
                                           "\"app_id\":\"lab\",\"description\":\"Knows birds.\"%s}}", rest);

  mock_server_reply (self->server, "GET", MODEL_PATH, 200, body);
}

static void
reply_type (Fixture    *self,
            const char *input_fields)
{
  g_autofree char *body = g_strdup_printf (OK ",\"model_type\":{\"id\":\"visual-classifier\",\"title\":\"Visual Classifier\","
                                           "\"input_fields\":%s,\"output_fields\":[\"concepts\"]}}", input_fields);

  mock_server_reply (self->server, "GET", TYPE_PATH, 200, body);
}

static SurmiseModelCheck *
check (Fixture       *self,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_model_check_async (self->account, self->ref, cancellable, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_model_check_finish (self->account, result, error);
}

static void
assert_verdict (Fixture             *self,
                SurmiseModelVerdict  verdict)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = check (self, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  g_assert_cmpint (surmise_model_check_get_verdict (result), ==, verdict);
}

#define TRAINED    ",\"model_type_id\":\"visual-classifier\",\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21100}}"
#define TRAINING   ",\"model_type_id\":\"visual-classifier\",\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21101}}"
#define TYPELESS   ",\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21100}}"
#define SIGNED_FOR(type)                                                                                                \
  ",\"model_type_id\":\"visual-classifier\",\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21100},"              \
  "\"method_signatures\":[{\"name\":\"predict\",\"input_fields\":[{\"name\":\"it\",\"type\":\"" type "\"}]}]}"

static void
test_usable (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  reply_model (self, TRAINED);
  reply_type (self, "[\"image\"]");
  result = check (self, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (surmise_model_check_get_verdict (result), ==, SURMISE_MODEL_VERDICT_USABLE);
  g_assert_cmpstr (clarifai_model_get_name (surmise_model_check_get_model (result)), ==, "Birds");
  g_assert_cmpstr (clarifai_model_get_description (surmise_model_check_get_model (result)), ==, "Knows birds.");
  g_assert_cmpstr (clarifai_model_type_get_title (surmise_model_check_get_kind (result)), ==, "Visual Classifier");
  g_assert_true (surmise_model_verdict_may_be_used (surmise_model_check_get_verdict (result)));

  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  g_assert_cmpstr (mock_server_get_request (self->server, 0)->path, ==, MODEL_PATH);
  g_assert_cmpstr (mock_server_get_request (self->server, 1)->path, ==, TYPE_PATH);
  g_assert_cmpstr (mock_request_get_header (mock_server_get_request (self->server, 0), "Authorization"), ==, "Key " TOKEN);
}

/* Whoever asks for no version goes on getting the latest. */
static void
test_keeps_the_reference (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(SurmiseModelCheck) result = NULL;

  reply_model (self, TRAINED);
  reply_type (self, "[\"image\"]");
  result = check (self, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_null (clarifai_model_ref_get_version_id (surmise_model_check_get_ref (result)));
}

static void
test_version (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(SurmiseModelCheck) result = NULL;

  g_clear_object (&self->ref);
  self->ref = clarifai_model_ref_new ("ada", "lab", "birds", "v0");
  reply_model (self, TRAINED);
  mock_server_reply (self->server, "GET", MODEL_PATH "/versions/v0", 200,
                     OK ",\"model_version\":{\"id\":\"v0\",\"status\":{\"code\":21101}}}");
  reply_type (self, "[\"image\"]");
  result = check (self, NULL, NULL);

  g_assert_nonnull (result);
  g_assert_cmpint (surmise_model_check_get_verdict (result), ==, SURMISE_MODEL_VERDICT_NOT_TRAINED);
  g_assert_cmpstr (mock_server_get_request (self->server, 1)->path, ==, MODEL_PATH "/versions/v0");
  g_assert_cmpstr (clarifai_model_ref_get_version_id (surmise_model_check_get_ref (result)), ==, "v0");
}

static void
test_not_found (Fixture       *self,
                gconstpointer  data)
{
  mock_server_reply (self->server, "GET", MODEL_PATH, 404,
                     "{\"status\":{\"code\":21200,\"description\":\"Model does not exist\"}}");
  assert_verdict (self, SURMISE_MODEL_VERDICT_NOT_FOUND);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_no_such_user (Fixture       *self,
                   gconstpointer  data)
{
  mock_server_reply (self->server, "GET", MODEL_PATH, 404,
                     "{\"status\":{\"code\":11101,\"description\":\"No such user\"}}");
  assert_verdict (self, SURMISE_MODEL_VERDICT_NOT_FOUND);
}

static void
test_denied (Fixture       *self,
             gconstpointer  data)
{
  mock_server_reply (self->server, "GET", MODEL_PATH, 403,
                     "{\"status\":{\"code\":21201,\"description\":\"Permission denied\"}}");
  assert_verdict (self, SURMISE_MODEL_VERDICT_DENIED);
}

static void
test_not_trained (Fixture       *self,
                  gconstpointer  data)
{
  reply_model (self, TRAINING);
  reply_type (self, "[\"image\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_NOT_TRAINED);
}

static void
test_takes_no_images (Fixture       *self,
                      gconstpointer  data)
{
  reply_model (self, TRAINED);
  reply_type (self, "[\"audio\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES);
}

/* What can never work is said before what does not work yet. */
static void
test_takes_no_images_in_training (Fixture       *self,
                                  gconstpointer  data)
{
  reply_model (self, TRAINING);
  reply_type (self, "[\"audio\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES);
}

static void
test_wants_words (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  reply_model (self, TRAINED);
  reply_type (self, "[\"text\"]");
  result = check (self, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (surmise_model_check_wants_words (result));
}

static void
test_wants_no_words (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  reply_model (self, SIGNED_FOR ("IMAGE"));
  reply_type (self, "[\"text\"]");
  result = check (self, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (surmise_model_check_wants_words (result));
}

static void
test_signature_before_type (Fixture       *self,
                            gconstpointer  data)
{
  reply_model (self, SIGNED_FOR ("STR"));
  reply_type (self, "[\"image\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_TAKES_WORDS);
}

static void
test_takes_words (Fixture       *self,
                  gconstpointer  data)
{
  reply_model (self, TRAINED);
  reply_type (self, "[\"text\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_TAKES_WORDS);
}

static void
test_signature_takes_images (Fixture       *self,
                             gconstpointer  data)
{
  reply_model (self, SIGNED_FOR ("IMAGE"));
  reply_type (self, "[\"text\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_USABLE);
}

static void
test_type_says_nothing (Fixture       *self,
                        gconstpointer  data)
{
  reply_model (self, TRAINED);
  reply_type (self, "[]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_UNKNOWN_INPUT);
}

/* The mock server knows no such path, neither the long nor the short one. */
static void
test_type_unknown (Fixture       *self,
                   gconstpointer  data)
{
  reply_model (self, TRAINED);
  assert_verdict (self, SURMISE_MODEL_VERDICT_UNKNOWN_INPUT);
}

static void
test_no_type (Fixture       *self,
              gconstpointer  data)
{
  reply_model (self, TYPELESS);
  assert_verdict (self, SURMISE_MODEL_VERDICT_UNKNOWN_INPUT);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_token_refused (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  mock_server_reply (self->server, "GET", MODEL_PATH, 401,
                     "{\"status\":{\"code\":11009,\"description\":\"API key not found\",\"details\":\"invalid key(" TOKEN ")\"}}");
  result = check (self, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_null (strstr (error->message, TOKEN));
}

static void
test_token_gone (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  _surmise_account_take_token (self->account, NULL);
  result = check (self, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_bad_reply (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) result = NULL;

  mock_server_reply (self->server, "GET", MODEL_PATH, 200, "<html>Sign in to the hotel</html>");
  result = check (self, NULL, &error);

  g_assert_null (result);
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseModelCheck) answer = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", MODEL_PATH, &slow);
  surmise_model_check_async (self->account, self->ref, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 1);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  answer = surmise_model_check_finish (self->account, result, &error);

  g_assert_null (answer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cancelled while the type is asked for, which may fail otherwise. */
static void
test_cancelled_at_type (Fixture       *self,
                        gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseModelCheck) answer = NULL;
  g_autoptr(GError) error = NULL;

  reply_model (self, TRAINED);
  mock_server_reply_full (self->server, "GET", TYPE_PATH, &slow);
  surmise_model_check_async (self->account, self->ref, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 2);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);
  answer = surmise_model_check_finish (self->account, result, &error);

  g_assert_null (answer);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_type_once (Fixture       *self,
                gconstpointer  data)
{
  reply_model (self, TRAINED);
  reply_type (self, "[\"image\"]");
  assert_verdict (self, SURMISE_MODEL_VERDICT_USABLE);
  assert_verdict (self, SURMISE_MODEL_VERDICT_USABLE);

  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
  g_assert_cmpstr (mock_server_get_request (self->server, 2)->path, ==, MODEL_PATH);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/model-check/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("usable", test_usable);
  ADD ("keeps-the-reference", test_keeps_the_reference);
  ADD ("version", test_version);
  ADD ("not-found", test_not_found);
  ADD ("no-such-user", test_no_such_user);
  ADD ("denied", test_denied);
  ADD ("not-trained", test_not_trained);
  ADD ("takes-no-images", test_takes_no_images);
  ADD ("takes-no-images-in-training", test_takes_no_images_in_training);
  ADD ("takes-words", test_takes_words);
  ADD ("wants-words", test_wants_words);
  ADD ("wants-no-words", test_wants_no_words);
  ADD ("signature-before-type", test_signature_before_type);
  ADD ("signature-takes-images", test_signature_takes_images);
  ADD ("type-says-nothing", test_type_says_nothing);
  ADD ("type-unknown", test_type_unknown);
  ADD ("no-type", test_no_type);
  ADD ("token-refused", test_token_refused);
  ADD ("token-gone", test_token_gone);
  ADD ("bad-reply", test_bad_reply);
  ADD ("cancelled", test_cancelled);
  ADD ("cancelled-at-type", test_cancelled_at_type);
  ADD ("type-once", test_type_once);
#undef ADD

  return g_test_run ();
}
