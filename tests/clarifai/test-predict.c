/* test-predict.c – which input gets which answer, and which is asked about again
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: what the outputs hold, which test-decode.c looks at.
 */
#include "config.h"

#include <string.h>

#include "clarifai-session.h"
#include "client-fixture.h"

#define GOOD_STATUS "\"status\":{\"code\":10000}"
#define GOOD_OUTPUT "{" GOOD_STATUS ",\"data\":" GOOD_DATA "}"
#define BAD_OUTPUT(code) "{\"status\":{\"code\":" #code ",\"description\":\"d" #code "\"}}"

static void
reply (Fixture    *self,
       guint       status,
       const char *body)
{
  mock_server_reply (self->server, "POST", PREDICT_PATH, status, body);
}

static void
reply_good (Fixture *self)
{
  mock_server_reply_full (self->server, "POST", PREDICT_PATH,
                          &(MockReply) { .status = 200, .each_input = GOOD_DATA });
}

static void
add_inputs (Fixture *self,
            guint    n)
{
  for (guint i = 0; i < n; i++)
    fixture_add_bytes (self, "x");
}

/* The ids of the inputs of a request, joined. */
static char *
get_ids (Fixture *self,
         guint    request)
{
  g_autoptr(JsonNode) node = mock_request_parse_body (mock_server_get_request (self->server, request));
  JsonArray *inputs = json_object_get_array_member (json_node_get_object (node), "inputs");
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (inputs); i++)
    {
      JsonObject *input = json_array_get_object_element (inputs, i);

      g_string_append (ids, json_object_get_string_member (input, "id") + strlen ("input-"));
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_asked (Fixture    *self,
              guint       request,
              const char *expected)
{
  g_autofree char *ids = get_ids (self, request);

  g_assert_cmpstr (ids, ==, expected);
}

static void
test_mixed (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 2);
  mock_server_reply_file (self->server, "POST", PREDICT_PATH, 200, "predict-mixed.json");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_failed (outputs, 1, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpstr (clarifai_output_get_error (get_output (outputs, 1))->message, ==,
                   "Download failed; check URL: 404 Client Error");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_cause_in_output (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 1);
  mock_server_reply_file (self->server, "POST", PREDICT_PATH, 400, "predict-failure-cause-in-output.json");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_failed (outputs, 0, CLARIFAI_ERROR_INPUT_UNSUPPORTED);
  g_assert_cmpstr (clarifai_output_get_error (get_output (outputs, 0))->message, ==,
                   "Input invalid argument: Input has no image");
}

static void
test_single_input_without_outputs (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 1);
  reply (self, 400, "{\"status\":{\"code\":30002,\"description\":\"Cannot read\"},\"outputs\":[]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_failed (outputs, 0, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_missing_argument (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 1);
  reply (self, 400,
         "{\"status\":{\"code\":10020,\"description\":\"Failure\",\"details\":\"Missing argument: prompt\"}}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_failed (outputs, 0, CLARIFAI_ERROR_FAILED);
  g_assert_cmpstr (clarifai_output_get_error (get_output (outputs, 0))->message, ==,
                   "Failure: Missing argument: prompt");
}

static void
test_good_ones_are_asked_again_without_the_bad_one (Fixture       *self,
                                                    gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 3);
  reply (self, 400,
         "{\"status\":{\"code\":10020},\"outputs\":[" BAD_OUTPUT (30002) ","
         BAD_OUTPUT (30104) "," BAD_OUTPUT (30002) "]}");
  reply_good (self);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_failed (outputs, 1, CLARIFAI_ERROR_INPUT_UNSUPPORTED);
  assert_has_dog (outputs, 2);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  assert_asked (self, 0, "012");
  assert_asked (self, 1, "02");
}

static void
test_split_until_the_bad_one_is_alone (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 4);
  reply (self, 400, "{\"status\":{\"code\":10020},\"outputs\":[" BAD_OUTPUT (30002) "," BAD_OUTPUT (30002) ","
                    BAD_OUTPUT (30002) "," BAD_OUTPUT (30002) "]}");
  reply_good (self);
  reply (self, 400,
         "{\"status\":{\"code\":10020},\"outputs\":[" BAD_OUTPUT (30002) "," BAD_OUTPUT (30002) "]}");
  reply (self, 400, "{\"status\":{\"code\":10020},\"outputs\":[" BAD_OUTPUT (30002) "]}");
  reply_good (self);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_has_dog (outputs, 1);
  assert_failed (outputs, 2, CLARIFAI_ERROR_INPUT_FAILED);
  assert_has_dog (outputs, 3);
  assert_asked (self, 0, "0123");
  assert_asked (self, 1, "01");
  assert_asked (self, 2, "23");
  assert_asked (self, 3, "2");
  assert_asked (self, 4, "3");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 5);
}

