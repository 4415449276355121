/* surmise-presentation.h – one picture and what a model sees in it, for a whole room
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PRESENTATION (surmise_presentation_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePresentation, surmise_presentation, SURMISE, PRESENTATION, GtkWidget)

/* Property: "threshold" (0–1, read and write). Signal: "closed". */
GtkWidget *surmise_presentation_new (GtkSingleSelection *pictures);

G_END_DECLS
