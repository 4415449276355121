/* surmise-demo-server.c – a Clarifai-compatible service on this computer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-server.h"

#include <errno.h>
#include <sys/random.h>

#include <libsoup/soup.h>

#include "surmise-demo-gate.h"
#include "surmise-demo-lookup.h"
#include "surmise-demo-predict.h"

#define KEY_BYTES 16

struct _SurmiseDemoServer {
  GObject      parent_instance;

  SoupServer  *server;
  GThreadPool *pool;   /* of GTask */
  char        *base;
  char        *token;
};

G_DEFINE_FINAL_TYPE (SurmiseDemoServer, surmise_demo_server, G_TYPE_OBJECT)

/* A message that waits for its prediction; touched in the main context only. */
typedef struct {
  SoupServerMessage *message;
  GCancellable      *cancellable;
  GSource           *watch;
  gulong             disconnected_id;
  gulong             finished_id;
  gboolean           gone; /* nobody waits for the answer, and the message has no connection any more */
} Waiting;

/* What the thread gets. */
typedef struct {
  const SurmiseDemoModel *model;
  GBytes                 *body;
} Job;

/* What the thread gives back. */
typedef struct {
  guint  http;
  char  *body;
} Answer;

static void
job_free (Job *job)
{
  g_clear_pointer (&job->body, g_bytes_unref);
  g_free (job);
}

