/* answers-fixture.c – a picture and its answer side by side, both made in the process
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "answers-fixture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "clarifai-concept.h"
#include "surmise-picture-canvas.h"
#include "surmise-picture-private.h"
#include "surmise-preparer.h"
#include "test-utils.h"

GBytes *
answers_make_png (int     width,
                  int     height,
                  guint32 pixel)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr(GError) error = NULL;
  char *buffer;
  gsize size;

  gdk_pixbuf_fill (pixbuf, pixel);
  gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &size, "png", &error, NULL);
  g_assert_no_error (error);

  return g_bytes_new_take (buffer, size);
}

SurmisePicture *
answers_make_picture (int width,
                      int height)
{
  g_autoptr(GBytes) bytes = answers_make_png (width, height, 0x7298e2ff);
  g_autoptr(SurmiseFetcher) fetcher = surmise_fetcher_new ();
  g_autoptr(SurmisePreparer) preparer = surmise_preparer_new (fetcher);
  SurmisePicture *picture = surmise_picture_new_for_bytes (bytes, "metro-north.jpg");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmisePrepared) prepared = NULL;
  g_autoptr(GError) error = NULL;

  surmise_preparer_prepare_async (preparer, picture, 1024, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  prepared = surmise_preparer_prepare_finish (preparer, result, &error);
  g_assert_no_error (error);
  _surmise_picture_set_prepared (picture, prepared, 1024);

  return picture;
}

ClarifaiRegion *
answers_make_region (double      left,
                     double      top,
                     double      right,
                     double      bottom,
                     double      value,
                     const char *name)
{
  g_autoptr(GListModel) concepts = answers_make_list (clarifai_concept_new (NULL, name, value, NULL), NULL);

  return clarifai_region_new (&(ClarifaiBox) { left, top, right, bottom }, value, concepts, NULL);
}

/* Takes the items. */
GListModel *
answers_make_list (gpointer first,
                   ...)
{
  GListStore *list = g_list_store_new (G_TYPE_OBJECT);
  va_list items;

  va_start (items, first);
  for (GObject *item = first; item != NULL; item = va_arg (items, GObject *))
    {
      g_list_store_append (list, item);
      g_object_unref (item);
    }
  va_end (items);

  return G_LIST_MODEL (list);
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *i)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*i)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, i);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
answers_find (GtkWidget *widget,
              GType      type,
              guint      i)
{
  return find (widget, type, &i);
}

guint
answers_count (GtkWidget *widget,
               GType      type)
{
  guint n = 0;

  while (answers_find (widget, type, n) != NULL)
    n++;

  return n;
}

gboolean
answers_shows (GtkWidget  *widget,
               const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = answers_find (widget, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return FALSE;
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (label)), text))
        return TRUE;
    }
}

static void
on_copied (Answers    *self,
           const char *toast)
{
  g_clear_pointer (&self->toast, g_free);
  self->toast = g_strdup (toast);
}

static gboolean
is_drawn (gpointer user_data)
{
  GtkWidget *canvas = answers_find (user_data, SURMISE_TYPE_PICTURE_CANVAS, 0);

  /* In its own shape, which it takes with the next layout. */
  return canvas != NULL && surmise_picture_canvas_get_texture (SURMISE_PICTURE_CANVAS (canvas)) != NULL
         && gtk_widget_get_width (canvas) > 0
         && ABS (gtk_widget_get_height (canvas) * 512 - gtk_widget_get_width (canvas) * 340) < 1024;
}

void
answers_set_up (Answers       *self,
                gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->picture = answers_make_picture (512, 340);
  self->view = g_object_new (SURMISE_TYPE_PICTURE_VIEW, "hexpand", TRUE, NULL);
  self->pane = g_object_new (SURMISE_TYPE_CONCEPT_PANE, "threshold", 0.5, "width-request", 320, NULL);
  g_signal_connect_swapped (self->pane, "copied", G_CALLBACK (on_copied), self);
  g_object_bind_property (self->pane, "threshold", self->view, "threshold", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->pane, "lit", self->view, "lit", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pane));

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 960, 640);
  gtk_window_set_child (self->window, box);
  gtk_window_present (self->window);
  surmise_picture_view_set_picture (self->view, self->picture);
  surmise_concept_pane_set_picture (self->pane, self->picture);
  test_wait_until (is_drawn, self->view);
}

void
answers_tear_down (Answers       *self,
                   gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->picture);
  g_clear_pointer (&self->toast, g_free);
}

static gboolean
is_shown (gpointer user_data)
{
  GtkWidget *stack = answers_find (user_data, GTK_TYPE_STACK, 0);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "waiting") != 0
         && !gtk_stack_get_transition_running (GTK_STACK (stack));
}

void
answers_give (Answers                   *self,
              const ClarifaiOutputFacts *facts)
{
  g_autoptr(ClarifaiOutput) output = clarifai_output_new_full (facts);

  _surmise_picture_finish (self->picture, output, 0.3);
  test_wait_until (is_shown, self->pane);
}
