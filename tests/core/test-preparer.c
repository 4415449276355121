/* test-preparer.c – where the bytes of a picture come from
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what is made of the bytes, which has tests of its own; addresses beyond one that works and one that does
 * not: see the fetcher's tests.
 */
#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include "mock-server.h"
#include "surmise-address.h"
#include "surmise-preparer.h"
#include "test-files.h"
#include "test-utils.h"

typedef struct
{
  TestFiles        files;
  MockServer      *server;
  SurmisePreparer *preparer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(SurmiseFetcher) fetcher = NULL;

  test_files_set_up (&self->files, NULL);
  self->server = mock_server_new ();
  fetcher = g_object_new (SURMISE_TYPE_FETCHER, "opened", mock_server_get_base (self->server) + strlen ("http://"), NULL);
  self->preparer = surmise_preparer_new (fetcher);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (self->preparer), (gpointer *) &self->preparer);
  g_object_unref (self->preparer);
  test_wait_until_null ((gpointer *) &self->preparer);
  g_clear_object (&self->server);
  test_files_tear_down (&self->files, NULL);
}

static SurmisePrepared *
prepare (Fixture         *self,
         SurmisePicture  *picture,
         guint            max_edge,
         GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_preparer_prepare_async (self->preparer, picture, max_edge, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_preparer_prepare_finish (self->preparer, result, error);
}

static SurmisePicture *
picture_of_file (Fixture    *self,
                 const char *name)
{
  g_autofree char *path = test_files_path (&self->files, name);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return surmise_picture_new_for_file (file);
}

static void
assert_prepared (Fixture        *self,
                 SurmisePicture *picture,
                 guint           max_edge,
                 int             width,
                 int             height)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmisePrepared) prepared = prepare (self, picture, max_edge, &error);

  g_assert_no_error (error);
  g_assert_cmpint (surmise_prepared_get_width (prepared), ==, width);
  g_assert_cmpint (surmise_prepared_get_height (prepared), ==, height);
}

static void
assert_fails (Fixture        *self,
              SurmisePicture *picture,
              GQuark          domain,
              int             code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (prepare (self, picture, 1024, &error));
  g_assert_error (error, domain, code);
}

static void
test_file (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 1);
  g_autoptr(SurmisePicture) picture = picture_of_file (self, "a.jpg");

  test_files_write_bytes (&self->files, "a.jpg", jpeg);
  assert_prepared (self, picture, 1024, 60, 40);
  assert_prepared (self, picture, 30, 30, 20);
  assert_prepared (self, picture, 0, 60, 40);
}

static void
test_bytes (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 6);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmisePrepared) prepared = prepare (self, picture, 1024, &error);

  g_assert_no_error (error);
  g_assert_true (surmise_prepared_get_turned (prepared));
  g_assert_cmpint (surmise_prepared_get_width (prepared), ==, 40);
}

static void
test_no_bytes (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (none, "Pasted");

  assert_fails (self, picture, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
}

/* A resource has no path, as a file on a phone or a server has none. */
static void
test_foreign (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *path = test_files_path (&self->files, "foreign.gresource");
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 1);
  const char *xml = "<gresources><gresource prefix='/test'><file>a.jpg</file></gresource></gresources>";
  g_autoptr(GResource) resource = NULL;
  g_autoptr(GFile) file = g_file_new_for_uri ("resource:///test/a.jpg");
  g_autoptr(GFile) missing = g_file_new_for_uri ("resource:///test/b.jpg");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);
  g_autoptr(SurmisePicture) other = surmise_picture_new_for_file (missing);
  g_autoptr(GSubprocess) compiler = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *source = test_files_path (&self->files, "a.xml");
  g_autofree char *source_dir = g_strconcat ("--sourcedir=", self->files.folder, NULL);
  g_autofree char *target = g_strconcat ("--target=", path, NULL);

  test_files_write (&self->files, "a.xml", xml);
  test_files_write_bytes (&self->files, "a.jpg", jpeg);
  compiler = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, "glib-compile-resources", source_dir, target, source, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (compiler, NULL, &error));
  resource = g_resource_load (path, &error);
  g_assert_no_error (error);
  g_resources_register (resource);

  assert_prepared (self, picture, 1024, 60, 40);
  assert_fails (self, other, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_resources_unregister (resource);
}

