/* test-folder.c – finding the pictures among files and folders
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "surmise-folder.h"
#include "test-files.h"
#include "test-utils.h"

static GPtrArray *
expand (GPtrArray    *files,
        GCancellable *cancellable,
        GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_folder_expand_async (files, cancellable, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_folder_expand_finish (result, error);
}

static GPtrArray *
files_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* What is found, by its path below the test's folder, in one line. */
static void
assert_found (TestFiles  *files,
              const char *named,
              const char *expected)
{
  g_autofree char *path = test_files_path (files, named);
  g_autoptr(GPtrArray) names = files_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GFile) base = g_file_new_for_path (files->folder);
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (names, g_file_new_for_path (path));
  found = expand (names, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *name = g_file_get_relative_path (base, found->pdata[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", name);
    }
  g_assert_cmpstr (line->str, ==, expected);
}

static void
test_order (TestFiles     *files,
            gconstpointer  data)
{
  test_files_write (files, "f/picture10.jpg", "x");
  test_files_write (files, "f/picture9.jpg", "x");
  test_files_write (files, "f/a.png", "x");

  assert_found (files, "f", "f/a.png f/picture9.jpg f/picture10.jpg");
}

static void
test_nested (TestFiles     *files,
             gconstpointer  data)
{
  test_files_write (files, "f/b/z.jpg", "x");
  test_files_write (files, "f/b/deep/y.jpg", "x");
  test_files_write (files, "f/a/x.jpg", "x");
  test_files_write (files, "f/z.jpg", "x");

  assert_found (files, "f", "f/z.jpg f/a/x.jpg f/b/z.jpg f/b/deep/y.jpg");
}

static void
test_other_files (TestFiles     *files,
                  gconstpointer  data)
{
  test_files_write (files, "f/notes.txt", "x");
  test_files_write (files, "f/film.mp4", "x");
  test_files_write (files, "f/noending", "x");
  test_files_write (files, "f/A.JPG", "x");

  assert_found (files, "f", "f/A.JPG");
}

/* A file manager does not count one as a picture either. */
static void
test_empty_file (TestFiles     *files,
                 gconstpointer  data)
{
  test_files_write (files, "f/a.jpg", "");
  test_files_write (files, "f/b.jpg", "x");

  assert_found (files, "f", "f/b.jpg");
}

static void
test_hidden (TestFiles     *files,
             gconstpointer  data)
{
  test_files_write (files, "f/.hidden.jpg", "x");
  test_files_write (files, "f/.thumbnails/a.jpg", "x");
  test_files_write (files, "f/seen.jpg", "x");

  assert_found (files, "f", "f/seen.jpg");
}

static void
test_links (TestFiles     *files,
            gconstpointer  data)
{
  g_autofree char *loop = test_files_path (files, "f/loop");
  g_autofree char *link = test_files_path (files, "f/link.jpg");

  test_files_write (files, "f/real.jpg", "x");
  g_assert_cmpint (symlink (".", loop), ==, 0);
  g_assert_cmpint (symlink ("real.jpg", link), ==, 0);

  assert_found (files, "f", "f/real.jpg");
}

/* A folder that is a link is followed when it is named itself. */
static void
test_named_link (TestFiles     *files,
                 gconstpointer  data)
{
  g_autofree char *link = test_files_path (files, "link");

  test_files_write (files, "f/real.jpg", "x");
  g_assert_cmpint (symlink ("f", link), ==, 0);

  assert_found (files, "link", "link/real.jpg");
}

static void
test_pipe (TestFiles     *files,
           gconstpointer  data)
{
  g_autofree char *pipe = test_files_path (files, "f/pipe.jpg");

  test_files_write (files, "f/real.jpg", "x");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_found (files, "f", "f/real.jpg");
}

static void
test_empty (TestFiles     *files,
            gconstpointer  data)
{
  test_files_write (files, "f/notes.txt", "x");

  assert_found (files, "f", "");
}

/* The walk goes on beside a folder that cannot be read. */
static void
test_unreadable (TestFiles     *files,
                 gconstpointer  data)
{
  test_files_write (files, "f/a/closed/x.jpg", "x");
  test_files_write (files, "f/b.jpg", "x");
  test_files_write (files, "f/c/y.jpg", "x");
  test_files_close (files, "f/a/closed");

  assert_found (files, "f", "f/b.jpg f/c/y.jpg");
}

static void
test_named_itself (TestFiles     *files,
                   gconstpointer  data)
{
  test_files_write (files, "notes.txt", "x");
  test_files_write (files, ".hidden.jpg", "x");

  assert_found (files, "notes.txt", "notes.txt");
  assert_found (files, ".hidden.jpg", ".hidden.jpg");
  assert_found (files, "missing.jpg", "missing.jpg");
}

static void
test_mixed (TestFiles     *files,
            gconstpointer  data)
{
  g_autofree char *folder = test_files_path (files, "f");
  g_autoptr(GPtrArray) names = files_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;
  const char *address = "https://example.com/f/";
  g_autofree char *uri = NULL;

  test_files_write (files, "f/a.jpg", "x");
  test_files_write (files, "f/b.jpg", "x");
  g_ptr_array_add (names, g_file_new_for_uri (address));
  g_ptr_array_add (names, g_file_new_for_path (folder));
  g_ptr_array_add (names, g_file_new_for_path ("missing.jpg"));
  found = expand (names, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 4);
  uri = g_file_get_uri (found->pdata[0]);
  g_assert_cmpstr (uri, ==, address);
  g_assert_true (g_file_equal (found->pdata[3], names->pdata[2]));
}

static void
test_nothing (TestFiles     *files,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) names = files_new ();
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  found = expand (names, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);
}

static void
test_cancelled (TestFiles     *files,
                gconstpointer  data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) names = files_new ();
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (names, g_file_new_for_path (files->folder));
  g_cancellable_cancel (cancellable);

  g_assert_null (expand (names, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  test_files_begin ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/folder/" path, TestFiles, NULL, test_files_set_up, func, test_files_tear_down)
  ADD ("order-of-a-file-manager", test_order);
  ADD ("nested", test_nested);
  ADD ("other-files-left-out", test_other_files);
  ADD ("empty-file-left-out", test_empty_file);
  ADD ("hidden-left-out", test_hidden);
  ADD ("links-left-out", test_links);
  ADD ("named-link-followed", test_named_link);
  ADD ("pipe-left-out", test_pipe);
  ADD ("no-pictures", test_empty);
  ADD ("unreadable-passed-over", test_unreadable);
  ADD ("named-itself-stays", test_named_itself);
  ADD ("mixed", test_mixed);
  ADD ("nothing", test_nothing);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
