/* surmise-header-iso.c – sizes in HEIC and AVIF files
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-header.h"

#include <string.h>

/* Boxes within boxes within boxes: meta, iprp, ipco (ISO/IEC 23008-12, 9.3). Real files have tens of them. */
#define MAX_BOXES 10000

typedef struct
{
  goffset body;
  goffset end;
  char    type[5];
} Box;

static gboolean
read_box (SurmiseRaw *raw,
          goffset     offset,
          goffset     limit,
          Box        *box)
{
  const guchar *at = surmise_raw_peek (raw, offset, 8);
  guint64 size;

  if (at == NULL)
    return FALSE;
  size = surmise_be32 (at);
  memcpy (box->type, at + 4, 4);
  box->type[4] = '\0';
  box->body = offset + 8;
  if (size == 1)
    {
      if ((at = surmise_raw_peek (raw, offset + 8, 8)) == NULL)
        return FALSE;
      size = (guint64) surmise_be32 (at) << 32 | surmise_be32 (at + 4);
      box->body += 8;
    }
  else if (size == 0)
    size = (guint64) (limit - offset);
  if (size < (guint64) (box->body - offset) || size > (guint64) (limit - offset))
    return FALSE;
  box->end = offset + (goffset) size;
  return TRUE;
}

static gboolean
find_box (SurmiseRaw *raw,
          goffset     offset,
          goffset     limit,
          const char *type,
          Box        *box)
{
  for (guint i = 0; i < MAX_BOXES && read_box (raw, offset, limit, box); i++, offset = box->end)
    if (strcmp (box->type, type) == 0)
      return TRUE;
  return FALSE;
}

/* The largest extent of all: a picture made of tiles has one for the tiles and one for the whole. */
static void
read_property (SurmiseRaw    *raw,
               const Box     *box,
               SurmiseHeader *header)
{
  const guchar *at = surmise_raw_peek (raw, box->body, 1);

  if (strcmp (box->type, "irot") == 0)
    header->loader_turns |= at != NULL && (at[0] & 3) != 0;
  else if (strcmp (box->type, "imir") == 0)
    header->loader_turns = TRUE;
  else if (strcmp (box->type, "colr") == 0 && header->profile_length == 0 &&
           (at = surmise_raw_peek (raw, box->body, 4)) != NULL &&
           (memcmp (at, "prof", 4) == 0 || memcmp (at, "rICC", 4) == 0) && box->end > box->body + 4)
    {
      header->profile = box->body + 4;
      header->profile_length = (gsize) (box->end - box->body - 4);
    }
  else if (strcmp (box->type, "ispe") == 0 && (at = surmise_raw_peek (raw, box->body, 12)) != NULL)
    {
      guint32 width = surmise_be32 (at + 4);
      guint32 height = surmise_be32 (at + 8);

      if ((guint64) width * height > (guint64) header->width * header->height)
        {
          header->width = width;
          header->height = height;
        }
    }
}

/* The EXIF orientation does not count in these files: rotation and mirroring are properties of the picture,
 * and the loaders apply them (ISO/IEC 23008-12, 6.5.10 and A.2.1). */
gboolean
surmise_header_read_heif (SurmiseRaw    *raw,
                          SurmiseHeader *header)
{
  Box meta = { 0 }, properties = { 0 }, container = { 0 }, property = { 0 };
  goffset offset;

  /* "meta" begins with a version. */
  if (!find_box (raw, 0, raw->size, "meta", &meta) ||
      !find_box (raw, meta.body + 4, meta.end, "iprp", &properties) ||
      !find_box (raw, properties.body, properties.end, "ipco", &container))
    return FALSE;
  offset = container.body;
  for (guint i = 0; i < MAX_BOXES && read_box (raw, offset, container.end, &property);
       i++, offset = property.end)
    read_property (raw, &property, header);
  return TRUE;
}
