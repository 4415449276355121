/* surmise-scans.h – counts the scans of a JPEG file as it goes by
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SURMISE_SCANS_DATA,
  SURMISE_SCANS_MARKER,
  SURMISE_SCANS_LENGTH,
  SURMISE_SCANS_REST_OF_LENGTH,
  SURMISE_SCANS_SEGMENT,
  SURMISE_SCANS_END,
} SurmiseScansState;

/* All zero at first. */
typedef struct
{
  SurmiseScansState state;
  guint             length; /* of the segment, what is left of it */
  guint             n_scans;
} SurmiseScans;

void surmise_scans_count (SurmiseScans *self,
                          const guchar *bytes,
                          gsize         length);

G_END_DECLS
