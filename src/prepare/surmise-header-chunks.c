/* surmise-header-chunks.c – sizes in JPEG, PNG, GIF and BMP files
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-header.h"

#include "surmise-prepare.h"

#include <string.h>

/* A file of nothing but tiny chunks must not take long to look through. */
#define MAX_CHUNKS 100000

/* JPEG: ITU-T T.81, B.1.1.3 */
#define MARKER_TEM   0x01
#define MARKER_SOF0  0xc0
#define MARKER_DHT   0xc4
#define MARKER_JPG   0xc8
#define MARKER_DAC   0xcc
#define MARKER_SOF15 0xcf
#define MARKER_RST0  0xd0
#define MARKER_RST7  0xd7
#define MARKER_SOI   0xd8
#define MARKER_EOI   0xd9
#define MARKER_SOS   0xda
#define MARKER_APP1  0xe1

static gboolean
is_frame_header (guint marker)
{
  return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT && marker != MARKER_JPG &&
         marker != MARKER_DAC;
}

/* Those that have no length behind them. */
static gboolean
stands_alone (guint marker)
{
  return marker == MARKER_TEM || (marker >= MARKER_RST0 && marker <= MARKER_RST7);
}

static gboolean
read_frame_header (SurmiseRaw    *raw,
                   goffset        offset,
                   SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, offset, 8);

  if (at == NULL)
    return FALSE;
  header->height = surmise_be16 (at + 3);
  header->width = surmise_be16 (at + 5);
  /* Grey, three colours or four inks. Decoders have read past their rows when told of two or five. */
  return at[7] == 1 || at[7] == 3 || at[7] == 4;
}

gboolean
surmise_header_read_jpeg (SurmiseRaw    *raw,
                          SurmiseHeader *header)
{
  goffset offset = 2;
  gboolean has_exif = FALSE;

  for (guint i = 0; i < MAX_CHUNKS; i++)
    {
      const guchar *at = surmise_raw_peek (raw, offset, 4);
      guint marker;

      if (at == NULL || at[0] != 0xff || at[1] == 0)
        return FALSE;
      marker = at[1];
      if (marker == 0xff)
        {
          offset += 1; /* padding */
          continue;
        }
      if (stands_alone (marker))
        {
          offset += 2;
          continue;
        }
      if (marker == MARKER_SOS || marker == MARKER_EOI || marker == MARKER_SOI)
        return header->width > 0;
      if (marker == MARKER_APP1 && !has_exif && (at = surmise_raw_peek (raw, offset, 10)) != NULL &&
          memcmp (at + 4, "Exif\0\0", 6) == 0)
        {
          has_exif = TRUE;
          header->orientation = surmise_exif_orientation (raw, offset + 4);
        }
      else if (is_frame_header (marker) && header->width == 0 &&
               !read_frame_header (raw, offset + 2, header))
        return FALSE;
      if ((at = surmise_raw_peek (raw, offset + 2, 2)) == NULL)
        return FALSE;
      offset += 2 + MAX (2, surmise_be16 (at));
    }
  return FALSE;
}

gboolean
surmise_header_read_png (SurmiseRaw    *raw,
                         SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, 8, 16);
  goffset offset = 8;

  if (at == NULL || memcmp (at + 4, "IHDR", 4) != 0)
    return FALSE;
  header->width = surmise_be32 (at + 8);
  header->height = surmise_be32 (at + 12);

  /* The EXIF data may be behind the pixels. */
  for (guint i = 0; i < MAX_CHUNKS && (at = surmise_raw_peek (raw, offset, 8)) != NULL; i++)
    {
      guint32 length = surmise_be32 (at);

      if (memcmp (at + 4, "IEND", 4) == 0)
        break;
      if (memcmp (at + 4, "eXIf", 4) == 0)
        {
          header->orientation = surmise_exif_orientation (raw, offset + 8);
          break;
        }
      offset += 12 + (goffset) length;
    }
  return TRUE;
}

/* A row of length-prefixed blocks up to an empty one; -1 if the file ends before. */
static goffset
skip_gif_blocks (SurmiseRaw *raw,
                 goffset     offset)
{
  const guchar *at;

  while ((at = surmise_raw_peek (raw, offset, 1)) != NULL)
    {
      offset += 1 + at[0];
      if (at[0] == 0)
        return offset;
    }
  return -1;
}

static goffset
skip_gif_colors (goffset offset,
                 guint   flags)
{
  return (flags & 0x80) != 0 ? offset + (3 << ((flags & 7) + 1)) : offset;
}

/* Only the first frame is for the loader: an animation may have ten thousand, and all would be decoded. */
gboolean
surmise_header_read_gif (SurmiseRaw    *raw,
                         SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, 6, 7);
  goffset offset;

  if (at == NULL)
    return FALSE;
  header->width = surmise_le16 (at);
  header->height = surmise_le16 (at + 2);
  offset = skip_gif_colors (13, at[4]);

  while (offset > 0 && (at = surmise_raw_peek (raw, offset, 2)) != NULL)
    {
      if (at[0] == '!')
        offset = skip_gif_blocks (raw, offset + 2);
      else if (at[0] != ',' || (at = surmise_raw_peek (raw, offset, 10)) == NULL)
        return FALSE;
      else
        {
          header->width = MAX (header->width, surmise_le16 (at + 1) + surmise_le16 (at + 5));
          header->height = MAX (header->height, surmise_le16 (at + 3) + surmise_le16 (at + 7));
          header->end = skip_gif_blocks (raw, skip_gif_colors (offset + 10, at[9]) + 1);
          return header->end > 0;
        }
    }
  return FALSE;
}

/* Whether all rows are there, of those that are stored plainly; the loader does not mind if not. */
static gboolean
has_bmp_rows (SurmiseRaw    *raw,
              SurmiseHeader *header,
              guint          bits,
              guint32        compression)
{
  const guchar *at = surmise_raw_peek (raw, 10, 4);
  guint64 row = ((guint64) header->width * bits + 31) / 32 * 4;

  if (compression != 0 || (guint64) header->width * header->height > SURMISE_PREPARE_MAX_PIXELS)
    return TRUE;
  return at != NULL && surmise_le32 (at) + row * header->height <= (guint64) raw->size;
}

gboolean
surmise_header_read_bmp (SurmiseRaw    *raw,
                         SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, 14, 20);
  guint32 height;

  if (at == NULL)
    return FALSE;
  if (surmise_le32 (at) == 12) /* the old OS/2 form */
    {
      header->width = surmise_le16 (at + 4);
      header->height = surmise_le16 (at + 6);
      return has_bmp_rows (raw, header, surmise_le16 (at + 10), 0);
    }
  height = surmise_le32 (at + 8);
  header->width = surmise_le32 (at + 4);
  header->height = (height & 0x80000000u) != 0 ? 0u - height : height; /* rows from the top */
  return has_bmp_rows (raw, header, surmise_le16 (at + 14), surmise_le32 (at + 16));
}
