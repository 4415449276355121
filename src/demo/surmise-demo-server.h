/* surmise-demo-server.h – a Clarifai-compatible service on this computer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_DEMO_SERVER (surmise_demo_server_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseDemoServer, surmise_demo_server, SURMISE, DEMO_SERVER, GObject)

#define SURMISE_DEMO_USER "demo"
#define SURMISE_DEMO_APP  "on-device"
/* The model to begin with. */
#define SURMISE_DEMO_MODEL "demo/on-device/picture-properties"

/* Listens on loopback at once, on a port that the system picks; serves from the main context it was made in,
 * computes in threads. */
SurmiseDemoServer *surmise_demo_server_new       (GError            **error);
/* "http://127.0.0.1:PORT", and the random key that it alone accepts. */
const char        *surmise_demo_server_get_base  (SurmiseDemoServer  *self);
const char        *surmise_demo_server_get_token (SurmiseDemoServer  *self);

G_END_DECLS
