/* clarifai-request-send.c – asking, reading the reply, waiting, asking again
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-request-private.h"

#include <string.h>

#include "clarifai-wait.h"

#define CHUNK (64 * 1024)
/* Models whose answers are pictures: the service's own limit for a reply. */
#define LARGE_REPLY_BYTES (128 * 1024 * 1024)

/* How often it is asked again, for each kind of reason. */
#define MOST_ONCE 1
#define MOST_FEW 4
#define MOST_THROTTLE 10
#define MODEL_SECONDS 600

/* In seconds. The first and the growth for a starting model are those of the official client. */
#define THROTTLE_WAIT 5.0
#define MOST_THROTTLE_WAIT 15.0
#define MOST_RETRY_AFTER 300.0
#define MODEL_WAIT 1.8
#define MODEL_GROWTH 1.3
#define MOST_MODEL_WAIT 11.2

typedef struct {
  ClarifaiRequest *request;      /* (owned) */
  SoupMessage     *message;      /* (owned) (nullable) */
  GInputStream    *stream;       /* (owned) (nullable) */
  GByteArray      *buffer;       /* (owned) (nullable) */
  double           retry_after;  /* seconds, or negative */
  guint            n_once;
  guint            n_few;
  guint            n_throttle;
  guint            n_model;
  gint64           model_since;  /* monotonic, or 0 */
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

static gint64
scale (GTask  *task,
       double  seconds)
{
  ClarifaiClient *client = g_task_get_source_object (task);

  return (gint64) (seconds * clarifai_client_get_retry_scale (client) * G_USEC_PER_SEC);
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

static void
wait_and_start (GTask  *task,
                double  seconds)
{
  clarifai_wait_async (scale (task, seconds), g_task_get_cancellable (task), waited_cb, task);
}

/* Everything that the client still wants to send waits, as the pause is the token's and not this request's. */
static gboolean
pause_all (GTask *task)
{
  ClarifaiClient *client = g_task_get_source_object (task);
  Exchange *exchange = g_task_get_task_data (task);
  double seconds = MIN (THROTTLE_WAIT * (exchange->n_throttle + 1), MOST_THROTTLE_WAIT);

  if (exchange->n_throttle++ >= MOST_THROTTLE)
    return FALSE;

  if (exchange->retry_after >= 0)
    seconds = CLAMP (exchange->retry_after, 1.0, MOST_RETRY_AFTER);
  clarifai_limiter_pause (clarifai_client_get_limiter (client), scale (task, seconds));
  report (task, CLARIFAI_PROGRESS_THROTTLED);
  start (task);

  return TRUE;
}

static gboolean
wait_for_model (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);
  gint64 now = g_get_monotonic_time ();
  double seconds = MODEL_WAIT;

  if (exchange->model_since == 0)
    exchange->model_since = now;
  if (now - exchange->model_since > scale (task, MODEL_SECONDS))
    return FALSE;

  for (guint i = 0; i < exchange->n_model && seconds < MOST_MODEL_WAIT; i++)
    seconds = MIN (seconds * MODEL_GROWTH, MOST_MODEL_WAIT);
  exchange->n_model++;
  report (task, CLARIFAI_PROGRESS_MODEL_STARTING);
  wait_and_start (task, seconds);

  return TRUE;
}

static gboolean
wait_a_little (GTask *task,
               guint *n_times,
               guint  most)
{
  Exchange *exchange = g_task_get_task_data (task);
  double seconds = 1 << *n_times;

  if (*n_times >= most)
    return FALSE;

  *n_times += 1;
  wait_and_start (task, exchange->retry_after >= 0 ? CLAMP (exchange->retry_after, 1.0, MOST_RETRY_AFTER) : seconds);

  return TRUE;
}

/* TRUE where the task is in other hands now. */
static gboolean
ask_again (GTask         *task,
           ClarifaiRetry  retry)
{
  Exchange *exchange = g_task_get_task_data (task);

  switch (retry)
    {
    case CLARIFAI_RETRY_ONCE:
      return wait_a_little (task, &exchange->n_once, MOST_ONCE);

    case CLARIFAI_RETRY_FEW:
      return wait_a_little (task, &exchange->n_few, MOST_FEW);

    case CLARIFAI_RETRY_MODEL:
      return wait_for_model (task);

    case CLARIFAI_RETRY_THROTTLE:
      return pause_all (task);

    case CLARIFAI_RETRY_NEVER:
    default:
      return FALSE;
    }
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
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, "The reply was cut or broken on its way");
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
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE, "The reply is larger than any answer should be");
    }
  else
    {
      g_byte_array_append (exchange->buffer, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
      read_chunk (g_steal_pointer (&task));
    }
}

/* The bytes that come are decoded ones, so that the cap holds for a small reply that unpacks to a large one too. */
static void
read_chunk (GTask *task)
{
  Exchange *exchange = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (exchange->stream, CHUNK, g_task_get_priority (task), g_task_get_cancellable (task),
                                   chunk_cb, task);
}

/* Seconds or a date; negative where there is none. */
static double
read_retry_after (SoupMessage *message)
{
  const char *text = soup_message_headers_get_one (soup_message_get_response_headers (message), "Retry-After");
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
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_REDIRECTED, "The service sent the request elsewhere, where it does not go");
      return;
    }

  exchange->retry_after = read_retry_after (exchange->message);
  exchange->buffer = g_byte_array_new ();
  read_chunk (g_steal_pointer (&task));
}

static SoupMessage *
make_message (ClarifaiRequest *request,
              ClarifaiClient  *client)
{
  g_autofree char *address = g_strconcat (clarifai_client_get_base (client), request->path, NULL);
  SoupMessage *message = soup_message_new (request->body != NULL ? SOUP_METHOD_POST : SOUP_METHOD_GET, address);
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
      g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_INVALID_REQUEST, "The request has no usable address");
      return;
    }

  report (task, CLARIFAI_PROGRESS_SENT);
  soup_session_send_async (clarifai_client_get_session (client), exchange->message, g_task_get_priority (task),
                           g_task_get_cancellable (task), sent_cb, task);
  g_steal_pointer (&task);
}

/* Takes the task. */
static void
start (GTask *task)
{
  ClarifaiClient *client = g_task_get_source_object (task);

  clarifai_limiter_acquire_async (clarifai_client_get_limiter (client), g_task_get_cancellable (task), acquired_cb, task);
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
 * Asks until there is an answer, or a reason that asking again does not remove. Ends at once when cancelled, whatever
 * it is about.
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
    g_task_return_new_error (task, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID, "A token is plain text without blanks");
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
