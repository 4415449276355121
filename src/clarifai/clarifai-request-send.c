/* clarifai-request-send.c – asking, reading the reply, waiting, asking again
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-request-private.h"

#include <string.h>

#include "clarifai-retries.h"
#include "clarifai-wait.h"

#define CHUNK (64 * 1024)
/* Models whose answers are pictures: the service's own limit for a reply. */
#define LARGE_REPLY_BYTES (128 * 1024 * 1024)

typedef struct {
  ClarifaiRequest *request;      /* (owned) */
  SoupMessage     *message;      /* (owned) (nullable) */
  GInputStream    *stream;       /* (owned) (nullable) */
  GByteArray      *buffer;       /* (owned) (nullable) */
  gint64           begun;        /* microseconds, monotonic: when the reply's body began */
  double           retry_after;  /* seconds, or negative */
  ClarifaiRetries  retries;
} Exchange;

static void start (GTask *task);
static void read_chunk (GTask *task);

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  g_clear_pointer (&exchange->request, clarifai_request_unref);
  g_clear_object (&exchange->message);
  g_clear_object (&exchange->stream);
  g_clear_pointer (&exchange->buffer, g_byte_array_unref);
  g_free (exchange);
}

static void
report (GTask            *task,
        ClarifaiProgress  progress)
{
  Exchange *exchange = g_task_get_task_data (task);

  if (exchange->request->progress != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    exchange->request->progress (progress, exchange->request->progress_data);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (!clarifai_wait_finish (result, &error))
    g_task_return_error (task, error);
  else
    start (g_steal_pointer (&task));
}

/* TRUE where the task is in other hands now. */
static gboolean
ask_again (GTask         *task,
           ClarifaiRetry  retry)
{
  ClarifaiClient *client = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);
  double scale = clarifai_client_get_retry_scale (client) * G_USEC_PER_SEC;
  double seconds = clarifai_retries_next (&exchange->retries, retry, exchange->retry_after,
                                          (double) g_get_monotonic_time () / scale);
  gint64 microseconds = (gint64) (seconds * scale);

  if (seconds < 0)
    return FALSE;

  if (retry == CLARIFAI_RETRY_THROTTLE)
    {
      /* Everything that the client still wants to send waits: the pause is the token's and not this
       * request's. */
      clarifai_limiter_pause (clarifai_client_get_limiter (client), microseconds);
      report (task, CLARIFAI_PROGRESS_THROTTLED);
      start (task);
    }
  else
    {
      if (retry == CLARIFAI_RETRY_MODEL)
        report (task, CLARIFAI_PROGRESS_MODEL_STARTING);
      clarifai_wait_async (microseconds, g_task_get_cancellable (task), waited_cb, task);
    }

  return TRUE;
}

static void
understood_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  g_autofree ClarifaiReply *reply = NULL;
  GError *error = NULL;

  reply = clarifai_request_read_finish (result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  if (ask_again (task, reply->retry))
    {
      clarifai_request_clear_reply (exchange->request, reply);
      g_steal_pointer (&task);
    }
  else if (reply->error != NULL)
    g_task_return_error (task, reply->error);
  else
    g_task_return_pointer (task, reply->value, exchange->request->destroy_value);
}

/* What the transport says stays as it is, but for a reply that was not what HTTP promises. */
static void
return_transport_error (GTask  *task,
                        GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) ||
      g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING) ||
      g_error_matches (error, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    {
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY,
                               "The reply was cut or broken on its way");
      g_error_free (error);
    }
  else
    g_task_return_error (task, error);
}

static gsize
get_cap (GTask *task)
{
  ClarifaiClient *client = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);

  return exchange->request->large ? LARGE_REPLY_BYTES : clarifai_client_get_max_reply_bytes (client);
}

/* A session's own time-out is for silence; a server that says a byte now and then would never meet it. */
static gboolean
is_too_slow (GTask *task)
{
  ClarifaiClient *client = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);

  return (double) (g_get_monotonic_time () - exchange->begun) / G_USEC_PER_SEC
         > clarifai_client_get_max_reply_seconds (client);
}

static void
chunk_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (exchange->stream, result, &error);

  if (chunk == NULL)
    {
      return_transport_error (task, error);
    }
  else if (g_bytes_get_size (chunk) == 0)
    {
      g_autoptr(GBytes) body = g_byte_array_free_to_bytes (g_steal_pointer (&exchange->buffer));

      g_clear_object (&exchange->stream);
      clarifai_request_read_async (exchange->request, body, soup_message_get_status (exchange->message),
                                   g_task_get_cancellable (task), understood_cb, task);
      g_steal_pointer (&task);
    }
  else if (exchange->buffer->len + g_bytes_get_size (chunk) > get_cap (task))
    {
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE,
                               "The reply is larger than any answer should be");
    }
  else if (is_too_slow (task))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "The reply takes too long");
    }
  else
    {
      g_byte_array_append (exchange->buffer, g_bytes_get_data (chunk, NULL),
                           (guint) g_bytes_get_size (chunk));
      read_chunk (g_steal_pointer (&task));
    }
}

