/* surmise-embedding-view.c – a picture as a list of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-embedding-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "clarifai-embedding.h"
#include "surmise-answer-view.h"
#include "surmise-plot.h"

/**
 * SurmiseEmbeddingView:
 *
 * A detector that embeds gives one list for each region: they are shown one at a time.
 */
struct _SurmiseEmbeddingView
{
  AdwBin          parent_instance;

  GtkLabel       *dimensions;
  GtkLabel       *range;
  SurmisePlot    *plot;
  GtkWidget      *steps;
  GtkLabel       *position;

  ClarifaiOutput *output;  /* (owned) (nullable) */
  guint           current;
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseEmbeddingView, surmise_embedding_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

static guint
get_n (SurmiseEmbeddingView *self)
{
  return self->output != NULL ? g_list_model_get_n_items (clarifai_output_get_embeddings (self->output)) : 0;
}

/* (transfer full) (nullable) */
static ClarifaiEmbedding *
dup_current (SurmiseEmbeddingView *self)
{
  return get_n (self) > 0 ? g_list_model_get_item (clarifai_output_get_embeddings (self->output), self->current) : NULL;
}

static void
show_range (SurmiseEmbeddingView *self,
            const float          *numbers,
            gsize                 n)
{
  double least = 0, most = 0, length = 0;
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n; i++)
    {
      least = i == 0 ? (double) numbers[i] : MIN (least, (double) numbers[i]);
      most = i == 0 ? (double) numbers[i] : MAX (most, (double) numbers[i]);
      length += (double) numbers[i] * (double) numbers[i];
    }
  /* Translators: the least and the greatest of many numbers, and the length of the vector that they are. */
  text = g_strdup_printf (_("From %.3f to %.3f, length %.3f"), least, most, sqrt (length));
  gtk_label_set_label (self->range, text);
}

static void
update (SurmiseEmbeddingView *self)
{
  g_autoptr(ClarifaiEmbedding) embedding = dup_current (self);
  guint n = get_n (self), dimensions = embedding != NULL ? clarifai_embedding_get_dimensions (embedding) : 0;
  gsize n_numbers = 0;
  const float *numbers = embedding != NULL ? clarifai_embedding_get_vector (embedding, &n_numbers) : NULL;
  /* Translators: %'u is a number with the language's own marks for thousands. */
  g_autofree char *title = g_strdup_printf (ngettext ("%'u Number", "%'u Numbers", dimensions), dimensions);
  g_autofree char *position = g_strdup_printf (_("%u of %u"), self->current + 1, n);

  gtk_label_set_label (self->dimensions, title);
  show_range (self, numbers, n_numbers);
  surmise_plot_set_numbers (self->plot, numbers, n_numbers);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plot), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (self->position, position);
  gtk_widget_set_visible (self->steps, n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "embedding.previous", self->current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "embedding.next", self->current + 1 < n);
}

static void
on_step (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseEmbeddingView *self = SURMISE_EMBEDDING_VIEW (widget);

  self->current += g_str_equal (action, "embedding.next") ? 1 : -1;
  update (self);
}

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  g_autoptr(ClarifaiEmbedding) embedding = dup_current (SURMISE_EMBEDDING_VIEW (view));

  *toast = g_strdup (_("Copied the numbers"));

  return embedding != NULL ? clarifai_embedding_to_json (embedding) : NULL;
}

static void
set_output (SurmiseAnswerView *view,
            ClarifaiOutput    *output)
{
  SurmiseEmbeddingView *self = SURMISE_EMBEDDING_VIEW (view);

  g_set_object (&self->output, output);
  self->current = 0;
  update (self);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_output = set_output;
}

static void
surmise_embedding_view_dispose (GObject *object)
{
  SurmiseEmbeddingView *self = SURMISE_EMBEDDING_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_EMBEDDING_VIEW);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (surmise_embedding_view_parent_class)->dispose (object);
}

static void
surmise_embedding_view_class_init (SurmiseEmbeddingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_embedding_view_dispose;

  g_type_ensure (SURMISE_TYPE_PLOT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-embedding-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmbeddingView, dimensions);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmbeddingView, range);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmbeddingView, plot);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmbeddingView, steps);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmbeddingView, position);
  gtk_widget_class_install_action (widget_class, "embedding.previous", NULL, on_step);
  gtk_widget_class_install_action (widget_class, "embedding.next", NULL, on_step);
}

static void
surmise_embedding_view_init (SurmiseEmbeddingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_embedding_view_new (void)
{
  return g_object_new (SURMISE_TYPE_EMBEDDING_VIEW, NULL);
}
