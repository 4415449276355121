/* mock-server.c – a scripted HTTP server on loopback that remembers what it was asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mock-replies.h"
#include "mock-request.h"
#include "mock-server.h"

#include "test-utils.h"

struct _MockServer
{
  GObject         parent_instance;

  GThread        *thread;
  GMainContext   *context;
  GMainLoop      *loop;
  char           *base;

  GMutex          mutex;
  GCond           cond;
  MockReplies    *replies;  /* (owned); under mutex */
  MockFallback    fallback; /* (nullable) */
  gpointer        fallback_data;
  GDestroyNotify  fallback_free;
  GPtrArray      *stalled;  /* (owned) of GIOStream, open until the end; the thread's own */
  GPtrArray      *requests; /* (owned) of MockRequest, which stay until the end; under mutex */
  MockServerFunc  func;
  gpointer        func_data;
};

G_DEFINE_FINAL_TYPE (MockServer, mock_server, G_TYPE_OBJECT)

#define UNKNOWN_PATH \
  "{\"status\":{\"code\":11101,\"description\":\"Resource does not exist\"," \
  "\"details\":\"No such path here\",\"req_id\":\"mock\"}}"

static gboolean
unpause (gpointer user_data)
{
  soup_server_message_unpause (user_data);

  return G_SOURCE_REMOVE;
}

static void
on_message_finished (SoupServerMessage *message,
                     gpointer           user_data)
{
  g_source_destroy (user_data);
}

static void
delay_message (MockServer        *self,
               SoupServerMessage *message,
               guint              delay_ms)
{
  g_autoptr(GSource) source = g_timeout_source_new (delay_ms);

  soup_server_message_pause (message);
  g_source_set_callback (source, unpause, message, NULL);
  g_source_attach (source, self->context);
  /* The client may hang up before. */
  g_signal_connect_data (message, "finished", G_CALLBACK (on_message_finished), g_source_ref (source),
                         (GClosureNotify) (void (*) (void)) g_source_unref, G_CONNECT_DEFAULT);
}

/* Announces more than it sends; then closes, or leaves the client waiting. */
static void
send_part (MockServer         *self,
           SoupServerMessage  *message,
           const MockScripted *reply,
           GBytes             *body)
{
  g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);
  g_autoptr(GString) head = g_string_new (NULL);
  GOutputStream *output = g_io_stream_get_output_stream (stream);

  g_string_printf (head, "HTTP/1.1 %u Part\r\nContent-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n",
                   reply->status, reply->content_type, g_bytes_get_size (body) + 1000000);
  for (guint i = 0; reply->headers != NULL && reply->headers[i] != NULL; i += 2)
    g_string_append_printf (head, "%s: %s\r\n", reply->headers[i], reply->headers[i + 1]);
  g_string_append (head, "\r\n");

  /* A client that has gone already is no failure of the server's. */
  if (g_output_stream_write_all (output, head->str, head->len, NULL, NULL, NULL))
    g_output_stream_write_all (output, g_bytes_get_data (body, NULL), g_bytes_get_size (body), NULL, NULL,
                               NULL);
  if (reply->stall)
    g_ptr_array_add (self->stalled, g_object_ref (stream));
  else
    g_io_stream_close (stream, NULL, NULL);
}

/* Called with the mutex held. */
static void
answer_unscripted (MockServer        *self,
                   SoupServerMessage *message,
                   const MockRequest *request)
{
  guint status = SOUP_STATUS_NOT_FOUND;
  char *body = self->fallback != NULL ? self->fallback (request, &status, self->fallback_data) : NULL;

  if (body == NULL)
    body = g_strdup (UNKNOWN_PATH);
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body, strlen (body));
}

static void
answer (MockServer         *self,
        SoupServerMessage  *message,
        const MockRequest  *request,
        const MockScripted *reply)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autoptr(GBytes) body = NULL;

  body = reply->each_input != NULL ? mock_request_answer_each_input (request, reply->each_input)
         : g_bytes_ref (reply->body);
  if (reply->cut || reply->stall)
    {
      send_part (self, message, reply, body);
      return;
    }

  soup_server_message_set_status (message, reply->status, NULL);
  for (guint i = 0; reply->headers != NULL && reply->headers[i] != NULL; i += 2)
    soup_message_headers_replace (headers, reply->headers[i], reply->headers[i + 1]);
  soup_message_headers_replace (headers, "Content-Type", reply->content_type);
  if (g_bytes_get_size (body) > 0)
    soup_message_body_append_bytes (soup_server_message_get_response_body (message), body);
  if (reply->delay_ms > 0)
    delay_message (self, message, reply->delay_ms);
}

