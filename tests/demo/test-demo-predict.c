/* test-demo-predict.c – predictions: good and bad inputs, limits, and those who leave early
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "demo-client.h"
#include "demo-pictures.h"

#define OUTPUTS DEMO_MODELS "/picture-properties/outputs"
#define URL_INPUT "{\"data\":{\"image\":{\"url\":\"https://pictures.example/a.jpg\"}}}"

/* Requests of which nothing can be answered. */
static const struct {
  const char *name;
  const char *body;
} BROKEN[] = {
  { "no-json", "<html>" },
  { "cut-json", "{\"inputs\":[{\"data\":" },
  { "empty", "" },
  { "array", "[]" },
  { "text", "\"inputs\"" },
  { "no-inputs", "{}" },
  { "null-inputs", "{\"inputs\":null}" },
  { "empty-inputs", "{\"inputs\":[]}" },
  { "inputs-of-another-kind", "{\"inputs\":{\"data\":1}}" },
  { "too-many-concepts",
    "{\"inputs\":[" URL_INPUT "],\"model\":{\"output_info\":{\"output_config\":{\"max_concepts\":201}}}}" },
  { "value-above-one",
    "{\"inputs\":[" URL_INPUT "],\"model\":{\"output_info\":{\"output_config\":{\"min_value\":1.5}}}}" },
  { "concepts-of-another-kind",
    "{\"inputs\":[" URL_INPUT "],\"model\":{\"output_info\":{\"output_config\":{\"max_concepts\":[]}}}}" },
};

/* Inputs that fail alone, and how. */
static const struct {
  const char *name;
  const char *input;
  gint64      status;
} BAD_INPUTS[] = {
  { "url", URL_INPUT, 30002 },
  { "not-a-picture", "{\"data\":{\"image\":{\"base64\":\"bm8gcGljdHVyZQ==\"}}}", 30300 },
  { "not-base64", "{\"data\":{\"image\":{\"base64\":\"???\"}}}", 30300 },
  { "broken-padding", "{\"data\":{\"image\":{\"base64\":\"bm8=bm8=\"}}}", 30300 },
  { "no-image", "{\"data\":{}}", 30104 },
  { "no-data", "{}", 30104 },
  { "number", "7", 30104 },
  { "null", "null", 30104 },
  { "image-of-another-kind", "{\"data\":{\"image\":[1]}}", 30104 },
  { "base64-of-another-kind", "{\"data\":{\"image\":{\"base64\":{\"a\":1}}}}", 30104 },
  { "empty-base64", "{\"data\":{\"image\":{\"base64\":\"\"}}}", 30104 },
};

static void
test_broken (gconstpointer data)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) answer = demo_client_post (client, OUTPUTS, data);

  g_assert_cmpint (demo_status (answer), ==, 11100);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "outputs")), ==, 0);
}

static void
test_deep (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *brackets = g_strnfill (300000, '[');
  g_autofree char *body = g_strconcat ("{\"inputs\":", brackets, NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, OUTPUTS, body);

  g_assert_cmpint (demo_status (answer), ==, 11100);
}

static void
test_bad_input (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *body = demo_request_new (NULL, g_strdup (BAD_INPUTS[i].input), NULL);
  g_autoptr (SoupMessage) message = demo_client_message_new (client, "POST", OUTPUTS, body);
  g_autoptr (JsonObject) answer = demo_client_send (client, message);

  g_assert_cmpuint (soup_message_get_status (message), ==, 400);
  g_assert_cmpint (demo_status (answer), ==, BAD_INPUTS[i].status);
  g_assert_cmpint (demo_output_status (answer, 0), ==, BAD_INPUTS[i].status);
}

static void
test_mixed (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (40, 40, demo_paint_red);
  g_autofree char *body = demo_request_new (NULL, demo_input_new (picture),
                                            g_strdup (BAD_INPUTS[1].input), demo_input_new (picture), NULL);
  g_autoptr (SoupMessage) message = demo_client_message_new (client, "POST", OUTPUTS, body);
  g_autoptr (JsonObject) answer = demo_client_send (client, message);

  g_assert_cmpuint (soup_message_get_status (message), ==, 200);
  g_assert_cmpint (demo_status (answer), ==, 10010);
  g_assert_cmpint (demo_output_status (answer, 0), ==, 10000);
  g_assert_cmpint (demo_output_status (answer, 1), ==, 30300);
  g_assert_cmpint (demo_output_status (answer, 2), ==, 10000);
}

static void
test_all_bad (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *body = demo_request_new (NULL, g_strdup (URL_INPUT), g_strdup (BAD_INPUTS[1].input), NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, OUTPUTS, body);

  g_assert_cmpint (demo_status (answer), ==, 10020);
  g_assert_cmpint (demo_output_status (answer, 0), ==, 30002);
  g_assert_cmpint (demo_output_status (answer, 1), ==, 30300);
}