static void
test_refused_batch_without_outputs_is_split (Fixture       *self,
                                             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 2);
  reply (self, 413, "<html>Request Entity Too Large</html>");
  reply_good (self);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_has_dog (outputs, 1);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
}

static void
test_too_large_reply_is_split (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *large = g_strnfill (5000, ' ');
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  g_object_set (self->client, "max-reply-bytes", 4000, NULL);
  add_inputs (self, 2);
  reply (self, 200, large);
  reply_good (self);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_has_dog (outputs, 1);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
}

static void
test_too_large_reply_to_one (Fixture       *self,
                             gconstpointer  data)
{
  g_autofree char *large = g_strnfill (5000, ' ');
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  g_object_set (self->client, "max-reply-bytes", 4000, NULL);
  add_inputs (self, 1);
  reply (self, 200, large);
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_failed (outputs, 0, CLARIFAI_ERROR_REPLY_TOO_LARGE);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_small_reply_that_unpacks_to_a_large_one (Fixture       *self,
                                              gconstpointer  data)
{
  g_autofree char *large = g_strnfill (1000000, ' ');
  g_autoptr(GConverter) gzip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data (large, 1000000, NULL);
  g_autoptr(GInputStream) packed = g_converter_input_stream_new (plain, gzip);
  g_autoptr(GError) error = NULL;
  g_autofree char *buffer = g_malloc (100000);
  g_autoptr(GBytes) bytes = NULL;
  gsize length;
  const char *headers[] = { "Content-Encoding", "gzip", NULL };

  g_input_stream_read_all (packed, buffer, 100000, &length, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, <, 10000);
  bytes = g_bytes_new (buffer, length);
  g_object_set (self->client, "max-reply-bytes", 500000, NULL);
  mock_server_reply_full (self->server, "GET", "/v2/users/me",
                          &(MockReply) { .status = 200, .bytes = bytes, .headers = headers });
  g_assert_null (get_me (self, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE);
}

static void
test_large_replies_where_asked_for (Fixture       *self,
                                    gconstpointer  data)
{
  ClarifaiOutputConfig config = { .large_reply = TRUE };
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GListModel) outputs = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *blanks = g_strnfill (1000000, ' ');
  g_autofree char *body = g_strconcat ("{" GOOD_STATUS ",\"outputs\":[" GOOD_OUTPUT "]", blanks, "}", NULL);

  g_object_set (self->client, "max-reply-bytes", 4000, NULL);
  add_inputs (self, 1);
  reply (self, 200, body);
  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), &config, TOKEN, NULL, NULL,
                                 NULL, test_catch_result, &result);
  outputs = clarifai_client_predict_finish (self->client, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
}

static void
test_fewer_outputs_than_inputs (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 3);
  reply (self, 200, "{" GOOD_STATUS ",\"outputs\":[" GOOD_OUTPUT "]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 3);
  assert_has_dog (outputs, 0);
  assert_failed (outputs, 1, CLARIFAI_ERROR_BAD_REPLY);
  assert_failed (outputs, 2, CLARIFAI_ERROR_BAD_REPLY);
}

static void
test_more_outputs_than_inputs (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 1);
  reply (self, 200, "{" GOOD_STATUS ",\"outputs\":[" GOOD_OUTPUT "," GOOD_OUTPUT "]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, 1);
  assert_has_dog (outputs, 0);
}

