/* surmise-address.h – which web addresses a picture may come from
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_ADDRESS_ERROR (surmise_address_error_quark ())
typedef enum {
  SURMISE_ADDRESS_ERROR_MALFORMED,
  SURMISE_ADDRESS_ERROR_SCHEME,  /* anything but http and https */
  SURMISE_ADDRESS_ERROR_LOGIN,   /* a user name or password in it */
  SURMISE_ADDRESS_ERROR_PRIVATE, /* leads into this computer or its network */
} SurmiseAddressError;

GQuark   surmise_address_error_quark (void);
char    *surmise_address_check       (const char   *text,
                                      GError      **error);
gboolean surmise_address_looks_like  (const char   *text);
gboolean surmise_address_is_public   (GInetAddress *address);
gboolean surmise_address_host_public (const char   *host);

G_END_DECLS
