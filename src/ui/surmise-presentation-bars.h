/* surmise-presentation-bars.h – the few concepts that a room can read at once
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PRESENTATION_BARS (surmise_presentation_bars_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePresentationBars, surmise_presentation_bars, SURMISE, PRESENTATION_BARS, GtkWidget)

/* Shows the best of @output that are sure enough, with the names of @second beside theirs; placeholders where @output is
 * %NULL. Returns how many there are. */
guint surmise_presentation_bars_show (SurmisePresentationBars *self,
                                      ClarifaiOutput          *output,
                                      ClarifaiOutput          *second,
                                      double                   threshold);
/* Lets the bars grow into their values, where the system wants motion. */
void  surmise_presentation_bars_grow (SurmisePresentationBars *self);

G_END_DECLS
