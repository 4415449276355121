/* test-address.c – which web addresses a picture may come from
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: names that resolve to private addresses, which only a connection shows: see the fetcher's tests.
 */
#include "config.h"

#include "surmise-address.h"

static void
assert_plain (const char *text,
              const char *plain)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *address = surmise_address_check (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (address, ==, plain);
}

static void
assert_refused (const char *text,
                int         code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *address = surmise_address_check (text, &error);

  if (address != NULL)
    g_error ("“%s” was taken as “%s”", text, address);
  g_assert_error (error, SURMISE_ADDRESS_ERROR, code);
}

static void
test_plain (void)
{
  assert_plain ("https://example.com/a/b.jpg?size=1&x=%20", "https://example.com/a/b.jpg?size=1&x=%20");
  assert_plain ("http://example.com/a.jpg", "http://example.com/a.jpg");
  assert_plain ("  https://example.com/a.jpg\r\n", "https://example.com/a.jpg");
  assert_plain ("HTTPS://EXAMPLE.com/A.jpg", "https://example.com/A.jpg");
  assert_plain ("https://example.com", "https://example.com/");
}

static void
test_fragment (void)
{
  assert_plain ("https://example.com/a.jpg#part", "https://example.com/a.jpg");
}

static void
test_port (void)
{
  assert_plain ("https://example.com:8443/a.jpg", "https://example.com:8443/a.jpg");
  assert_plain ("http://example.com:443/a.jpg", "http://example.com:443/a.jpg");
  assert_plain ("https://example.com:65535/", "https://example.com:65535/");
  assert_refused ("https://example.com:0/", SURMISE_ADDRESS_ERROR_MALFORMED);
  assert_refused ("https://example.com:65536/", SURMISE_ADDRESS_ERROR_MALFORMED);
  assert_refused ("https://example.com:8a/", SURMISE_ADDRESS_ERROR_MALFORMED);
  assert_refused ("https://example.com:-1/", SURMISE_ADDRESS_ERROR_MALFORMED);
}

static void
test_default_port (void)
{
  assert_plain ("https://example.com:443/a.jpg", "https://example.com/a.jpg");
  assert_plain ("http://example.com:80/a.jpg", "http://example.com/a.jpg");
}

static void
test_international (void)
{
  /* The first letter is the Cyrillic one that looks like an a. */
  assert_plain ("https://\320\260pple.com/a.jpg", "https://xn--pple-43d.com/a.jpg");
  assert_plain ("https://m\303\274nchen.example/stra\303\237e.jpg", "https://xn--mnchen-3ya.example/stra%C3%9Fe.jpg");
}

static void
test_scheme (void)
{
  const char *const others[] = {
    "file:///etc/passwd", "data:image/png;base64,AAAA", "javascript:alert(1)", "ftp://example.com/a.jpg",
    "smb://server/share/a.jpg", "about:blank", "mailto:somebody@example.com", "gopher://example.com/", "ws://example.com/",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_refused (others[i], SURMISE_ADDRESS_ERROR_SCHEME);
}

static void
test_login (void)
{
  assert_refused ("https://user:pass@example.com/a.jpg", SURMISE_ADDRESS_ERROR_LOGIN);
  assert_refused ("https://user@example.com/a.jpg", SURMISE_ADDRESS_ERROR_LOGIN);
  assert_refused ("https://:pass@example.com/a.jpg", SURMISE_ADDRESS_ERROR_LOGIN);
  assert_refused ("https://@example.com/a.jpg", SURMISE_ADDRESS_ERROR_LOGIN);
  assert_refused ("https://example.com@evil.example/a.jpg", SURMISE_ADDRESS_ERROR_LOGIN);
}

/* A refusal must not repeat a password. */
static void
test_login_not_repeated (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (surmise_address_check ("https://user:hunter2@example.com/a.jpg", &error));
  g_assert_null (g_strstr_len (error->message, -1, "hunter2"));
}

static void
test_malformed (void)
{
  const char *const texts[] = {
    "", "   ", "a picture", "example.com/a.jpg", "//example.com/a.jpg", "https:", "https://", "https:///a.jpg", "http:a.jpg",
    "https://exam ple.com/", "https://example.com/a b.jpg", "https://example.com/\na.jpg", "https://example.com/\r\nHost:x/",
    "https://example.com/a\tb", "https:\\\\example.com\\a.jpg", "https://example.com\\@evil.example/", "https://[::1/",
    "https://example.com/\177", "https://\377\376/", "https://a%40b/", "https://%20/", "https://a%2fb/", "https://a<b>/",
    "https://example.com/\303",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], SURMISE_ADDRESS_ERROR_MALFORMED);
}

