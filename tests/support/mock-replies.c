/* mock-replies.c – what the scripted server still has to say
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mock-replies.h"

#include "mock-request.h"

/* What is said to one path and one query, in order. The last one repeats, unless it is for once. */
typedef struct {
  char   *query;   /* (nullable) */
  GQueue  replies; /* of MockScripted */
} Queue;

struct _MockReplies
{
  GHashTable *paths; /* (owned) "METHOD path" → GPtrArray of Queue */
};

static void
scripted_clear (gpointer data)
{
  MockScripted *self = data;

  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->headers, g_strfreev);
  g_clear_pointer (&self->each_input, json_node_unref);
}

static void
queue_free (gpointer data)
{
  Queue *queue = data;

  g_queue_clear_full (&queue->replies, (GDestroyNotify) mock_scripted_unref);
  g_free (queue->query);
  g_free (queue);
}

static MockScripted *
scripted_new (const MockReply *reply)
{
  MockScripted *self = g_rc_box_new0 (MockScripted);
  const char *text = reply->body != NULL ? reply->body : "";

  self->status = reply->status;
  self->body = reply->bytes != NULL ? g_bytes_ref (reply->bytes) : g_bytes_new (text, strlen (text));
  self->content_type = g_strdup (reply->content_type != NULL ? reply->content_type : "application/json");
  self->headers = g_strdupv ((char **) reply->headers);
  self->delay_ms = reply->delay_ms;
  self->cut = reply->cut;
  self->stall = reply->stall;
  self->once = reply->once;
  if (reply->each_input != NULL)
    {
      g_autoptr(GError) error = NULL;

      self->each_input = json_from_string (reply->each_input, &error);
      g_assert_no_error (error);
    }

  return self;
}

static GPtrArray *
ensure_queues (MockReplies *self,
               const char  *method,
               const char  *path)
{
  g_autofree char *key = g_strdup_printf ("%s %s", method, path);
  GPtrArray *queues = g_hash_table_lookup (self->paths, key);

  if (queues == NULL)
    {
      queues = g_ptr_array_new_with_free_func (queue_free);
      g_hash_table_insert (self->paths, g_steal_pointer (&key), queues);
    }

  return queues;
}

static Queue *
ensure_queue (GPtrArray  *queues,
              const char *query)
{
  Queue *queue;

  for (guint i = 0; i < queues->len; i++)
    {
      queue = g_ptr_array_index (queues, i);
      if (g_strcmp0 (queue->query, query) == 0)
        return queue;
    }

  queue = g_new0 (Queue, 1);
  queue->query = g_strdup (query);
  g_ptr_array_add (queues, queue);

  return queue;
}

/* The one that demands most of what the request asks; the older one of two alike. */
static Queue *
find_queue (GPtrArray         *queues,
            const MockRequest *request)
{
  Queue *best = NULL;
  guint most = 0;

  for (guint i = 0; i < queues->len; i++)
    {
      Queue *queue = g_ptr_array_index (queues, i);
      guint n_pairs;

      if (queue->replies.length == 0 ||
          !mock_request_asks (request, queue->query != NULL ? queue->query : "", &n_pairs))
        continue;
      if (best == NULL || n_pairs > most)
        {
          best = queue;
          most = n_pairs;
        }
    }

  return best;
}

MockReplies *
mock_replies_new (void)
{
  MockReplies *self = g_new0 (MockReplies, 1);

  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
mock_replies_free (MockReplies *self)
{
  g_hash_table_unref (self->paths);
  g_free (self);
}

void
mock_replies_clear (MockReplies *self)
{
  g_hash_table_remove_all (self->paths);
}

void
mock_replies_add (MockReplies     *self,
                  const char      *method,
                  const char      *path,
                  const MockReply *reply)
{
  Queue *queue = ensure_queue (ensure_queues (self, method, path), reply->query);

  g_queue_push_tail (&queue->replies, scripted_new (reply));
}

MockScripted *
mock_replies_take (MockReplies       *self,
                   const MockRequest *request)
{
  g_autofree char *key = g_strdup_printf ("%s %s", request->method, request->path);
  GPtrArray *queues = g_hash_table_lookup (self->paths, key);
  Queue *queue = queues != NULL ? find_queue (queues, request) : NULL;
  MockScripted *head;

  if (queue == NULL)
    return NULL;

  head = g_queue_peek_head (&queue->replies);
  if (queue->replies.length > 1 || head->once)
    return g_queue_pop_head (&queue->replies);

  return g_rc_box_acquire (head);
}

void
mock_scripted_unref (MockScripted *self)
{
  g_rc_box_release_full (self, scripted_clear);
}