/* The bytes that come are decoded ones, so that the cap holds for a small reply that unpacks to a large
 * one too. */
static void
read_chunk (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (exchange->stream, CHUNK, g_task_get_priority (task),
                                   g_task_get_cancellable (task),
                                   chunk_cb, task);
}

/* Seconds or a date; negative where there is none. */
static double
read_retry_after (SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message),
                                                   "Retry-After");
  g_autoptr(GDateTime) date = NULL;
  g_autoptr(GDateTime) now = NULL;
  guint64 seconds;

  if (text == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &seconds, NULL))
    return (double) seconds;

  date = soup_date_time_new_from_http_string (text);
  if (date == NULL)
    return -1;
  now = g_date_time_new_now_utc ();

  return MAX (0, (double) g_date_time_difference (date, now) / G_USEC_PER_SEC);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;

  exchange->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  soup_message_headers_remove (soup_message_get_request_headers (exchange->message), "Authorization");

  if (exchange->stream == NULL)
    {
      return_transport_error (task, error);
      return;
    }
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (exchange->message)))
    {
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_REDIRECTED,
                               "The service sent the request elsewhere, where it does not go");
      return;
    }

  exchange->retry_after = read_retry_after (exchange->message);
  exchange->buffer = g_byte_array_new ();
  exchange->begun = g_get_monotonic_time ();
  read_chunk (g_steal_pointer (&task));
}

static SoupMessage *
make_message (ClarifaiRequest *request,
              ClarifaiClient  *client)
{
  g_autofree char *address = g_strconcat (clarifai_client_get_base (client), request->path, NULL);
  SoupMessage *message = soup_message_new (request->body != NULL ? SOUP_METHOD_POST : SOUP_METHOD_GET,
                                           address);
  SoupMessageHeaders *headers;
  g_autofree char *authorization = NULL;

  if (message == NULL)
    return NULL;

  /* A redirect could lead the token to another host, and a refusal is an answer and no question. */
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  headers = soup_message_get_request_headers (message);
  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "X-Clarifai-Request-ID-Prefix", "surmise-" PACKAGE_VERSION);
  if (request->body != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", request->body);

  authorization = g_strconcat ("Key ", request->token, NULL);
  soup_message_headers_replace (headers, "Authorization", authorization);
  explicit_bzero (authorization, strlen (authorization));

  return message;
}

static void
acquired_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ClarifaiClient *client = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);
  GError *error = NULL;

  if (!clarifai_limiter_acquire_finish (CLARIFAI_LIMITER (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_clear_object (&exchange->message);
  exchange->message = make_message (exchange->request, client);
  if (exchange->message == NULL)
    {
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_INVALID_REQUEST,
                               "The request has no usable address");
      return;
    }

  report (task, CLARIFAI_PROGRESS_SENT);
  soup_session_send_async (clarifai_client_get_session (client), exchange->message,
                           g_task_get_priority (task),
                           g_task_get_cancellable (task), sent_cb, task);
  g_steal_pointer (&task);
}

/* Takes the task. */
static void
start (GTask *task)
{
  ClarifaiClient *client = g_task_get_source_object (task);

  clarifai_limiter_acquire_async (clarifai_client_get_limiter (client), g_task_get_cancellable (task),
                                  acquired_cb, task);
}

/* What would not fit into one header, or be no token at all. */
static gboolean
is_token (const char *token)
{
  for (const char *p = token; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;

  return *token != '\0';
}

/**
 * clarifai_request_send_async:
 * @self: what to ask
 * @client: whom, and how often in a second
 *
 * Asks until there is an answer, or a reason that asking again does not remove. Ends at once when
 * cancelled, whatever it is about.
 */
void
clarifai_request_send_async (ClarifaiRequest     *self,
                             ClarifaiClient      *client,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (client, cancellable, callback, user_data);
  Exchange *exchange = g_new0 (Exchange, 1);

  g_task_set_source_tag (task, clarifai_request_send_async);
  exchange->request = clarifai_request_ref (self);
  exchange->retry_after = -1;
  g_task_set_task_data (task, exchange, exchange_free);

  if (!is_token (self->token))
    g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID,
                             "A token is plain text without blanks");
  else
    start (g_steal_pointer (&task));
}

gpointer
clarifai_request_send_finish (ClarifaiClient  *client,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, client), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