static void
on_request (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  MockServer *self = user_data;
  MockRequest *request = mock_request_new (message);
  g_autoptr(MockScripted) reply = NULL;

  g_mutex_lock (&self->mutex);
  reply = mock_replies_take (self->replies, request);
  if (reply != NULL)
    answer (self, message, request, reply);
  else
    answer_unscripted (self, message, request);
  if (self->func != NULL)
    self->func (request, self->func_data);
  g_ptr_array_add (self->requests, request);
  g_mutex_unlock (&self->mutex);

  g_main_context_wakeup (NULL);
}

static gpointer
serve (gpointer data)
{
  MockServer *self = data;
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new ("raw-paths", TRUE, NULL);
  soup_server_add_handler (server, NULL, on_request, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->mutex);
  self->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);

  g_ptr_array_set_size (self->stalled, 0);
  soup_server_disconnect (server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static gboolean
quit (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

static void
mock_server_constructed (GObject *object)
{
  MockServer *self = MOCK_SERVER (object);

  G_OBJECT_CLASS (mock_server_parent_class)->constructed (object);

  self->thread = g_thread_new ("mock-server", serve, self);
  g_mutex_lock (&self->mutex);
  while (self->base == NULL)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

static void
mock_server_finalize (GObject *object)
{
  MockServer *self = MOCK_SERVER (object);
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);

  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->replies, mock_replies_free);
  if (self->fallback_free != NULL)
    self->fallback_free (self->fallback_data);
  g_clear_pointer (&self->stalled, g_ptr_array_unref);
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);

  G_OBJECT_CLASS (mock_server_parent_class)->finalize (object);
}

static void
mock_server_class_init (MockServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = mock_server_constructed;
  object_class->finalize = mock_server_finalize;
}

static void
mock_server_init (MockServer *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->replies = mock_replies_new ();
  self->stalled = g_ptr_array_new_with_free_func (g_object_unref);
  self->requests = g_ptr_array_new_with_free_func (mock_request_free);
}

/* Listens at once, on a port of 127.0.0.1 that the system picks, in a thread of its own. */
MockServer *
mock_server_new (void)
{
  return g_object_new (MOCK_TYPE_SERVER, NULL);
}

const char *
mock_server_get_base (MockServer *self)
{
  return self->base;
}

/* Queues one answer for a method and a percent-encoded path; the last one of a queue repeats. */
void
mock_server_reply_full (MockServer      *self,
                        const char      *method,
                        const char      *path,
                        const MockReply *reply)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  mock_replies_add (self->replies, method, path, reply);
}

void
mock_server_reply (MockServer *self,
                   const char *method,
                   const char *path,
                   guint       status,
                   const char *body)
{
  mock_server_reply_full (self, method, path, &(MockReply) { .status = status, .body = body });
}

/* The body is a file of tests/data. */
void
mock_server_reply_file (MockServer *self,
                        const char *method,
                        const char *path,
                        guint       status,
                        const char *name)
{
  g_autoptr(GBytes) bytes = test_load_data (name);

  mock_server_reply_full (self, method, path, &(MockReply) { .status = status, .bytes = bytes });
}

/* Forgets all queued answers, not the requests. */
void
mock_server_clear (MockServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  mock_replies_clear (self->replies);
}

/* Called in the server's thread for each request; set it before the first one. */
void
mock_server_set_request_func (MockServer     *self,
                              MockServerFunc  func,
                              gpointer        user_data)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->func = func;
  self->func_data = user_data;
}

/* Answers what is not scripted: called in the server's thread; where it returns NULL the answer is 404. */
void
mock_server_set_fallback (MockServer     *self,
                          MockFallback    func,
                          gpointer        user_data,
                          GDestroyNotify  destroy)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->fallback_free != NULL)
    self->fallback_free (self->fallback_data);
  self->fallback = func;
  self->fallback_data = user_data;
  self->fallback_free = destroy;
}

guint
mock_server_get_n_requests (MockServer *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->requests->len;
}

/* The request stays as long as the server. */
const MockRequest *
mock_server_get_request (MockServer *self,
                         guint       i)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert_cmpuint (i, <, self->requests->len);

  return g_ptr_array_index (self->requests, i);
}

typedef struct {
  MockServer *server;
  guint       n_requests;
} Wanted;

static gboolean
has_requests (gpointer user_data)
{
  const Wanted *wanted = user_data;

  return mock_server_get_n_requests (wanted->server) >= wanted->n_requests;
}

/* Spins the default context until so many requests have come in all; fails at the deadline. */
void
mock_server_wait_for_requests (MockServer *self,
                               guint       n_requests)
{
  test_wait_until (has_requests, &(Wanted) { self, n_requests });
}
