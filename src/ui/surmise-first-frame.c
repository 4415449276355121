/* surmise-first-frame.c – says when the first frame was on the screen, for the benchmark
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-first-frame.h"

static gint64 begun; /* microseconds, monotonic: set once at the start of main() */
static gboolean painted;

static void
on_paint (GdkFrameClock *clock,
          gpointer       user_data)
{
  painted = TRUE;
}

/* The clock also ticks before there is anything to paint. */
static void
on_after_paint (GdkFrameClock *clock,
                gpointer       user_data)
{
  if (!painted)
    return;

  g_printerr ("first-frame %.3f\n", (g_get_monotonic_time () - begun) / 1e6);
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, user_data);
}

static void
on_map (GtkWidget *window,
        gpointer   user_data)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "paint", G_CALLBACK (on_paint), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), NULL);
}

void
surmise_first_frame_begin (void)
{
  begun = g_get_monotonic_time ();
}

/**
 * surmise_first_frame_watch:
 * @window: a window that is not shown yet
 *
 * Prints "first-frame SECONDS" where SURMISE_PRINT_FIRST_FRAME is set.
 */
void
surmise_first_frame_watch (GtkWidget *window)
{
  if (g_getenv ("SURMISE_PRINT_FIRST_FRAME") != NULL && !gtk_widget_get_mapped (window))
    g_signal_connect (window, "map", G_CALLBACK (on_map), NULL);
}
