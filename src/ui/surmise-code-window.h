/* surmise-code-window.h – the question as code, to be asked elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-account.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

typedef struct _SurmiseQuestion SurmiseQuestion;

#define SURMISE_TYPE_CODE_WINDOW (surmise_code_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCodeWindow, surmise_code_window, SURMISE, CODE_WINDOW, AdwWindow)

void surmise_code_window_show (GtkWindow       *parent,
                               SurmiseAccount  *account,
                               SurmisePicture  *picture,
                               SurmiseQuestion *question);

G_END_DECLS
