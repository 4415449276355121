/* bare-window.c – the least that an application with a window can be, to measure others by
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <adwaita.h>

static gint64 start_time;

static void
on_clock_after_paint (GdkFrameClock *clock,
                      gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, on_clock_after_paint, user_data);
  if (g_strcmp0 (g_getenv ("SURMISE_PRINT_FIRST_FRAME"), "1") == 0)
    g_printerr ("first-frame %.3f\n", (double) (g_get_monotonic_time () - start_time) / G_USEC_PER_SEC);
}

static void
on_application_activate (GApplication *application,
                         gpointer      user_data)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  /* A window without a word in it would be spared the fonts, which no window that anybody uses is. */
  gtk_window_set_title (GTK_WINDOW (window), "Bare Window");
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 640);
  gtk_widget_realize (window);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (on_clock_after_paint),
                    NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (AdwApplication) application = NULL;

  start_time = g_get_monotonic_time ();
  application = adw_application_new ("io.github.surmise.BareWindow", G_APPLICATION_DEFAULT_FLAGS);
  g_signal_connect (application, "activate", G_CALLBACK (on_application_activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
