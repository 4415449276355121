/* surmise-drag-file.c – a file for what is dragged out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-drag-file.h"

#include <glib/gstdio.h>

/* Whoever got a file may still be copying it; a day later nobody is. */
#define KEPT_SECONDS (24 * 60 * 60)

typedef struct
{
  GFile  *file;  /* (owned) */
  GBytes *bytes; /* (owned) */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_object (&writing->file);
  g_clear_pointer (&writing->bytes, g_bytes_unref);
  g_free (writing);
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_cache_dir (), "surmise", "dragged", NULL);
}

/* Each file stands in a folder of its own, for the sake of its name. */
static void
remove_old (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(GDir) inner = NULL;
      const char *inside;
      GStatBuf info;

      if (g_lstat (path, &info) != 0 || !S_ISDIR (info.st_mode) || now - info.st_mtime < KEPT_SECONDS)
        continue;

      inner = g_dir_open (path, 0, NULL);
      while (inner != NULL && (inside = g_dir_read_name (inner)) != NULL)
        {
          g_autofree char *file = g_build_filename (path, inside, NULL);

          g_unlink (file);
        }
      g_rmdir (path);
    }
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Writing *writing = task_data;
  g_autofree char *folder = dup_folder ();
  g_autoptr(GFile) parent = g_file_get_parent (writing->file);
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (writing->bytes, &size);

  remove_old (folder);
  if (g_mkdir_with_parents (g_file_peek_path (parent), 0700) != 0
      || !g_file_replace_contents (writing->file, data, size, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, &error))
    g_message ("What is dragged could not be written to a file%s%s", error != NULL ? ": " : "",
               error != NULL ? error->message : "");
  g_task_return_boolean (task, error == NULL);
}

/**
 * surmise_drag_file_new:
 * @bytes: what is dragged
 * @name: what the file is to be called
 *
 * Begins to write it, among the files that may be lost. It is there long before a hand has dragged it anywhere.
 *
 * Returns: (transfer full): the file
 */
GFile *
surmise_drag_file_new (GBytes     *bytes,
                       const char *name)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *id = NULL;
  g_autoptr(GTask) task = NULL;
  Writing *writing;
  GFile *file;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  id = g_uuid_string_random ();
  file = g_file_new_build_filename (folder, id, name, NULL);
  writing = g_new0 (Writing, 1);
  writing->file = g_object_ref (file);
  writing->bytes = g_bytes_ref (bytes);

  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, surmise_drag_file_new);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_in_thread);

  return file;
}
