/* surmise-demo-lookup.h – answers about users, models and model types
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-answers.h"
#include "surmise-demo-router.h"

G_BEGIN_DECLS

/* Whether the user, app, model and version that a path names are here. */
SurmiseDemoStatus  surmise_demo_lookup_check  (const SurmiseDemoRoute *route);

/* @query: (nullable): of the address, decoded. */
char              *surmise_demo_lookup_answer (const SurmiseDemoRoute *route,
                                               GHashTable             *query);

G_END_DECLS
