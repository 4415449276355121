/* surmise-cli-output.h – how surmise tag prints what it learned
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-picture.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean json;
  double   min_confidence; /* 0–1 */
  guint    max_concepts;
} SurmiseCliFormat;

void  surmise_cli_print_text (const SurmiseCliFormat *format,
                              SurmisePicture         *picture);
/* All of them, in one JSON document. */
void  surmise_cli_print_json (const SurmiseCliFormat *format,
                              GPtrArray              *pictures);
char *surmise_cli_dup_plain  (const char             *text);

G_END_DECLS
