/* bench-search.c – one more letter in the search, where ten thousand models are listed already
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fails where the median of the main loop's time for a letter, until its rows are drawn, is above the goal.
 */
#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "mock-catalogue.h"
#include "model-chooser-fixture.h"

/* Some of them take no pictures and are not listed. */
#define N_MODELS 11500
#define LEAST    10000
#define GOAL_MS  16.0

/* All of the models have the first word. */
#define BEFORE "made "

static const char *const LETTERS[] = { "m", "b", "s", "f", "t" };

typedef struct {
  double in_loop; /* seconds, of this thread alone, at work */
  double total;   /* seconds that went by, without those in which there was nothing to do */
  guint  longest; /* microseconds between two waits */
} Times;

static struct {
  GPollFunc poll;
  gint64    waited;
  gint64    last; /* when the last wait ended */
  gint64    longest;
} watch;

/* Stands between the main loop and the system's poll(), and so knows when there was nothing to do. */
static gint
watched_poll (GPollFD *fds,
              guint    n_fds,
              gint     timeout)
{
  gint64 before = g_get_monotonic_time (), after;
  gint result;

  watch.longest = MAX (watch.longest, before - watch.last);
  result = watch.poll (fds, n_fds, timeout);
  after = g_get_monotonic_time ();
  watch.waited += after - before;
  watch.last = after;

  return result;
}

static double
get_thread_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gboolean
is_listed (gpointer user_data)
{
  Fixture *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  /* Near its end, the list asks for more, whenever it is scrolled. */
  gtk_adjustment_set_value (adjustment, 0);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->view))) >= LEAST;
}

static gboolean
is_renewed (gpointer user_data)
{
  Fixture *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->view)));

  return n > 1 && n < LEAST / 10;
}

static void
on_after_paint (GdkFrameClock *clock,
                gboolean      *painted)
{
  *painted = TRUE;
}

static gboolean
is_true (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static void
wait_for_frame (Fixture *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->view));
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &painted);

  gtk_widget_queue_draw (GTK_WIDGET (self->view));
  test_wait_until (is_true, &painted);
  g_signal_handler_disconnect (clock, handler);
}

static Times
press (Fixture    *self,
       const char *letter)
{
  int end = -1;
  gint64 start;
  double cpu;

  type_text (self, BEFORE);
  test_wait_until_full (is_listed, self, 120000);
  wait_for_frame (self);

  watch.waited = 0;
  watch.longest = 0;
  watch.last = start = g_get_monotonic_time ();
  cpu = get_thread_seconds ();
  /* As a key does it; to set the text would be to clear it first. */
  gtk_editable_insert_text (self->entry, letter, -1, &end);
  test_wait_until (is_renewed, self);
  wait_for_frame (self);

  return (Times) { get_thread_seconds () - cpu,
                   (double) (g_get_monotonic_time () - start - watch.waited) / 1e6, (guint) watch.longest };
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (int   argc,
      char *argv[])
{
  double in_loop[G_N_ELEMENTS (LETTERS)];
  Fixture fixture = { NULL };
  double median;

  gtk_init ();
  adw_init ();
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, watched_poll);

  fixture_set_up (&fixture, NULL);
  mock_catalogue_serve (fixture.server, N_MODELS, 40);
  open_chooser (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (LETTERS); i++)
    {
      Times times = press (&fixture, LETTERS[i]);

      in_loop[i] = times.in_loop;
      g_print ("“%s%s”: %.1f ms of the main loop (%.1f ms went by), the longest turn %.1f ms\n", BEFORE,
               LETTERS[i], times.in_loop * 1000, times.total * 1000, times.longest / 1000.0);
    }
  fixture_tear_down (&fixture, NULL);

  qsort (in_loop, G_N_ELEMENTS (in_loop), sizeof *in_loop, compare_doubles);
  median = in_loop[G_N_ELEMENTS (in_loop) / 2] * 1000;
  g_print ("median %.1f ms, goal %.0f ms\n", median, GOAL_MS);

  return median <= GOAL_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
