/* surmise-color-row.h – one colour of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-concept.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_COLOR_ROW (surmise_color_row_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseColorRow, surmise_color_row, SURMISE, COLOR_ROW, GtkGrid)

GtkWidget *surmise_color_row_new       (void);
void       surmise_color_row_set_color (SurmiseColorRow *self,
                                        ClarifaiConcept *color);

G_END_DECLS
