/* surmise-address.c – which web addresses a picture may come from
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-address.h"

#include <string.h>

#define MAX_ADDRESS_LENGTH 8192

G_DEFINE_QUARK (surmise-address-error-quark, surmise_address_error)

/* Names that lead to this computer or into its network, whatever a resolver says of them. */
static const char *const private_suffixes[] = { "localhost", "local", "internal", "lan", "home.arpa", "localdomain" };

static gboolean
in_block (const guint8 *bytes,
          guint8        first,
          guint8        mask,
          guint8        second)
{
  return bytes[0] == first && (bytes[1] & mask) == second;
}

/* IANA's special-purpose registry for IPv4, as far as a request should never go there. */
static gboolean
is_public_v4 (const guint8 *b)
{
  if (b[0] == 0 || b[0] == 10 || b[0] == 127 || b[0] >= 224)
    return FALSE;
  if (in_block (b, 100, 0xc0, 64) || in_block (b, 169, 0xff, 254) || in_block (b, 172, 0xf0, 16)
      || in_block (b, 192, 0xff, 168) || in_block (b, 198, 0xfe, 18))
    return FALSE;
  if (b[0] == 192 && b[1] == 0 && (b[2] == 0 || b[2] == 2))
    return FALSE;
  if ((b[0] == 198 && b[1] == 51 && b[2] == 100) || (b[0] == 203 && b[1] == 0 && b[2] == 113))
    return FALSE;

  return TRUE;
}

static gboolean
is_public_v6 (const guint8 *b)
{
  static const guint8 mapped[12] = { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff };
  static const guint8 nat64[12] = { 0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0 };

  /* An IPv4 address in disguise is judged as what it is. */
  if (memcmp (b, mapped, sizeof mapped) == 0 || memcmp (b, nat64, sizeof nat64) == 0)
    return is_public_v4 (b + 12);
  if (b[0] == 0x20 && b[1] == 0x02)
    return is_public_v4 (b + 2);

  /* Global unicast is 2000::/3; of it 2001::/23 is for tunnels and protocols, 2001:db8::/32 and 3fff::/20 for documents. */
  if ((b[0] & 0xe0) != 0x20)
    return FALSE;
  if (b[0] == 0x20 && b[1] == 0x01 && ((b[2] & 0xfe) == 0 || (b[2] == 0x0d && b[3] == 0xb8)))
    return FALSE;
  if (b[0] == 0x3f && b[1] == 0xff && (b[2] & 0xf0) == 0)
    return FALSE;

  return TRUE;
}

/**
 * surmise_address_is_public:
 * @address: where a connection would go
 *
 * Returns: %FALSE for loopback, private, link-local, shared, multicast and reserved addresses, in IPv4 and IPv6 and in
 *   IPv6 forms of IPv4
 */
gboolean
surmise_address_is_public (GInetAddress *address)
{
  const guint8 *bytes;

  g_return_val_if_fail (G_IS_INET_ADDRESS (address), FALSE);

  bytes = g_inet_address_to_bytes (address);
  if (g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV4)
    return is_public_v4 (bytes);

  return is_public_v6 (bytes);
}

/* 2130706433, 0x7f.1, 017700000001: spellings that some resolvers read as IPv4 addresses and that no person types. */
static gboolean
looks_numeric (const char *host)
{
  const char *last = strrchr (host, '.');

  last = last != NULL ? last + 1 : host;
  if (g_ascii_strncasecmp (last, "0x", 2) == 0)
    return TRUE;

  return *last != '\0' && strspn (last, "0123456789") == strlen (last);
}

/**
 * surmise_address_host_public:
 * @host: a host name or a literal address, without brackets
 *
 * What can be told before any name is looked up. A name that passes can still resolve to a private address: the
 * connection is checked as well.
 *
 * Returns: %FALSE when @host surely leads to this computer or into its network
 */
