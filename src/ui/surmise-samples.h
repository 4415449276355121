/* surmise-samples.h – the project's own pictures, to begin with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_SAMPLES (surmise_samples_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSamples, surmise_samples, SURMISE, SAMPLES, GtkBox)

/* Signal: "chosen" (GFile). Hides itself where no samples are installed. */
void surmise_samples_load (SurmiseSamples *self);

G_END_DECLS