#define NAMED(id, name) \
  "{" GOOD_STATUS ",\"input\":{\"id\":\"" id "\"},\"data\":{\"concepts\":[{\"name\":\"" name "\",\"value\":1}]}}"

static const char *
get_name (GListModel *outputs,
          guint       i)
{
  return clarifai_concept_get_name (clarifai_output_get_best (get_output (outputs, i)));
}

static void
test_paired_by_known_ids (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 2);
  reply (self, 200,
         "{" GOOD_STATUS ",\"outputs\":[" NAMED ("input-1", "second") "," NAMED ("input-0", "first") "]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (outputs, 0), ==, "first");
  g_assert_cmpstr (get_name (outputs, 1), ==, "second");
}

static void
test_paired_by_order (Fixture       *self,
                      gconstpointer  data)
{
  const char *bodies[] = {
    "{" GOOD_STATUS ",\"outputs\":[" NAMED ("invented", "first") "," NAMED ("other", "second") "]}",
    "{" GOOD_STATUS ",\"outputs\":[" NAMED ("input-1", "first") "," NAMED ("input-1", "second") "]}",
    "{" GOOD_STATUS ",\"outputs\":[" NAMED ("input-1", "first") "," NAMED ("other", "second") "]}",
  };

  add_inputs (self, 2);
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GListModel) outputs = NULL;

      mock_server_clear (self->server);
      reply (self, 200, bodies[i]);
      outputs = predict (self, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (get_name (outputs, 0), ==, "first");
      g_assert_cmpstr (get_name (outputs, 1), ==, "second");
    }
}

static void
test_whole_call_errors (Fixture       *self,
                        gconstpointer  data)
{
  const struct {
    const char    *body;
    ClarifaiError  code;
  } cases[] = {
    { "{\"status\":{\"code\":11009},\"outputs\":[]}", CLARIFAI_ERROR_TOKEN_REFUSED },
    { "{\"status\":{\"code\":11008},\"outputs\":[]}", CLARIFAI_ERROR_KEY_INVALID },
    { "{\"status\":{\"code\":11004}}", CLARIFAI_ERROR_QUOTA },
    { "{\"status\":{\"code\":11000}}", CLARIFAI_ERROR_ACCOUNT },
    { "{\"status\":{\"code\":21200},\"outputs\":[]}", CLARIFAI_ERROR_MODEL_NOT_FOUND },
    { "{\"status\":{\"code\":21201}}", CLARIFAI_ERROR_MODEL_DENIED },
    { "{\"status\":{\"code\":21353}}", CLARIFAI_ERROR_MODEL_NOT_DEPLOYED },
    { "{\"status\":{\"code\":21313}}", CLARIFAI_ERROR_MODEL_FAILED },
    { "{\"status\":{\"code\":21202}}", CLARIFAI_ERROR_INVALID_REQUEST },
    { "{\"status\":{\"code\":50001}}", CLARIFAI_ERROR_CONSENT },
    { "{\"status\":{\"code\":10020},\"outputs\":[" BAD_OUTPUT (21353) "," BAD_OUTPUT (21353) "]}",
      CLARIFAI_ERROR_MODEL_NOT_DEPLOYED },
    { "<html>", CLARIFAI_ERROR_BAD_REPLY },
    { "{}", CLARIFAI_ERROR_BAD_REPLY },
  };

  add_inputs (self, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      mock_server_clear (self->server);
      reply (self, 200, cases[i].body);
      g_assert_null (predict (self, &error));
      g_assert_error (error, CLARIFAI_ERROR, (int) cases[i].code);
    }
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, G_N_ELEMENTS (cases));
}

static void
test_what_was_answered_is_kept (Fixture       *self,
                                gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 130);
  reply_good (self);
  reply (self, 200, "{\"status\":{\"code\":11004,\"description\":\"Over the limit\"}}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 127);
  assert_failed (outputs, 128, CLARIFAI_ERROR_QUOTA);
  assert_failed (outputs, 129, CLARIFAI_ERROR_QUOTA);
}

