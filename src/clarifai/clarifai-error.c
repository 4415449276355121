/* clarifai-error.c – what can go wrong at the service, as far as callers act on it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-error.h"

G_DEFINE_QUARK (clarifai-error-quark, clarifai_error)
