/* clarifai-session.c – the one way to make a session for the API
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-session.h"

#include "clarifai-proxy.h"

/* A quiet connection is given up after so long; the service itself gives a prediction about a minute. */
#define IDLE_SECONDS 60

/**
 * clarifai_session_new:
 *
 * A session without cookies, cache, sniffer or logger, and without a decoder beyond what libsoup's own
 * content decoder undoes. Proxies are the system's, for what leaves this computer. Many connections are
 * allowed, for the client counts its own requests.
 *
 * Returns: (transfer full): the session
 */
SoupSession *
clarifai_session_new (void)
{
  g_autoptr(GProxyResolver) proxies = clarifai_proxy_new ();
  SoupSession *session = soup_session_new_with_options ("user-agent", "Surmise/" PACKAGE_VERSION,
                                                        "timeout", IDLE_SECONDS,
                                                        "proxy-resolver", proxies,
                                                        "max-conns", 32,
                                                        "max-conns-per-host", 16,
                                                        NULL);

  soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_SNIFFER);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_COOKIE_JAR);
  soup_session_remove_feature_by_type (session, SOUP_TYPE_CACHE);

  return session;
}
