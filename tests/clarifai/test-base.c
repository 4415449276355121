/* test-base.c – which servers may be spoken to
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-client.h"
#include "clarifai-error.h"

static void
assert_normal (const char *text,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *base = clarifai_base_normalize (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (base, ==, expected);
}

static void
assert_refused (const char    *text,
                ClarifaiError  code)
{
  g_autoptr(GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_null (clarifai_base_normalize (text, &error));
  g_assert_error (error, CLARIFAI_ERROR, (int) code);
}

static void
test_https (void)
{
  assert_normal ("https://api.clarifai.com", "https://api.clarifai.com");
  assert_normal ("https://api.clarifai.com/", "https://api.clarifai.com");
  assert_normal ("https://api.clarifai.com//", "https://api.clarifai.com");
  assert_normal ("HTTPS://API.Clarifai.com", "https://api.clarifai.com");
  assert_normal ("https://example.com:8443", "https://example.com:8443");
  assert_normal ("https://example.com:443", "https://example.com");
  assert_normal ("https://example.com/prefix/api/", "https://example.com/prefix/api");
  assert_normal ("https://10.0.0.1", "https://10.0.0.1");
  assert_normal ("https://[2001:db8::1]:8443/", "https://[2001:db8::1]:8443");
}

static void
test_host_alone (void)
{
  assert_normal ("api.clarifai.com", "https://api.clarifai.com");
  assert_normal ("example.com:8443/prefix/", "https://example.com:8443/prefix");
  assert_normal ("localhost:8443", "https://localhost:8443");
}

static void
test_loopback (void)
{
  assert_normal ("http://127.0.0.1:8080", "http://127.0.0.1:8080");
  assert_normal ("http://127.5.6.7", "http://127.5.6.7");
  assert_normal ("http://localhost:80/", "http://localhost");
  assert_normal ("http://LOCALHOST:8080/", "http://localhost:8080");
  assert_normal ("http://[::1]:8080", "http://[::1]:8080");
}

static void
test_insecure (void)
{
  const char *texts[] = {
    "http://api.clarifai.com", "http://10.0.0.1", "http://localhost.example.com",
    "http://127.0.0.1.example.com",
    "http://128.0.0.1", "http://127.1", "http://[::2]", "http://2130706433", "ftp://localhost",
    "file://localhost/etc/passwd",
    "ws://127.0.0.1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], CLARIFAI_ERROR_INSECURE);
}

static void
test_invalid (void)
{
  g_autofree char *long_text = g_strnfill (3000, 'a');
  const char *texts[] = {
    NULL, "", " ", "https://", "https://user@example.com", "https://user:password@example.com",
    "user:password@example.com",
    "https://example.com?x=y", "https://example.com/?", "https://example.com/#x",
    "https://example.com\r\nX-Evil: 1",
    "https://exa mple.com", "https://example.com ", "https://example.com\n", "https://example.com:port",
    "https://example.com:99999",
    "https:/example.com", "https:example.com", "http:example.com", "https://example.com\\@evil.example",
    "https://exämple.com",
    "https://[::1", "https://exa%6dple.com:x", "https:///path", "javascript:alert(1)", long_text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], CLARIFAI_ERROR_INVALID_REQUEST);
}

static void
test_client (void)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(ClarifaiClient) public = clarifai_client_new (session, NULL, NULL);
  g_autoptr(ClarifaiClient) insecure = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (clarifai_client_get_base (public), ==, "https://api.clarifai.com");
  insecure = clarifai_client_new (session, "http://example.com", &error);
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INSECURE);
  g_assert_null (insecure);
}

static void
test_session (void)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();

  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_COOKIE_JAR));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_CACHE));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_CONTENT_SNIFFER));
  g_assert_false (soup_session_has_feature (session, SOUP_TYPE_LOGGER));
  g_assert_true (soup_session_has_feature (session, SOUP_TYPE_CONTENT_DECODER));
  g_assert_cmpuint (soup_session_get_timeout (session), ==, 60);
  g_assert_cmpuint (soup_session_get_max_conns_per_host (session), >, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/https", test_https);
  g_test_add_func ("/base/host-alone", test_host_alone);
  g_test_add_func ("/base/loopback", test_loopback);
  g_test_add_func ("/base/insecure", test_insecure);
  g_test_add_func ("/base/invalid", test_invalid);
  g_test_add_func ("/base/client", test_client);
  g_test_add_func ("/base/session", test_session);

  return g_test_run ();
}