static void
answer_free (Answer *answer)
{
  g_free (answer->body);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
waiting_free (Waiting *waiting)
{
  if (waiting->watch != NULL)
    g_source_destroy (waiting->watch);
  g_clear_pointer (&waiting->watch, g_source_unref);
  g_clear_signal_handler (&waiting->disconnected_id, waiting->message);
  g_clear_signal_handler (&waiting->finished_id, waiting->message);
  g_clear_object (&waiting->cancellable);
  g_clear_object (&waiting->message);
  g_free (waiting);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static char *
make_key (GError **error)
{
  guint8 bytes[KEY_BYTES];
  g_autoptr (GString) key = g_string_sized_new (2 * KEY_BYTES);
  gssize got;

  /* Up to 256 bytes come whole or not at all. */
  do
    got = getrandom (bytes, sizeof bytes, 0);
  while (got < 0 && errno == EINTR);

  if (got != KEY_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
      return NULL;
    }

  for (guint i = 0; i < KEY_BYTES; i++)
    g_string_append_printf (key, "%02x", bytes[i]);

  explicit_bzero (bytes, sizeof bytes);
  return g_string_free (g_steal_pointer (&key), FALSE);
}

static void
respond (SoupServerMessage *message,
         guint              http,
         char              *body)
{
  soup_server_message_set_status (message, http, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                "Cache-Control", "no-store");
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body, strlen (body));
}

static void
respond_with_status (SoupServerMessage *message,
                     SurmiseDemoStatus  status,
                     const char        *details)
{
  g_autoptr (JsonBuilder) builder = surmise_demo_answer_begin (status, details);

  respond (message, surmise_demo_status_get_http (status), surmise_demo_answer_end (builder));
}

static void
on_message_gone (Waiting *waiting)
{
  waiting->gone = TRUE;
  g_cancellable_cancel (waiting->cancellable);
}

/* A paused message does not look at its connection: a client that hung up would be worked for to the end. */
static gboolean
on_socket_readable (GSocket      *socket,
                    GIOCondition  condition,
                    gpointer      user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;
  char byte;
  GInputVector vector = { &byte, sizeof byte };
  int flags = G_SOCKET_MSG_PEEK;
  gssize got = g_socket_receive_message (socket, NULL, &vector, 1, NULL, NULL, &flags, NULL, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return G_SOURCE_CONTINUE;

  if (got <= 0)
    g_cancellable_cancel (waiting->cancellable);

  /* Otherwise the next request is here already: no more to be learned from this socket. */
  return G_SOURCE_REMOVE;
}

static Waiting *
waiting_new (SoupServerMessage *message)
{
  Waiting *waiting = g_new0 (Waiting, 1);
  GSocket *socket = soup_server_message_get_socket (message);

  waiting->message = g_object_ref (message);
  waiting->cancellable = g_cancellable_new ();
  waiting->disconnected_id =
    g_signal_connect_swapped (message, "disconnected", G_CALLBACK (on_message_gone), waiting);
  waiting->finished_id =
    g_signal_connect_swapped (message, "finished", G_CALLBACK (on_message_gone), waiting);

  if (socket != NULL)
    {
      waiting->watch = g_socket_create_source (socket, G_IO_IN | G_IO_HUP | G_IO_ERR, NULL);
      g_source_set_callback (waiting->watch, G_SOURCE_FUNC (on_socket_readable), waiting, NULL);
      g_source_attach (waiting->watch, g_main_context_get_thread_default ());
    }

  return waiting;
}

static void
on_predicted (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  g_autoptr (Answer) answer = g_task_propagate_pointer (G_TASK (result), NULL);

  if (waiting->gone)
    return;

  if (answer != NULL)
    respond (waiting->message, answer->http, g_steal_pointer (&answer->body));
  else
    respond_with_status (waiting->message, SURMISE_DEMO_STATUS_FAILURE, "Cancelled");

  soup_server_message_unpause (waiting->message);
}

static void
predict_in_thread (gpointer data,
                   gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Job *job = g_task_get_task_data (task);
  Answer *answer;

  if (g_task_return_error_if_cancelled (task))
    return;

  answer = g_new0 (Answer, 1);
  answer->body = surmise_demo_predict (job->model, job->body, g_task_get_cancellable (task), &answer->http);
  g_task_return_pointer (task, answer, (GDestroyNotify) answer_free);
}

static void
start_prediction (SurmiseDemoServer      *self,
                  SoupServerMessage      *message,
                  const SurmiseDemoModel *model,
                  GBytes                 *body)
{
  g_autoptr (GTask) task = NULL;
  Waiting *waiting = waiting_new (message);
  Job *job = g_new0 (Job, 1);

  job->model = model;
  job->body = g_bytes_ref (body);

  /* No source object: the server may go while a thread is still at work. */
  task = g_task_new (NULL, waiting->cancellable, on_predicted, waiting);
  g_task_set_source_tag (task, start_prediction);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  soup_server_message_pause (message);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

static void
on_request (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  SurmiseDemoServer *self = user_data;
  g_autoptr (SurmiseDemoRoute) route = surmise_demo_route_new (path);
  g_autoptr (GBytes) body = surmise_demo_gate_steal_body (message);
  SurmiseDemoStatus status;

  if (body == NULL)
    {
      respond_with_status (message, SURMISE_DEMO_STATUS_REQUEST_TOO_BIG, NULL);
      return;
    }

  if (route == NULL)
    {
      respond_with_status (message, SURMISE_DEMO_STATUS_DOES_NOT_EXIST, "No such path");
      return;
    }

  if (!g_str_equal (soup_server_message_get_method (message), route->method))
    {
      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "Allow", route->method);
      respond_with_status (message, SURMISE_DEMO_STATUS_METHOD_NOT_ALLOWED, NULL);
      return;
    }

  status = surmise_demo_lookup_check (route);
  if (route->kind == SURMISE_DEMO_ROUTE_OUTPUTS && status == SURMISE_DEMO_STATUS_SUCCESS)
    start_prediction (self, message, surmise_demo_model_find (route->model), body);
  else
    respond (message, surmise_demo_status_get_http (status), surmise_demo_lookup_answer (route, query));
}

/* Runs when the headers are in and before the body is: who may not ask shall not fill the memory either. */
static void
on_headers (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  SurmiseDemoServer *self = user_data;
  const char *details = NULL;
  SurmiseDemoStatus status = surmise_demo_gate_check (message, self->token, &details);

  if (status != SURMISE_DEMO_STATUS_SUCCESS)
    respond_with_status (message, status, details);
}

static gboolean
listen_on_loopback (SurmiseDemoServer  *self,
                    GError            **error)
{
  g_autoslist (GUri) uris = NULL;

  if (!soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return FALSE;

  uris = soup_server_get_uris (self->server);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  return TRUE;
}

static void
surmise_demo_server_dispose (GObject *object)
{
  SurmiseDemoServer *self = SURMISE_DEMO_SERVER (object);

  if (self->server != NULL)
    {
      soup_server_remove_handler (self->server, NULL);
      /* Every waiting message says goodbye now, which cancels its work. */
      soup_server_disconnect (self->server);
    }
  g_clear_object (&self->server);

  /* What is queued still runs, finds itself cancelled, and so is freed; nobody waits for that here. */
  if (self->pool != NULL)
    g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, FALSE);

  G_OBJECT_CLASS (surmise_demo_server_parent_class)->dispose (object);
}

static void
surmise_demo_server_finalize (GObject *object)
{
  SurmiseDemoServer *self = SURMISE_DEMO_SERVER (object);

  if (self->token != NULL)
    explicit_bzero (self->token, strlen (self->token));
  g_free (self->token);
  g_free (self->base);

  G_OBJECT_CLASS (surmise_demo_server_parent_class)->finalize (object);
}

static void
surmise_demo_server_class_init (SurmiseDemoServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_demo_server_dispose;
  object_class->finalize = surmise_demo_server_finalize;
}

static void
surmise_demo_server_init (SurmiseDemoServer *self)
{
  self->server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_early_handler (self->server, NULL, on_headers, self, NULL);
  soup_server_add_handler (self->server, NULL, on_request, self, NULL);

  /* A pool that shares its threads with others cannot fail to be made. */
  self->pool = g_thread_pool_new (predict_in_thread, NULL, (int) g_get_num_processors (), FALSE, NULL);
}

/**
 * surmise_demo_server_new:
 * @error: where a %G_IO_ERROR goes
 *
 * Listens on loopback at once, on a port that the system picks. Requests are taken in the thread-default main
 * context of the caller; pictures are decoded and measured in threads.
 *
 * Returns: (transfer full) (nullable): a running server, or %NULL
 */
SurmiseDemoServer *
surmise_demo_server_new (GError **error)
{
  g_autoptr (SurmiseDemoServer) self = g_object_new (SURMISE_TYPE_DEMO_SERVER, NULL);

  self->token = make_key (error);
  if (self->token == NULL || !listen_on_loopback (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * surmise_demo_server_get_base:
 * @self: a server
 *
 * Returns: (transfer none): "http://127.0.0.1:PORT"
 */
const char *
surmise_demo_server_get_base (SurmiseDemoServer *self)
{
  g_return_val_if_fail (SURMISE_IS_DEMO_SERVER (self), NULL);

  return self->base;
}

/**
 * surmise_demo_server_get_token:
 * @self: a server
 *
 * Returns: (transfer none): the key that this server alone accepts: 32 hexadecimal digits, made anew for
 * every server
 */
const char *
surmise_demo_server_get_token (SurmiseDemoServer *self)
{
  g_return_val_if_fail (SURMISE_IS_DEMO_SERVER (self), NULL);

  return self->token;
}
