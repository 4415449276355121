/* prepare-fixture.c – files for the tests of preparing pictures, and what came out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "prepare-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static char *folder;

void
fixture_begin (int    *argc,
               char ***argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  /* The HEIF loader warns of broken files, as it may; criticals stay fatal. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  folder = g_dir_make_tmp ("surmise-prepare-XXXXXX", &error);
  g_assert_no_error (error);
}

int
fixture_end (int status)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = fixture_path (name);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}

char *
fixture_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
fixture_run (const char *tool,
             ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  const char *arg = tool;
  int status = 0;
  va_list args;

  va_start (args, tool);
  for (; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_spawn_sync (folder, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s: %s", tool, error->message, errors);
  return output;
}

GBytes *
fixture_read (const char *name)
{
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

void
fixture_write (const char *name,
               const void *bytes,
               gsize       length)
{
  g_autofree char *path = fixture_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

gboolean
fixture_contains (GBytes     *bytes,
                  const char *text)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

int
fixture_open_bytes (const void *bytes,
                    gsize       length)
{
  int fd = memfd_create ("picture", MFD_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, bytes, length), ==, (gssize) length);
  return fd;
}

static SurmisePrepared *
prepare_path (const char *name,
              guint       max_edge,
              GError    **error)
{
  g_autofree char *path = fixture_path (name);
  SurmisePrepared *prepared;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  prepared = surmise_prepare (fd, max_edge, NULL, error);
  close (fd);
  return prepared;
}

SurmisePrepared *
prepare_file (const char *name,
              guint       max_edge)
{
  g_autoptr (GError) error = NULL;
  SurmisePrepared *prepared = prepare_path (name, max_edge, &error);

  g_assert_no_error (error);
  g_assert_nonnull (prepared);
  return prepared;
}

GdkPixbuf *
prepare_pixels (const char *name,
                guint       max_edge)
{
  g_autoptr (SurmisePrepared) prepared = prepare_file (name, max_edge);
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_bytes (surmise_prepared_get_jpeg (prepared));
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, surmise_prepared_get_width (prepared));
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, surmise_prepared_get_height (prepared));
  return pixbuf;
}

SurmisePrepared *
prepare_bytes (const void *bytes,
               gsize       length,
               GError    **error)
{
  int fd = fixture_open_bytes (bytes, length);
  SurmisePrepared *prepared = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, error);

  close (fd);
  return prepared;
}

void
assert_refused (const char *name,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared = prepare_path (name, SURMISE_PREPARE_EDGE, &error);

  g_assert_error (error, SURMISE_PREPARE_ERROR, code);
  g_assert_null (prepared);
}

void
assert_refused_bytes (const void *bytes,
                      gsize       length,
                      int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared = prepare_bytes (bytes, length, &error);

  g_assert_error (error, SURMISE_PREPARE_ERROR, code);
  g_assert_null (prepared);
}

void
assert_pixel (GdkPixbuf *pixbuf,
              int        x,
              int        y,
              guint      rgb,
              int        tolerance)
{
  const guchar *at = gdk_pixbuf_read_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf) +
                     (gsize) x * gdk_pixbuf_get_n_channels (pixbuf);

  for (int c = 0; c < 3; c++)
    {
      int want = (int) (rgb >> (16 - 8 * c) & 0xff);

      if (ABS (at[c] - want) > tolerance)
        g_test_message ("pixel %d,%d is %02x%02x%02x and not %06x", x, y, at[0], at[1], at[2], rgb);
      g_assert_cmpint (at[c], >=, want - tolerance);
      g_assert_cmpint (at[c], <=, want + tolerance);
    }
}
