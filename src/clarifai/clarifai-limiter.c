/* clarifai-limiter.c – how many requests go out in a second
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-limiter.h"

/* A little over a second, for requests do not take equally long to arrive. */
#define WINDOW (G_USEC_PER_SEC + G_USEC_PER_SEC / 10)

/**
 * ClarifaiLimiter:
 *
 * A sliding window: a request waits until the one that is per-second places before it is older than the
 * window, so that no second ever sees more, wherever it begins. Waiting ones go out in their order. All
 * calls come from one thread.
 */
struct _ClarifaiLimiter
{
  GObject  parent_instance;

  guint    per_second;
  GQueue   waiting; /* of GTask, each owned */
  GArray  *sent;    /* (owned) of gint64, monotonic, oldest first, never more than per_second */
  gint64   paused_until;
  GSource *timer;   /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiLimiter, clarifai_limiter, G_TYPE_OBJECT)

static void release (ClarifaiLimiter *self);

static gboolean
on_timer (gpointer user_data)
{
  ClarifaiLimiter *self = user_data;

  g_clear_pointer (&self->timer, g_source_unref);
  release (self);

  return G_SOURCE_REMOVE;
}

static void
stop_timer (ClarifaiLimiter *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static void
start_timer (ClarifaiLimiter *self,
             gint64           microseconds)
{
  stop_timer (self);
  self->timer = g_timeout_source_new ((guint) CLAMP (microseconds / 1000 + 1, 1, G_MAXINT));
  g_source_set_callback (self->timer, on_timer, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

/* When the next one may go. */
static gint64
find_next_time (ClarifaiLimiter *self)
{
  gint64 next = self->paused_until;

  while (self->sent->len > self->per_second)
    g_array_remove_index (self->sent, 0);
  if (self->sent->len == self->per_second)
    next = MAX (next, g_array_index (self->sent, gint64, 0) + WINDOW);

  return next;
}

static void
release (ClarifaiLimiter *self)
{
  /* Whoever may go now may be the last who knew it. */
  g_autoptr(ClarifaiLimiter) kept = g_object_ref (self);

  while (!g_queue_is_empty (&self->waiting))
    {
      gint64 now = g_get_monotonic_time ();
      gint64 next = find_next_time (self);
      g_autoptr(GTask) task = NULL;

      if (now < next)
        {
          start_timer (self, next - now);
          return;
        }

      if (self->sent->len == self->per_second)
        g_array_remove_index (self->sent, 0);
      g_array_append_val (self->sent, now);
      task = g_queue_pop_head (&self->waiting);
      g_source_destroy (g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }

  stop_timer (self);
}

static gboolean
on_cancelled (GCancellable *cancellable,
              gpointer      user_data)
{
  GTask *waiting = user_data;
  ClarifaiLimiter *self = g_task_get_source_object (waiting);
  g_autoptr(GTask) task = NULL;

  if (g_queue_remove (&self->waiting, waiting))
    {
      task = waiting;
      g_task_return_error_if_cancelled (task);
    }

  return G_SOURCE_REMOVE;
}

static void
clarifai_limiter_finalize (GObject *object)
{
  ClarifaiLimiter *self = CLARIFAI_LIMITER (object);

  stop_timer (self);
  g_clear_pointer (&self->sent, g_array_unref);

  G_OBJECT_CLASS (clarifai_limiter_parent_class)->finalize (object);
}

static void
clarifai_limiter_class_init (ClarifaiLimiterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_limiter_finalize;
}

static void
clarifai_limiter_init (ClarifaiLimiter *self)
{
  g_queue_init (&self->waiting);
  self->sent = g_array_new (FALSE, FALSE, sizeof (gint64));
}

ClarifaiLimiter *
clarifai_limiter_new (guint per_second)
{
  ClarifaiLimiter *self = g_object_new (CLARIFAI_TYPE_LIMITER, NULL);

  clarifai_limiter_set_per_second (self, per_second);

  return self;
}

void
clarifai_limiter_set_per_second (ClarifaiLimiter *self,
                                 guint            per_second)
{
  g_return_if_fail (CLARIFAI_IS_LIMITER (self));
  g_return_if_fail (per_second > 0);

  self->per_second = per_second;
}

/* From now on nothing goes out for so long; a pause that ends later stays. */
void
clarifai_limiter_pause (ClarifaiLimiter *self,
                        gint64           microseconds)
{
  g_return_if_fail (CLARIFAI_IS_LIMITER (self));

  self->paused_until = MAX (self->paused_until, g_get_monotonic_time () + microseconds);
}

/* Ends when the caller may send one request. */
void
clarifai_limiter_acquire_async (ClarifaiLimiter     *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;
  GSource *source;

  g_return_if_fail (CLARIFAI_IS_LIMITER (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_limiter_acquire_async);

  source = g_cancellable_source_new (cancellable);
  g_source_set_callback (source, G_SOURCE_FUNC (on_cancelled), task, NULL);
  g_source_attach (source, g_task_get_context (task));
  g_task_set_task_data (task, source, (GDestroyNotify) g_source_unref);

  g_queue_push_tail (&self->waiting, task);
  release (self);
}

gboolean
clarifai_limiter_acquire_finish (ClarifaiLimiter  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