/* A scheme that nothing on this computer reads. */
static void
test_unknown_scheme (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("nonsense://host/a.jpg");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);

  assert_fails (self, picture, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_pipe (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = test_files_path (&self->files, "pipe.jpg");
  g_autoptr(SurmisePicture) picture = picture_of_file (self, "pipe.jpg");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_fails (self, picture, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
}

static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = picture_of_file (self, ".");

  assert_fails (self, picture, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
}

static void
test_device (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);

  assert_fails (self, picture, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
}

static void
test_missing (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = picture_of_file (self, "missing.jpg");

  assert_fails (self, picture, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_unreadable (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = picture_of_file (self, "closed.jpg");

  test_files_write (&self->files, "closed.jpg", "");
  test_files_close (&self->files, "closed.jpg");
  assert_fails (self, picture, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_address (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 1);
  g_autofree char *address = g_strconcat (mock_server_get_base (self->server), "/a.jpg", NULL);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_address (address, NULL);

  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .bytes = jpeg, .content_type = "image/jpeg" });
  assert_prepared (self, picture, 1024, 60, 40);
}

static void
test_private_address (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_address ("http://127.0.0.1:1/a.jpg", NULL);

  assert_fails (self, picture, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
}

static void
test_many (Fixture       *self,
           gconstpointer  data)
{
  GAsyncResult *results[40] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GBytes) jpeg = test_picture_new (10 + (int) i, 10, 0x336699, 1);
      g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");

      surmise_preparer_prepare_async (self->preparer, picture, 1024, NULL, test_catch_result, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GAsyncResult) result = test_wait_for_result (&results[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(SurmisePrepared) prepared = surmise_preparer_prepare_finish (self->preparer, result, &error);

      g_assert_no_error (error);
      g_assert_cmpint (surmise_prepared_get_width (prepared), ==, 10 + (int) i);
    }
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  surmise_preparer_prepare_async (self->preparer, picture, 1024, cancellable, test_catch_result, &result);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);

  g_assert_null (surmise_preparer_prepare_finish (self->preparer, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_prepared (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(SurmisePrepared) prepared = surmise_preparer_prepare_finish (SURMISE_PREPARER (source), result, NULL);

  g_assert_nonnull (prepared);
  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  (*(guint *) user_data)++;
}

static void
on_gone (gpointer  user_data,
         GObject  *where)
{
  *(GThread **) user_data = g_thread_self ();
}

/* The preparer, and with it the session that fetches, belongs to the thread that made it, even when only work in
 * progress holds it. */
static void
test_owner_gone (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmiseFetcher) fetcher = surmise_fetcher_new ();
  g_autoptr(GBytes) jpeg = test_picture_new (60, 40, 0x336699, 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");

  for (guint i = 0; i < 50; i++)
    {
      SurmisePreparer *preparer = surmise_preparer_new (fetcher);
      GThread *thread = NULL;
      guint n = 0;

      g_object_weak_ref (G_OBJECT (preparer), on_gone, &thread);
      surmise_preparer_prepare_async (preparer, picture, 1024, NULL, on_prepared, &n);
      g_object_unref (preparer);
      while (thread == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n, ==, 1);
      g_assert_true (thread == g_thread_self ());
    }
}

int
main (int   argc,
      char *argv[])
{
  test_files_begin ();
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/preparer/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("file", test_file);
  ADD ("bytes", test_bytes);
  ADD ("no-bytes", test_no_bytes);
  ADD ("foreign-file", test_foreign);
  ADD ("unknown-scheme", test_unknown_scheme);
  ADD ("pipe-does-not-hang", test_pipe);
  ADD ("folder", test_folder);
  ADD ("device", test_device);
  ADD ("missing", test_missing);
  ADD ("unreadable", test_unreadable);
  ADD ("address", test_address);
  ADD ("private-address", test_private_address);
  ADD ("many-at-once", test_many);
  ADD ("cancelled", test_cancelled);
  ADD ("owner-gone", test_owner_gone);

  return g_test_run ();
}
