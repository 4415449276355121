/* surmise-model-section.h – a heading, models, and what comes after them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-model-choice.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_SECTION (surmise_model_section_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelSection, surmise_model_section, SURMISE, MODEL_SECTION, GObject)

SurmiseModelSection *surmise_model_section_new      (const char          *title,
                                                     GListModel          *models,
                                                     GtkFilter           *filter);
GListModel          *surmise_model_section_get_list (SurmiseModelSection *self);
void                 surmise_model_section_set_tail (SurmiseModelSection *self,
                                                     SurmiseModelChoice  *tail);

G_END_DECLS
