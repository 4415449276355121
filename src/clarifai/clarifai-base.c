/* clarifai-base.c – which servers the API may be spoken to
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-session.h"

#include <string.h>

#include "clarifai-error.h"

#define LONGEST_BASE 2000

static void
set_invalid (GError    **error,
             const char *message)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INVALID_REQUEST, message);
}

static gboolean
has_only_graphic_characters (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;

  return TRUE;
}

/* "https:/host" and "https:host" would otherwise pass as a host of that name. */
static gboolean
has_broken_scheme (const char *text)
{
  return g_ascii_strncasecmp (text, "https:", 6) == 0 || g_ascii_strncasecmp (text, "http:", 5) == 0;
}

static gboolean
is_host (const char *host)
{
  return *host != '\0' &&
         strspn (host, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:") == strlen (host);
}

static gboolean
check_uri (GUri    *uri,
           GError **error)
{
  const char *scheme = g_uri_get_scheme (uri);

  if (g_uri_get_userinfo (uri) != NULL)
    set_invalid (error, "A server address holds no user name or password");
  else if (g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    set_invalid (error, "A server address holds no query or fragment");
  else if (g_uri_get_host (uri) == NULL || !is_host (g_uri_get_host (uri)))
    set_invalid (error, "A server address names a host");
  else if (strpbrk (g_uri_get_path (uri), "\\<>\"{}|^`") != NULL)
    set_invalid (error, "A server address has a plain path");
  else if (strcmp (scheme, "https") == 0 ||
           (strcmp (scheme, "http") == 0 && clarifai_base_is_loopback (g_uri_get_host (uri))))
    return TRUE;
  else
    g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INSECURE,
                         "A server is spoken to over https, or over http on this computer alone");

  return FALSE;
}

/* Whether the host, a name or an address without brackets, is this computer and nothing else. */
gboolean
clarifai_base_is_loopback (const char *host)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);

  return g_ascii_strcasecmp (host, "localhost") == 0;
}

/**
 * clarifai_base_normalize:
 * @text: what somebody typed or set
 * @error: %CLARIFAI_ERROR_INSECURE for a scheme other than https, or http on loopback;
 *   %CLARIFAI_ERROR_INVALID_REQUEST for anything that is no plain address of a server
 *
 * A host alone is taken as https. A port and a path before "/v2" are kept; the trailing slash, the
 * scheme's own port and upper case in the host go, so that equal servers are equal texts.
 *
 * Returns: (transfer full): the base, without a trailing slash
 */
char *
clarifai_base_normalize (const char *text,
                         GError    **error)
{
  g_autofree char *address = NULL;
  g_autofree char *host = NULL;
  g_autofree char *port = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GUri) uri = NULL;

  if (text == NULL || *text == '\0' || strlen (text) > LONGEST_BASE || !has_only_graphic_characters (text))
    {
      set_invalid (error, "A server address is plain text without blanks");
      return NULL;
    }

  if (strstr (text, "://") == NULL && has_broken_scheme (text))
    {
      set_invalid (error, "A scheme is followed by two slashes");
      return NULL;
    }

  address = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);
  if (uri == NULL)
    {
      set_invalid (error, "This is not the address of a server");
      return NULL;
    }
  if (!check_uri (uri, error))
    return NULL;

  host = g_ascii_strdown (g_uri_get_host (uri), -1);
  port = g_uri_get_port (uri) > 0 &&
         g_uri_get_port (uri) != (strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80)
         ? g_strdup_printf (":%d", g_uri_get_port (uri)) : g_strdup ("");
  path = g_strdup (g_uri_get_path (uri));
  for (gsize length = strlen (path); length > 0 && path[length - 1] == '/'; length--)
    path[length - 1] = '\0';

  return g_strdup_printf (strchr (host, ':') != NULL ? "%s://[%s]%s%s" : "%s://%s%s%s",
                          g_uri_get_scheme (uri), host, port, path);
}
