/* surmise-window-dnd.c – what is dropped on the window or pasted into it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "surmise-address.h"
#include "surmise-read.h"

#define MAX_BYTES (64 * 1024 * 1024)

/* Pixels are read as the bytes of a picture file, never as a texture, which would be decoded in this process. Without
 * loss first. */
static const char *const image_types[] = {
  "image/png", "image/tiff", "image/bmp", "image/webp", "image/avif", "image/heif", "image/jpeg", "image/gif", NULL,
};
static const char *const text_types[] = { "text/plain;charset=utf-8", "UTF8_STRING", "text/plain", "STRING", NULL };

typedef enum {
  KIND_NONE,
  KIND_FILES,
  KIND_IMAGE,
  KIND_TEXT,
} Kind;

static gboolean
has_any (GdkContentFormats *formats,
         const char *const *types)
{
  for (guint i = 0; types[i] != NULL; i++)
    if (gdk_content_formats_contain_mime_type (formats, types[i]))
      return TRUE;

  return FALSE;
}

/* A picture dragged out of a page comes with its pixels and with the address of the page around it: the pixels are what
 * was meant. */
static Kind
find_kind (GdkContentFormats *formats)
{
  if (has_any (formats, image_types))
    return KIND_IMAGE;
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list")
      || gdk_content_formats_contain_mime_type (formats, "application/vnd.portal.filetransfer"))
    return KIND_FILES;
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING) || has_any (formats, text_types))
    return KIND_TEXT;

  return KIND_NONE;
}

static void
add_file_list (SurmiseWindow *self,
               const GValue  *value)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GSList *list = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;

  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (files, g_object_ref (l->data));
  g_slist_free (list);

  if (files->len > 0)
    surmise_window_add_files (self, files);
  else
    surmise_window_toast (self, _("There is nothing in it that can be used"));
}

/* One address, or one a line. */
static void
add_text (SurmiseWindow *self,
          const char    *text)
{
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "\n", 64) : NULL;
  gboolean found = FALSE;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && surmise_address_looks_like (lines[i]))
      {
        surmise_window_add_address (self, lines[i]);
        found = TRUE;
      }

  if (!found)
    surmise_window_toast (self, _("This text is not a web address"));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = surmise_read_finish (result, &error);

  if (bytes != NULL)
    surmise_window_add_bytes (self, bytes);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    surmise_window_toast (self, _("The picture did not arrive"));
}

static void
take_stream (SurmiseWindow *self,
             GInputStream  *stream,
             const GError  *error)
{
  if (stream != NULL)
    surmise_read_async (stream, MAX_BYTES, self->cancellable, read_cb, g_object_ref (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    surmise_window_toast (self, _("The picture did not arrive"));
}

static void
drop_image_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = gdk_drop_read_finish (GDK_DROP (source), result, NULL, &error);

  /* The stream stays readable after this: the other side hears that it may go on. */
  gdk_drop_finish (GDK_DROP (source), GDK_ACTION_COPY);
  take_stream (self, stream, error);
}

static void
drop_files_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);

  add_file_list (self, value);
  gdk_drop_finish (GDK_DROP (source), GDK_ACTION_COPY);
}

static void
drop_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  const GValue *value = gdk_drop_read_value_finish (GDK_DROP (source), result, NULL);

  add_text (self, value != NULL ? g_value_get_string (value) : NULL);
  gdk_drop_finish (GDK_DROP (source), GDK_ACTION_COPY);
}

static gboolean
on_accept (GtkDropTargetAsync *target,
           GdkDrop            *drop,
           SurmiseWindow      *self)
{
  return find_kind (gdk_drop_get_formats (drop)) != KIND_NONE;
}

static GdkDragAction
on_enter (GtkDropTargetAsync *target,
          GdkDrop            *drop,
          double              x,
          double              y,
          SurmiseWindow      *self)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->model_button, "model-name", &name, NULL);
  /* Translators: shown while dragging; a model's name. */
  text = self->model != NULL ? g_strdup_printf (_("Drop to see what %s sees"), name) : g_strdup (_("Drop to see what a model sees"));
  gtk_label_set_label (self->veil_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->veil), TRUE);
  gtk_revealer_set_reveal_child (self->veil, TRUE);

  return GDK_ACTION_COPY;
}

static void
on_leave (GtkDropTargetAsync *target,
          GdkDrop            *drop,
          SurmiseWindow      *self)
{
  gtk_revealer_set_reveal_child (self->veil, FALSE);
}

static gboolean
on_drop (GtkDropTargetAsync *target,
         GdkDrop            *drop,
         double              x,
         double              y,
         SurmiseWindow      *self)
{
  gtk_revealer_set_reveal_child (self->veil, FALSE);
  switch (find_kind (gdk_drop_get_formats (drop)))
    {
    case KIND_IMAGE:
      gdk_drop_read_async (drop, (const char **) image_types, G_PRIORITY_DEFAULT, self->cancellable, drop_image_cb,
                           g_object_ref (self));
      return TRUE;

    case KIND_FILES:
      gdk_drop_read_value_async (drop, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable, drop_files_cb,
                                 g_object_ref (self));
      return TRUE;

    case KIND_TEXT:
      gdk_drop_read_value_async (drop, G_TYPE_STRING, G_PRIORITY_DEFAULT, self->cancellable, drop_text_cb,
                                 g_object_ref (self));
      return TRUE;

    case KIND_NONE:
    default:
      return FALSE;
    }
}

static void
paste_image_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  take_stream (self, stream, error);
}

static void
paste_files_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;

  add_file_list (self, gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL));
}

static void
paste_text_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  add_text (self, text);
}

void
surmise_window_paste (SurmiseWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_assert (SURMISE_IS_WINDOW (self));

  switch (find_kind (gdk_clipboard_get_formats (clipboard)))
    {
    case KIND_IMAGE:
      gdk_clipboard_read_async (clipboard, (const char **) image_types, G_PRIORITY_DEFAULT, self->cancellable,
                                paste_image_cb, g_object_ref (self));
      break;

    case KIND_FILES:
      gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable, paste_files_cb,
                                      g_object_ref (self));
      break;

    case KIND_TEXT:
      gdk_clipboard_read_text_async (clipboard, self->cancellable, paste_text_cb, g_object_ref (self));
      break;

    case KIND_NONE:
    default:
      surmise_window_toast (self, _("There is no picture to paste"));
    }
}

void
surmise_window_init_drop (SurmiseWindow *self)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();
  g_autoptr(GdkContentFormats) formats = NULL;
  GtkDropTargetAsync *target;

  for (guint i = 0; image_types[i] != NULL; i++)
    gdk_content_formats_builder_add_mime_type (builder, image_types[i]);
  gdk_content_formats_builder_add_gtype (builder, GDK_TYPE_FILE_LIST);
  gdk_content_formats_builder_add_gtype (builder, G_TYPE_STRING);
  formats = gdk_content_formats_union_deserialize_mime_types (gdk_content_formats_builder_free_to_formats (builder));
  target = gtk_drop_target_async_new (g_steal_pointer (&formats), GDK_ACTION_COPY);
  g_signal_connect (target, "accept", G_CALLBACK (on_accept), self);
  g_signal_connect (target, "drag-enter", G_CALLBACK (on_enter), self);
  g_signal_connect (target, "drag-leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
