/* surmise-answer-image.c – the pictures that a model answered with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-answer-image.h"

#include "surmise-answer-view.h"
#include "surmise-image-loader.h"
#include "surmise-made-picture.h"

/* Each is decoded as large as it is. */
#define MOST_PICTURES 16

struct _SurmiseAnswerImage
{
  AdwBin             parent_instance;

  GtkScrolledWindow *scroller; /* (owned by being its parent) */
  GtkWidget         *box;      /* (owned by @scroller) */
  SurmisePreparer   *preparer; /* (owned) (nullable): made with the first picture */
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseAnswerImage, surmise_answer_image, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

/* Pictures are saved or dragged, each by itself. */
static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  return NULL;
}

static void
set_output (SurmiseAnswerView *view,
            ClarifaiOutput    *output)
{
  SurmiseAnswerImage *self = SURMISE_ANSWER_IMAGE (view);
  GListModel *images = output != NULL ? clarifai_output_get_images (output) : NULL;
  guint n = images != NULL ? MIN (g_list_model_get_n_items (images), MOST_PICTURES) : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiImage) image = g_list_model_get_item (images, i);

      if (self->preparer == NULL)
        self->preparer = surmise_image_preparer_new ();
      gtk_box_append (GTK_BOX (self->box), surmise_made_picture_new (self->preparer, image, i + 1));
    }
}

static void
set_stacked (SurmiseAnswerView *view,
             gboolean           stacked)
{
  gtk_scrolled_window_set_policy (SURMISE_ANSWER_IMAGE (view)->scroller, GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_output = set_output;
  iface->set_stacked = set_stacked;
}

static void
surmise_answer_image_dispose (GObject *object)
{
  g_clear_object (&SURMISE_ANSWER_IMAGE (object)->preparer);

  G_OBJECT_CLASS (surmise_answer_image_parent_class)->dispose (object);
}

static void
surmise_answer_image_class_init (SurmiseAnswerImageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_answer_image_dispose;
}

static void
surmise_answer_image_init (SurmiseAnswerImage *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (self->box, 18);
  gtk_widget_set_margin_bottom (self->box, 18);
  gtk_widget_set_margin_start (self->box, 18);
  gtk_widget_set_margin_end (self->box, 18);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, self->box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
}

GtkWidget *
surmise_answer_image_new (void)
{
  return g_object_new (SURMISE_TYPE_ANSWER_IMAGE, NULL);
}
