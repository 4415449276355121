/* surmise-samples.c – the project's own pictures, to begin with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-samples.h"

#include <glib/gi18n.h>

#include "surmise-folder.h"
#include "surmise-texture.h"

#define MAX_SAMPLES    4
#define THUMBNAIL_EDGE 320 /* device pixels */

struct _SurmiseSamples
{
  GtkBox      parent_instance;

  GtkFlowBox *box;

  gboolean    loaded;
};

G_DEFINE_FINAL_TYPE (SurmiseSamples, surmise_samples, GTK_TYPE_BOX)

static guint chosen_signal;

static void
on_clicked (GtkButton *button,
            gpointer   user_data)
{
  SurmiseSamples *self = SURMISE_SAMPLES (gtk_widget_get_ancestor (GTK_WIDGET (button), SURMISE_TYPE_SAMPLES));

  g_signal_emit (self, chosen_signal, 0, user_data);
}

/* A child of a flow box takes the focus before what is in it does: Enter works on both. */
static void
on_activated (SurmiseSamples  *self,
              GtkFlowBoxChild *child)
{
  gtk_widget_activate (gtk_flow_box_child_get_child (child));
}

/* "mountain-lake.jpg" is "mountain lake". */
static char *
dup_title (GFile *file)
{
  char *title = g_file_get_basename (file);
  char *dot = strrchr (title, '.');

  if (dot != NULL)
    *dot = '\0';

  return g_strdelimit (title, "-_", ' ');
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GtkPicture) picture = user_data;
  g_autoptr(GdkTexture) texture = surmise_texture_load_finish (result, NULL);

  gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
}

static void
add_sample (SurmiseSamples *self,
            GFile          *file)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *frame = gtk_overlay_new ();
  GtkWidget *size = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *title = dup_title (file);
  g_autofree char *label = g_strdup_printf (_("Sample picture: %s"), title);

  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_COVER);
  /* A picture alone would take the room of its pixels. */
  gtk_widget_set_size_request (size, 132, 88);
  gtk_overlay_set_child (GTK_OVERLAY (frame), size);
  gtk_overlay_add_overlay (GTK_OVERLAY (frame), picture);
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (frame, "thumbnail");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), frame);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sample");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_clicked), g_object_ref (file),
                         (GClosureNotify) (void (*) (void)) g_object_unref, G_CONNECT_DEFAULT);
  gtk_flow_box_append (self->box, button);
  /* One stop for a picture, not one for its frame as well. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (button)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  surmise_texture_load_sample_async (file, THUMBNAIL_EDGE, NULL, load_cb, g_object_ref (GTK_PICTURE (picture)));
}

static void
expand_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SurmiseSamples) self = user_data;
  g_autoptr(GPtrArray) files = surmise_folder_expand_finish (result, NULL);

  for (guint i = 0; files != NULL && i < MIN (files->len, MAX_SAMPLES); i++)
    add_sample (self, files->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), files != NULL && files->len > 0);
}

static void
surmise_samples_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_SAMPLES);

  G_OBJECT_CLASS (surmise_samples_parent_class)->dispose (object);
}

static void
surmise_samples_class_init (SurmiseSamplesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_samples_dispose;

  chosen_signal = g_signal_new ("chosen", SURMISE_TYPE_SAMPLES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-samples.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseSamples, box);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
surmise_samples_init (SurmiseSamples *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where they were installed, or where XDG_DATA_DIRS says. */
static GFile *
find_folder (void)
{
  const char *const *folders = g_get_system_data_dirs ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], "surmise", "samples", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return g_file_new_for_path (path);
    }

  return g_file_new_build_filename (PKGDATADIR, "samples", NULL);
}

/**
 * surmise_samples_load:
 * @self: the samples
 *
 * Looks for them when they are first to be seen, so that the start does not wait for it.
 */
void
surmise_samples_load (SurmiseSamples *self)
{
  g_autoptr(GPtrArray) folders = NULL;

  g_return_if_fail (SURMISE_IS_SAMPLES (self));

  if (self->loaded)
    return;

  self->loaded = TRUE;
  folders = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (folders, find_folder ());
  surmise_folder_expand_async (folders, NULL, expand_cb, g_object_ref (self));
}
