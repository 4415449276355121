/* surmise-raw-window.h – an answer as the service wrote it, to read, search and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-picture.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_RAW_WINDOW (surmise_raw_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseRawWindow, surmise_raw_window, SURMISE, RAW_WINDOW, AdwWindow)

void surmise_raw_window_show (GtkWindow      *parent,
                              SurmisePicture *picture);

G_END_DECLS
