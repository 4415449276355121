/* surmise-paragraphs.h – paragraphs short enough to be laid out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *surmise_paragraphs_break (const char *text);

G_END_DECLS
