/* surmise-demo-gate.h – who may ask, and how much
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <libsoup/soup.h>

#include "surmise-demo-answers.h"

G_BEGIN_DECLS

/* The service's own limit on a request. */
#define SURMISE_DEMO_MAX_BODY (128 * 1000 * 1000)

/* To be asked when the headers are in. From then on no more of the body is kept than is allowed. */
SurmiseDemoStatus  surmise_demo_gate_check      (SoupServerMessage  *message,
                                                 const char         *token,
                                                 const char        **details);
GBytes            *surmise_demo_gate_steal_body (SoupServerMessage  *message);

G_END_DECLS
