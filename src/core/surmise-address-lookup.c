/* surmise-address-lookup.c – where a web address would lead, before anything is sent there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-address-lookup.h"

#include "surmise-address.h"

typedef struct
{
  GUri     *uri; /* (owned) */
  gboolean  proxied;
} Lookup;

static void
lookup_free (Lookup *lookup)
{
  g_clear_pointer (&lookup->uri, g_uri_unref);
  g_free (lookup);
}

static void
resolve_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  GList *addresses = g_resolver_lookup_by_name_finish (G_RESOLVER (source), result, &error);
  gboolean all_public = TRUE;

  for (GList *l = addresses; l != NULL; l = l->next)
    all_public = all_public && surmise_address_is_public (l->data);
  g_resolver_free_addresses (addresses);

  if (!all_public)
    g_task_return_new_error (task, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE, "%s",
                             g_uri_get_host (lookup->uri));
  /* Behind a proxy there may be no resolver that knows the name. */
  else if (error != NULL && !lookup->proxied)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
proxy_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Lookup *lookup = g_task_get_task_data (task);
  g_autoptr(GResolver) resolver = g_resolver_get_default ();
  g_auto(GStrv) proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (source), result, NULL);
  GCancellable *cancellable = g_task_get_cancellable (task);
  const char *host = g_uri_get_host (lookup->uri);

  lookup->proxied = proxies != NULL && proxies[0] != NULL && !g_str_has_prefix (proxies[0], "direct:");
  g_resolver_lookup_by_name_async (resolver, host, cancellable, resolve_cb, g_steal_pointer (&task));
}

/**
 * surmise_address_lookup_async:
 * @uri: an http or https address
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks the resolver, and whether a proxy stands between. Errors: %SURMISE_ADDRESS_ERROR_PRIVATE where the host, or one of
 * the addresses of its name, belongs to this computer or its network; %G_RESOLVER_ERROR where the name has no address.
 */
void
surmise_address_lookup_async (GUri                *uri,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autofree char *text = NULL;
  Lookup *lookup;

  g_return_if_fail (uri != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  lookup = g_new0 (Lookup, 1);
  lookup->uri = g_uri_ref (uri);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_address_lookup_async);
  g_task_set_task_data (task, lookup, (GDestroyNotify) lookup_free);

  if (!surmise_address_host_public (g_uri_get_host (uri)))
    {
      g_task_return_new_error (task, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE, "%s", g_uri_get_host (uri));
      return;
    }

  text = g_uri_to_string (uri);
  g_proxy_resolver_lookup_async (g_proxy_resolver_get_default (), text, cancellable, proxy_cb, g_steal_pointer (&task));
}

/**
 * surmise_address_lookup_finish:
 * @result: what the callback was given
 * @proxied: (out): whether a proxy makes the connection, which then decides where a name leads
 * @error: return location for an error
 *
 * Returns: %TRUE when nothing speaks against going there
 */
gboolean
surmise_address_lookup_finish (GAsyncResult  *result,
                               gboolean      *proxied,
                               GError       **error)
{
  Lookup *lookup;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_address_lookup_async), FALSE);

  lookup = g_task_get_task_data (G_TASK (result));
  *proxied = lookup->proxied;

  return g_task_propagate_boolean (G_TASK (result), error);
}