gboolean
surmise_address_host_public (const char *host)
{
  g_autoptr(GInetAddress) literal = NULL;
  g_autofree char *name = NULL;
  gsize length;

  g_return_val_if_fail (host != NULL, FALSE);

  literal = g_inet_address_new_from_string (host);
  if (literal != NULL)
    return surmise_address_is_public (literal);

  name = g_ascii_strdown (host, -1);
  length = strlen (name);
  if (length > 0 && name[length - 1] == '.')
    name[length - 1] = '\0';
  if (*name == '\0' || strchr (name, '%') != NULL || looks_numeric (name))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (private_suffixes); i++)
    {
      g_autofree char *dotted = g_strconcat (".", private_suffixes[i], NULL);

      if (g_str_equal (name, private_suffixes[i]) || g_str_has_suffix (name, dotted))
        return FALSE;
    }

  return TRUE;
}

/**
 * surmise_address_looks_like:
 * @text: text that was dropped, pasted or typed
 *
 * Returns: %TRUE when @text begins like an address of any scheme, so that a refusal should speak of addresses
 */
gboolean
surmise_address_looks_like (const char *text)
{
  g_autofree char *scheme = NULL;
  g_autofree char *trimmed = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  trimmed = g_strstrip (g_strndup (text, MAX_ADDRESS_LENGTH));
  scheme = g_uri_parse_scheme (trimmed);

  return scheme != NULL && strpbrk (trimmed, " \t\r\n") == NULL;
}

static gboolean
has_forbidden_character (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p <= ' ' || *p == 0x7f || *p == '\\')
      return TRUE;

  return !g_utf8_validate (text, -1, NULL);
}

/* The parser undoes percent signs in a host, so that "a%40b" would come out as a login. What is no letter, digit, hyphen,
 * underscore or dot has no place in a name. */
static char *
dup_ascii_host (GUri *uri)
{
  g_autofree char *host = g_uri_get_host (uri) != NULL ? g_hostname_to_ascii (g_uri_get_host (uri)) : NULL;

  if (host == NULL || *host == '\0')
    return NULL;
  if (!g_hostname_is_ip_address (host))
    for (const char *p = host; *p != '\0'; p++)
      if (!g_ascii_isalnum (*p) && strchr ("-_.", *p) == NULL)
        return NULL;

  return g_steal_pointer (&host);
}

/**
 * surmise_address_check:
 * @text: an address as dropped, pasted or typed; surrounding blanks are allowed
 * @error: return location for an error in %SURMISE_ADDRESS_ERROR
 *
 * International host names come out in their ASCII form, so that letters that only look alike are seen as what they are.
 *
 * Returns: (transfer full) (nullable): the address in its plain form
 */
char *
surmise_address_check (const char  *text,
                       GError     **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *ascii_host = NULL;
  g_autoptr(GUri) uri = NULL;
  g_autoptr(GUri) plain = NULL;
  gboolean is_https;
  int port;

  g_return_val_if_fail (text != NULL, NULL);

  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed == '\0' || strlen (trimmed) > MAX_ADDRESS_LENGTH || has_forbidden_character (trimmed))
    {
      g_set_error_literal (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED, "not a web address");
      return NULL;
    }

  uri = g_uri_parse (trimmed, G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  if (uri == NULL)
    {
      g_set_error_literal (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED, "not a web address");
      return NULL;
    }
  is_https = g_str_equal (g_uri_get_scheme (uri), "https");
  if (!is_https && !g_str_equal (g_uri_get_scheme (uri), "http"))
    {
      g_set_error (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_SCHEME, "%s", g_uri_get_scheme (uri));
      return NULL;
    }
  if (g_uri_get_userinfo (uri) != NULL)
    {
      g_set_error_literal (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_LOGIN, "a login in the address");
      return NULL;
    }
  ascii_host = dup_ascii_host (uri);
  if (ascii_host == NULL || g_uri_get_port (uri) == 0)
    {
      g_set_error_literal (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED, "no usable host");
      return NULL;
    }

  port = g_uri_get_port (uri) == (is_https ? 443 : 80) ? -1 : g_uri_get_port (uri);
  plain = g_uri_build (G_URI_FLAGS_ENCODED, g_uri_get_scheme (uri), NULL, ascii_host, port, g_uri_get_path (uri),
                       g_uri_get_query (uri), NULL);

  return g_uri_to_string (plain);
}
