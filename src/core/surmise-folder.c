/* surmise-folder.c – finds the pictures among files and folders
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-folder.h"

#include <string.h>

#include "surmise-prepare.h"

#define ATTRIBUTES                                                                                            \
  G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," \
  G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE
/* Deeper than anybody's photos; a guard for file systems that lead in circles without links. */
#define MAX_DEPTH 32

static gboolean
is_picture_type (const char *content_type,
                 GStrv       types)
{
  for (guint i = 0; content_type != NULL && types[i] != NULL; i++)
    {
      g_autofree char *type = g_content_type_from_mime_type (types[i]);

      if (type != NULL && g_content_type_is_a (content_type, type))
        return TRUE;
    }

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_a = g_file_get_parse_name (*(GFile *const *) a);
  g_autofree char *name_b = g_file_get_parse_name (*(GFile *const *) b);
  g_autofree char *key_a = g_utf8_collate_key_for_filename (name_a, -1);
  g_autofree char *key_b = g_utf8_collate_key_for_filename (name_b, -1);

  return strcmp (key_a, key_b);
}

/* Links are not followed: a folder that leads back to itself is walked once. A folder that may not be read is passed over. */
static void
walk (GFile        *folder,
      guint         depth,
      GStrv         types,
      GPtrArray    *found,
      GCancellable *cancellable)
{
  g_autoptr(GFileEnumerator) children = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func (g_object_unref);
  GFileInfo *info;
  GFile *child;

  children = g_file_enumerate_children (folder, ATTRIBUTES, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  while (children != NULL && g_file_enumerator_iterate (children, &info, &child, cancellable, NULL) && info != NULL)
    {
      if (g_file_info_get_is_hidden (info))
        continue;
      if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
        g_ptr_array_add (folders, g_object_ref (child));
      else if (is_picture_type (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_STANDARD_FAST_CONTENT_TYPE),
                                types))
        g_ptr_array_add (files, g_object_ref (child));
    }

  g_ptr_array_sort (files, compare_names);
  g_ptr_array_sort (folders, compare_names);
  g_ptr_array_extend_and_steal (found, g_steal_pointer (&files));
  for (guint i = 0; i < folders->len && depth < MAX_DEPTH; i++)
    walk (folders->pdata[i], depth + 1, types, found, cancellable);
}

static void
expand_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GPtrArray *files = task_data;
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto(GStrv) types = surmise_prepare_list_mime_types ();

  for (guint i = 0; i < files->len; i++)
    {
      GFile *file = files->pdata[i];

      if (!g_file_has_uri_scheme (file, "http") && !g_file_has_uri_scheme (file, "https")
          && g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
        walk (file, 0, types, found, cancellable);
      else
        g_ptr_array_add (found, g_object_ref (file));
    }

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * surmise_folder_expand_async:
 * @files: (element-type GFile): files, folders and addresses in any order
 * @cancellable: (nullable): a cancellable
 * @callback: called when all folders were walked
 * @user_data: for @callback
 *
 * Replaces each folder by the pictures in it and below it, told by their names' endings, in the order a file manager
 * shows; hidden ones and links are left out. What was named itself stays, whatever it is: preparing it tells.
 */
void
surmise_folder_expand_async (GPtrArray           *files,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (files != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_folder_expand_async);
  g_task_set_task_data (task, g_ptr_array_ref (files), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, expand_thread);
}

/**
 * surmise_folder_expand_finish:
 * @result: what the callback was given
 * @error: return location for an error: cancellation alone
 *
 * Returns: (transfer full) (element-type GFile): what there is to look at, without folders
 */
GPtrArray *
surmise_folder_expand_finish (GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_folder_expand_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
