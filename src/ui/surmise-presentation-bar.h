/* surmise-presentation-bar.h – one concept, as large as it stands on a wall
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-concept.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PRESENTATION_BAR (surmise_presentation_bar_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePresentationBar, surmise_presentation_bar, SURMISE, PRESENTATION_BAR, GtkWidget)

GtkWidget *surmise_presentation_bar_new         (void);
void       surmise_presentation_bar_set_concept (SurmisePresentationBar *self,
                                                 ClarifaiConcept        *concept,
                                                 const char             *second_name,
                                                 gboolean                best);
/* 0–1: how far the bar has grown into its value. */
void       surmise_presentation_bar_set_grown   (SurmisePresentationBar *self,
                                                 double                  grown);

/* The height that a bar has with a type of that size, both in pixels; and the share of that size at which all of its
 * name is seen, 1 at most. */
int        surmise_presentation_bar_get_height  (double                  size);
double     surmise_presentation_bar_get_fit     (SurmisePresentationBar *self,
                                                 int                     width,
                                                 double                  size);

G_END_DECLS
