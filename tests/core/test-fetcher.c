/* test-fetcher.c – fetching a picture from the web, and what is not fetched
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Everything is on loopback, which the fetcher refuses: one host and port is opened for it, and other names are
 * answered by a resolver of the test's own.
 */
#include "config.h"

#include <string.h>

#include "mock-server.h"
#include "surmise-address.h"
#include "surmise-fetcher.h"
#include "test-utils.h"

#define MB (1024 * 1024)

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GResolver)

/* Answers each name with one address after the other; the last one repeats. */
struct _TestResolver
{
  GResolver   parent_instance;

  const char *answers[2];
  guint       n_asked;
};

G_DEFINE_FINAL_TYPE (TestResolver, test_resolver, G_TYPE_RESOLVER)

typedef struct
{
  MockServer     *server;
  SurmiseFetcher *fetcher;
  TestResolver   *resolver;
  GResolver      *usual;
} Fixture;

static void
answer (TestResolver *self,
        const char   *name,
        GTask        *task)
{
  const char *text = self->answers[MIN (self->n_asked, G_N_ELEMENTS (self->answers) - 1)];
  GInetAddress *address = g_inet_address_new_from_string (g_hostname_is_ip_address (name) ? name : text);

  self->n_asked++;
  g_task_return_pointer (task, g_list_append (NULL, address), NULL);
}

static void
test_resolver_lookup_by_name_async (GResolver           *resolver,
                                    const char          *name,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  answer (TEST_RESOLVER (resolver), name, task);
}

static void
test_resolver_lookup_by_name_with_flags_async (GResolver                *resolver,
                                               const char               *name,
                                               GResolverNameLookupFlags  flags,
                                               GCancellable             *cancellable,
                                               GAsyncReadyCallback       callback,
                                               gpointer                  user_data)
{
  g_autoptr(GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  /* Happy Eyeballs asks for both families; one of them is enough. */
  if (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY)
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "no such address");
  else
    answer (TEST_RESOLVER (resolver), name, task);
}

static GList *
test_resolver_lookup_by_name_finish (GResolver     *resolver,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_class_init (TestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = test_resolver_lookup_by_name_async;
  resolver_class->lookup_by_name_finish = test_resolver_lookup_by_name_finish;
  resolver_class->lookup_by_name_with_flags_async = test_resolver_lookup_by_name_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish = test_resolver_lookup_by_name_finish;
}

static void
test_resolver_init (TestResolver *self)
{
  self->answers[0] = self->answers[1] = "127.0.0.1";
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->server = mock_server_new ();
  self->fetcher = g_object_new (SURMISE_TYPE_FETCHER, "opened", mock_server_get_base (self->server) + strlen ("http://"), NULL);
  self->usual = g_resolver_get_default ();
  self->resolver = g_object_new (TEST_TYPE_RESOLVER, NULL);
  g_resolver_set_default (G_RESOLVER (self->resolver));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (self->fetcher), (gpointer *) &self->fetcher);
  g_object_unref (self->fetcher);
  test_wait_until_null ((gpointer *) &self->fetcher);
  g_resolver_set_default (self->usual);
  g_clear_object (&self->usual);
  g_clear_object (&self->resolver);
  g_clear_object (&self->server);
}

static char *
address_of (Fixture    *self,
            const char *path)
{
  return g_strconcat (mock_server_get_base (self->server), path, NULL);
}

/* The server under another name, which is not opened. */
static char *
address_by_name (Fixture    *self,
                 const char *name,
                 const char *path)
{
  return g_strdup_printf ("http://%s:%s%s", name, strrchr (mock_server_get_base (self->server), ':') + 1, path);
}

static void
reply (Fixture    *self,
       const char *path,
       guint       status,
       const char *type,
       const char *body)
{
  mock_server_reply_full (self->server, "GET", path, &(MockReply) { .status = status, .content_type = type, .body = body });
}

static void
redirect (Fixture    *self,
          const char *path,
          const char *target)
{
  const char *const headers[] = { "Location", target, NULL };

  mock_server_reply_full (self->server, "GET", path, &(MockReply) { .status = 302, .headers = headers });
}