static void
test_too_long (void)
{
  g_autofree char *path = g_strnfill (9000, 'a');
  g_autofree char *address = g_strconcat ("https://example.com/", path, NULL);

  assert_refused (address, SURMISE_ADDRESS_ERROR_MALFORMED);
}

static void
test_looks_like (void)
{
  g_assert_true (surmise_address_looks_like ("https://example.com/"));
  g_assert_true (surmise_address_looks_like (" ftp://example.com/\n"));
  g_assert_true (surmise_address_looks_like ("javascript:alert(1)"));
  g_assert_false (surmise_address_looks_like ("a picture of: a cat"));
  g_assert_false (surmise_address_looks_like ("example.com"));
  g_assert_false (surmise_address_looks_like (""));
}

static void
test_host_private (void)
{
  const char *const hosts[] = {
    "localhost", "LOCALHOST", "localhost.", "a.localhost", "printer.local", "printer.local.", "Printer.LOCAL", "nas.lan",
    "router.home.arpa", "db.internal", "a.localdomain", "127.0.0.1", "127.1.2.3", "0.0.0.0", "10.1.2.3", "172.16.0.1",
    "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.2.1",
    "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    /* other spellings of 127.0.0.1 */
    "2130706433", "0x7f000001", "0x7f.1", "017700000001", "127.1", "0177.0.0.1", "127.0.0.1.", "0x7f.0.0.0x1",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1", "2002:7f00:1::", "2002:a00:1::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1",
    "fec0::1", "2001:db8::1", "2001::1", "2001:2::1", "3fff::1", "100::1", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (surmise_address_host_public (hosts[i]))
      g_error ("“%s” counts as public", hosts[i]);
}

static void
test_host_public (void)
{
  const char *const hosts[] = {
    "example.com", "example.com.", "EXAMPLE.com", "a-b_c.example", "xn--pple-43d.com", "local.example", "localhost.example",
    "mylocal", "1.2.3.example", "0x.example", "8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "126.1.1.1", "128.0.0.1",
    "172.15.255.255", "172.32.0.1", "192.167.1.1", "192.169.1.1", "100.63.255.255", "100.128.0.1", "198.17.0.1",
    "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
    "2002:808:808::1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (!surmise_address_host_public (hosts[i]))
      g_error ("“%s” counts as private", hosts[i]);
}

/* Digits that only look like others are those others once the address is plain. */
static void
test_disguised_digits (void)
{
  assert_plain ("http://\357\274\221\357\274\222\357\274\227.0.0.1/", "http://127.0.0.1/");
  assert_plain ("http://127\343\200\2020\343\200\2020\343\200\2021/", "http://127.0.0.1/");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/address/plain", test_plain);
  g_test_add_func ("/address/fragment-left-out", test_fragment);
  g_test_add_func ("/address/port", test_port);
  g_test_add_func ("/address/default-port-left-out", test_default_port);
  g_test_add_func ("/address/international-name-in-ascii", test_international);
  g_test_add_func ("/address/other-schemes-refused", test_scheme);
  g_test_add_func ("/address/login-refused", test_login);
  g_test_add_func ("/address/login-not-repeated", test_login_not_repeated);
  g_test_add_func ("/address/malformed-refused", test_malformed);
  g_test_add_func ("/address/too-long-refused", test_too_long);
  g_test_add_func ("/address/looks-like", test_looks_like);
  g_test_add_func ("/address/host/private", test_host_private);
  g_test_add_func ("/address/host/public", test_host_public);
  g_test_add_func ("/address/host/disguised-digits", test_disguised_digits);

  return g_test_run ();
}
