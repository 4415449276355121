/* surmise-picture-canvas.c – the picture itself, and the masks that lie over it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-canvas.h"

#include "surmise-mask-set.h"
#include "surmise-texture.h"

#define MAX_EDGE 2048

/**
 * SurmisePictureCanvas:
 *
 * Fills what it is given: whoever holds it keeps the picture's shape. Where there are only words and no picture, it shows
 * those, large.
 */
struct _SurmisePictureCanvas
{
  GtkWidget       parent_instance;

  SurmisePicture *picture;     /* (owned) (nullable) */
  GSignalGroup   *signals;     /* (owned) */
  GCancellable   *cancellable; /* (owned) (nullable) */
  GdkTexture     *texture;     /* (owned) (nullable) */
  SurmiseMaskSet *masks;       /* (owned) */
  ClarifaiRegion *lit;         /* (owned) (nullable) */
  double          threshold;
  GtkWidget      *words;       /* (owned by being its parent) (nullable): made when first needed */
};

G_DEFINE_FINAL_TYPE (SurmisePictureCanvas, surmise_picture_canvas, GTK_TYPE_WIDGET)

enum { CHANGED, MASK_LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
set_texture (SurmisePictureCanvas *self,
             GdkTexture           *texture)
{
  if (!g_set_object (&self->texture, texture))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmisePictureCanvas) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = surmise_texture_load_finish (result, &error);

  if (texture != NULL)
    set_texture (self, texture);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_warning ("A prepared picture could not be shown: %s", error->message);
}

static void
on_prepared (SurmisePictureCanvas *self)
{
  SurmisePrepared *prepared = self->picture != NULL ? surmise_picture_get_prepared (self->picture) : NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (prepared == NULL)
    {
      set_texture (self, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  surmise_texture_load_async (prepared, MAX_EDGE, self->cancellable, load_cb, g_object_ref (self));
}

static void
surmise_picture_canvas_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  SurmisePictureCanvas *self = SURMISE_PICTURE_CANVAS (widget);
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                              (float) gtk_widget_get_height (widget));

  if (self->words != NULL)
    gtk_widget_snapshot_child (widget, self->words, snapshot);
  if (self->texture == NULL)
    return;

  gtk_snapshot_append_texture (snapshot, self->texture, &whole);
  surmise_mask_set_snapshot (self->masks, snapshot, &whole, self->threshold, self->lit);
}

static void
surmise_picture_canvas_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  SurmisePictureCanvas *self = SURMISE_PICTURE_CANVAS (widget);

  if (self->words != NULL && gtk_widget_get_visible (self->words))
    gtk_widget_size_allocate (self->words, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
on_mask (SurmisePictureCanvas *self,
         ClarifaiRegion       *region,
         gpointer              box)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[MASK_LOADED], 0, region, box);
}

static void
show_words (SurmisePictureCanvas *self,
            const char           *words)
{
  GtkWidget *label;

  if (self->words == NULL && words == NULL)
    return;

  if (self->words == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, "words-picture");
      self->words = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->words), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->words), label);
      gtk_widget_set_parent (self->words, GTK_WIDGET (self));
    }
  label = gtk_viewport_get_child (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->words))));
  gtk_label_set_label (GTK_LABEL (label), words != NULL ? words : "");
  gtk_widget_set_visible (self->words, words != NULL);
}

static void
surmise_picture_canvas_dispose (GObject *object)
{
  SurmisePictureCanvas *self = SURMISE_PICTURE_CANVAS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  g_clear_object (&self->texture);
  if (self->masks != NULL)
    surmise_mask_set_set_output (self->masks, NULL);
  g_clear_object (&self->masks);
  g_clear_object (&self->lit);
  g_clear_pointer (&self->words, gtk_widget_unparent);

  G_OBJECT_CLASS (surmise_picture_canvas_parent_class)->dispose (object);
}

static void
surmise_picture_canvas_class_init (SurmisePictureCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_picture_canvas_dispose;
  widget_class->size_allocate = surmise_picture_canvas_size_allocate;
  widget_class->snapshot = surmise_picture_canvas_snapshot;

  signals[CHANGED] = g_signal_new ("changed", SURMISE_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[MASK_LOADED] = g_signal_new ("mask-loaded", SURMISE_TYPE_PICTURE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, CLARIFAI_TYPE_REGION, G_TYPE_POINTER);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
surmise_picture_canvas_init (SurmisePictureCanvas *self)
{
  self->masks = surmise_mask_set_new ();
  g_signal_connect_object (self->masks, "loaded", G_CALLBACK (on_mask), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::prepared", G_CALLBACK (on_prepared), self);
}

GtkWidget *
surmise_picture_canvas_new (void)
{
  return g_object_new (SURMISE_TYPE_PICTURE_CANVAS, NULL);
}

/* (transfer none) (nullable) */
GdkTexture *
surmise_picture_canvas_get_texture (SurmisePictureCanvas *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE_CANVAS (self), NULL);

  return self->texture;
}

void
surmise_picture_canvas_set_picture (SurmisePictureCanvas *self,
                                    SurmisePicture       *picture)
{
  g_return_if_fail (SURMISE_IS_PICTURE_CANVAS (self));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_signal_group_set_target (self->signals, picture);
  if (picture != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, surmise_picture_get_name (picture),
                                    -1);
  if (picture == NULL)
    surmise_mask_set_set_output (self->masks, NULL);
  show_words (self, picture != NULL ? surmise_picture_get_words (picture) : NULL);
  on_prepared (self);
}

void
surmise_picture_canvas_set_output (SurmisePictureCanvas *self,
                                   ClarifaiOutput       *output)
{
  g_return_if_fail (SURMISE_IS_PICTURE_CANVAS (self));

  surmise_mask_set_set_output (self->masks, output);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
surmise_picture_canvas_set_lit (SurmisePictureCanvas *self,
                                ClarifaiRegion       *lit,
                                double                threshold)
{
  g_return_if_fail (SURMISE_IS_PICTURE_CANVAS (self));

  if (!g_set_object (&self->lit, lit) && threshold == self->threshold)
    return;

  self->threshold = threshold;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
