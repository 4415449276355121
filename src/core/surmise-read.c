/* surmise-read.c – reads a stream to its end, up to a limit
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-read.h"

#define CHUNK (64 * 1024)

typedef struct
{
  GByteArray *bytes; /* (owned) (nullable) */
  gsize       max_bytes;
} Read;

static void
read_free (Read *read)
{
  g_clear_pointer (&read->bytes, g_byte_array_unref);
  g_free (read);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Read *read = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);

  if (chunk == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_bytes_get_size (chunk) == 0)
    {
      g_task_return_pointer (task, g_byte_array_free_to_bytes (g_steal_pointer (&read->bytes)),
                             (GDestroyNotify) g_bytes_unref);
      return;
    }

  g_byte_array_append (read->bytes, g_bytes_get_data (chunk, NULL), (guint) g_bytes_get_size (chunk));
  if (read->bytes->len > read->max_bytes)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "more than %" G_GSIZE_FORMAT " bytes", read->max_bytes);
      return;
    }
  g_input_stream_read_bytes_async (G_INPUT_STREAM (source), CHUNK, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   read_cb, g_object_ref (task));
}

/**
 * surmise_read_async:
 * @stream: a stream from somebody who is not trusted to stop
 * @max_bytes: how much of it is taken at most
 * @cancellable: (nullable): a cancellable
 * @callback: called at the end, or at the limit
 * @user_data: for @callback
 *
 * Errors: the stream's own, and %G_IO_ERROR_NO_SPACE over the limit.
 */
void
surmise_read_async (GInputStream        *stream,
                    gsize                max_bytes,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Read *read;

  g_return_if_fail (G_IS_INPUT_STREAM (stream));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  read = g_new0 (Read, 1);
  read->bytes = g_byte_array_new ();
  read->max_bytes = max_bytes;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_read_async);
  g_task_set_task_data (task, read, (GDestroyNotify) read_free);
  g_input_stream_read_bytes_async (stream, CHUNK, G_PRIORITY_DEFAULT, cancellable, read_cb, g_steal_pointer (&task));
}

/**
 * surmise_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): all there was
 */
GBytes *
surmise_read_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
