/* surmise-sniff.c – what kind of file it is, by its first bytes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-sniff.h"

#include <string.h>

/* Enough for the prologue that an SVG drawing may have in front of its root element. */
#define LOOK_BYTES 1024

typedef struct
{
  guint       offset;
  guint       length;
  const char *magic;
  const char *name;
} Other;

static const struct
{
  const char *mime;
  const char *package;
} kinds[SURMISE_N_KINDS] = {
  [SURMISE_KIND_JPEG] = { "image/jpeg", "libgdk-pixbuf-2.0-0" },
  [SURMISE_KIND_PNG] = { "image/png", "libgdk-pixbuf-2.0-0" },
  [SURMISE_KIND_WEBP] = { "image/webp", "webp-pixbuf-loader" },
  [SURMISE_KIND_GIF] = { "image/gif", "libgdk-pixbuf-2.0-0" },
  [SURMISE_KIND_TIFF] = { "image/tiff", "libgdk-pixbuf-2.0-0" },
  [SURMISE_KIND_BMP] = { "image/bmp", "libgdk-pixbuf-2.0-0" },
  [SURMISE_KIND_HEIC] = { "image/heic", "heif-gdk-pixbuf" },
  [SURMISE_KIND_AVIF] = { "image/avif", "libavif-gdk-pixbuf" },
};

/* What people drop by mistake; only names, none of it is read. */
static const Other others[] = {
  { 0, 4, "%PDF", "PDF" },
  { 0, 4, "8BPS", "Photoshop document" },
  { 0, 4, "PK\003\004", "archive" },
  { 0, 2, "\037\213", "compressed file" },
  { 0, 2, "\377\012", "JPEG XL picture" },
  { 4, 8, "JXL \r\n\207\n", "JPEG XL picture" },
  { 4, 8, "jP  \r\n\207\n", "JPEG 2000 picture" },
  { 0, 4, "\0\0\001\0", "icon" },
  { 4, 8, "ftypcrx ", "camera raw picture" },
  { 4, 7, "ftypM4A", "sound" },
  { 4, 4, "ftyp", "video" },
  { 0, 4, "\032\105\337\243", "video" },
  { 8, 4, "AVI ", "video" },
  { 0, 4, "\0\0\001\272", "video" },
  { 0, 4, "OggS", "video or sound" },
  { 8, 4, "WAVE", "sound" },
  { 0, 4, "fLaC", "sound" },
  { 0, 3, "ID3", "sound" },
  { 0, 4, "\177ELF", "program" },
};

/* The major brand alone does not tell: cameras write "mif1" there and say which coding they use among the
 * compatible ones (ISO/IEC 23008-12, 10). */
static SurmiseKind
sniff_brands (const guchar *head,
              gsize         length)
{
  gsize end = MIN (length, surmise_be32 (head));
  SurmiseKind kind = SURMISE_KIND_OTHER;

  for (gsize at = 8; at + 4 <= end && kind == SURMISE_KIND_OTHER; at += 4)
    {
      const char *brand = (const char *) head + at;

      if (at == 12)
        continue; /* the minor version */
      if (strncmp (brand, "avif", 4) == 0 || strncmp (brand, "avis", 4) == 0)
        kind = SURMISE_KIND_AVIF;
      else if (strncmp (brand, "hei", 3) == 0 || strncmp (brand, "hev", 3) == 0)
        kind = SURMISE_KIND_HEIC;
    }
  return kind;
}

static const char *
sniff_text (const guchar *head,
            gsize         length)
{
  g_autofree char *text = g_ascii_strdown ((const char *) head, (gssize) length);
  const char *end = NULL;

  if (memchr (head, 0, length) != NULL)
    return NULL;
  if (strstr (text, "<svg") != NULL || strstr (text, "<!doctype svg") != NULL)
    return "SVG drawing";
  if (strstr (text, "<html") != NULL || strstr (text, "<!doctype html") != NULL)
    return "web page";
  /* The look may end within a character, which takes at most four bytes. */
  if (g_utf8_validate (text, (gssize) length, &end) || (length == LOOK_BYTES && end - text > LOOK_BYTES - 4))
    return "text";
  return NULL;
}

static SurmiseKind
sniff_picture (const guchar *head,
               gsize         length)
{
  if (length >= 3 && memcmp (head, "\377\330\377", 3) == 0)
    return SURMISE_KIND_JPEG;
  if (length >= 8 && memcmp (head, "\211PNG\r\n\032\n", 8) == 0)
    return SURMISE_KIND_PNG;
  if (length >= 12 && memcmp (head, "RIFF", 4) == 0 && memcmp (head + 8, "WEBP", 4) == 0)
    return SURMISE_KIND_WEBP;
  if (length >= 6 && (memcmp (head, "GIF87a", 6) == 0 || memcmp (head, "GIF89a", 6) == 0))
    return SURMISE_KIND_GIF;
  if (length >= 4 && (memcmp (head, "II*\0", 4) == 0 || memcmp (head, "MM\0*", 4) == 0))
    return SURMISE_KIND_TIFF;
  /* Two letters alone also begin many a text: the reserved words must be zero as well. */
  if (length >= 18 && memcmp (head, "BM", 2) == 0 && surmise_le32 (head + 6) == 0)
    return SURMISE_KIND_BMP;
  if (length >= 16 && memcmp (head + 4, "ftyp", 4) == 0)
    return sniff_brands (head, length);
  return SURMISE_KIND_OTHER;
}

/*
 * surmise_sniff:
 * @other: (out) (nullable): the name of a kind that is not taken
 *
 * The file's name has no say in it.
 */
SurmiseKind
surmise_sniff (SurmiseRaw  *raw,
               const char **other)
{
  gsize length = (gsize) MIN (raw->size, LOOK_BYTES);
  const guchar *head = surmise_raw_peek (raw, 0, length);
  SurmiseKind kind = SURMISE_KIND_OTHER;

  *other = NULL;
  if (head == NULL)
    return SURMISE_KIND_OTHER;
  kind = sniff_picture (head, length);
  for (guint i = 0; kind == SURMISE_KIND_OTHER && *other == NULL && i < G_N_ELEMENTS (others); i++)
    if (length >= others[i].offset + others[i].length &&
        memcmp (head + others[i].offset, others[i].magic, others[i].length) == 0)
      *other = others[i].name;
  if (kind == SURMISE_KIND_OTHER && *other == NULL)
    *other = sniff_text (head, length);
  return kind;
}

const char *
surmise_kind_get_mime (SurmiseKind kind)
{
  return kinds[kind].mime;
}

const char *
surmise_kind_get_package (SurmiseKind kind)
{
  return kinds[kind].package;
}
