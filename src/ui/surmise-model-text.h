/* surmise-model-text.h – links and tags in what somebody wrote about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean    surmise_model_text_is_link    (const char *address);
const char *surmise_model_text_find_link  (const char *text,
                                           const char *end,
                                           gsize      *length);
char       *surmise_model_text_strip_tags (const char *html);
char       *surmise_model_text_line       (const char *text,
                                           guint       longest);
char       *surmise_model_text_fold       (const char *text,
                                           guint       longest);
char       *surmise_model_text_tidy_table (const char *table,
                                           char        cell);

G_END_DECLS
