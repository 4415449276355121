/* surmise-application.h – the program: its windows, its command line, its menu
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_APPLICATION (surmise_application_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseApplication, surmise_application, SURMISE, APPLICATION, AdwApplication)

SurmiseApplication *surmise_application_new (void);

G_END_DECLS
