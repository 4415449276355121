/* surmise-made-picture.c – a picture that a model made
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-made-picture.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-image-loader.h"
#include "surmise-drag-file.h"
#include "surmise-save.h"
#include "surmise-texture.h"

/**
 * SurmiseMadePicture:
 *
 * What is shown was decoded and written anew; what is saved and dragged out are the model's own bytes, where it sent them.
 */
struct _SurmiseMadePicture
{
  GtkBox           parent_instance;

  GtkStack        *stack;
  GtkPicture      *picture;
  GtkLabel        *failure;
  GtkLabel        *size;
  GtkWidget       *save;

  ClarifaiImage   *image;       /* (owned) */
  SurmisePrepared *prepared;    /* (owned) (nullable) */
  GdkTexture      *texture;     /* (owned) (nullable) */
  GCancellable    *cancellable; /* (owned) */
  guint            number;
};

G_DEFINE_FINAL_TYPE (SurmiseMadePicture, surmise_made_picture, GTK_TYPE_BOX)

/* (transfer full) (nullable) */
static GBytes *
dup_bytes (SurmiseMadePicture *self)
{
  GBytes *bytes = clarifai_image_get_bytes (self->image);

  if (bytes == NULL && self->prepared != NULL)
    bytes = surmise_prepared_get_jpeg (self->prepared);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

/* (transfer full): by the first bytes, of which nothing is decoded. */
static char *
dup_mime (GBytes *bytes)
{
  gsize n;
  const guchar *data = g_bytes_get_data (bytes, &n);
  g_autofree char *type = g_content_type_guess (NULL, data, MIN (n, 4096), NULL);
  g_autofree char *mime = g_content_type_get_mime_type (type);

  return mime != NULL && g_str_has_prefix (mime, "image/") ? g_steal_pointer (&mime) : g_strdup ("image/png");
}

static void
show_failure (SurmiseMadePicture *self)
{
  const char *address = clarifai_image_get_address (self->image);

  gtk_label_set_label (self->failure, address != NULL ? _("This picture could not be fetched.")
                                                      : _("This picture could not be read."));
  gtk_stack_set_visible_child_name (self->stack, "failure");
  gtk_widget_set_sensitive (self->save, clarifai_image_get_bytes (self->image) != NULL);
}

static void
texture_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SurmiseMadePicture) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = surmise_texture_load_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (texture == NULL)
    {
      show_failure (self);
      return;
    }

  g_set_object (&self->texture, texture);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
  gtk_widget_set_sensitive (self->save, TRUE);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmiseMadePicture) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmisePrepared) prepared = surmise_image_load_finish (result, &error);
  g_autofree char *size = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (prepared == NULL)
    {
      show_failure (self);
      return;
    }

  self->prepared = g_steal_pointer (&prepared);
  size = g_strdup_printf ("%d×%d", surmise_prepared_get_full_width (self->prepared),
                          surmise_prepared_get_full_height (self->prepared));
  gtk_label_set_label (self->size, size);
  surmise_texture_load_async (self->prepared, 0, self->cancellable, texture_cb, g_object_ref (self));
}

static char *
dup_name (SurmiseMadePicture *self,
          const char         *mime)
{
  /* Translators: a file's name, before its ending. */
  return g_strdup_printf ("%s-%u.%s", C_("file name", "picture"), self->number,
                          g_str_equal (mime, "image/jpeg") ? "jpg" : mime + strlen ("image/"));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmiseMadePicture) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = surmise_save_bytes_finish (GTK_WINDOW (source), result, &error);

  if (file != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Beside the button that was pressed; the picture itself is still there. */
  gtk_label_set_label (self->size, error->message);
}

static void
on_save (SurmiseMadePicture *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr(GBytes) bytes = dup_bytes (self);
  g_autofree char *mime = NULL;
  g_autofree char *name = NULL;

  if (bytes == NULL || !GTK_IS_WINDOW (root))
    return;

  mime = dup_mime (bytes);
  name = dup_name (self, mime);
  surmise_save_bytes_async (GTK_WINDOW (root), _("Save Picture"), name, bytes, self->cancellable, save_cb,
                            g_object_ref (self));
}

static GdkContentProvider *
on_drag (SurmiseMadePicture *self,
         double              x,
         double              y,
         GtkDragSource      *source)
{
  g_autoptr(GBytes) bytes = dup_bytes (self);
  g_autofree char *mime = bytes != NULL ? dup_mime (bytes) : NULL;
  g_autofree char *name = NULL;
  g_autoptr(GFile) file = NULL;
  GdkContentProvider *providers[3];

  if (bytes == NULL || self->texture == NULL)
    return NULL;

  gtk_drag_source_set_icon (source, GDK_PAINTABLE (self->texture), 0, 0);
  /* A file manager takes a file, another program perhaps the picture itself. */
  name = dup_name (self, mime);
  file = surmise_drag_file_new (bytes, name);
  providers[0] = gdk_content_provider_new_typed (G_TYPE_FILE, file);
  providers[1] = gdk_content_provider_new_for_bytes (mime, bytes);
  providers[2] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, self->texture);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

static void
surmise_made_picture_dispose (GObject *object)
{
  SurmiseMadePicture *self = SURMISE_MADE_PICTURE (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MADE_PICTURE);
  g_clear_object (&self->texture);
  g_clear_pointer (&self->prepared, surmise_prepared_unref);

  G_OBJECT_CLASS (surmise_made_picture_parent_class)->dispose (object);
}

static void
surmise_made_picture_finalize (GObject *object)
{
  SurmiseMadePicture *self = SURMISE_MADE_PICTURE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->image);

  G_OBJECT_CLASS (surmise_made_picture_parent_class)->finalize (object);
}

static void
surmise_made_picture_class_init (SurmiseMadePictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_made_picture_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_made_picture_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-made-picture.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseMadePicture, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMadePicture, picture);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMadePicture, failure);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMadePicture, size);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMadePicture, save);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
surmise_made_picture_init (SurmiseMadePicture *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self->picture), GTK_EVENT_CONTROLLER (source));
}

/**
 * surmise_made_picture_new:
 * @preparer: what decodes it
 * @image: the picture
 * @number: which of the answer's pictures it is, from 1
 *
 * Returns: (transfer floating): a widget that shows it as soon as it is decoded
 */
GtkWidget *
surmise_made_picture_new (SurmisePreparer *preparer,
                          ClarifaiImage   *image,
                          guint            number)
{
  SurmiseMadePicture *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (CLARIFAI_IS_IMAGE (image), NULL);

  self = g_object_new (SURMISE_TYPE_MADE_PICTURE, NULL);
  self->image = g_object_ref (image);
  self->number = number;
  /* Translators: for screen readers: a picture that a model made, and which of them it is. */
  label = g_strdup_printf (_("Picture %u from the model"), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  surmise_image_load_async (preparer, image, 0, self->cancellable, load_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
