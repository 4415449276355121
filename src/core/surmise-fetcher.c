/* surmise-fetcher.c – fetches a picture from the web for its preview, without any token
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-fetcher.h"

#include <libsoup/soup.h>
#include <string.h>

#include "surmise-address.h"
#include "surmise-address-lookup.h"
#include "surmise-read.h"

#define MAX_BYTES     (32 * 1024 * 1024)
#define MAX_REDIRECTS 5
#define MAX_SECONDS   20

/**
 * SurmiseFetcher:
 *
 * A dropped address is a foreign server's to answer, so this session knows no token, no cookies and no cache, and never
 * goes to this computer or its network: the host is checked as written, then as resolved, and then as connected to,
 * which also catches a name whose answer changes in between. Every redirect is a new address and checked like one.
 */
struct _SurmiseFetcher
{
  GObject      parent_instance;

  SoupSession *session; /* (owned) */
  char        *opened;  /* (owned) (nullable): the one "host:port" that tests may reach although it is private */
  guint        patience_ms;
};

G_DEFINE_FINAL_TYPE (SurmiseFetcher, surmise_fetcher, G_TYPE_OBJECT)
G_DEFINE_QUARK (surmise-fetch-error-quark, surmise_fetch_error)

typedef enum {
  PROP_OPENED = 1,
  PROP_PATIENCE,
} SurmiseFetcherProperty;

typedef struct
{
  char         *address;   /* (owned): where it is now, after redirects */
  GUri         *uri;       /* (owned) */
  SoupMessage  *message;   /* (owned) (nullable) */
  GInputStream *stream;    /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned): the caller's, the time limit's and the address check's in one */
  GCancellable *caller;    /* (owned) (nullable) */
  gulong        caller_id;
  GSource      *timeout;   /* (owned) (nullable) */
  guint         redirects;
  gboolean      proxied;
  gboolean      refused;
  gboolean      timed_out;
} Fetch;

static void
drop_message (Fetch *fetch)
{
  g_clear_object (&fetch->stream);
  if (fetch->message != NULL)
    g_signal_handlers_disconnect_by_data (fetch->message, fetch);
  g_clear_object (&fetch->message);
}

static void
fetch_free (Fetch *fetch)
{
  if (fetch->caller != NULL)
    g_cancellable_disconnect (fetch->caller, fetch->caller_id);
  if (fetch->timeout != NULL)
    g_source_destroy (fetch->timeout);
  g_clear_pointer (&fetch->timeout, g_source_unref);
  g_clear_object (&fetch->caller);
  g_clear_object (&fetch->cancellable);
  drop_message (fetch);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_pointer (&fetch->address, g_free);
  g_free (fetch);
}

static void start (GTask *task);

static gboolean
is_opened (SurmiseFetcher *self,
           GUri           *uri)
{
  g_autofree char *authority = NULL;

  if (self->opened == NULL)
    return FALSE;
  authority = g_strdup_printf ("%s:%d", g_uri_get_host (uri), g_uri_get_port (uri));

  return g_str_equal (authority, self->opened);
}

/* Cancelling is how the time limit and the address check stop the transfer: the caller hears the real reason. */
static void
return_error (GTask  *task,
              GError *error)
{
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->refused)
    {
      g_error_free (error);
      error = g_error_new (SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE, "%s", g_uri_get_host (fetch->uri));
    }
  else if (fetch->timed_out)
    {
      g_error_free (error);
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "no picture in time");
    }
  g_task_return_error (task, error);
}

static gboolean
on_timeout (gpointer user_data)
{
  Fetch *fetch = user_data;

  fetch->timed_out = TRUE;
  g_cancellable_cancel (fetch->cancellable);

  return G_SOURCE_REMOVE;
}

static void
on_caller_cancelled (GCancellable *caller,
                     gpointer      user_data)
{
  g_cancellable_cancel (user_data);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GBytes *bytes = surmise_read_finish (result, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_task_return_new_error (task, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_TOO_LARGE, "over %d bytes", MAX_BYTES);
  else
    return_error (task, g_steal_pointer (&error));
}

static void
follow (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *target = soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autofree char *address = NULL;

  if (target != NULL)
    address = g_uri_resolve_relative (fetch->address, target, G_URI_FLAGS_ENCODED, NULL);
  if (address == NULL || ++fetch->redirects > MAX_REDIRECTS)
    {
      g_task_return_new_error (task, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_REDIRECTS, "redirected in vain");
      return;
    }

  g_free (fetch->address);
  fetch->address = g_steal_pointer (&address);
  drop_message (fetch);
  start (task);
}

/* Stores of files that do not know what they keep call it a stream of octets, in one of two ways. */
static gboolean
may_be_picture (const char *kind)
{
  return kind == NULL || g_ascii_strncasecmp (kind, "image/", strlen ("image/")) == 0
         || g_ascii_strcasecmp (kind, "application/octet-stream") == 0
         || g_ascii_strcasecmp (kind, "binary/octet-stream") == 0;
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  const char *kind;
  guint status;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (fetch->stream == NULL)
    {
      return_error (task, g_steal_pointer (&error));
      return;
    }

  status = soup_message_get_status (fetch->message);
  if (SOUP_STATUS_IS_REDIRECTION (status))
    {
      follow (task);
      return;
    }
  if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    {
      g_task_return_new_error (task, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS, "%u", status);
      return;
    }

  kind = soup_message_headers_get_content_type (soup_message_get_response_headers (fetch->message), NULL);
  if (!may_be_picture (kind))
    {
      g_task_return_new_error (task, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE, "%.100s", kind);
      return;
    }

  surmise_read_async (fetch->stream, MAX_BYTES, fetch->cancellable, read_cb, g_steal_pointer (&task));
}

static void
on_network_event (SoupMessage        *message,
                  GSocketClientEvent  event,
                  GIOStream          *connection,
                  gpointer            user_data)
{
  Fetch *fetch = user_data;
  g_autoptr(GSocketAddress) remote = NULL;

  if ((event != G_SOCKET_CLIENT_CONNECTING && event != G_SOCKET_CLIENT_CONNECTED)
      || !G_IS_SOCKET_CONNECTION (connection))
    return;

  remote = g_socket_connection_get_remote_address (G_SOCKET_CONNECTION (connection), NULL);
  if (G_IS_INET_SOCKET_ADDRESS (remote)
      && surmise_address_is_public (g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (remote))))
    return;

  fetch->refused = TRUE;
  g_cancellable_cancel (fetch->cancellable);
}

