/* surmise-scale.c – smaller, without transparency, upright
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-scale.h"

#include "surmise-prepare.h"

#include <string.h>

#define CANCEL_ROWS 64

/* Which source pixels one of the result covers: the first and the last in part, those between wholly. */
typedef struct
{
  int   first;
  int   last;
  float first_weight;
  float last_weight;
} Span;

typedef struct
{
  const guchar *pixels; /* (not owned) */
  gsize         stride;
  int           width;
  int           height;
  int           channels;
  gboolean      premultiplied;
  Span         *columns; /* (owned) one a column of the result */
  int           result_width;
  guchar       *flat;    /* (owned) one source row, on white */
  int           ready;   /* the source row that is in flat */
  float        *sum;     /* (owned) of the source rows that one row of the result covers */
} Scale;

static void
scale_clear (Scale *scale)
{
  g_clear_pointer (&scale->columns, g_free);
  g_clear_pointer (&scale->flat, g_free);
  g_clear_pointer (&scale->sum, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scale, scale_clear)

static Span
make_span (int index,
           int from,
           int to)
{
  gint64 begin = (gint64) index * from;
  gint64 end = begin + from;
  Span span;

  /* In units of 1/to of a source pixel, so that nothing is rounded. */
  span.first = (int) (begin / to);
  span.last = (int) ((end - 1) / to);
  if (span.first == span.last)
    {
      span.first_weight = (float) from / to;
      span.last_weight = 0;
    }
  else
    {
      span.first_weight = (float) ((gint64) (span.first + 1) * to - begin) / to;
      span.last_weight = (float) (end - (gint64) span.last * to) / to;
    }
  return span;
}

/* Puts what shines through on white. */
static const guchar *
get_flat_row (Scale *scale,
              int    y)
{
  const guchar *from = scale->pixels + (gsize) y * scale->stride;
  guchar *to = scale->flat;

  if (scale->channels == 3)
    return from;
  /* A row on the border between two of the result is asked for twice. */
  for (int x = 0; y != scale->ready && x < scale->width; x++, from += 4, to += 3)
    {
      guint alpha = from[3];
      guint white = 255 * (255 - alpha);

      for (int c = 0; c < 3; c++)
        to[c] =
          scale->premultiplied ? MIN (255, from[c] + 255 - alpha) : (from[c] * alpha + white + 127) / 255;
    }
  scale->ready = y;
  return scale->flat;
}

/* Rows before columns: this is the one loop over all source pixels, and compilers make vector code of it. */
static void
add_row (float        *restrict sum,
         const guchar *restrict row,
         int                    n,
         float                  weight)
{
  for (int i = 0; i < n; i++)
    sum[i] += row[i] * weight;
}

static void
store_row (Scale  *scale,
           float   area,
           guchar *to)
{
  float factor = 1 / area;

  for (int x = 0; x < scale->result_width; x++, to += 3)
    {
      const Span *span = &scale->columns[x];
      const float *first = scale->sum + 3 * (gsize) span->first;
      const float *last = scale->sum + 3 * (gsize) span->last;
      float red = first[0] * span->first_weight + last[0] * span->last_weight;
      float green = first[1] * span->first_weight + last[1] * span->last_weight;
      float blue = first[2] * span->first_weight + last[2] * span->last_weight;

      for (const float *at = first + 3; at < last; at += 3)
        {
          red += at[0];
          green += at[1];
          blue += at[2];
        }
      to[0] = (guchar) MIN (red * factor + 0.5f, 255);
      to[1] = (guchar) MIN (green * factor + 0.5f, 255);
      to[2] = (guchar) MIN (blue * factor + 0.5f, 255);
    }
}

static gboolean
scale_into (Scale        *scale,
            GdkPixbuf    *result,
            GCancellable *cancellable,
            GError      **error)
{
  guchar *to = gdk_pixbuf_get_pixels (result);
  gsize stride = (gsize) gdk_pixbuf_get_rowstride (result);
  int height = gdk_pixbuf_get_height (result);
  float area = (float) scale->width / scale->result_width * ((float) scale->height / height);
  int n = 3 * scale->width;

  for (int y = 0; y < height; y++, to += stride)
    {
      Span span = make_span (y, scale->height, height);

      memset (scale->sum, 0, sizeof *scale->sum * n);
      add_row (scale->sum, get_flat_row (scale, span.first), n, span.first_weight);
      for (int row = span.first + 1; row < span.last; row++)
        add_row (scale->sum, get_flat_row (scale, row), n, 1);
      if (span.last > span.first)
        add_row (scale->sum, get_flat_row (scale, span.last), n, span.last_weight);
      store_row (scale, area, to);
      if (y % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static GdkPixbuf *
new_pixbuf (int      width,
            int      height,
            GError **error)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  if (pixbuf == NULL)
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS,
                         "out of memory");
  return pixbuf;
}

/*
 * surmise_scale:
 * @width: of the result, at most that of @pixbuf
 * @height: of the result, at most that of @pixbuf
 * @premultiplied: the colours are already multiplied by their alpha
 *
 * Every pixel of the result is the mean of the area that it covers, on white. Written out here because
 * gdk_pixbuf_scale() builds a table as large as 512 source areas, which a picture of one row makes as large
 * as it likes.
 */
GdkPixbuf *
surmise_scale (GdkPixbuf    *pixbuf,
               int           width,
               int           height,
               gboolean      premultiplied,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr (GdkPixbuf) result = NULL;
  g_auto (Scale) scale = {
    .pixels = gdk_pixbuf_read_pixels (pixbuf),
    .stride = (gsize) gdk_pixbuf_get_rowstride (pixbuf),
    .width = gdk_pixbuf_get_width (pixbuf),
    .height = gdk_pixbuf_get_height (pixbuf),
    .channels = gdk_pixbuf_get_n_channels (pixbuf),
    .premultiplied = premultiplied,
    .result_width = width,
    .ready = -1,
  };

  g_assert (width <= scale.width && height <= scale.height);

  if (width == scale.width && height == scale.height && scale.channels == 3)
    return g_object_ref (pixbuf);
  if ((result = new_pixbuf (width, height, error)) == NULL)
    return NULL;
  scale.columns = g_new (Span, width);
  for (int x = 0; x < width; x++)
    scale.columns[x] = make_span (x, scale.width, width);
  scale.flat = g_new (guchar, 3 * (gsize) scale.width);
  scale.sum = g_new (float, 3 * (gsize) scale.width);
  if (!scale_into (&scale, result, cancellable, error))
    return NULL;
  return g_steal_pointer (&result);
}

/*
 * surmise_turn:
 * @orientation: what EXIF says where the first row and column of the picture belong, 1 to 8
 * (EXIF 2.32, 4.6.4.A)
 */
GdkPixbuf *
surmise_turn (GdkPixbuf *pixbuf,
              guint      orientation)
{
  g_autoptr (GdkPixbuf) turned = NULL;

  switch (orientation)
    {
    case 2:
      return gdk_pixbuf_flip (pixbuf, TRUE);

    case 3:
      return gdk_pixbuf_rotate_simple (pixbuf, GDK_PIXBUF_ROTATE_UPSIDEDOWN);

    case 4:
      return gdk_pixbuf_flip (pixbuf, FALSE);

    case 5:
      turned = gdk_pixbuf_rotate_simple (pixbuf, GDK_PIXBUF_ROTATE_CLOCKWISE);
      return turned != NULL ? gdk_pixbuf_flip (turned, TRUE) : NULL;

    case 6:
      return gdk_pixbuf_rotate_simple (pixbuf, GDK_PIXBUF_ROTATE_CLOCKWISE);

    case 7:
      turned = gdk_pixbuf_rotate_simple (pixbuf, GDK_PIXBUF_ROTATE_CLOCKWISE);
      return turned != NULL ? gdk_pixbuf_flip (turned, FALSE) : NULL;

    case 8:
      return gdk_pixbuf_rotate_simple (pixbuf, GDK_PIXBUF_ROTATE_COUNTERCLOCKWISE);

    default:
      return g_object_ref (pixbuf);
    }
}
