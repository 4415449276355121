/* test-keyring-file.c – libsecret's file back end in a folder of the test's own
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-keyring-file.h"

#include <glib/gstdio.h>

static char *folder;

void
test_keyring_file_begin (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;

  if (g_strcmp0 (g_getenv ("SECRET_BACKEND"), "file") != 0 || g_test_subprocess ())
    return;

  folder = g_dir_make_tmp ("keyring-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "test.keyring", NULL);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "test", TRUE);
}

void
test_keyring_file_end (void)
{
  g_autofree char *backup = NULL;

  if (folder == NULL)
    return;

  backup = g_strconcat (g_getenv ("SECRET_FILE_TEST_PATH"), "~", NULL);
  g_unlink (g_getenv ("SECRET_FILE_TEST_PATH"));
  g_unlink (backup);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
}
