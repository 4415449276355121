/* surmise-demo-data.h – what the models write into their answers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-asked.h"

G_BEGIN_DECLS

/* An element of "concepts". */
void surmise_demo_data_add_concept (JsonBuilder             *data,
                                    const SurmiseDemoName   *name,
                                    const SurmiseDemoConfig *config,
                                    double                   value);
/* The member "bounding_box". */
void surmise_demo_data_add_box     (JsonBuilder             *data,
                                    double                   left,
                                    double                   top,
                                    double                   right,
                                    double                   bottom);
/* The member "text". */
void surmise_demo_data_add_text    (JsonBuilder             *data,
                                    const char              *text);
/* The member "image". */
void surmise_demo_data_add_picture (JsonBuilder             *data,
                                    const guint8            *rgb,
                                    int                      width,
                                    int                      height);

G_END_DECLS
