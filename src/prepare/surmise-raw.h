/* surmise-raw.h – the bytes of an open file, read without trusting them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_RAW_WINDOW 4096
/* A regular file of a known size, in the hands of one thread. */
typedef struct
{
  int     fd;      /* (not owned) */
  goffset size;    /* when it was opened: what is appended later is not looked at */
  int     failure; /* errno of a read that failed, or 0 */
  guchar  window[SURMISE_RAW_WINDOW];
  goffset window_offset;
  gsize   window_length;
} SurmiseRaw;

gboolean      surmise_raw_open (SurmiseRaw *self,
                                int         fd,
                                GError    **error);
gssize        surmise_raw_read (SurmiseRaw *self,
                                goffset     offset,
                                guchar     *buffer,
                                gsize       length,
                                GError    **error);
/* NULL past the end or when reading fails; valid until the next peek; at most SURMISE_RAW_WINDOW bytes. */
const guchar *surmise_raw_peek (SurmiseRaw *self,
                                goffset     offset,
                                gsize       length);

static inline guint
surmise_be16 (const guchar *at)
{
  return (guint) at[0] << 8 | at[1];
}

static inline guint32
surmise_be32 (const guchar *at)
{
  return (guint32) surmise_be16 (at) << 16 | surmise_be16 (at + 2);
}

static inline guint
surmise_le16 (const guchar *at)
{
  return (guint) at[1] << 8 | at[0];
}

static inline guint32
surmise_le32 (const guchar *at)
{
  return (guint32) surmise_le16 (at + 2) << 16 | surmise_le16 (at);
}

G_END_DECLS
