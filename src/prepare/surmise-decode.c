/* surmise-decode.c – from the bytes of a file to its pixels
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-decode.h"

#include "surmise-prepare.h"
#include "surmise-scans.h"

/* The JPEG loader copies what it gets into a buffer of this size. */
#define CHUNK_BYTES 65536

/* Encoders make ten scans or so. Each costs a pass over the whole picture, however few bytes it takes. */
#define MAX_SCANS 64

typedef struct
{
  const SurmiseHeader *header; /* (not owned) */
  guint                max_edge;
  gboolean             too_large;
  int                  height;  /* of what is being decoded */
  int                  rows;    /* decoded so far */
  gboolean             cut_off; /* the file ended before the picture did */
  SurmiseScans         scans;
} Decode;

/* JPEG can be decoded at a half, a quarter or an eighth for less than the whole costs. The loader is asked
 * for exactly such a size: for any other it would scale on its own, and each time that somebody asks for the
 * picture. */
static void
choose_reduction (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  guint            max_edge)
{
  guint64 edge = (guint64) MAX (width, height);
  int factor = 1;

  while (factor < 8 && edge >= (guint64) max_edge * 2 * (guint) factor)
    factor *= 2;
  if (factor > 1)
    gdk_pixbuf_loader_set_size (loader, (width + factor - 1) / factor, (height + factor - 1) / factor);
}

static void
on_loader_size_prepared (GdkPixbufLoader *loader,
                         int              width,
                         int              height,
                         gpointer         user_data)
{
  Decode *decode = user_data;

  /* The header was checked before, but the file may have changed since, or hold a second size further on. */
  if (width <= 0 || height <= 0 || (gint64) width * height > SURMISE_PREPARE_MAX_PIXELS)
    {
      decode->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (decode->header->kind == SURMISE_KIND_JPEG && decode->max_edge > 0)
    choose_reduction (loader, width, height, decode->max_edge);
}

static void
on_loader_area_prepared (GdkPixbufLoader *loader,
                         gpointer         user_data)
{
  Decode *decode = user_data;

  decode->height = gdk_pixbuf_get_height (gdk_pixbuf_loader_get_pixbuf (loader));
}

static void
on_loader_area_updated (GdkPixbufLoader *loader,
                        int              x,
                        int              y,
                        int              width,
                        int              height,
                        gpointer         user_data)
{
  Decode *decode = user_data;

  /* Once a row at least: interlaced and progressive ones come again and again, better each time. */
  decode->rows += MIN (height, decode->height - MIN (decode->rows, decode->height));
}

static gboolean
write_chunk (GdkPixbufLoader *loader,
             Decode          *decode,
             const guchar    *chunk,
             gsize            length,
             GCancellable    *cancellable,
             GError         **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (decode->header->kind == SURMISE_KIND_JPEG)
    surmise_scans_count (&decode->scans, chunk, length);
  if (decode->scans.n_scans > MAX_SCANS)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN, "too many scans");
      return FALSE;
    }
  return gdk_pixbuf_loader_write (loader, chunk, length, error);
}

/* Loaders fill up with grey or nothing what a file lacks, and say that all went well. But half a picture
 * would get names for half of it. An unfinished last row of blocks is let pass: some cameras leave out the
 * end marker. */
static gboolean
is_cut_off (const Decode *decode)
{
  gint64 spare = 0;

  if (decode->header->kind == SURMISE_KIND_JPEG)
    spare = (16 * (gint64) decode->height + decode->header->height - 1) / decode->header->height;
  else if (decode->header->kind != SURMISE_KIND_PNG)
    return FALSE;
  return decode->height == 0 || decode->rows + spare < decode->height;
}

/* In place of what was left out, or of an end marker that is missing. */
static gboolean
write_end (GdkPixbufLoader *loader,
           Decode          *decode,
           GCancellable    *cancellable,
           GError         **error)
{
  if (decode->header->kind == SURMISE_KIND_GIF)
    return write_chunk (loader, decode, (const guchar *) ";", 1, cancellable, error);
  if (decode->header->kind == SURMISE_KIND_JPEG)
    return write_chunk (loader, decode, (const guchar *) "\377\331", 2, cancellable, error);
  return TRUE;
}

