/* clarifai-proxy.c – the system's proxies, for what leaves this computer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-proxy.h"

#include "clarifai-session.h"

/**
 * ClarifaiProxy:
 *
 * The default #GProxyResolver, but for loopback. What is spoken to in the clear because it is on this computer
 * must not go to a proxy, where the variables of the environment would send it.
 */
struct _ClarifaiProxy
{
  GObject parent_instance;
};

static void clarifai_proxy_resolver_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ClarifaiProxy, clarifai_proxy, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, clarifai_proxy_resolver_init))

static gboolean
stays_here (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, SOUP_HTTP_URI_FLAGS, NULL);

  return uri != NULL && g_uri_get_host (uri) != NULL && clarifai_base_is_loopback (g_uri_get_host (uri));
}

static char **
dup_direct (void)
{
  const char * const direct[] = { "direct://", NULL };

  return g_strdupv ((char **) direct);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char **proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, &error);

  if (proxies != NULL)
    g_task_return_pointer (task, proxies, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static gboolean
clarifai_proxy_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
clarifai_proxy_lookup (GProxyResolver  *resolver,
                       const char      *address,
                       GCancellable    *cancellable,
                       GError         **error)
{
  if (stays_here (address))
    return dup_direct ();

  return g_proxy_resolver_lookup (g_proxy_resolver_get_default (), address, cancellable, error);
}

static void
clarifai_proxy_lookup_async (GProxyResolver      *resolver,
                             const char          *address,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_set_source_tag (task, clarifai_proxy_lookup_async);
  if (stays_here (address))
    g_task_return_pointer (task, dup_direct (), (GDestroyNotify) g_strfreev);
  else
    g_proxy_resolver_lookup_async (g_proxy_resolver_get_default (), address, cancellable, looked_up_cb,
                                   g_steal_pointer (&task));
}

static char **
clarifai_proxy_lookup_finish (GProxyResolver  *resolver,
                              GAsyncResult    *result,
                              GError         **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
clarifai_proxy_resolver_init (GProxyResolverInterface *iface)
{
  iface->is_supported = clarifai_proxy_is_supported;
  iface->lookup = clarifai_proxy_lookup;
  iface->lookup_async = clarifai_proxy_lookup_async;
  iface->lookup_finish = clarifai_proxy_lookup_finish;
}

static void
clarifai_proxy_class_init (ClarifaiProxyClass *klass)
{
}

static void
clarifai_proxy_init (ClarifaiProxy *self)
{
}

/* (transfer full) */
GProxyResolver *
clarifai_proxy_new (void)
{
  return g_object_new (CLARIFAI_TYPE_PROXY, NULL);
}
