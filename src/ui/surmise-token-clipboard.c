/* surmise-token-clipboard.c – a token on the clipboard, for a minute
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-token-clipboard.h"

#include <string.h>

/* GTK's own provider of text would hold the token in memory that is neither locked nor wiped. */
#define SURMISE_TYPE_TOKEN_PROVIDER (surmise_token_provider_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseTokenProvider, surmise_token_provider, SURMISE, TOKEN_PROVIDER, GdkContentProvider)

struct _SurmiseTokenProvider
{
  GdkContentProvider  parent_instance;

  SurmiseToken       *token; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseTokenProvider, surmise_token_provider, GDK_TYPE_CONTENT_PROVIDER)

typedef struct {
  GdkClipboard       *clipboard; /* (owned) */
  GdkContentProvider *provider;  /* (owned) */
} Clearing;

static void
clearing_free (gpointer data)
{
  Clearing *self = data;

  g_clear_object (&self->clipboard);
  g_clear_object (&self->provider);
  g_free (self);
}

static gboolean
clear (gpointer user_data)
{
  Clearing *self = user_data;

  if (gdk_clipboard_get_content (self->clipboard) == self->provider)
    gdk_clipboard_set_content (self->clipboard, NULL);

  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static GdkContentFormats *
surmise_token_provider_ref_formats (GdkContentProvider *provider)
{
  static const char *types[] = { "text/plain;charset=utf-8", "text/plain" };

  return gdk_content_formats_new (types, G_N_ELEMENTS (types));
}

/* Nothing that outlives the program. */
static GdkContentFormats *
surmise_token_provider_ref_storable_formats (GdkContentProvider *provider)
{
  return gdk_content_formats_new (NULL, 0);
}

static void
surmise_token_provider_write_mime_type_async (GdkContentProvider  *provider,
                                              const char          *mime_type,
                                              GOutputStream       *stream,
                                              int                  io_priority,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data)
{
  SurmiseTokenProvider *self = SURMISE_TOKEN_PROVIDER (provider);
  g_autoptr(GTask) task = g_task_new (provider, cancellable, callback, user_data);

  g_task_set_source_tag (task, surmise_token_provider_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  /* The task holds the provider, and with it the token. */
  g_output_stream_write_all_async (stream, self->token, strlen (self->token), io_priority, cancellable, written_cb,
                                   g_steal_pointer (&task));
}

static gboolean
surmise_token_provider_write_mime_type_finish (GdkContentProvider  *provider,
                                               GAsyncResult        *result,
                                               GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
surmise_token_provider_finalize (GObject *object)
{
  g_clear_pointer (&SURMISE_TOKEN_PROVIDER (object)->token, surmise_token_free);

  G_OBJECT_CLASS (surmise_token_provider_parent_class)->finalize (object);
}

static void
surmise_token_provider_class_init (SurmiseTokenProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = surmise_token_provider_finalize;

  provider_class->ref_formats = surmise_token_provider_ref_formats;
  provider_class->ref_storable_formats = surmise_token_provider_ref_storable_formats;
  provider_class->write_mime_type_async = surmise_token_provider_write_mime_type_async;
  provider_class->write_mime_type_finish = surmise_token_provider_write_mime_type_finish;
}

static void
surmise_token_provider_init (SurmiseTokenProvider *self)
{
}

void
surmise_token_clipboard_offer (GdkClipboard *clipboard,
                               const char   *token,
                               guint         seconds)
{
  g_autoptr(SurmiseTokenProvider) provider = NULL;
  Clearing *clearing;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard));
  g_return_if_fail (token != NULL);

  provider = g_object_new (SURMISE_TYPE_TOKEN_PROVIDER, NULL);
  provider->token = surmise_token_copy (token);
  gdk_clipboard_set_content (clipboard, GDK_CONTENT_PROVIDER (provider));

  clearing = g_new0 (Clearing, 1);
  clearing->clipboard = g_object_ref (clipboard);
  clearing->provider = GDK_CONTENT_PROVIDER (g_steal_pointer (&provider));
  g_timeout_add_seconds_full (G_PRIORITY_DEFAULT, seconds, clear, clearing, clearing_free);
}
