/* surmise-confidence.h – the one way in which a confidence becomes text
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *surmise_confidence_to_text   (double confidence);
char *surmise_confidence_to_spoken (double confidence);

G_END_DECLS