static GBytes *
fetch_address (Fixture     *self,
               const char  *address,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_fetcher_fetch_async (self->fetcher, address, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_fetcher_fetch_finish (self->fetcher, result, error);
}

static void
assert_fetched (Fixture    *self,
                const char *path,
                const char *text)
{
  g_autofree char *address = address_of (self, path);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = fetch_address (self, address, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
assert_address_fails (Fixture    *self,
                      const char *address,
                      GQuark      domain,
                      int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = fetch_address (self, address, &error);

  g_assert_null (bytes);
  g_assert_error (error, domain, code);
}

static void
assert_fails (Fixture    *self,
              const char *path,
              GQuark      domain,
              int         code)
{
  g_autofree char *address = address_of (self, path);

  assert_address_fails (self, address, domain, code);
}

static void
test_picture (Fixture       *self,
              gconstpointer  data)
{
  reply (self, "/a.jpg", 200, "image/jpeg", "a picture");
  assert_fetched (self, "/a.jpg", "a picture");
  reply (self, "/b.jpg", 200, "IMAGE/PNG", "a picture");
  assert_fetched (self, "/b.jpg", "a picture");
  reply (self, "/c.jpg", 200, "application/octet-stream", "a picture");
  assert_fetched (self, "/c.jpg", "a picture");
  reply (self, "/d.jpg", 200, "binary/octet-stream", "a picture");
  assert_fetched (self, "/d.jpg", "a picture");
}

static void
test_headers (Fixture       *self,
              gconstpointer  data)
{
  const char *const headers[] = { "Set-Cookie", "known=1; Path=/", NULL };
  const MockRequest *request;

  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .headers = headers, .body = "x" });
  assert_fetched (self, "/a.jpg", "x");
  assert_fetched (self, "/a.jpg", "x");

  request = mock_server_get_request (self->server, 1);
  g_assert_cmpstr (request->method, ==, "GET");
  g_assert_cmpstr (mock_request_get_header (request, "Accept"), ==, "image/*");
  g_assert_null (mock_request_get_header (request, "Authorization"));
  g_assert_null (mock_request_get_header (request, "Cookie"));
  g_assert_null (mock_request_get_header (request, "Referer"));
}

static void
test_asked_for_a_login (Fixture       *self,
                        gconstpointer  data)
{
  const char *const headers[] = { "WWW-Authenticate", "Basic realm=\"x\"", NULL };

  mock_server_reply_full (self->server, "GET", "/a.jpg", &(MockReply) { .status = 401, .headers = headers });
  assert_fails (self, "/a.jpg", SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
}

static void
test_status (Fixture       *self,
             gconstpointer  data)
{
  g_autofree char *address = address_of (self, "/a.jpg");
  g_autoptr(GError) error = NULL;

  reply (self, "/a.jpg", 404, "text/html", "gone");
  g_assert_null (fetch_address (self, address, &error));
  g_assert_error (error, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS);
  g_assert_cmpstr (error->message, ==, "404");
}

static void
test_page (Fixture       *self,
           gconstpointer  data)
{
  reply (self, "/a.jpg", 200, "text/html; charset=utf-8", "<html>");
  assert_fails (self, "/a.jpg", SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE);
}

static void
test_too_large (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GBytes) most = g_bytes_new_take (g_malloc0 (32 * MB), 32 * MB);
  g_autoptr(GBytes) more = g_bytes_new_take (g_malloc0 (32 * MB + 1), 32 * MB + 1);
  g_autofree char *address = address_of (self, "/most.jpg");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", "/most.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .bytes = most });
  mock_server_reply_full (self->server, "GET", "/more.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .bytes = more });
  bytes = fetch_address (self, address, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 32 * MB);
  assert_fails (self, "/more.jpg", SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_TOO_LARGE);
}

static void
test_redirect (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *absolute = address_of (self, "/c.jpg");

  redirect (self, "/a.jpg", "b.jpg");
  redirect (self, "/b.jpg", absolute);
  reply (self, "/c.jpg", 200, "image/jpeg", "a picture");
  assert_fetched (self, "/a.jpg", "a picture");
}

static void
test_most_redirects (Fixture       *self,
                     gconstpointer  data)
{
  redirect (self, "/0", "/1");
  redirect (self, "/1", "/2");
  redirect (self, "/2", "/3");
  redirect (self, "/3", "/4");
  redirect (self, "/4", "/5");
  reply (self, "/5", 200, "image/jpeg", "a picture");
  assert_fetched (self, "/0", "a picture");
}

static void
test_circle (Fixture       *self,
             gconstpointer  data)
{
  redirect (self, "/a.jpg", "/a.jpg");
  assert_fails (self, "/a.jpg", SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_REDIRECTS);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 6);
}

static void
test_redirect_nowhere (Fixture       *self,
                       gconstpointer  data)
{
  reply (self, "/a.jpg", 302, NULL, NULL);
  assert_fails (self, "/a.jpg", SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_REDIRECTS);
}