static gboolean
feed (GdkPixbufLoader *loader,
      Decode          *decode,
      SurmiseRaw      *raw,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autofree guchar *chunk = g_malloc (CHUNK_BYTES);
  goffset offset = decode->header->begin;
  goffset end = decode->header->end;
  gssize n;

  if (decode->header->prefix_length > 0 && !write_chunk (loader, decode, decode->header->prefix,
                                                         decode->header->prefix_length, cancellable, error))
    return FALSE;
  while (offset < end)
    {
      n = surmise_raw_read (raw, offset, chunk, (gsize) MIN (CHUNK_BYTES, end - offset), error);
      if (n < 0 || (n > 0 && !write_chunk (loader, decode, chunk, (gsize) n, cancellable, error)))
        return FALSE;
      if (n == 0)
        break; /* it was longer a moment ago */
      offset += n;
    }
  decode->cut_off = offset < end || is_cut_off (decode);
  return !decode->cut_off && write_end (loader, decode, cancellable, error);
}

static gboolean
load (GdkPixbufLoader *loader,
      Decode          *decode,
      SurmiseRaw      *raw,
      GCancellable    *cancellable,
      GError         **error)
{
  if (!feed (loader, decode, raw, cancellable, error))
    {
      gdk_pixbuf_loader_close (loader, NULL);
      return FALSE;
    }
  /* Some loaders do all their work only now. */
  return gdk_pixbuf_loader_close (loader, error);
}

static void
set_decode_error (GError      **error,
                  const Decode *decode,
                  GError       *cause)
{
  if (decode->cut_off)
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN, "cut off");
  else if (decode->too_large)
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS,
                         "too many pixels");
  else if (cause != NULL && (cause->domain == SURMISE_PREPARE_ERROR ||
                             g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    g_propagate_error (error, g_error_copy (cause));
  else
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN,
                         cause != NULL ? cause->message : "no picture in it");
}

static gpointer
list_formats (gpointer data)
{
  return gdk_pixbuf_get_formats ();
}

/* Once, and before the first loader is made: gdk-pixbuf's own registering is not safe against itself. */
static GSList *
get_formats (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, list_formats, NULL);
}

/*
 * surmise_decode:
 * @max_edge: pixels that the longer edge needs to have, or 0 for all that there are
 *
 * The kind that was found picks the loader; it is never left to gdk-pixbuf's own guess, which also knows
 * drawings, long forgotten formats and whatever else is installed.
 *
 * Returns: (transfer full): the pixels as stored, with the loader's options "icc-profile" and "orientation"
 */
GdkPixbuf *
surmise_decode (SurmiseRaw          *raw,
                const SurmiseHeader *header,
                guint                max_edge,
                GCancellable        *cancellable,
                GError             **error)
{
  g_autoptr (GdkPixbufLoader) loader = NULL;
  g_autoptr (GError) cause = NULL;
  Decode decode = { .header = header, .max_edge = max_edge };
  GdkPixbuf *pixbuf = NULL;

  get_formats ();
  loader = gdk_pixbuf_loader_new_with_mime_type (surmise_kind_get_mime (header->kind), NULL);
  if (loader == NULL)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_MISSING_LOADER,
                           surmise_kind_get_package (header->kind));
      return NULL;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (on_loader_size_prepared), &decode);
  g_signal_connect (loader, "area-prepared", G_CALLBACK (on_loader_area_prepared), &decode);
  g_signal_connect (loader, "area-updated", G_CALLBACK (on_loader_area_updated), &decode);

  if (load (loader, &decode, raw, cancellable, &cause))
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      set_decode_error (error, &decode, cause);
      return NULL;
    }
  return g_object_ref (pixbuf);
}

gboolean
surmise_can_decode (SurmiseKind kind)
{
  for (GSList *l = get_formats (); l != NULL; l = l->next)
    {
      g_auto (GStrv) types = gdk_pixbuf_format_get_mime_types (l->data);

      if (!gdk_pixbuf_format_is_disabled (l->data) &&
          g_strv_contains ((const char *const *) types, surmise_kind_get_mime (kind)))
        return TRUE;
    }
  return FALSE;
}
