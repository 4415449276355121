/* surmise-demo-predict.h – a prediction request from JSON to JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-answers.h"

G_BEGIN_DECLS

/* As many inputs as the service takes in one request. */
#define SURMISE_DEMO_MAX_INPUTS 128

/* Blocks: for threads. Where @cancellable is, the answer is of no use to anyone and may be anything. */
char *surmise_demo_predict (const SurmiseDemoModel *model,
                            GBytes                 *body,
                            GCancellable           *cancellable,
                            guint                  *http);

G_END_DECLS
