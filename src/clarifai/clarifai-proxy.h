/* clarifai-proxy.h – the system's proxies, for what leaves this computer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CLARIFAI_TYPE_PROXY (clarifai_proxy_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiProxy, clarifai_proxy, CLARIFAI, PROXY, GObject)

GProxyResolver *clarifai_proxy_new (void);

G_END_DECLS
