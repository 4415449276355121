/* surmise-prepare.c – turns a foreign picture file into a small clean JPEG
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-prepare.h"

#include "surmise-color.h"
#include "surmise-decode.h"
#include "surmise-scale.h"

/* At 90 the differences are below what a classifier's own scaling does, and 1024 px take some 200 kB; from 95
 * on the bytes double for nothing that can be seen. */
#define JPEG_QUALITY "90"

/* Sixteen bits hold a JPEG's sizes, and libjpeg stays a little below. */
#define JPEG_MAX_EDGE 65500

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

static SurmisePrepared *
surmise_prepared_new (void)
{
  SurmisePrepared *self = g_new0 (SurmisePrepared, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

typedef struct
{
  GByteArray   *bytes;       /* (owned) */
  GCancellable *cancellable; /* (not owned) (nullable) */
} Output;

static gboolean
write_cb (const char *data,
          gsize       length,
          GError    **error,
          gpointer    user_data)
{
  Output *output = user_data;

  if (g_cancellable_set_error_if_cancelled (output->cancellable, error))
    return FALSE;
  if (output->bytes->len + length > SURMISE_PREPARE_MAX_BYTES)
    {
      g_set_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES,
                   "more than %d bytes as JPEG", SURMISE_PREPARE_MAX_BYTES);
      return FALSE;
    }
  g_byte_array_append (output->bytes, (const guint8 *) data, (guint) length);
  return TRUE;
}

/* Nothing is passed on but pixels: no profile, no comment, no metadata of any kind. */
static GBytes *
encode (GdkPixbuf    *pixbuf,
        GCancellable *cancellable,
        GError      **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GError) cause = NULL;
  Output output = { bytes, cancellable };

  if (!gdk_pixbuf_save_to_callback (pixbuf, write_cb, &output, "jpeg", &cause, "quality", JPEG_QUALITY, NULL))
    {
      if (cause->domain == GDK_PIXBUF_ERROR)
        g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS,
                             cause->message);
      else
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The longer edge gets max_edge, the other is rounded to the nearest; nothing grows. */
static void
choose_size (int   full_width,
             int   full_height,
             guint max_edge,
             int  *width,
             int  *height)
{
  gint64 edge = MAX (full_width, full_height);

  *width = full_width;
  *height = full_height;
  if (max_edge == 0 || edge <= max_edge)
    return;
  *width = (int) MAX (1, (full_width * (gint64) max_edge + edge / 2) / edge);
  *height = (int) MAX (1, (full_height * (gint64) max_edge + edge / 2) / edge);
}

/* What the loader left undone, which is not always what the file says. */
static guint
find_orientation (GdkPixbuf           *pixbuf,
                  const SurmiseHeader *header)
{
  const char *option = gdk_pixbuf_get_option (pixbuf, "orientation");

  if (header->kind != SURMISE_KIND_TIFF)
    return header->orientation;
  /* libtiff mirrors by itself but does not exchange rows and columns; the loader's option is the rest. */
  return option != NULL ? (guint) g_ascii_strtoull (option, NULL, 10) : 1;
}

static GBytes *
find_profile (GdkPixbuf           *pixbuf,
              const SurmiseHeader *header,
              SurmiseRaw          *raw)
{
  const char *option = gdk_pixbuf_get_option (pixbuf, "icc-profile");
  g_autofree guchar *bytes = NULL;
  gsize length = header->profile_length;

  if (option != NULL)
    {
      bytes = g_base64_decode (option, &length);
      return g_bytes_new_take (g_steal_pointer (&bytes), length);
    }
  if (length == 0 || length > SURMISE_COLOR_MAX_PROFILE)
    return NULL;
  bytes = g_malloc (length);
  if (surmise_raw_read (raw, header->profile, bytes, length, NULL) != (gssize) length)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&bytes), length);
}

/* @decoded is smaller than the picture if it was reduced while decoding. */
static SurmisePrepared *
finish (GdkPixbuf           *decoded,
        const SurmiseHeader *header,
        SurmiseRaw          *raw,
        guint                max_edge,
        GCancellable        *cancellable,
        GError             **error)
{
  g_autoptr (SurmisePrepared) self = surmise_prepared_new ();
  g_autoptr (GdkPixbuf) scaled = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GBytes) profile = find_profile (decoded, header, raw);
  gboolean is_jpeg = header->kind == SURMISE_KIND_JPEG;
  int full_width = is_jpeg ? (int) header->width : gdk_pixbuf_get_width (decoded);
  int full_height = is_jpeg ? (int) header->height : gdk_pixbuf_get_height (decoded);
  guint orientation = find_orientation (decoded, header);
  int width, height;

  choose_size (full_width, full_height, max_edge, &width, &height);
  if (MAX (width, height) > JPEG_MAX_EDGE)
    {
      g_set_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS, "%d × %d pixels",
                   width, height);
      return NULL;
    }
  /* The loader found another picture than the header tells of, or the file has become another one since. */
  if (gdk_pixbuf_get_width (decoded) < width || gdk_pixbuf_get_height (decoded) < height)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN, "smaller than it says");
      return NULL;
    }
  scaled = surmise_scale (decoded, width, height, header->kind == SURMISE_KIND_TIFF, cancellable, error);
  if (scaled == NULL || !surmise_color_to_srgb (scaled, profile, cancellable, error))
    return NULL;
  if ((upright = surmise_turn (scaled, orientation)) == NULL)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS,
                           "out of memory");
      return NULL;
    }
  if ((self->jpeg = encode (upright, cancellable, error)) == NULL)
    return NULL;
  self->width = gdk_pixbuf_get_width (upright);
  self->height = gdk_pixbuf_get_height (upright);
  self->full_width = orientation >= 5 ? full_height : full_width;
  self->full_height = orientation >= 5 ? full_width : full_height;
  self->turned = header->orientation != 1 || header->loader_turns;
  return g_steal_pointer (&self);
}

