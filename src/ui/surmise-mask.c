/* surmise-mask.c – the mask of one region, tinted
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-mask.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* What is darker is not part of it: the picture was compressed since it was made. */
#define LEAST 64

typedef struct
{
  GBytes      *jpeg; /* (owned) */
  GdkRGBA      color;
  ClarifaiBox  box;
} Tint;

static void
tint_free (Tint *tint)
{
  g_clear_pointer (&tint->jpeg, g_bytes_unref);
  g_free (tint);
}

/* (transfer full): four bytes a pixel. */
static guchar *
tint_pixels (GdkPixbuf     *pixbuf,
             const GdkRGBA *color,
             ClarifaiBox   *box)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int stride = gdk_pixbuf_get_rowstride (pixbuf), channels = gdk_pixbuf_get_n_channels (pixbuf);
  const guchar *from = gdk_pixbuf_read_pixels (pixbuf);
  guchar *pixels = g_malloc_n ((gsize) width * (gsize) height, 4), *to = pixels;
  int left = width, top = height, right = 0, bottom = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++, to += 4)
      {
        /* It is grey: green is as good as all three. */
        guchar light = from[(gsize) y * (gsize) stride + (gsize) (x * channels) + 1];

        to[0] = (guchar) (color->red * 255);
        to[1] = (guchar) (color->green * 255);
        to[2] = (guchar) (color->blue * 255);
        to[3] = light >= LEAST ? light : 0;
        if (light < LEAST)
          continue;
        left = MIN (left, x);
        right = MAX (right, x + 1);
        top = MIN (top, y);
        bottom = MAX (bottom, y + 1);
      }
  if (right > left)
    *box = (ClarifaiBox) { (double) left / width, (double) top / height, (double) right / width, (double) bottom / height };

  return pixels;
}

static void
tint_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Tint *tint = task_data;
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (tint->jpeg);
  g_autoptr(GError) error = NULL;
  /* The project's own clean JPEG, never foreign bytes. */
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, cancellable, &error);
  g_autoptr(GBytes) pixels = NULL;
  gsize width, height;

  if (pixbuf == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  width = (gsize) gdk_pixbuf_get_width (pixbuf);
  height = (gsize) gdk_pixbuf_get_height (pixbuf);
  pixels = g_bytes_new_take (tint_pixels (pixbuf, &tint->color, &tint->box), width * height * 4);
  g_task_return_pointer (task, gdk_memory_texture_new ((int) width, (int) height, GDK_MEMORY_R8G8B8A8, pixels, width * 4),
                         g_object_unref);
}

/**
 * surmise_mask_tint_async:
 * @prepared: the mask, as it was decoded and written anew
 * @color: what it is tinted in
 * @cancellable: (nullable): a cancellable
 * @callback: called with the texture
 * @user_data: for @callback
 */
void
surmise_mask_tint_async (SurmisePrepared     *prepared,
                         const GdkRGBA       *color,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Tint *tint = g_new0 (Tint, 1);

  g_task_set_source_tag (task, surmise_mask_tint_async);
  tint->jpeg = g_bytes_ref (surmise_prepared_get_jpeg (prepared));
  tint->color = *color;
  g_task_set_task_data (task, tint, (GDestroyNotify) tint_free);
  g_task_run_in_thread (task, tint_thread);
}

GdkTexture *
surmise_mask_tint_finish (GAsyncResult  *result,
                          ClarifaiBox   *box,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_mask_tint_async), NULL);

  *box = ((Tint *) g_task_get_task_data (G_TASK (result)))->box;

  return g_task_propagate_pointer (G_TASK (result), error);
}
