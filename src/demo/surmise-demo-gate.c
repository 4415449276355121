/* surmise-demo-gate.c – who may ask, and how much
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-gate.h"

/* One blank, and written just so: the service refuses other spellings. */
#define SCHEME "Key "

#define KEPT_BODY "surmise-demo-kept-body"

/* The time it takes says nothing about where the two differ. */
static gboolean
equal_in_constant_time (const char *given,
                        const char *right)
{
  gsize given_length = strlen (given);
  gsize right_length = strlen (right);
  volatile guint8 difference = given_length != right_length;

  for (gsize i = 0; i < right_length; i++)
    {
      char other = given_length > 0 ? given[i % given_length] : '\0';

      difference |= (guint8) (other ^ right[i]);
    }

  return difference == 0;
}

static gboolean
is_loopback_name (const char *name)
{
  return g_str_equal (name, "127.0.0.1") || g_ascii_strcasecmp (name, "localhost") == 0;
}

/* A page in a browser can have its own name lead to 127.0.0.1; then the name it asks for gives it away. */
static gboolean
asks_for_loopback (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *host = soup_message_headers_get_one (headers, "Host");
  const char *uri_host = g_uri_get_host (soup_server_message_get_uri (message));
  g_autofree char *name = NULL;
  const char *colon;

  if (host == NULL || uri_host == NULL)
    return FALSE;

  colon = strchr (host, ':');
  name = colon != NULL ? g_strndup (host, (gsize) (colon - host)) : g_strdup (host);
  return is_loopback_name (name) && is_loopback_name (uri_host);
}

static void
keep_chunk (SoupServerMessage *message,
            GBytes            *chunk,
            gpointer           user_data)
{
  GByteArray *kept = g_object_get_data (G_OBJECT (message), KEPT_BODY);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (chunk, &size);

  if (kept == NULL)
    return;

  if (size > SURMISE_DEMO_MAX_BODY - kept->len)
    g_object_set_data (G_OBJECT (message), KEPT_BODY, NULL);
  else
    g_byte_array_append (kept, bytes, (guint) size);
}

/* libsoup would keep a body of any size, and in pieces that had to be copied together all at once. */
static void
take_over_body (SoupServerMessage *message,
                gboolean           wanted)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  goffset expected = 0;

  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  if (!wanted)
    return;

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    expected = soup_message_headers_get_content_length (headers);

  g_object_set_data_full (G_OBJECT (message), KEPT_BODY,
                          g_byte_array_sized_new ((guint) CLAMP (expected, 0, SURMISE_DEMO_MAX_BODY)),
                          (GDestroyNotify) g_byte_array_unref);
  g_signal_connect (message, "got-chunk", G_CALLBACK (keep_chunk), NULL);
}

static SurmiseDemoStatus
check_key (SoupServerMessage  *message,
           const char         *token,
           const char        **details)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *authorization = soup_message_headers_get_one (headers, "Authorization");

  if (authorization == NULL || !g_str_has_prefix (authorization, SCHEME))
    {
      *details = "Empty or malformed authorization header";
      return SURMISE_DEMO_STATUS_INVALID_REQUEST;
    }

  /* The key that was given is never said back. */
  if (!equal_in_constant_time (authorization + strlen (SCHEME), token))
    {
      *details = "invalid key";
      return SURMISE_DEMO_STATUS_KEY_NOT_FOUND;
    }

  return SURMISE_DEMO_STATUS_SUCCESS;
}

static SurmiseDemoStatus
check_size (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      soup_message_headers_get_content_length (headers) > SURMISE_DEMO_MAX_BODY)
    return SURMISE_DEMO_STATUS_REQUEST_TOO_BIG;

  return SURMISE_DEMO_STATUS_SUCCESS;
}

/**
 * surmise_demo_gate_check:
 * @message: a request whose headers are in
 * @token: the right key
 * @details: (out) (transfer none) (nullable): more about a refusal
 *
 * Returns: %SURMISE_DEMO_STATUS_SUCCESS, or why it is refused
 */
SurmiseDemoStatus
surmise_demo_gate_check (SoupServerMessage  *message,
                         const char         *token,
                         const char        **details)
{
  SurmiseDemoStatus status;

  if (!asks_for_loopback (message))
    {
      *details = "The host is not this computer";
      status = SURMISE_DEMO_STATUS_INVALID_REQUEST;
    }
  else
    {
      status = check_key (message, token, details);
    }

  if (status == SURMISE_DEMO_STATUS_SUCCESS)
    status = check_size (message);

  take_over_body (message, status == SURMISE_DEMO_STATUS_SUCCESS);
  return status;
}

/**
 * surmise_demo_gate_steal_body:
 * @message: a request that was let in and is complete
 *
 * Returns: (transfer full) (nullable): its body, or %NULL where that was longer than %SURMISE_DEMO_MAX_BODY
 */
GBytes *
surmise_demo_gate_steal_body (SoupServerMessage *message)
{
  GByteArray *kept = g_object_steal_data (G_OBJECT (message), KEPT_BODY);

  return kept != NULL ? g_byte_array_free_to_bytes (kept) : NULL;
}
