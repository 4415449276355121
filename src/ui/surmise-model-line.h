/* surmise-model-line.h – what stands between the models of a list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-model-choice.h"

G_BEGIN_DECLS

GtkWidget *surmise_model_line_new (SurmiseModelChoice  *choice,
                                   GtkWidget          **retry);

G_END_DECLS
