/* surmise-header-tiff.c – the directory of a TIFF file, which is also that of EXIF data
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-header.h"

#include "surmise-prepare.h"

#include <string.h>

/* TIFF 6.0, section 8; EXIF 2.32, 4.6.4 */
#define TAG_WIDTH       256
#define TAG_HEIGHT      257
#define TAG_ORIENTATION 274
#define TAG_TILE_WIDTH  322
#define TAG_TILE_HEIGHT 323
#define TYPE_SHORT      3
#define TYPE_LONG       4

typedef struct
{
  guint32 width;
  guint32 height;
  guint32 orientation;
  guint32 tile_width;
  guint32 tile_height;
} Directory;

static guint32 *
find_field (Directory *directory,
            guint      tag)
{
  switch (tag)
    {
    case TAG_WIDTH:
      return &directory->width;

    case TAG_HEIGHT:
      return &directory->height;

    case TAG_ORIENTATION:
      return &directory->orientation;

    case TAG_TILE_WIDTH:
      return &directory->tile_width;

    case TAG_TILE_HEIGHT:
      return &directory->tile_height;

    default:
      return NULL;
    }
}

/* Reads the first directory; offsets in it count from @base. */
static gboolean
read_directory (SurmiseRaw *raw,
                goffset     base,
                Directory  *directory)
{
  const guchar *at = surmise_raw_peek (raw, base, 8);
  gboolean big;
  goffset entry;
  guint n;

  memset (directory, 0, sizeof *directory);
  if (at == NULL || (memcmp (at, "II*\0", 4) != 0 && memcmp (at, "MM\0*", 4) != 0))
    return FALSE;
  big = at[0] == 'M';
  entry = base + (big ? surmise_be32 (at + 4) : surmise_le32 (at + 4));
  if ((at = surmise_raw_peek (raw, entry, 2)) == NULL)
    return FALSE;
  n = big ? surmise_be16 (at) : surmise_le16 (at);
  entry += 2;

  for (guint i = 0; i < n; i++, entry += 12)
    {
      guint32 *field;
      guint type;

      if ((at = surmise_raw_peek (raw, entry, 12)) == NULL)
        break;
      field = find_field (directory, big ? surmise_be16 (at) : surmise_le16 (at));
      type = big ? surmise_be16 (at + 2) : surmise_le16 (at + 2);
      /* Of a tag that is there twice the larger one counts: a loader may believe either. */
      if (field != NULL && type == TYPE_SHORT)
        *field = MAX (*field, big ? surmise_be16 (at + 8) : surmise_le16 (at + 8));
      else if (field != NULL && type == TYPE_LONG)
        *field = MAX (*field, big ? surmise_be32 (at + 8) : surmise_le32 (at + 8));
    }
  return TRUE;
}

static guint
check_orientation (guint32 orientation)
{
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

gboolean
surmise_header_read_tiff (SurmiseRaw    *raw,
                          SurmiseHeader *header)
{
  Directory directory;

  if (!read_directory (raw, 0, &directory))
    return FALSE;
  header->width = directory.width;
  header->height = directory.height;
  header->orientation = check_orientation (directory.orientation);
  /* A tile is decoded as a whole, however little of it is in the picture. */
  if ((guint64) directory.tile_width * directory.tile_height > SURMISE_PREPARE_MAX_PIXELS)
    {
      header->width = MAX (header->width, directory.tile_width);
      header->height = MAX (header->height, directory.tile_height);
    }
  return TRUE;
}

guint
surmise_exif_orientation (SurmiseRaw *raw,
                          goffset     offset)
{
  const guchar *at = surmise_raw_peek (raw, offset, 6);
  Directory directory;

  /* JPEG has these six bytes in front of the data, PNG has not, and WebP may. */
  if (at != NULL && memcmp (at, "Exif\0\0", 6) == 0)
    offset += 6;
  return read_directory (raw, offset, &directory) ? check_orientation (directory.orientation) : 1;
}
