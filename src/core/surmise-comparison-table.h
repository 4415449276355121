/* surmise-comparison-table.h – several answers in the rows of one table
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-output.h"
#include "surmise-comparison-row.h"

G_BEGIN_DECLS

/* @outputs: %SURMISE_COMPARISON_MOST of them, NULL where there is none */
void  surmise_comparison_table_fill    (GListStore             *table,
                                        ClarifaiOutput * const *outputs);
char *surmise_comparison_table_to_text (GListModel             *table,
                                        const char * const     *names,
                                        ClarifaiOutput        **outputs,
                                        guint                   n_names,
                                        double                  threshold);

G_END_DECLS
