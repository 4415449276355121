/* test-read.c – reading a stream to its end, up to a limit
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-read.h"
#include "test-utils.h"

static GBytes *
read_all (gsize         size,
          gsize         max_bytes,
          GCancellable *cancellable,
          GError      **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (g_strnfill (size, 'x'), size);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GAsyncResult) result = NULL;

  surmise_read_async (stream, max_bytes, cancellable, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_read_finish (result, error);
}

static void
assert_read (gsize size,
             gsize max_bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = read_all (size, max_bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, size);
}

static void
test_whole (void)
{
  assert_read (200000, 1000000);
}

static void
test_empty (void)
{
  assert_read (0, 10);
}

static void
test_just_fits (void)
{
  assert_read (200000, 200000);
}

static void
test_over_limit (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_all (200001, 200000, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
test_cancelled (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);

  g_assert_null (read_all (10, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/read/whole", test_whole);
  g_test_add_func ("/read/empty", test_empty);
  g_test_add_func ("/read/just-fits", test_just_fits);
  g_test_add_func ("/read/over-limit", test_over_limit);
  g_test_add_func ("/read/cancelled", test_cancelled);

  return g_test_run ();
}
