/* surmise-header.h – sizes and orientation, read before anything is decoded
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-sniff.h"

G_BEGIN_DECLS

#define SURMISE_HEADER_PREFIX 30

typedef struct
{
  SurmiseKind kind;
  /* As stored; 0 when the header does not say. */
  guint32     width;
  guint32     height;
  /* EXIF's, 1 to 8; what the loader leaves to us. */
  guint       orientation;
  /* The loader turns the picture by itself. */
  gboolean    loader_turns;
  /* What the loader is given: these bytes first, then the file from begin to end. */
  guchar      prefix[SURMISE_HEADER_PREFIX];
  gsize       prefix_length;
  goffset     begin;
  goffset     end;
  /* The ICC profile in files whose loaders do not pass it on; a length of 0 for none. */
  goffset     profile;
  gsize       profile_length;
} SurmiseHeader;

gboolean surmise_header_read      (SurmiseRaw    *raw,
                                   SurmiseHeader *header,
                                   GError       **error);

/* One kind each; FALSE: the file ends or contradicts itself before it has said its size. */
gboolean surmise_header_read_jpeg (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_png  (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_webp (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_gif  (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_bmp  (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_tiff (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
gboolean surmise_header_read_heif (SurmiseRaw    *raw,
                                   SurmiseHeader *header);
/* The orientation in a block of EXIF data that begins at offset, or 1. */
guint    surmise_exif_orientation (SurmiseRaw    *raw,
                                   goffset        offset);

G_END_DECLS
