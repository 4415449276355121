/* surmise-kind-switch.h – which kind of an answer is shown, where it has several
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output-kinds.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_KIND_SWITCH (surmise_kind_switch_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseKindSwitch, surmise_kind_switch, SURMISE, KIND_SWITCH, GtkBox)

/* Signal: "changed", by the person. */
void                surmise_kind_switch_set_kinds (SurmiseKindSwitch   *self,
                                                   ClarifaiOutputKinds  kinds);
ClarifaiOutputKinds surmise_kind_switch_get_kind  (SurmiseKindSwitch   *self);
/* Whether there is anything to choose. */
gboolean            surmise_kind_switch_get_several (SurmiseKindSwitch *self);

G_END_DECLS
