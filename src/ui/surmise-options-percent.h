/* surmise-options-percent.h – a spin button whose value is a percentage
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void surmise_options_percent_follow (GtkSpinButton *spin);

G_END_DECLS
