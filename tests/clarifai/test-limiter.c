/* test-limiter.c – how many requests go out in a second
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-limiter.h"
#include "test-utils.h"

typedef struct {
  GArray *times; /* of gint64 */
  guint   n_cancelled;
} Log;

static void
acquired_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Log *log = user_data;
  g_autoptr(GError) error = NULL;
  gint64 now = g_get_monotonic_time ();

  if (clarifai_limiter_acquire_finish (CLARIFAI_LIMITER (source), result, &error))
    g_array_append_val (log->times, now);
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      log->n_cancelled++;
    }
}

static gboolean
has_forty (gpointer user_data)
{
  return ((Log *) user_data)->times->len == 40;
}

static gboolean
has_one (gpointer user_data)
{
  return ((Log *) user_data)->times->len == 1;
}

static gboolean
has_two_cancelled (gpointer user_data)
{
  return ((Log *) user_data)->n_cancelled == 2;
}

static void
test_no_second_sees_more (void)
{
  g_autoptr(ClarifaiLimiter) limiter = clarifai_limiter_new (15);
  Log log = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };

  for (guint i = 0; i < 40; i++)
    clarifai_limiter_acquire_async (limiter, NULL, acquired_cb, &log);
  test_wait_until (has_forty, &log);

  for (guint i = 0; i + 15 < log.times->len; i++)
    g_assert_cmpint (g_array_index (log.times, gint64, i + 15) - g_array_index (log.times, gint64, i), >=,
                     G_USEC_PER_SEC);
  /* And it does not wait longer than it must: the last ten are in the third second. */
  g_assert_cmpint (g_array_index (log.times, gint64, 39) - g_array_index (log.times, gint64, 0), <,
                   5 * G_USEC_PER_SEC);
  g_array_unref (log.times);
}

static void
test_pause (void)
{
  g_autoptr(ClarifaiLimiter) limiter = clarifai_limiter_new (15);
  Log log = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
  gint64 start = g_get_monotonic_time ();

  clarifai_limiter_pause (limiter, 200000);
  clarifai_limiter_pause (limiter, 100);
  clarifai_limiter_acquire_async (limiter, NULL, acquired_cb, &log);
  test_wait_until (has_one, &log);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 200000);
  g_array_unref (log.times);
}

static void
test_cancel (void)
{
  g_autoptr(ClarifaiLimiter) limiter = clarifai_limiter_new (15);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Log log = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
  gint64 start;

  clarifai_limiter_pause (limiter, 300000);
  clarifai_limiter_acquire_async (limiter, cancellable, acquired_cb, &log);
  clarifai_limiter_acquire_async (limiter, NULL, acquired_cb, &log);
  clarifai_limiter_acquire_async (limiter, cancellable, acquired_cb, &log);
  start = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  test_wait_until (has_two_cancelled, &log);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 100000);
  g_assert_cmpuint (log.times->len, ==, 0);

  /* The one between them is not lost. */
  test_wait_until (has_one, &log);
  g_assert_cmpuint (log.n_cancelled, ==, 2);
  g_array_unref (log.times);
}

static void
test_released (void)
{
  ClarifaiLimiter *limiter = clarifai_limiter_new (1);
  Log log = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
  gpointer weak = limiter;

  clarifai_limiter_acquire_async (limiter, NULL, acquired_cb, &log);
  test_wait_until (has_one, &log);
  g_object_add_weak_pointer (weak, &weak);
  g_clear_object (&limiter);
  test_wait_until_null (&weak);
  g_array_unref (log.times);
}

static void
let_go_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  ClarifaiLimiter **limiter = user_data;

  g_assert_true (clarifai_limiter_acquire_finish (CLARIFAI_LIMITER (source), result, NULL));
  g_clear_object (limiter);
}

/* Whoever waited may be the last who knew it. */
static void
test_released_by_the_last (void)
{
  ClarifaiLimiter *limiter = clarifai_limiter_new (1);
  Log log = { g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };
  gpointer weak = limiter;

  g_object_add_weak_pointer (weak, &weak);
  clarifai_limiter_acquire_async (limiter, NULL, acquired_cb, &log);
  clarifai_limiter_acquire_async (limiter, NULL, let_go_cb, &limiter);
  test_wait_until (has_one, &log);
  test_wait_until_null (&weak);
  g_array_unref (log.times);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/limiter/no-second-sees-more", test_no_second_sees_more);
  g_test_add_func ("/limiter/pause", test_pause);
  g_test_add_func ("/limiter/cancel", test_cancel);
  g_test_add_func ("/limiter/released", test_released);
  g_test_add_func ("/limiter/released-by-the-last", test_released_by_the_last);

  return g_test_run ();
}