static void
send_request (GTask *task)
{
  SurmiseFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  soup_message_disable_feature (fetch->message, SOUP_TYPE_AUTH_MANAGER);
  soup_message_headers_replace (soup_message_get_request_headers (fetch->message), "Accept", "image/*");
  if (!fetch->proxied && !is_opened (self, fetch->uri))
    g_signal_connect (fetch->message, "network-event", G_CALLBACK (on_network_event), fetch);

  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT, fetch->cancellable, send_cb,
                           g_object_ref (task));
}

static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (surmise_address_lookup_finish (result, &fetch->proxied, &error))
    send_request (task);
  else
    return_error (task, g_steal_pointer (&error));
}

/* One address, the first or a redirect's. */
static void
start (GTask *task)
{
  SurmiseFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *clean = surmise_address_check (fetch->address, &error);

  if (clean == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_clear_pointer (&fetch->uri, g_uri_unref);
  fetch->uri = g_uri_parse (clean, SOUP_HTTP_URI_FLAGS, NULL);
  if (is_opened (self, fetch->uri))
    send_request (task);
  else
    surmise_address_lookup_async (fetch->uri, fetch->cancellable, lookup_cb, g_object_ref (task));
}

static void
surmise_fetcher_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  SurmiseFetcher *self = SURMISE_FETCHER (object);

  switch ((SurmiseFetcherProperty) prop_id)
    {
    case PROP_OPENED:
      self->opened = g_value_dup_string (value);
      break;

    case PROP_PATIENCE:
      self->patience_ms = g_value_get_uint (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_fetcher_dispose (GObject *object)
{
  SurmiseFetcher *self = SURMISE_FETCHER (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->opened, g_free);

  G_OBJECT_CLASS (surmise_fetcher_parent_class)->dispose (object);
}

static void
surmise_fetcher_class_init (SurmiseFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = surmise_fetcher_dispose;
  object_class->set_property = surmise_fetcher_set_property;

  /* Both are for tests. */
  g_object_class_install_property (object_class, PROP_OPENED, g_param_spec_string ("opened", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_PATIENCE,
                                   g_param_spec_uint ("patience-ms", NULL, NULL, 1, G_MAXUINT, MAX_SECONDS * 1000, flags));
}

static void
surmise_fetcher_init (SurmiseFetcher *self)
{
  self->session = soup_session_new_with_options ("timeout", MAX_SECONDS, "user-agent", "Surmise/" PACKAGE_VERSION, NULL);
}

SurmiseFetcher *
surmise_fetcher_new (void)
{
  return g_object_new (SURMISE_TYPE_FETCHER, NULL);
}

/**
 * surmise_fetcher_fetch_async:
 * @self: a fetcher
 * @address: a web address that surmise_address_check() accepts
 * @cancellable: (nullable): a cancellable
 * @callback: called when the picture is there or cannot be had
 * @user_data: for @callback
 *
 * Fetches at most 32 MB within 20 seconds. Errors: %SURMISE_ADDRESS_ERROR, %SURMISE_FETCH_ERROR, or the transport's own.
 */
void
surmise_fetcher_fetch_async (SurmiseFetcher      *self,
                             const char          *address,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Fetch *fetch;

  g_return_if_fail (SURMISE_IS_FETCHER (self));
  g_return_if_fail (address != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  fetch = g_new0 (Fetch, 1);
  fetch->address = g_strdup (address);
  fetch->cancellable = g_cancellable_new ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_fetcher_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  if (cancellable != NULL)
    {
      fetch->caller = g_object_ref (cancellable);
      fetch->caller_id = g_cancellable_connect (cancellable, G_CALLBACK (on_caller_cancelled),
                                                g_object_ref (fetch->cancellable), g_object_unref);
    }
  fetch->timeout = g_timeout_source_new (self->patience_ms);
  g_source_set_callback (fetch->timeout, on_timeout, fetch, NULL);
  g_source_attach (fetch->timeout, g_main_context_get_thread_default ());

  start (task);
}

/**
 * surmise_fetcher_fetch_finish:
 * @self: a fetcher
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the picture file's bytes, unlooked at
 */
GBytes *
surmise_fetcher_fetch_finish (SurmiseFetcher  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_fetcher_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
