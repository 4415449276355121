/* surmise-window.h – a window: its pictures, its account and its model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-context.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_WINDOW (surmise_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseWindow, surmise_window, SURMISE, WINDOW, AdwApplicationWindow)

SurmiseWindow *surmise_window_new       (AdwApplication    *application,
                                         SurmiseContext    *context);
/* Files, folders and web addresses. */
void           surmise_window_open      (SurmiseWindow     *self,
                                         GFile            **files,
                                         int                n_files);
void           surmise_window_use_demo  (SurmiseWindow     *self);
void           surmise_window_use_model (SurmiseWindow     *self,
                                         ClarifaiModelRef  *model);

G_END_DECLS