/* @n inputs, by turns red and blue. */
static char *
request_many (guint     n,
              DemoPaint even,
              DemoPaint odd,
              int       edge)
{
  g_autoptr (GBytes) even_picture = demo_picture_new (edge, edge, even);
  g_autoptr (GBytes) odd_picture = demo_picture_new (edge, edge, odd);
  g_autofree char *even_input = demo_input_new (even_picture);
  g_autofree char *odd_input = demo_input_new (odd_picture);
  GString *body = g_string_new ("{\"inputs\":[");

  for (guint i = 0; i < n; i++)
    {
      g_string_append (body, i % 2 == 0 ? even_input : odd_input);
      g_string_append (body, i + 1 < n ? "," : "]}");
    }

  return g_string_free (body, FALSE);
}

static void
test_many_in_order (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *body = request_many (128, demo_paint_red, demo_paint_blue, 24);
  g_autoptr (JsonObject) answer = demo_client_post (client, DEMO_MODELS "/color-recognition/outputs", body);
  JsonArray *outputs = json_object_get_array_member (answer, "outputs");

  g_assert_cmpuint (json_array_get_length (outputs), ==, 128);
  for (guint i = 0; i < 128; i++)
    {
      JsonObject *data = json_object_get_object_member (json_array_get_object_element (outputs, i), "data");
      JsonObject *color = json_array_get_object_element (json_object_get_array_member (data, "colors"), 0);
      JsonObject *named = json_object_get_object_member (color, "w3c");

      g_assert_cmpstr (json_object_get_string_member (named, "name"), ==, i % 2 == 0 ? "Red" : "Blue");
    }
}

static void
test_too_many (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *body = request_many (129, demo_paint_red, demo_paint_blue, 4);
  g_autoptr (JsonObject) answer = demo_client_post (client, OUTPUTS, body);

  g_assert_cmpint (demo_status (answer), ==, 11100);
}

static JsonArray *
ask_with_config (const char *config)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (60, 40, demo_paint_disc);
  g_autofree char *body = demo_request_new (config, demo_input_new (picture), NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, OUTPUTS, body);
  JsonObject *output = json_array_get_object_element (json_object_get_array_member (answer, "outputs"), 0);

  JsonObject *data = json_object_get_object_member (output, "data");

  return json_array_ref (json_object_get_array_member (data, "concepts"));
}

static void
test_max_concepts (void)
{
  g_autoptr (JsonArray) concepts = ask_with_config ("{\"max_concepts\":3}");

  g_assert_cmpuint (json_array_get_length (concepts), ==, 3);
}

static void
test_max_concepts_zero (void)
{
  g_autoptr (JsonArray) zero = ask_with_config ("{\"max_concepts\":0}");
  g_autoptr (JsonArray) absent = ask_with_config (NULL);

  g_assert_cmpuint (json_array_get_length (zero), ==, 20);
  g_assert_cmpuint (json_array_get_length (absent), ==, 20);
}

static void
test_min_value (void)
{
  g_autoptr (JsonArray) all = ask_with_config ("{\"max_concepts\":200,\"min_value\":0}");
  g_autoptr (JsonArray) sure = ask_with_config ("{\"max_concepts\":200,\"min_value\":0.9}");
  guint n_sure = json_array_get_length (sure);

  g_assert_cmpuint (n_sure, >, 0);
  g_assert_cmpuint (n_sure, <, json_array_get_length (all));
  for (guint i = 0; i < n_sure; i++)
    {
      JsonObject *concept = json_array_get_object_element (sure, i);

      g_assert_cmpfloat (json_object_get_double_member (concept, "value"), >=, 0.9);
    }
}

static void
test_pinned_version (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) model = demo_client_get (client, DEMO_MODELS "/picture-properties");
  const char *version = json_object_get_string_member (
    json_object_get_object_member (json_object_get_object_member (model, "model"), "model_version"), "id");
  g_autofree char *path = g_strdup_printf (DEMO_MODELS "/picture-properties/versions/%s/outputs", version);
  g_autoptr (GBytes) picture = demo_picture_new (30, 30, demo_paint_red);
  g_autofree char *body = demo_request_new (NULL, demo_input_new (picture), NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, path, body);

  g_assert_cmpint (demo_status (answer), ==, 10000);
}

static void
on_connected (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GSocketConnection **connection = user_data;

  *connection = g_socket_client_connect_to_uri_finish (G_SOCKET_CLIENT (source), result, NULL);
}

static void
on_first_bytes (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GString *text = user_data;
  char *buffer = g_object_get_data (source, "buffer");
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);

  g_string_append_len (text, buffer, MAX (got, 0));
}

