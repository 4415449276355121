/* test-files.c – a private folder for a test, and pictures to put into it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-files.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Root passes over permissions by two capabilities, which a process can give up. Threads inherit that. */
void
test_files_begin (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
  const guint32 passing = (1u << CAP_DAC_OVERRIDE) | (1u << CAP_DAC_READ_SEARCH);

  g_assert_cmpint (syscall (SYS_capget, &header, data), ==, 0);
  data[0].effective &= ~passing;
  g_assert_cmpint (syscall (SYS_capset, &header, data), ==, 0);
}

void
test_files_set_up (TestFiles     *self,
                   gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->folder = g_dir_make_tmp ("surmise-test-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr(GDir) dir = NULL;
      const char *name;

      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_all (child);
        }
    }
  g_remove (path);
}

void
test_files_tear_down (TestFiles     *self,
                      gconstpointer  data)
{
  remove_all (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

char *
test_files_path (TestFiles  *self,
                 const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

void
test_files_write_bytes (TestFiles  *self,
                        const char *name,
                        GBytes     *bytes)
{
  g_autofree char *path = test_files_path (self, name);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, data != NULL ? data : "", (gssize) size, &error);
  g_assert_no_error (error);
}

void
test_files_write (TestFiles  *self,
                  const char *name,
                  const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  test_files_write_bytes (self, name, bytes);
}

void
test_files_close (TestFiles  *self,
                  const char *name)
{
  g_autofree char *path = test_files_path (self, name);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
}

/* An EXIF segment with one entry: the orientation. */
static GBytes *
add_orientation (const guint8 *jpeg,
                 gsize         size,
                 guint8        orientation)
{
  const guint8 segment[] = {
    0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
  };
  GByteArray *array = g_byte_array_new ();

  /* After the two bytes that begin every JPEG file. */
  g_byte_array_append (array, jpeg, 2);
  g_byte_array_append (array, segment, sizeof segment);
  g_byte_array_append (array, jpeg + 2, (guint) size - 2);

  return g_byte_array_free_to_bytes (array);
}

GBytes *
test_picture_new (int     width,
                  int     height,
                  guint32 rgb,
                  guint8  orientation)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr(GError) error = NULL;
  g_autofree char *jpeg = NULL;
  gsize size;

  gdk_pixbuf_fill (pixbuf, rgb << 8);
  gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &size, "jpeg", &error, "quality", "90", NULL);
  g_assert_no_error (error);

  if (orientation > 1)
    return add_orientation ((const guint8 *) jpeg, size, orientation);

  return g_bytes_new_take (g_steal_pointer (&jpeg), size);
}
