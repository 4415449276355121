/* surmise-demo-pixels.c – the pixels that the demo's models measure
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-pixels.h"

#include <errno.h>
#include <math.h>
#include <sys/mman.h>
#include <unistd.h>

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "surmise-prepare.h"

/* The white that sRGB is defined for, D65. */
static const float WHITE[3] = { 0.95047f, 1.0f, 1.08883f };

static float
linear_from_srgb (float value)
{
  return value <= 0.04045f ? value / 12.92f : powf ((value + 0.055f) / 1.055f, 2.4f);
}

static float
srgb_from_linear (float value)
{
  return value <= 0.0031308f ? value * 12.92f : 1.055f * powf (value, 1 / 2.4f) - 0.055f;
}

static float
lab_curve (float value)
{
  return value > 216 / 24389.0f ? cbrtf (value) : (24389 / 27.0f * value + 16) / 116;
}

static float
lab_curve_inverse (float value)
{
  float cube = value * value * value;

  return cube > 216 / 24389.0f ? cube : (116 * value - 16) / (24389 / 27.0f);
}

/* A file in memory: the preparation wants a descriptor, and nothing foreign should reach a disk. */
static int
open_in_memory (GBytes  *picture,
                GError **error)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (picture, &size);
  int fd = memfd_create ("picture", MFD_CLOEXEC);
  gsize done = 0;

  while (fd >= 0 && done < size)
    {
      gssize written = write (fd, bytes + done, size - done);

      if (written > 0)
        done += (gsize) written;
      else if (errno != EINTR)
        break;
    }

  if (fd < 0 || done < size || lseek (fd, 0, SEEK_SET) != 0)
    {
      int saved = errno;

      if (fd >= 0)
        close (fd);
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
      return -1;
    }

  return fd;
}

/* Only ever given the JPEG that the preparation has just written. */
static GdkPixbuf *
decode_clean_jpeg (GBytes  *jpeg,
                   GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("jpeg", error);
  GdkPixbuf *pixbuf;

  if (loader == NULL)
    return NULL;

  if (!gdk_pixbuf_loader_write_bytes (loader, jpeg, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return NULL;
    }

  if (!gdk_pixbuf_loader_close (loader, error))
    return NULL;

  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN, "No pixels");
      return NULL;
    }

  return g_object_ref (pixbuf);
}

static void
copy_pixels (SurmiseDemoPixels *self,
             GdkPixbuf         *pixbuf)
{
  const guint8 *source = gdk_pixbuf_read_pixels (pixbuf);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf);
  gsize channels = (gsize) gdk_pixbuf_get_n_channels (pixbuf);
  gsize i = 0;

  for (int y = 0; y < self->height; y++)
    for (int x = 0; x < self->width; x++, i += 3)
      {
        const guint8 *pixel = source + (gsize) y * stride + (gsize) x * channels;

        self->rgb[i] = pixel[0];
        self->rgb[i + 1] = pixel[1];
        self->rgb[i + 2] = pixel[2];
        surmise_demo_rgb_to_lab (self->rgb + i, self->lab + i);
      }
}

/**
 * surmise_demo_pixels_new:
 * @picture: a picture file as it was sent, in any format that the preparation reads
 * @edge: what the copy's longer edge is at most
 * @cancellable: (nullable): stops the work
 * @error: where a %SURMISE_PREPARE_ERROR or %G_IO_ERROR goes
 *
 * Foreign bytes are decoded by surmise_prepare() alone; what is decoded here is the JPEG it wrote. Blocks:
 * for threads.
 *
 * Returns: (transfer full) (nullable): the pixels, or %NULL
 */
SurmiseDemoPixels *
surmise_demo_pixels_new (GBytes        *picture,
                         guint          edge,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (SurmiseDemoPixels) self = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize n_values;
  int fd;

  g_return_val_if_fail (picture != NULL, NULL);

  fd = open_in_memory (picture, error);
  if (fd < 0)
    return NULL;

  prepared = surmise_prepare (fd, edge, cancellable, error);
  close (fd);
  if (prepared == NULL)
    return NULL;

  pixbuf = decode_clean_jpeg (surmise_prepared_get_jpeg (prepared), error);
  if (pixbuf == NULL)
    return NULL;

  self = g_new0 (SurmiseDemoPixels, 1);
  self->width = gdk_pixbuf_get_width (pixbuf);
  self->height = gdk_pixbuf_get_height (pixbuf);
  self->full_width = MAX (surmise_prepared_get_full_width (prepared), 1);
  self->full_height = MAX (surmise_prepared_get_full_height (prepared), 1);
  n_values = (gsize) self->width * (gsize) self->height * 3;
  self->rgb = g_new (guint8, n_values);
  self->lab = g_new (float, n_values);
  copy_pixels (self, pixbuf);
  return g_steal_pointer (&self);
}

/**
 * surmise_demo_pixels_free:
 * @self: (transfer full) (nullable): pixels
 */
void
surmise_demo_pixels_free (SurmiseDemoPixels *self)
{
  if (self == NULL)
    return;

  g_free (self->rgb);
  g_free (self->lab);
  g_free (self);
}

/**
 * surmise_demo_rgb_to_lab:
 * @rgb: three bytes of sRGB
 * @lab: (out caller-allocates): three floats, CIE L*a*b* under D65
 *
 * The conversion of IEC 61966-2-1 and CIE 15.
 */
void
surmise_demo_rgb_to_lab (const guint8 *rgb,
                         float        *lab)
{
  float r = linear_from_srgb (rgb[0] / 255.0f);
  float g = linear_from_srgb (rgb[1] / 255.0f);
  float b = linear_from_srgb (rgb[2] / 255.0f);
  float x = lab_curve ((0.4124564f * r + 0.3575761f * g + 0.1804375f * b) / WHITE[0]);
  float y = lab_curve ((0.2126729f * r + 0.7151522f * g + 0.0721750f * b) / WHITE[1]);
  float z = lab_curve ((0.0193339f * r + 0.1191920f * g + 0.9503041f * b) / WHITE[2]);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

/**
 * surmise_demo_lab_to_rgb:
 * @lab: three floats, CIE L*a*b* under D65
 * @rgb: (out caller-allocates): three bytes, the nearest in sRGB channel by channel
 */
void
surmise_demo_lab_to_rgb (const float *lab,
                         guint8      *rgb)
{
  float fy = (lab[0] + 16) / 116;
  float x = WHITE[0] * lab_curve_inverse (fy + lab[1] / 500);
  float y = WHITE[1] * lab_curve_inverse (fy);
  float z = WHITE[2] * lab_curve_inverse (fy - lab[2] / 200);
  float linear[3] = {
    3.2404542f * x - 1.5371385f * y - 0.4985314f * z,
    -0.9692660f * x + 1.8760108f * y + 0.0415560f * z,
    0.0556434f * x - 0.2040259f * y + 1.0572252f * z,
  };

  for (int i = 0; i < 3; i++)
    rgb[i] = (guint8) lrintf (255 * srgb_from_linear (CLAMP (linear[i], 0.0f, 1.0f)));
}