/**
 * surmise_prepare:
 * @fd: a file open for reading, or a memory file; it stays the caller's and its position is neither used nor
 * moved
 * @max_edge: pixels for the longer edge, or 0 for the picture's own size; a smaller picture keeps its size
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error
 *
 * Makes a clean JPEG from a picture of unknown origin: JPEG, PNG, WebP, GIF (its first frame), TIFF (its
 * first page), BMP, HEIC or AVIF, whatever its name says. It comes out upright, in sRGB, on white and without
 * any metadata.
 *
 * @cancellable is looked at between pieces of the file and of the work. The loaders for TIFF, HEIC and AVIF
 * decode in one go, which it cannot interrupt.
 *
 * Depends on nothing but the bytes of @fd and may be called from any number of threads at once. Takes as long
 * as decoding takes.
 *
 * Errors: %SURMISE_PREPARE_ERROR_NOT_A_PICTURE, with the name of what it is instead as message, as far as
 * that can be told ("SVG drawing"); %SURMISE_PREPARE_ERROR_MISSING_LOADER, with the Debian package that reads
 * the kind as message; %SURMISE_PREPARE_ERROR_BROKEN, when the file is cut off or damaged;
 * %SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS, above %SURMISE_PREPARE_MAX_PIXELS, which is noticed before anything
 * is decoded; %SURMISE_PREPARE_ERROR_TOO_MANY_BYTES, when the file is larger than any picture need be, or the
 * result larger than %SURMISE_PREPARE_MAX_BYTES; %SURMISE_PREPARE_ERROR_UNREADABLE, when reading fails; and
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): the picture, or %NULL with @error set
 */
SurmisePrepared *
surmise_prepare (int           fd,
                 guint         max_edge,
                 GCancellable *cancellable,
                 GError      **error)
{
  g_autoptr (GdkPixbuf) decoded = NULL;
  SurmiseHeader header;
  SurmiseRaw raw;

  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !surmise_raw_open (&raw, fd, error) ||
      !surmise_header_read (&raw, &header, error) ||
      (decoded = surmise_decode (&raw, &header, max_edge, cancellable, error)) == NULL)
    return NULL;
  return finish (decoded, &header, &raw, max_edge, cancellable, error);
}

/**
 * surmise_prepared_ref:
 *
 * Returns: (transfer full): the same picture; references may be taken and given back in any thread
 */
SurmisePrepared *
surmise_prepared_ref (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * surmise_prepared_unref:
 * @self: (transfer full): a picture
 */
void
surmise_prepared_unref (SurmisePrepared *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->jpeg, g_bytes_unref);
  g_free (self);
}

/**
 * surmise_prepared_get_jpeg:
 *
 * Returns: (transfer none): the whole file, of at most %SURMISE_PREPARE_MAX_BYTES
 */
GBytes *
surmise_prepared_get_jpeg (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->jpeg;
}

/**
 * surmise_prepared_get_width:
 *
 * Returns: pixels across, of the JPEG
 */
int
surmise_prepared_get_width (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

/**
 * surmise_prepared_get_height:
 *
 * Returns: pixels down, of the JPEG
 */
int
surmise_prepared_get_height (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

/**
 * surmise_prepared_get_full_width:
 *
 * Returns: pixels across, of the file as it came, when it is held upright
 */
int
surmise_prepared_get_full_width (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->full_width;
}

/**
 * surmise_prepared_get_full_height:
 *
 * Returns: pixels down, of the file as it came, when it is held upright
 */
int
surmise_prepared_get_full_height (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->full_height;
}

/**
 * surmise_prepared_get_turned:
 *
 * Returns: whether the pixels of the file are stored other than upright, so that who ignores its orientation
 * sees it lying or mirrored
 */
gboolean
surmise_prepared_get_turned (SurmisePrepared *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->turned;
}

/**
 * surmise_prepare_list_mime_types:
 *
 * Returns: (transfer full): the MIME types that surmise_prepare() reads with the loaders that are installed
 */
GStrv
surmise_prepare_list_mime_types (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (SurmiseKind kind = SURMISE_KIND_OTHER + 1; kind < SURMISE_N_KINDS; kind++)
    if (surmise_can_decode (kind))
      g_strv_builder_add (builder, surmise_kind_get_mime (kind));
  return g_strv_builder_end (builder);
}
