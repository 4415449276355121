/* test-missing-loader.c – what is said when the system cannot read a kind
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program of its own: which loaders there are is settled once a process.
 */
#include "config.h"

#include <string.h>

#include "prepare-fixture.h"

static void
test_missing (gconstpointer data)
{
  const char *package = data;
  const char *kind = g_test_get_path () + strlen ("/prepare/missing-loader/");
  g_autofree char *name = g_strdup_printf ("picture.%s", kind);
  g_autofree char *output = fixture_run ("convert", "-size", "64x48", "gradient:", name, NULL);
  g_autoptr (GBytes) bytes = fixture_read (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared =
    prepare_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_MISSING_LOADER);
  g_assert_cmpstr (error->message, ==, package);
  g_assert_null (prepared);
}

static void
test_not_offered (void)
{
  g_auto (GStrv) types = surmise_prepare_list_mime_types ();

  g_assert_true (g_strv_contains ((const char *const *) types, "image/jpeg"));
  g_assert_true (g_strv_contains ((const char *const *) types, "image/png"));
  g_assert_false (g_strv_contains ((const char *const *) types, "image/webp"));
  g_assert_false (g_strv_contains ((const char *const *) types, "image/heic"));
  g_assert_false (g_strv_contains ((const char *const *) types, "image/avif"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;

  fixture_begin (&argc, &argv);
  fixture_write ("loaders.cache", "# none beside those that are built in\n", 38);
  path = fixture_path ("loaders.cache");
  g_setenv ("GDK_PIXBUF_MODULE_FILE", path, TRUE);
  g_test_add_data_func ("/prepare/missing-loader/webp", "webp-pixbuf-loader", test_missing);
  g_test_add_data_func ("/prepare/missing-loader/heic", "heif-gdk-pixbuf", test_missing);
  g_test_add_data_func ("/prepare/missing-loader/avif", "libavif-gdk-pixbuf", test_missing);
  g_test_add_func ("/prepare/missing-loader/not-offered", test_not_offered);
  return fixture_end (g_test_run ());
}
