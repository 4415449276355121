/* mock-request.c – what the scripted server was asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mock-request.h"

static void
copy_header (const char *name,
             const char *value,
             gpointer    user_data)
{
  soup_message_headers_append (user_data, name, value);
}

/* The id that the input came with, and the scripted data. */
static JsonNode *
make_output (JsonNode *input,
             JsonNode *data,
             guint     i)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = g_strdup_printf ("output-%u", i);
  const char *input_id = NULL;

  if (JSON_NODE_HOLDS_OBJECT (input) && json_object_has_member (json_node_get_object (input), "id"))
    input_id = json_object_get_string_member (json_node_get_object (input), "id");

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  json_builder_set_member_name (builder, "status");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_int_value (builder, 10000);
  json_builder_set_member_name (builder, "description");
  json_builder_add_string_value (builder, "Ok");
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "input");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, input_id != NULL ? input_id : id);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "data");
  json_builder_add_value (builder, json_node_copy (data));
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

MockRequest *
mock_request_new (SoupServerMessage *message)
{
  MockRequest *request = g_new0 (MockRequest, 1);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  GUri *uri = soup_server_message_get_uri (message);

  request->method = g_strdup (soup_server_message_get_method (message));
  request->path = g_strdup (g_uri_get_path (uri));
  request->query = g_strdup (g_uri_get_query (uri));
  request->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
  soup_message_headers_foreach (soup_server_message_get_request_headers (message), copy_header,
                                request->headers);
  request->body = body->data != NULL ? g_bytes_new (body->data, body->length) : g_bytes_new (NULL, 0);

  return request;
}

void
mock_request_free (gpointer data)
{
  MockRequest *request = data;

  g_free (request->method);
  g_free (request->path);
  g_free (request->query);
  soup_message_headers_unref (request->headers);
  g_bytes_unref (request->body);
  g_free (request);
}

/* One good output with the scripted data for each input that was asked about. */
GBytes *
mock_request_answer_each_input (const MockRequest *request,
                   JsonNode          *data)
{
  g_autoptr(JsonNode) asked = mock_request_parse_body (request);
  g_autoptr(JsonNode) answer = json_from_string ("{\"status\":{\"code\":10000,\"description\":\"Ok\"}}",
                                                 NULL);
  JsonArray *outputs = json_array_new ();
  char *text;

  if (asked != NULL && JSON_NODE_HOLDS_OBJECT (asked) &&
      json_object_has_member (json_node_get_object (asked), "inputs"))
    {
      JsonArray *inputs = json_object_get_array_member (json_node_get_object (asked), "inputs");

      for (guint i = 0; i < json_array_get_length (inputs); i++)
        json_array_add_element (outputs, make_output (json_array_get_element (inputs, i), data, i));
    }

  json_object_set_array_member (json_node_get_object (answer), "outputs", outputs);
  text = json_to_string (answer, FALSE);

  return g_bytes_new_take (text, strlen (text));
}

const char *
mock_request_get_header (const MockRequest *self,
                         const char        *name)
{
  return soup_message_headers_get_one (self->headers, name);
}

/* The first value of that name in the query, decoded; NULL where there is none. */
char *
mock_request_dup_query_value (const MockRequest *self,
                              const char        *name)
{
  GUriParamsIter iter;
  char *key, *value;

  g_uri_params_iter_init (&iter, self->query != NULL ? self->query : "", -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &key, &value, NULL))
    {
      g_autofree char *owned = g_steal_pointer (&value);

      if (g_str_equal (key, name))
        {
          g_free (key);
          return g_steal_pointer (&owned);
        }
      g_free (key);
    }

  return NULL;
}

/* Whether the query has each of these pairs; "name=" stands for none or an empty one of that name. */
gboolean
mock_request_asks (const MockRequest *self,
                   const char        *pairs,
                   guint             *n_pairs)
{
  GUriParamsIter iter;
  gboolean all = TRUE;
  char *key, *value;

  *n_pairs = 0;
  g_uri_params_iter_init (&iter, pairs, -1, "&", G_URI_PARAMS_WWW_FORM);
  while (g_uri_params_iter_next (&iter, &key, &value, NULL))
    {
      g_autofree char *asked = mock_request_dup_query_value (self, key);

      all = all && g_str_equal (asked != NULL ? asked : "", value);
      *n_pairs += 1;
      g_free (key);
      g_free (value);
    }

  return all;
}

char *
mock_request_dup_body (const MockRequest *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->body, &size);

  return g_strndup (data != NULL ? data : "", size);
}

/* NULL where the body is not JSON. */
JsonNode *
mock_request_parse_body (const MockRequest *self)
{
  g_autofree char *text = mock_request_dup_body (self);

  return json_from_string (text, NULL);
}
