/* clarifai-json-write.h – writing JSON straight into a body
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void clarifai_json_append_string (GString    *out,
                                  const char *text);
void clarifai_json_append_double (GString    *out,
                                  double      value);
void clarifai_json_append_base64 (GString    *out,
                                  GBytes     *bytes);

G_END_DECLS
