/* demo-client.c – a demo server, and someone who asks it over HTTP
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "demo-client.h"

#define DEADLINE_SECONDS 60

typedef struct {
  GBytes   *body;
  gboolean  done;
} Reply;

static gboolean
on_deadline (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Reply *reply = user_data;
  g_autoptr (GError) error = NULL;

  reply->body = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
  reply->done = TRUE;
}

void
demo_wait_for (const gboolean *done)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (DEADLINE_SECONDS, on_deadline, &late);

  while (!*done && !late)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (*done);
  if (!late)
    g_source_remove (id);
}

DemoClient *
demo_client_new (void)
{
  g_autoptr (GError) error = NULL;
  DemoClient *self = g_new0 (DemoClient, 1);

  self->server = surmise_demo_server_new (&error);
  g_assert_no_error (error);
  self->session = soup_session_new_with_options ("max-conns-per-host", 8, NULL);
  return self;
}

void
demo_client_free (DemoClient *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->server);
  g_free (self);
}

SoupMessage *
demo_client_message_new (DemoClient *self,
                         const char *method,
                         const char *path,
                         const char *body)
{
  g_autofree char *address = g_strconcat (surmise_demo_server_get_base (self->server), path, NULL);
  g_autofree char *key = g_strconcat ("Key ", surmise_demo_server_get_token (self->server), NULL);
  SoupMessage *message = soup_message_new (method, address);

  g_assert_nonnull (message);
  soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", key);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  return message;
}

JsonObject *
demo_client_send (DemoClient  *self,
                  SoupMessage *message)
{
  Reply reply = { NULL, FALSE };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  const char *text;
  gsize length;

  soup_session_send_and_read_async (self->session, message, G_PRIORITY_DEFAULT, NULL, on_read, &reply);
  demo_wait_for (&reply.done);

  text = g_bytes_get_data (reply.body, &length);
  json_parser_load_from_data (parser, text, (gssize) length, &error);
  g_assert_no_error (error);
  g_bytes_unref (reply.body);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)));
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

JsonObject *
demo_client_get (DemoClient *self,
                 const char *path)
{
  g_autoptr (SoupMessage) message = demo_client_message_new (self, "GET", path, NULL);

  return demo_client_send (self, message);
}

JsonObject *
demo_client_post (DemoClient *self,
                  const char *path,
                  const char *body)
{
  g_autoptr (SoupMessage) message = demo_client_message_new (self, "POST", path, body);

  return demo_client_send (self, message);
}

JsonObject *
demo_client_ask (DemoClient *self,
                 const char *model,
                 GBytes     *picture)
{
  g_autofree char *path = g_strdup_printf (DEMO_MODELS "/%s/outputs", model);
  g_autofree char *body = demo_request_new ("{\"max_concepts\":200}", demo_input_new (picture), NULL);
  g_autoptr (JsonObject) answer = demo_client_post (self, path, body);
  JsonArray *outputs = json_object_get_array_member (answer, "outputs");

  g_assert_cmpint (demo_status (answer), ==, 10000);
  g_assert_cmpuint (json_array_get_length (outputs), ==, 1);
  g_assert_cmpint (demo_output_status (answer, 0), ==, 10000);
  return json_object_ref (json_object_get_object_member (json_array_get_object_element (outputs, 0), "data"));
}

char *
demo_input_new (GBytes *picture)
{
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));

  return g_strdup_printf ("{\"data\":{\"image\":{\"base64\":\"%s\"}}}", base64);
}

char *
demo_request_new (const char *config,
                  char       *first_input,
                  ...)
{
  GString *body = g_string_new ("{\"inputs\":[");
  char *input = first_input;
  va_list arguments;

  va_start (arguments, first_input);
  for (; input != NULL; input = va_arg (arguments, char *))
    {
      if (input != first_input)
        g_string_append_c (body, ',');
      g_string_append (body, input);
      g_free (input);
    }
  va_end (arguments);

  g_string_append_c (body, ']');
  if (config != NULL)
    g_string_append_printf (body,
                            ",\"model\":{\"model_version\":{\"output_info\":{\"output_config\":%s}}}",
                            config);
  g_string_append_c (body, '}');
  return g_string_free (body, FALSE);
}

gint64
demo_status (JsonObject *answer)
{
  return json_object_get_int_member (json_object_get_object_member (answer, "status"), "code");
}

gint64
demo_output_status (JsonObject *answer,
                    guint       position)
{
  JsonArray *outputs = json_object_get_array_member (answer, "outputs");

  return demo_status (json_array_get_object_element (outputs, position));
}
