/* clarifai-raw.h – the service's own words, kept small and shown readably
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

char   *clarifai_raw_print    (JsonObject *output,
                               const char *token);
char   *clarifai_raw_indent   (const char *json);
GBytes *clarifai_raw_pack     (const char *json);
char   *clarifai_raw_unpack   (GBytes     *packed);

G_END_DECLS
