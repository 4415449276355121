/* surmise-texture.c – textures of prepared pictures, made off the main thread
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-texture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct
{
  GBytes *jpeg;     /* (owned) (nullable) */
  GFile  *file;     /* (owned) (nullable) */
  int     max_edge; /* device pixels */
} Load;

static void
load_free (Load *load)
{
  g_clear_pointer (&load->jpeg, g_bytes_unref);
  g_clear_object (&load->file);
  g_free (load);
}

/* (transfer full): as the screen has them, here and once, and not on the main thread with each frame. What was prepared has
 * nothing that can be seen through. */
static GBytes *
to_native (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf), channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  guint32 *pixels = g_new (guint32, (gsize) width * (gsize) height), *to = pixels;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guchar *at = from + (gsize) y * (gsize) stride + (gsize) (x * channels);

        *to++ = 0xffu << 24 | (guint32) at[0] << 16 | (guint32) at[1] << 8 | at[2];
      }

  return g_bytes_new_take (pixels, (gsize) width * (gsize) height * 4);
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Load *load = task_data;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  g_autoptr(GBytes) pixels = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  if (load->jpeg != NULL)
    stream = g_memory_input_stream_new_from_bytes (load->jpeg);
  else
    stream = G_INPUT_STREAM (g_file_read (load->file, cancellable, &error));

  /* These are the project's own clean JPEGs, never foreign bytes; libjpeg scales them while it decodes. */
  if (stream != NULL)
    pixbuf = gdk_pixbuf_new_from_stream_at_scale (stream, load->max_edge, load->max_edge, TRUE, cancellable, &error);
  if (pixbuf == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  pixels = to_native (pixbuf);
  g_task_return_pointer (task,
                         gdk_memory_texture_new (gdk_pixbuf_get_width (pixbuf), gdk_pixbuf_get_height (pixbuf),
                                                 GDK_MEMORY_DEFAULT, pixels, (gsize) gdk_pixbuf_get_width (pixbuf) * 4),
                         g_object_unref);
}

static void
start (Load                *load,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * surmise_texture_load_async:
 * @prepared: a prepared picture
 * @max_edge: the texture's longest edge, in device pixels; 0 keeps the picture's own size
 * @cancellable: (nullable): a cancellable
 * @callback: called with the texture
 * @user_data: for @callback
 */
void
surmise_texture_load_async (SurmisePrepared     *prepared,
                            int                  max_edge,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  Load *load;
  int edge;

  g_return_if_fail (prepared != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  edge = MAX (surmise_prepared_get_width (prepared), surmise_prepared_get_height (prepared));
  load = g_new0 (Load, 1);
  load->jpeg = g_bytes_ref (surmise_prepared_get_jpeg (prepared));
  load->max_edge = max_edge == 0 ? edge : MIN (edge, max_edge);

  start (load, cancellable, callback, user_data);
}

/**
 * surmise_texture_load_sample_async:
 * @file: a picture that came with the program
 * @max_edge: the texture's longest edge, in device pixels
 * @cancellable: (nullable): a cancellable
 * @callback: called with the texture
 * @user_data: for @callback
 */
void
surmise_texture_load_sample_async (GFile               *file,
                                   int                  max_edge,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Load *load;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  load = g_new0 (Load, 1);
  load->file = g_object_ref (file);
  load->max_edge = max_edge;
  start (load, cancellable, callback, user_data);
}

GdkTexture *
surmise_texture_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, start), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
