/* surmise-scans.c – counts the scans of a JPEG file as it goes by
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-scans.h"

#include <string.h>

/* ITU-T T.81, B.1.1.3 */
#define MARKER_STUFFING 0x00
#define MARKER_TEM      0x01
#define MARKER_RST0     0xd0
#define MARKER_SOI      0xd8
#define MARKER_EOI      0xd9
#define MARKER_SOS      0xda

static void
take_marker (SurmiseScans *self,
             guchar        marker)
{
  if (marker == 0xff)
    return; /* padding: the marker is still to come */
  if (marker == MARKER_SOS)
    self->n_scans++;

  if (marker == MARKER_EOI)
    self->state = SURMISE_SCANS_END;
  else if (marker == MARKER_STUFFING || marker == MARKER_TEM ||
           (marker >= MARKER_RST0 && marker <= MARKER_SOI))
    self->state = SURMISE_SCANS_DATA;
  else
    self->state = SURMISE_SCANS_LENGTH;
}

/* Returns: how many of the bytes were taken, at least one. */
static gsize
take (SurmiseScans *self,
      const guchar *bytes,
      gsize         length)
{
  const guchar *found;
  gsize n = 1;

  switch (self->state)
    {
    case SURMISE_SCANS_DATA:
      found = memchr (bytes, 0xff, length);
      if (found == NULL)
        return length;
      self->state = SURMISE_SCANS_MARKER;
      return (gsize) (found - bytes) + 1;

    case SURMISE_SCANS_MARKER:
      take_marker (self, bytes[0]);
      break;

    case SURMISE_SCANS_LENGTH:
      self->length = (guint) bytes[0] << 8;
      self->state = SURMISE_SCANS_REST_OF_LENGTH;
      break;

    case SURMISE_SCANS_REST_OF_LENGTH:
      self->length += bytes[0];
      /* The two bytes of the length count, too. */
      self->length -= MIN (self->length, 2);
      self->state = self->length > 0 ? SURMISE_SCANS_SEGMENT : SURMISE_SCANS_DATA;
      break;

    case SURMISE_SCANS_SEGMENT:
      n = MIN (self->length, length);
      self->length -= (guint) n;
      if (self->length == 0)
        self->state = SURMISE_SCANS_DATA;
      break;

    case SURMISE_SCANS_END:
    default:
      n = length;
      break;
    }

  return n;
}

/*
 * surmise_scans_count:
 * @bytes: what comes next in the file
 *
 * Sees markers where decoders see them: not within a segment, where a camera keeps a smaller picture, and not
 * behind the end, where a phone keeps a film.
 */
void
surmise_scans_count (SurmiseScans *self,
                     const guchar *bytes,
                     gsize         length)
{
  while (length > 0)
    {
      gsize n = take (self, bytes, length);

      bytes += n;
      length -= n;
    }
}
