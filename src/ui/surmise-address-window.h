/* surmise-address-window.h – asks for a web address
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_ADDRESS_WINDOW (surmise_address_window_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseAddressWindow, surmise_address_window, SURMISE, ADDRESS_WINDOW, AdwWindow)

/* Signal: "chosen" (const char *), with an address that can be used. */
GtkWindow *surmise_address_window_new (GtkWindow *parent);

G_END_DECLS
