/* surmise-sniff.h – what kind of file it is, by its first bytes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-raw.h"

G_BEGIN_DECLS

typedef enum {
  SURMISE_KIND_OTHER,
  SURMISE_KIND_JPEG,
  SURMISE_KIND_PNG,
  SURMISE_KIND_WEBP,
  SURMISE_KIND_GIF,
  SURMISE_KIND_TIFF,
  SURMISE_KIND_BMP,
  SURMISE_KIND_HEIC,
  SURMISE_KIND_AVIF,
  SURMISE_N_KINDS,
} SurmiseKind;

/* Names in English what a file of another kind is, if that can be told ("SVG drawing"). */
SurmiseKind surmise_sniff             (SurmiseRaw  *raw,
                                       const char **other);
const char *surmise_kind_get_mime     (SurmiseKind  kind);
/* The Debian package whose loader reads the kind. */
const char *surmise_kind_get_package  (SurmiseKind  kind);

G_END_DECLS
