/* surmise-header-webp.c – sizes in WebP files, and the way to the first frame of an animation
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-header.h"

#include <string.h>

/* A file of nothing but tiny chunks must not take long to look through. */
#define MAX_CHUNKS 100000

#define FLAG_ANIMATION 0x02
#define FLAG_ALPHA     0x10

static guint32
le24 (const guchar *at)
{
  return surmise_le16 (at) | (guint32) at[2] << 16;
}

static void
put_le32 (guchar *at,
          guint32 value)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guchar) (value >> (8 * i));
}

/* Makes a still picture of a frame: the container's head anew, then the frame's own chunks as they are. The
 * loader for animations trusts what it gets more than the one for stills does, and holds all of it in memory.
 * A frame smaller than the canvas comes out at its own size. */
static gboolean
use_frame (SurmiseRaw    *raw,
           goffset        offset,
           guint32        length,
           SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, offset, 16);

  if (at == NULL || length < 16 || offset + (goffset) length > raw->size)
    return FALSE;
  header->width = le24 (at + 6) + 1;
  header->height = le24 (at + 9) + 1;
  header->begin = offset + 16;
  header->end = offset + (goffset) length;

  memcpy (header->prefix, "RIFF\0\0\0\0WEBPVP8X\012\0\0\0", 20);
  put_le32 (header->prefix + 4, 22 + length - 16);
  put_le32 (header->prefix + 20, FLAG_ALPHA);
  memcpy (header->prefix + 24, at + 6, 6);
  header->prefix_length = 30;
  return TRUE;
}

static gboolean
read_chunks (SurmiseRaw    *raw,
             gboolean       animation,
             SurmiseHeader *header)
{
  gboolean has_frame = FALSE;
  goffset offset = 12;
  const guchar *at;

  for (guint i = 0; i < MAX_CHUNKS && (at = surmise_raw_peek (raw, offset, 8)) != NULL; i++)
    {
      guint32 length = surmise_le32 (at + 4);

      if (memcmp (at, "EXIF", 4) == 0)
        header->orientation = surmise_exif_orientation (raw, offset + 8);
      else if (memcmp (at, "ICCP", 4) == 0 && header->profile_length == 0)
        {
          header->profile = offset + 8;
          header->profile_length = length;
        }
      else if (animation && !has_frame && memcmp (at, "ANMF", 4) == 0)
        {
          if (!use_frame (raw, offset + 8, length, header))
            return FALSE;
          has_frame = TRUE;
        }
      offset += 8 + (goffset) length + (length & 1);
    }
  return has_frame || !animation;
}

/* RFC 9649, 2.5 to 2.7 */
gboolean
surmise_header_read_webp (SurmiseRaw    *raw,
                          SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, 0, 30);
  guint32 bits;

  /* Of a file that is cut off the loader takes what there is. A missing byte of padding at the end does not
   * matter. */
  if (at == NULL || 8 + (goffset) surmise_le32 (at + 4) > raw->size + 1)
    return FALSE;
  at += 12;
  if (memcmp (at, "VP8 ", 4) == 0 && memcmp (at + 11, "\235\001\052", 3) == 0)
    {
      header->width = surmise_le16 (at + 14) & 0x3fff;
      header->height = surmise_le16 (at + 16) & 0x3fff;
      return TRUE;
    }
  if (memcmp (at, "VP8L", 4) == 0 && at[8] == 0x2f)
    {
      bits = surmise_le32 (at + 9);
      header->width = (bits & 0x3fff) + 1;
      header->height = (bits >> 14 & 0x3fff) + 1;
      return TRUE;
    }
  if (memcmp (at, "VP8X", 4) != 0)
    return FALSE;
  header->width = le24 (at + 12) + 1;
  header->height = le24 (at + 15) + 1;
  return read_chunks (raw, (at[8] & FLAG_ANIMATION) != 0, header);
}