static void
test_redirect_elsewhere (Fixture       *self,
                         gconstpointer  data)
{
  g_autofree char *named = address_by_name (self, "pictures.example", "/secret");
  g_autofree char *other = address_by_name (self, "127.0.0.2", "/secret");

  redirect (self, "/private", "http://192.168.0.1/a.jpg");
  assert_fails (self, "/private", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  redirect (self, "/loopback", other);
  assert_fails (self, "/loopback", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  redirect (self, "/named", named);
  assert_fails (self, "/named", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  redirect (self, "/file", "file:///etc/passwd");
  assert_fails (self, "/file", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_SCHEME);
  redirect (self, "/login", "http://user:pass@example.com/a.jpg");
  assert_fails (self, "/login", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_LOGIN);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 5);
}

static void
test_private (Fixture       *self,
              gconstpointer  data)
{
  const char *const hosts[] = { "127.0.0.2", "localhost", "10.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "printer.local", "2130706433" };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      g_autofree char *address = address_by_name (self, hosts[i], "/a.jpg");

      assert_address_fails (self, address, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
    }
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
  g_assert_cmpuint (self->resolver->n_asked, ==, 0);
}

static void
test_opened_is_one_port (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(MockServer) other = mock_server_new ();
  g_autofree char *address = g_strconcat (mock_server_get_base (other), "/a.jpg", NULL);

  assert_address_fails (self, address, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  g_assert_cmpuint (mock_server_get_n_requests (other), ==, 0);
}

static void
test_name_of_loopback (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *address = address_by_name (self, "pictures.example", "/a.jpg");

  assert_address_fails (self, address, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  /* Asked for once: nothing has tried to connect. */
  g_assert_cmpuint (self->resolver->n_asked, ==, 1);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

/* The name leads somewhere public when it is checked and to this computer when it is connected to. */
static void
test_name_that_changes (Fixture       *self,
                        gconstpointer  data)
{
  g_autofree char *address = address_by_name (self, "pictures.example", "/a.jpg");

  self->resolver->answers[0] = "93.184.216.34";
  assert_address_fails (self, address, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  g_assert_cmpuint (self->resolver->n_asked, >=, 2);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_not_an_address (Fixture       *self,
                     gconstpointer  data)
{
  assert_address_fails (self, "file:///etc/passwd", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_SCHEME);
  assert_address_fails (self, "nonsense", SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED);
}

static void
test_nobody_there (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *address = address_of (self, "/a.jpg");

  g_clear_object (&self->server);
  assert_address_fails (self, address, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED);
}

static void
make_impatient (Fixture *self)
{
  g_clear_object (&self->fetcher);
  self->fetcher = g_object_new (SURMISE_TYPE_FETCHER, "opened", mock_server_get_base (self->server) + strlen ("http://"),
                                "patience-ms", 50, NULL);
}

static void
test_late_head (Fixture       *self,
                gconstpointer  data)
{
  make_impatient (self);
  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .body = "x", .delay_ms = 60000 });
  assert_fails (self, "/a.jpg", G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static void
test_late_body (Fixture       *self,
                gconstpointer  data)
{
  make_impatient (self);
  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .body = "x", .stall = TRUE });
  assert_fails (self, "/a.jpg", G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
}

static void
test_cut (Fixture       *self,
          gconstpointer  data)
{
  g_autofree char *address = address_of (self, "/a.jpg");
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .body = "x", .cut = TRUE });
  g_assert_null (fetch_address (self, address, &error));
  g_assert_nonnull (error);
}

static void
test_cancelled (Fixture       *self,
                gconstpointer  data)
{
  g_autofree char *address = address_of (self, "/a.jpg");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  mock_server_reply_full (self->server, "GET", "/a.jpg",
                          &(MockReply) { .status = 200, .content_type = "image/jpeg", .body = "x", .stall = TRUE });
  surmise_fetcher_fetch_async (self->fetcher, address, cancellable, test_catch_result, &result);
  mock_server_wait_for_requests (self->server, 1);
  g_cancellable_cancel (cancellable);
  test_wait_for_result (&result);

  g_assert_null (surmise_fetcher_fetch_finish (self->fetcher, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancelled_before (Fixture       *self,
                       gconstpointer  data)
{
  g_autofree char *address = address_of (self, "/a.jpg");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  surmise_fetcher_fetch_async (self->fetcher, address, cancellable, test_catch_result, &result);
  test_wait_for_result (&result);

  g_assert_null (surmise_fetcher_fetch_finish (self->fetcher, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/fetcher/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("picture", test_picture);
  ADD ("headers-tell-nothing", test_headers);
  ADD ("asked-for-a-login", test_asked_for_a_login);
  ADD ("status", test_status);
  ADD ("page", test_page);
  ADD ("too-large", test_too_large);
  ADD ("redirect/followed", test_redirect);
  ADD ("redirect/most", test_most_redirects);
  ADD ("redirect/circle", test_circle);
  ADD ("redirect/nowhere", test_redirect_nowhere);
  ADD ("redirect/elsewhere-refused", test_redirect_elsewhere);
  ADD ("private/as-written", test_private);
  ADD ("private/opened-is-one-port", test_opened_is_one_port);
  ADD ("private/as-resolved", test_name_of_loopback);
  ADD ("private/as-connected", test_name_that_changes);
  ADD ("not-an-address", test_not_an_address);
  ADD ("nobody-there", test_nobody_there);
  ADD ("late/head", test_late_head);
  ADD ("late/body", test_late_body);
  ADD ("cut", test_cut);
  ADD ("cancelled/in-flight", test_cancelled);
  ADD ("cancelled/before", test_cancelled_before);

  return g_test_run ();
}
