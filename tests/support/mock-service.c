/* mock-service.c – the scripted server as a program, for tests that are not in C
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * mock-service SCRIPT.json LOG.jsonl
 *
 * Prints its base ("http://127.0.0.1:PORT") as the first line, and ends when its stdin closes or on
 * SIGTERM or SIGINT.
 *
 * SCRIPT is an array of answers. Those of the same method and path are given one after the other; the last
 * one repeats. What is not in the script is answered 404 with the service's own 11101. Members of an
 * answer:
 *
 *   "method"                  "GET" where missing
 *   "path"                    percent-encoded, without query
 *   "status"                  200 where missing
 *   "body"                    any JSON, or
 *   "text"                    the body as text, or
 *   "file"                    its name, from the script's folder, or
 *   "outputs_for_each_input"  a "data" object: one good output with it for each input of the request
 *   "content_type"            "application/json" where missing
 *   "headers"                 {"Name": "value"}
 *   "delay_ms"                before the first byte
 *   "cut"                     true: announce more than is sent, then close
 *   "stall"                   true: announce more than is sent, then say nothing for ever
 *   "repeat"                  how many times, 1 where missing
 *   "query"                   only for requests that ask this: "search=birds&page=2"; an empty value stands for
 *                             none. Of several, the answer that demands most is given.
 *   "once"                    true: then it is gone, even if it is the last one
 *
 * {"catalogue": N, "concepts": M} is no answer, but makes up N public models with M concepts each and answers
 * about them what is not in the script: see mock-catalogue.c.
 *
 * LOG gets one line a request: {"method", "path", "query", "headers": {lower-case name: value}, "body"}. A
 * body that is over 256 kB or not text is there as "body_length" instead.
 */
#include "config.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <stdio.h>

#include "mock-catalogue.h"
#include "mock-server.h"

#define LONGEST_BODY (256 * 1024)

static const char *
get_string (JsonObject *object,
            const char *name,
            const char *fallback)
{
  return json_object_has_member (object, name) ? json_object_get_string_member (object, name) : fallback;
}

static guint
get_uint (JsonObject *object,
          const char *name,
          guint       fallback)
{
  return json_object_has_member (object, name) ? (guint) json_object_get_int_member (object, name) : fallback;
}

static gboolean
get_boolean (JsonObject *object,
             const char *name)
{
  return json_object_has_member (object, name) && json_object_get_boolean_member (object, name);
}

static char *
get_json (JsonObject *object,
          const char *name)
{
  return json_object_has_member (object, name) ? json_to_string (json_object_get_member (object, name), FALSE)
         : NULL;
}

static char **
get_headers (JsonObject *object)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!json_object_has_member (object, "headers"))
    return NULL;

  json_object_iter_init (&iter, json_object_get_object_member (object, "headers"));
  while (json_object_iter_next (&iter, &name, &value))
    {
      g_strv_builder_add (builder, name);
      g_strv_builder_add (builder, json_node_get_string (value));
    }

  return g_strv_builder_end (builder);
}

static GBytes *
load_file (const char *script,
           const char *name)
{
  g_autofree char *folder = g_path_get_dirname (script);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);

  return g_bytes_new_take (text, length);
}

static void
add_reply (MockServer *server,
           const char *script,
           JsonObject *object)
{
  g_autofree char *body = get_json (object, "body");
  g_autofree char *each_input = get_json (object, "outputs_for_each_input");
  g_auto(GStrv) headers = get_headers (object);
  g_autoptr(GBytes) bytes = NULL;
  MockReply reply = { 0 };

  if (json_object_has_member (object, "file"))
    bytes = load_file (script, json_object_get_string_member (object, "file"));

  reply.status = get_uint (object, "status", 200);
  reply.body = body != NULL ? body : get_string (object, "text", NULL);
  reply.bytes = bytes;
  reply.content_type = get_string (object, "content_type", NULL);
  reply.headers = (const char * const *) headers;
  reply.delay_ms = get_uint (object, "delay_ms", 0);
  reply.cut = get_boolean (object, "cut");
  reply.stall = get_boolean (object, "stall");
  reply.each_input = each_input;
  reply.query = get_string (object, "query", NULL);
  reply.once = get_boolean (object, "once");

  for (guint i = get_uint (object, "repeat", 1); i > 0; i--)
    mock_server_reply_full (server, get_string (object, "method", "GET"),
                            json_object_get_string_member (object, "path"), &reply);
}

static void
load_script (MockServer *server,
             const char *path)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  JsonArray *replies;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("%s", error->message);

  replies = json_node_get_array (json_parser_get_root (parser));
  for (guint i = 0; i < json_array_get_length (replies); i++)
    {
      JsonObject *object = json_array_get_object_element (replies, i);

      if (json_object_has_member (object, "catalogue"))
        mock_catalogue_serve (server, get_uint (object, "catalogue", 0), get_uint (object, "concepts", 40));
      else
        add_reply (server, path, object);
    }
}

static void
add_header (const char *name,
            const char *value,
            gpointer    user_data)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  json_object_set_string_member (user_data, lower, value);
}

static void
log_request (const MockRequest *request,
             gpointer           user_data)
{
  g_autoptr(JsonNode) line = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *headers = json_object_new ();
  g_autofree char *body = mock_request_dup_body (request);
  gsize length = g_bytes_get_size (request->body);
  g_autofree char *text = NULL;

  json_node_take_object (line, object);
  json_object_set_string_member (object, "method", request->method);
  json_object_set_string_member (object, "path", request->path);
  json_object_set_string_member (object, "query", request->query);
  soup_message_headers_foreach (request->headers, add_header, headers);
  json_object_set_object_member (object, "headers", headers);
  if (length <= LONGEST_BODY && g_utf8_validate_len (body, length, NULL))
    json_object_set_string_member (object, "body", body);
  else
    json_object_set_int_member (object, "body_length", (gint64) length);

  text = json_to_string (line, FALSE);
  fprintf (user_data, "%s\n", text);
  fflush (user_data);
}

static gboolean
on_signal (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_stdin (GObject  *stream,
          gpointer  user_data)
{
  char buffer[256];

  if (g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (stream), buffer, sizeof buffer, NULL,
                                                NULL) > 0)
    return G_SOURCE_CONTINUE;

  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(MockServer) server = NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GInputStream) input = g_unix_input_stream_new (0, FALSE);
  g_autoptr(GSource) source = NULL;
  FILE *log;

  if (argc != 3 || (log = fopen (argv[2], "w")) == NULL)
    {
      fprintf (stderr, "Usage: mock-service SCRIPT.json LOG.jsonl\n");
      return 2;
    }

  server = mock_server_new ();
  load_script (server, argv[1]);
  mock_server_set_request_func (server, log_request, log);

  source = g_pollable_input_stream_create_source (G_POLLABLE_INPUT_STREAM (input), NULL);
  g_source_set_callback (source, G_SOURCE_FUNC (on_stdin), loop, NULL);
  g_source_attach (source, NULL);
  g_unix_signal_add (SIGTERM, on_signal, loop);
  g_unix_signal_add (SIGINT, on_signal, loop);

  printf ("%s\n", mock_server_get_base (server));
  fflush (stdout);
  g_main_loop_run (loop);

  g_clear_object (&server);
  fclose (log);

  return 0;
}
