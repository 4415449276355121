/* surmise-prepare.c – turns a foreign picture file into a small clean JPEG
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-prepare.h"

#include <errno.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _SurmisePrepared
{
  gatomicrefcount ref_count;
  GBytes         *jpeg; /* (owned) */
  int             width;
  int             height;
  int             full_width;
  int             full_height;
  gboolean        turned;
};

G_DEFINE_QUARK (surmise-prepare-error-quark, surmise_prepare_error)
G_DEFINE_BOXED_TYPE (SurmisePrepared, surmise_prepared, surmise_prepared_ref, surmise_prepared_unref)

typedef struct
{
  guint max_edge;
  int   width;
  int   height;
} Size;

static void
on_loader_size_prepared (GdkPixbufLoader *loader,
                         int              width,
                         int              height,
                         gpointer         user_data)
{
  Size *size = user_data;
  double factor = size->max_edge > 0 ? (double) size->max_edge / MAX (width, height) : 1.0;

  size->width = width;
  size->height = height;
  if ((gint64) width * height > SURMISE_PREPARE_MAX_PIXELS)
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (factor < 1.0)
    gdk_pixbuf_loader_set_size (loader, MAX (1, (int) (width * factor + 0.5)), MAX (1, (int) (height * factor + 0.5)));
}

static gboolean
feed (GdkPixbufLoader *loader,
      int              fd,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree guchar *chunk = g_malloc (65536);
  goffset at = 0;
  ssize_t n;

  while ((n = pread (fd, chunk, 65536, at)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !gdk_pixbuf_loader_write (loader, chunk, n, error))
        {
          gdk_pixbuf_loader_close (loader, NULL);
          return FALSE;
        }
      at += n;
    }
  return gdk_pixbuf_loader_close (loader, error);
}

SurmisePrepared *
surmise_prepare (int           fd,
                 guint         max_edge,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (SurmisePrepared) self = NULL;
  g_autoptr (GError) local_error = NULL;
  GdkPixbuf *pixbuf;
  struct stat info;
  char *jpeg = NULL;
  gsize length = 0;
  Size size = { max_edge, 0, 0 };
  const char *orientation;

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE, "not a regular file");
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_loader_size_prepared), &size);
  if (!feed (loader, fd, cancellable, &local_error) || (pixbuf = gdk_pixbuf_loader_get_pixbuf (loader)) == NULL)
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN, "%s",
                     local_error != NULL ? local_error->message : "no picture");
      return NULL;
    }
  orientation = gdk_pixbuf_get_option (pixbuf, "orientation");
  upright = gdk_pixbuf_apply_embedded_orientation (pixbuf);
  if (gdk_pixbuf_get_has_alpha (upright))
    {
      GdkPixbuf *flat = gdk_pixbuf_composite_color_simple (upright, gdk_pixbuf_get_width (upright),
                                                           gdk_pixbuf_get_height (upright), GDK_INTERP_NEAREST,
                                                           255, 64, 0xffffffff, 0xffffffff);

      g_set_object (&upright, flat);
      g_clear_object (&flat);
    }
  if (!gdk_pixbuf_save_to_buffer (upright, &jpeg, &length, "jpeg", error, "quality", "90", NULL))
    return NULL;

  self = g_new0 (SurmisePrepared, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->jpeg = g_bytes_new_take (jpeg, length);
  self->width = gdk_pixbuf_get_width (upright);
  self->height = gdk_pixbuf_get_height (upright);
  self->turned = orientation != NULL && strcmp (orientation, "1") != 0;
  self->full_width = orientation != NULL && orientation[0] >= '5' ? size.height : size.width;
  self->full_height = orientation != NULL && orientation[0] >= '5' ? size.width : size.height;
  return g_steal_pointer (&self);
}

SurmisePrepared *
surmise_prepared_ref (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
surmise_prepared_unref (SurmisePrepared *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  g_free (self);
}

GBytes *
surmise_prepared_get_jpeg (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->jpeg;
}

int
surmise_prepared_get_width (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

int
surmise_prepared_get_height (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

int
surmise_prepared_get_full_width (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->full_width;
}

int
surmise_prepared_get_full_height (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->full_height;
}

gboolean
surmise_prepared_get_turned (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->turned;
}

GStrv
surmise_prepare_list_mime_types (void)
{
  const char *types[] = { "image/jpeg", "image/png", "image/webp", "image/gif", "image/tiff", "image/bmp", NULL };

  return g_strdupv ((char **) types);
}
