/* clarifai-json.h – reading JSON that may be anything
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Longest texts that are kept, in characters. */
#define CLARIFAI_LONGEST_NAME 1000
#define CLARIFAI_LONGEST_TEXT 100000
/* The most names in a list of them. */
#define CLARIFAI_MOST_NAMES 1000

JsonNode   *clarifai_json_parse       (GBytes     *bytes,
                                       GError    **error);

/* All take a NULL parent, and give NULL or the fallback where the member is missing, null or of another
 * type. */
JsonObject *clarifai_json_get_object  (JsonObject *parent,
                                       const char *name);
JsonArray  *clarifai_json_get_array   (JsonObject *parent,
                                       const char *name);
const char *clarifai_json_get_string  (JsonObject *parent,
                                       const char *name);
double      clarifai_json_get_double  (JsonObject *parent,
                                       const char *name,
                                       double      fallback);
double      clarifai_json_get_share   (JsonObject *parent,
                                       const char *name);
gint64      clarifai_json_get_int     (JsonObject *parent,
                                       const char *name,
                                       gint64      fallback);
char       *clarifai_json_dup_name    (JsonObject *parent,
                                       const char *name);
char       *clarifai_json_dup_text    (JsonObject *parent,
                                       const char *name);
char      **clarifai_json_dup_strv    (JsonObject *parent,
                                       const char *name);
guint       clarifai_json_get_length  (JsonArray  *array);
JsonObject *clarifai_json_get_element (JsonArray  *array,
                                       guint       i);

char       *clarifai_json_clean       (const char *text,
                                       glong       longest,
                                       gboolean    one_line);

G_END_DECLS
