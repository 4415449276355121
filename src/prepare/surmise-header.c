/* surmise-header.c – sizes and orientation, read before anything is decoded
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-header.h"

#include "surmise-prepare.h"

/* What libpng takes by default. One endless row costs more than its pixels: scaling sums up whole rows. */
#define MAX_EDGE 1000000

static gboolean
read_kind (SurmiseRaw    *raw,
           SurmiseHeader *header)
{
  switch (header->kind)
    {
    case SURMISE_KIND_JPEG:
      return surmise_header_read_jpeg (raw, header);

    case SURMISE_KIND_PNG:
      return surmise_header_read_png (raw, header);

    case SURMISE_KIND_WEBP:
      return surmise_header_read_webp (raw, header);

    case SURMISE_KIND_GIF:
      return surmise_header_read_gif (raw, header);

    case SURMISE_KIND_TIFF:
      return surmise_header_read_tiff (raw, header);

    case SURMISE_KIND_BMP:
      return surmise_header_read_bmp (raw, header);

    case SURMISE_KIND_HEIC:
    case SURMISE_KIND_AVIF:
      return surmise_header_read_heif (raw, header);

    case SURMISE_KIND_OTHER:
    case SURMISE_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
set_header_error (GError          **error,
                  const SurmiseRaw *raw,
                  int               code,
                  const char       *message)
{
  /* Where nothing can be read nothing can be said about it. */
  if (raw->failure != 0)
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_UNREADABLE,
                         g_strerror (raw->failure));
  else
    g_set_error_literal (error, SURMISE_PREPARE_ERROR, code, message);
}

/*
 * surmise_header_read:
 * @header: (out caller-allocates): filled
 *
 * Finds out what is in the file and refuses what is no picture, or one of more than
 * SURMISE_PREPARE_MAX_PIXELS, from its header alone. Loaders allocate by what a header claims, some before
 * they tell their caller: sixty kilobytes can ask for gigabytes.
 */
gboolean
surmise_header_read (SurmiseRaw    *raw,
                     SurmiseHeader *header,
                     GError       **error)
{
  const char *other = NULL;

  *header = (SurmiseHeader) { .kind = surmise_sniff (raw, &other), .orientation = 1, .end = raw->size };
  if (header->kind == SURMISE_KIND_OTHER)
    {
      set_header_error (error, raw, SURMISE_PREPARE_ERROR_NOT_A_PICTURE,
                        other != NULL ? other : "unknown kind of file");
      return FALSE;
    }
  if (!read_kind (raw, header) || header->width == 0 || header->height == 0)
    {
      set_header_error (error, raw, SURMISE_PREPARE_ERROR_BROKEN, "broken header");
      return FALSE;
    }
  if ((guint64) header->width * header->height > SURMISE_PREPARE_MAX_PIXELS ||
      MAX (header->width, header->height) > MAX_EDGE)
    {
      g_set_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS, "%u × %u pixels",
                   header->width, header->height);
      return FALSE;
    }
  return TRUE;
}