/* What the server says to a request whose body it has not seen yet: it need not take it to refuse it. */
static char *
ask_before_sending (DemoClient *client,
                    const char *length_header)
{
  const char *base = surmise_demo_server_get_base (client->server);
  g_autoptr (GSocketClient) socket_client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  g_autofree char *request =
    g_strdup_printf ("POST " OUTPUTS " HTTP/1.1\r\nHost: %s\r\nAuthorization: Key %s\r\n"
                     "Expect: 100-continue\r\n%s\r\n\r\n",
                     base + strlen ("http://"), surmise_demo_server_get_token (client->server),
                     length_header);
  GInputStream *input;
  GString *text = g_string_new (NULL);
  char *buffer = g_malloc (4096);

  g_socket_client_connect_to_uri_async (socket_client, base, 80, NULL, on_connected, &connection);
  while (connection == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)),
                                            request, strlen (request), NULL, NULL, NULL));
  input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_object_set_data_full (G_OBJECT (input), "buffer", buffer, g_free);
  g_input_stream_read_async (input, buffer, 4096, G_PRIORITY_DEFAULT, NULL, on_first_bytes, text);
  while (text->len == 0)
    g_main_context_iteration (NULL, TRUE);

  return g_string_free (text, FALSE);
}

static void
test_too_long (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *answer = ask_before_sending (client, "Content-Length: 128000001");

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 413"));
}

static void
test_long_enough (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autofree char *answer = ask_before_sending (client, "Content-Length: 1000");

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 100"));
}

static void
on_wrote_body (SoupMessage *message,
               gpointer     user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);

  g_assert_null (body);
  g_assert_nonnull (error);
  *(gboolean *) user_data = TRUE;
}

/* A batch that would keep one thread busy for many seconds; @failed is set when its sender gives up. Comes
 * back when the server has read it whole: what was sent later has been answered already. */
static void
start_long_batch (DemoClient   *client,
                  GCancellable *cancellable,
                  gboolean     *failed)
{
  g_autofree char *body = request_many (128, demo_paint_noise, demo_paint_noise, 256);
  g_autoptr (SoupMessage) message = demo_client_message_new (client, "POST", OUTPUTS, body);
  g_autoptr (JsonObject) me = NULL;
  gboolean wrote = FALSE;

  g_signal_connect (message, "wrote-body", G_CALLBACK (on_wrote_body), &wrote);
  soup_session_send_and_read_async (client->session, message, G_PRIORITY_DEFAULT, cancellable,
                                    on_answered, failed);
  demo_wait_for (&wrote);
  me = demo_client_get (client, "/v2/users/me");
  g_assert_cmpint (demo_status (me), ==, 10000);
}

static void
test_client_gone (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) picture = demo_picture_new (30, 30, demo_paint_red);
  g_autoptr (JsonObject) data = NULL;
  gboolean failed = FALSE;

  start_long_batch (client, cancellable, &failed);
  g_cancellable_cancel (cancellable);
  demo_wait_for (&failed);

  data = demo_client_ask (client, "picture-properties", picture);
  g_assert_true (json_object_has_member (data, "concepts"));
}

static void
test_server_gone (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  gpointer watched = client->server;
  gboolean failed = FALSE;

  start_long_batch (client, NULL, &failed);
  g_object_add_weak_pointer (G_OBJECT (client->server), &watched);
  g_clear_object (&client->server);
  g_assert_null (watched);
  demo_wait_for (&failed);
}

/* Everything queued behind the threads goes too. */
static void
test_server_gone_with_queue (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  gboolean failed[4] = { FALSE, FALSE, FALSE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (failed); i++)
    start_long_batch (client, NULL, &failed[i]);
  g_clear_object (&client->server);
  for (guint i = 0; i < G_N_ELEMENTS (failed); i++)
    demo_wait_for (&failed[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (BROKEN); i++)
    {
      g_autofree char *path = g_strconcat ("/demo/predict/broken/", BROKEN[i].name, NULL);

      g_test_add_data_func (path, BROKEN[i].body, test_broken);
    }
  g_test_add_func ("/demo/predict/broken/deep", test_deep);
  for (guint i = 0; i < G_N_ELEMENTS (BAD_INPUTS); i++)
    {
      g_autofree char *path = g_strconcat ("/demo/predict/bad-input/", BAD_INPUTS[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad_input);
    }
  g_test_add_func ("/demo/predict/mixed", test_mixed);
  g_test_add_func ("/demo/predict/all-bad", test_all_bad);
  g_test_add_func ("/demo/predict/many-in-order", test_many_in_order);
  g_test_add_func ("/demo/predict/too-many", test_too_many);
  g_test_add_func ("/demo/predict/max-concepts", test_max_concepts);
  g_test_add_func ("/demo/predict/max-concepts-zero", test_max_concepts_zero);
  g_test_add_func ("/demo/predict/min-value", test_min_value);
  g_test_add_func ("/demo/predict/pinned-version", test_pinned_version);
  g_test_add_func ("/demo/predict/too-long", test_too_long);
  g_test_add_func ("/demo/predict/long-enough", test_long_enough);
  g_test_add_func ("/demo/leave/client-gone", test_client_gone);
  g_test_add_func ("/demo/leave/server-gone", test_server_gone);
  g_test_add_func ("/demo/leave/server-gone-with-queue", test_server_gone_with_queue);

  return g_test_run ();
}
