/* test-proxy.c – what goes through the system's proxy, and what never does
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-session.h"
#include "client-fixture.h"

/* Nobody listens there: what goes to the proxy is refused. */
#define PROXY "http://127.0.0.1:1"

/* A token for a service on this computer is not encrypted, because it does not leave it. */
static void
test_loopback_without (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) user = NULL;

  mock_server_reply (self->server, "GET", "/v2/users/me", 200,
                     "{\"status\":{\"code\":10000},\"user\":{\"id\":\"somebody\"}}");
  user = get_me (self, &error);
  g_assert_no_error (error);
  g_assert_nonnull (user);
}

static void
test_others_with (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ClarifaiClient) client = clarifai_client_new (session, "https://service.invalid", &error);

  g_assert_no_error (error);
  clarifai_client_get_me_async (client, TOKEN, NULL, test_catch_result, &result);
  g_assert_null (clarifai_client_get_me_finish (client, test_wait_for_result (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("no_proxy");
  g_setenv ("http_proxy", PROXY, TRUE);
  g_setenv ("https_proxy", PROXY, TRUE);
  g_test_init (&argc, &argv, NULL);

  add_test ("/proxy/loopback-without", test_loopback_without);
  add_test ("/proxy/others-with", test_others_with);

  return g_test_run ();
}