static void
test_single_outputs_that_may_pass (Fixture       *self,
                                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 3);
  reply (self, 200,
         "{\"status\":{\"code\":10010},\"outputs\":[" GOOD_OUTPUT ","
         BAD_OUTPUT (30001) "," BAD_OUTPUT (39996) "]}");
  reply (self, 200, "{\"status\":{\"code\":10010},\"outputs\":[" GOOD_OUTPUT "," BAD_OUTPUT (39996) "]}");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  assert_has_dog (outputs, 0);
  assert_has_dog (outputs, 1);
  assert_failed (outputs, 2, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  assert_asked (self, 1, "12");
}

static void
test_wrong_types (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = NULL;

  add_inputs (self, 4);
  mock_server_reply_file (self->server, "POST", PREDICT_PATH, 200, "wrong-types.json");
  outputs = predict (self, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++)
    g_assert_null (clarifai_output_get_error (get_output (outputs, i)));
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_output_get_concepts (get_output (outputs, 0))), ==, 0);
  g_assert_cmpstr (get_name (outputs, 1), ==, "kept");
}

static void
note_thread (gpointer  data,
             GObject  *where_it_was)
{
  g_atomic_pointer_set ((GThread **) data, g_thread_self ());
}

static gboolean
is_noted (gpointer data)
{
  return g_atomic_pointer_get ((GThread **) data) != NULL;
}

/* A client belongs to the thread that uses it, and so does its end: also while a body is still being made. */
static void
test_client_ends_where_it_lived (Fixture       *self,
                                 gconstpointer  data)
{
  const gsize size = 64 * 1024 * 1024;
  g_autoptr(GBytes) picture = g_bytes_new_take (g_malloc0 (size), size);
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_bytes (picture);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SoupSession) session = clarifai_session_new ();
  ClarifaiClient *client = clarifai_client_new (session, mock_server_get_base (self->server), NULL);
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);
  GThread *ended_in = NULL;

  g_list_store_append (self->inputs, input);
  g_object_weak_ref (G_OBJECT (client), note_thread, &ended_in);
  clarifai_client_predict_async (client, model, G_LIST_MODEL (self->inputs), NULL, TOKEN, cancellable, NULL,
                                 NULL, test_catch_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (clarifai_client_predict_finish (client, test_wait_for_result (&result), NULL));
  g_clear_object (&client);
  g_clear_object (&result);
  test_wait_until (is_noted, &ended_in);
  g_assert_true (ended_in == g_thread_self ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/predict/mixed", test_mixed);
  add_test ("/predict/cause-in-output", test_cause_in_output);
  add_test ("/predict/single-input-without-outputs", test_single_input_without_outputs);
  add_test ("/predict/missing-argument", test_missing_argument);
  add_test ("/predict/good-ones-are-asked-again-without-the-bad-one",
            test_good_ones_are_asked_again_without_the_bad_one);
  add_test ("/predict/split-until-the-bad-one-is-alone", test_split_until_the_bad_one_is_alone);
  add_test ("/predict/refused-batch-without-outputs-is-split", test_refused_batch_without_outputs_is_split);
  add_test ("/predict/too-large-reply-is-split", test_too_large_reply_is_split);
  add_test ("/predict/too-large-reply-to-one", test_too_large_reply_to_one);
  add_test ("/predict/small-reply-that-unpacks-to-a-large-one", test_small_reply_that_unpacks_to_a_large_one);
  add_test ("/predict/large-replies-where-asked-for", test_large_replies_where_asked_for);
  add_test ("/predict/fewer-outputs-than-inputs", test_fewer_outputs_than_inputs);
  add_test ("/predict/more-outputs-than-inputs", test_more_outputs_than_inputs);
  add_test ("/predict/paired-by-known-ids", test_paired_by_known_ids);
  add_test ("/predict/paired-by-order", test_paired_by_order);
  add_test ("/predict/whole-call-errors", test_whole_call_errors);
  add_test ("/predict/what-was-answered-is-kept", test_what_was_answered_is_kept);
  add_test ("/predict/single-outputs-that-may-pass", test_single_outputs_that_may_pass);
  add_test ("/predict/wrong-types", test_wrong_types);
  add_test ("/predict/client-ends-where-it-lived", test_client_ends_where_it_lived);

  return g_test_run ();
}
