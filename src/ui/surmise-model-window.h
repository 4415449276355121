/* surmise-model-window.h – all that is known about one model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_WINDOW (surmise_model_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelWindow, surmise_model_window, SURMISE, MODEL_WINDOW, AdwWindow)

/* @ref: with a version only where the person picked one; @compare: beside the model in use, instead of it. */
typedef void (*SurmiseModelWindowUse) (ClarifaiModelRef *ref,
                                       const char       *name,
                                       gboolean          compare,
                                       gpointer          user_data);

/* Signal: "use" (ClarifaiModelRef *, const char *name, gboolean compare); the window closes after it. */
GtkWindow *surmise_model_window_new  (GtkWindow             *parent,
                                      SurmiseContext        *context,
                                      SurmiseAccount        *account,
                                      ClarifaiModelRef      *model);
void       surmise_model_window_show (GtkWindow             *parent,
                                      SurmiseContext        *context,
                                      SurmiseAccount        *account,
                                      ClarifaiModelRef      *model,
                                      SurmiseModelWindowUse  use_func,
                                      gpointer               user_data);

G_END_DECLS
