/* surmise-picture-tile.c – a picture's thumbnail, state and best concept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-tile.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-error-text.h"
#include "surmise-texture.h"

/* Twice what is shown, for screens with two device pixels in one. */
#define THUMBNAIL_EDGE 256

struct _SurmisePictureTile
{
  AdwBin          parent_instance;

  GtkPicture     *thumbnail;
  GtkLabel       *words;
  GtkSpinner     *spinner;
  GtkImage       *mark;
  GtkLabel       *label;

  SurmisePicture *picture;     /* (owned) (nullable) */
  GSignalGroup   *signals;     /* (owned) */
  GCancellable   *cancellable; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmisePictureTile, surmise_picture_tile, ADW_TYPE_BIN)

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmisePictureTile) self = user_data;
  g_autoptr(GdkTexture) texture = surmise_texture_load_finish (result, NULL);

  /* Without a texture the tile keeps its plain ground; the large view tells why. */
  if (texture != NULL)
    gtk_picture_set_paintable (self->thumbnail, GDK_PAINTABLE (texture));
}

static void
update_thumbnail (SurmisePictureTile *self)
{
  SurmisePrepared *prepared = self->picture != NULL ? surmise_picture_get_prepared (self->picture) : NULL;
  const char *words = self->picture != NULL ? surmise_picture_get_words (self->picture) : NULL;

  gtk_label_set_label (self->words, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (prepared == NULL)
    {
      gtk_picture_set_paintable (self->thumbnail, NULL);
      return;
    }

  self->cancellable = g_cancellable_new ();
  surmise_texture_load_async (prepared, THUMBNAIL_EDGE, self->cancellable, load_cb, g_object_ref (self));
}

/* What there is to say of an answer without a single concept. */
static char *
dup_kind (ClarifaiOutput *output)
{
  ClarifaiOutputKinds kinds = output != NULL ? clarifai_output_get_kinds (output) : 0;
  const char *text = output != NULL ? clarifai_output_get_text (output) : NULL;

  if ((kinds & CLARIFAI_OUTPUT_KIND_TEXT) != 0 && text != NULL)
    {
      /* A tile has room for a few words. */
      g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, 200), 60));

      return g_strdelimit (g_steal_pointer (&start), "\n\r\t", ' ');
    }
  if ((kinds & CLARIFAI_OUTPUT_KIND_IMAGES) != 0)
    return g_strdup (_("Picture"));
  if ((kinds & CLARIFAI_OUTPUT_KIND_EMBEDDINGS) != 0)
    return g_strdup (_("Numbers"));
  if ((kinds & (CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_MASKS)) != 0)
    return g_strdup (_("Boxes"));

  return g_strdup (kinds != 0 ? _("Answered") : _("No concepts"));
}

/* The model does not take it. */
static gboolean
was_refused (SurmisePicture *picture)
{
  return surmise_picture_get_error (picture)->domain == SURMISE_QUESTION_ERROR;
}

/* What the tile says: its best concept, or how far it is. */
static char *
dup_state (SurmisePicture *picture,
           gboolean        spoken)
{
  ClarifaiOutput *output = surmise_picture_get_output (picture);
  ClarifaiConcept *best = output != NULL ? clarifai_output_get_best (output) : NULL;
  g_autoptr(SurmiseErrorText) text = NULL;
  g_autofree char *confidence = NULL;

  switch (surmise_picture_get_state (picture))
    {
    case SURMISE_PICTURE_STATE_DONE:
      if (best == NULL)
        return dup_kind (output);
      if (!spoken)
        return g_strdup (clarifai_concept_get_name (best));
      confidence = surmise_confidence_to_spoken (clarifai_concept_get_value (best));
      return g_strdup_printf ("%s %s", clarifai_concept_get_name (best), confidence);

    case SURMISE_PICTURE_STATE_FAILED:
      if (!spoken)
        return g_strdup (was_refused (picture) ? _("Not Asked") : _("Failed"));
      text = surmise_error_text_new (surmise_picture_get_error (picture));
      return g_strdup (text->title);

    case SURMISE_PICTURE_STATE_CANCELLED:
      return g_strdup (_("Cancelled"));

    case SURMISE_PICTURE_STATE_WAITING:
    case SURMISE_PICTURE_STATE_PREPARING:
    case SURMISE_PICTURE_STATE_SENDING:
    default:
      return g_strdup (spoken ? _("Waiting") : "…");
    }
}

static void
update_state (SurmisePictureTile *self)
{
  SurmisePictureState state = surmise_picture_get_state (self->picture);
  gboolean working = state == SURMISE_PICTURE_STATE_PREPARING || state == SURMISE_PICTURE_STATE_SENDING;
  gboolean failed = state == SURMISE_PICTURE_STATE_FAILED && !was_refused (self->picture);
  g_autofree char *label = dup_state (self->picture, FALSE);
  g_autofree char *spoken = dup_state (self->picture, TRUE);
  /* Translators: for screen readers: a picture's name, and its best concept or state. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), surmise_picture_get_name (self->picture), spoken);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self->spinner), working);
  gtk_spinner_set_spinning (self->spinner, working);
  gtk_image_set_from_icon_name (self->mark, failed ? "dialog-warning-symbolic" : "process-stop-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->mark), failed || state == SURMISE_PICTURE_STATE_CANCELLED);
  gtk_label_set_label (self->label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
set_picture (SurmisePictureTile *self,
             SurmisePicture     *picture)
{
  if (!g_set_object (&self->picture, picture))
    return;

  g_signal_group_set_target (self->signals, picture);
  update_thumbnail (self);
  if (picture != NULL)
    update_state (self);
}

static void
surmise_picture_tile_dispose (GObject *object)
{
  SurmisePictureTile *self = SURMISE_PICTURE_TILE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_PICTURE_TILE);

  G_OBJECT_CLASS (surmise_picture_tile_parent_class)->dispose (object);
}

static void
surmise_picture_tile_class_init (SurmisePictureTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_picture_tile_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-picture-tile.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePictureTile, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, SurmisePictureTile, words);
  gtk_widget_class_bind_template_child (widget_class, SurmisePictureTile, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmisePictureTile, mark);
  gtk_widget_class_bind_template_child (widget_class, SurmisePictureTile, label);
}

static void
surmise_picture_tile_init (SurmisePictureTile *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::prepared", G_CALLBACK (update_thumbnail), self);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_state), self);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, g_object_new (SURMISE_TYPE_PICTURE_TILE, NULL));
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  set_picture (SURMISE_PICTURE_TILE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

/* A tile that scrolled away holds no picture and no pixels. */
static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  set_picture (SURMISE_PICTURE_TILE (gtk_list_item_get_child (item)), NULL);
}

GtkListItemFactory *
surmise_picture_tile_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  return factory;
}
