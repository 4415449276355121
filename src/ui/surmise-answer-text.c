/* surmise-answer-text.c – an answer in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-answer-text.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-answer-view.h"
#include "surmise-paragraphs.h"

/* Bytes: a label lays out all of its text at once, which takes seconds for a book. */
#define MOST_IN_LABEL 20000

struct _SurmiseAnswerText
{
  AdwBin             parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel          *label;
  GtkTextView       *view;

  ClarifaiOutput    *output; /* (owned) (nullable) */
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseAnswerText, surmise_answer_text, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  SurmiseAnswerText *self = SURMISE_ANSWER_TEXT (view);

  *toast = g_strdup (_("Copied the text"));

  return self->output != NULL ? g_strdup (clarifai_output_get_text (self->output)) : NULL;
}

static void
set_output (SurmiseAnswerView *view,
            ClarifaiOutput    *output)
{
  SurmiseAnswerText *self = SURMISE_ANSWER_TEXT (view);
  const char *text = output != NULL ? clarifai_output_get_text (output) : NULL;
  gboolean is_long = text != NULL && strlen (text) > MOST_IN_LABEL;
  g_autofree char *broken = is_long ? surmise_paragraphs_break (text) : NULL;

  g_set_object (&self->output, output);
  gtk_label_set_label (self->label, text != NULL && !is_long ? text : "");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), is_long ? broken : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->label), !is_long);
  gtk_widget_set_visible (GTK_WIDGET (self->view), is_long);
}

/* A book is never as high as all of its lines: it scrolls by itself wherever it stands. */
static void
set_stacked (SurmiseAnswerView *view,
             gboolean           stacked)
{
  SurmiseAnswerText *self = SURMISE_ANSWER_TEXT (view);

  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, stacked);
  gtk_scrolled_window_set_max_content_height (self->scroller, stacked ? 2000 : -1);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_output = set_output;
  iface->set_stacked = set_stacked;
}

static void
surmise_answer_text_dispose (GObject *object)
{
  SurmiseAnswerText *self = SURMISE_ANSWER_TEXT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_ANSWER_TEXT);
  g_clear_object (&self->output);

  G_OBJECT_CLASS (surmise_answer_text_parent_class)->dispose (object);
}

static void
surmise_answer_text_class_init (SurmiseAnswerTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_answer_text_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-answer-text.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseAnswerText, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAnswerText, label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseAnswerText, view);
}

static void
surmise_answer_text_init (SurmiseAnswerText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_answer_text_new (void)
{
  return g_object_new (SURMISE_TYPE_ANSWER_TEXT, NULL);
}
