/* surmise-presentation-answer.c – what a model says of one picture, in few and large words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-presentation-answer.h"

#include <glib/gi18n.h>
#include <math.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-error-text.h"
#include "surmise-presentation-bars.h"
#include "surmise-presentation-words.h"

#define SPINNER_SECONDS 1

/**
 * SurmisePresentationAnswer:
 *
 * What is said follows from the picture's state in update_state() alone, as in #SurmiseConceptPane, with fewer words
 * and without a way on: that is on the person's own screen.
 */
struct _SurmisePresentationAnswer
{
  AdwBin                    parent_instance;

  GtkStack                 *stack;
  SurmisePresentationBars  *bars;
  SurmisePresentationWords *words;
  GtkSpinner               *spinner;

  SurmisePicture           *picture;    /* (owned) (nullable) */
  GSignalGroup             *signals;    /* (owned) */
  double                    threshold;  /* 0–1 */
  guint                     spinner_id;
};

G_DEFINE_FINAL_TYPE (SurmisePresentationAnswer, surmise_presentation_answer, ADW_TYPE_BIN)

static void
show_words (SurmisePresentationAnswer *self,
            const char                *title,
            const char                *text)
{
  surmise_presentation_words_show (self->words, title, text);
  gtk_stack_set_visible_child_name (self->stack, "words");
}

static gboolean
on_spinner (gpointer user_data)
{
  SurmisePresentationAnswer *self = user_data;

  self->spinner_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
stop_waiting (SurmisePresentationAnswer *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
show_waiting (SurmisePresentationAnswer *self,
              ClarifaiProgress           progress)
{
  if (self->spinner_id == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->spinner_id = g_timeout_add_seconds (SPINNER_SECONDS, on_spinner, self);

  switch (progress)
    {
    case CLARIFAI_PROGRESS_MODEL_STARTING:
      show_words (self, _("Waiting for the Model to Start"),
                  _("Nobody has used it for a while. This can take some minutes."));
      break;

    case CLARIFAI_PROGRESS_THROTTLED:
      show_words (self, _("A Short Pause"), _("Clarifai asked for it. Going on by itself…"));
      break;

    case CLARIFAI_PROGRESS_SENT:
    default:
      surmise_presentation_bars_show (self->bars, NULL, NULL, 0);
      gtk_stack_set_visible_child_name (self->stack, "bars");
    }
}

static void
show_nothing (SurmisePresentationAnswer *self,
              ClarifaiConcept           *best)
{
  g_autofree char *percent = surmise_confidence_to_text (clarifai_concept_get_value (best));
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  /* Translators: a whole percentage, the threshold. */
  title = g_strdup_printf (_("Nothing Above %d\302\240%%"), (int) lround (self->threshold * 100));
  /* Translators: a concept's name and its confidence. */
  text = g_strdup_printf (_("The best guess is %s, %s."), clarifai_concept_get_name (best), percent);
  show_words (self, title, text);
}

static void
show_output (SurmisePresentationAnswer *self,
             SurmisePicture            *picture)
{
  ClarifaiOutput *output = surmise_picture_get_output (picture);
  ClarifaiConcept *best = clarifai_output_get_best (output);
  const char *text = clarifai_output_get_text (output);

  if (best == NULL && text != NULL && *text != '\0')
    {
      show_words (self, NULL, text);
    }
  else if (best == NULL)
    {
      show_words (self, _("No Concepts in This Answer"),
                  _("The model found nothing to name, or answers in another way."));
    }
  else if (surmise_presentation_bars_show (self->bars, output, surmise_picture_get_second_output (picture),
                                           self->threshold) == 0)
    {
      show_nothing (self, best);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "bars");
    }
}

static void
update_state (SurmisePresentationAnswer *self)
{
  SurmisePicture *picture = self->picture;
  g_autoptr(SurmiseErrorText) text = NULL;

  if (picture == NULL || !surmise_picture_is_busy (picture))
    stop_waiting (self);

  surmise_presentation_words_set_centered (self->words, picture == NULL);
  if (picture == NULL)
    {
      show_words (self, _("Drop a Picture Here"), _("It is shown to the model, and the answer to the room."));
    }
  else if (surmise_picture_is_busy (picture))
    {
      show_waiting (self, surmise_picture_get_progress (picture));
    }
  else if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_FAILED)
    {
      text = surmise_error_text_new (surmise_picture_get_error (picture));
      show_words (self, text->title, text->hint);
    }
  else if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_CANCELLED)
    {
      show_words (self, _("Cancelled"), _("The model was not asked to the end."));
    }
  else
    {
      show_output (self, picture);
    }
}

static void
on_output (SurmisePresentationAnswer *self)
{
  update_state (self);
  surmise_presentation_bars_grow (self->bars);
}

static void
surmise_presentation_answer_dispose (GObject *object)
{
  SurmisePresentationAnswer *self = SURMISE_PRESENTATION_ANSWER (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_PRESENTATION_ANSWER);

  G_OBJECT_CLASS (surmise_presentation_answer_parent_class)->dispose (object);
}

static void
surmise_presentation_answer_class_init (SurmisePresentationAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_presentation_answer_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/surmise/Surmise/surmise-presentation-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentationAnswer, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentationAnswer, bars);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentationAnswer, words);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentationAnswer, spinner);
  g_type_ensure (SURMISE_TYPE_PRESENTATION_BARS);
  g_type_ensure (SURMISE_TYPE_PRESENTATION_WORDS);
}

static void
surmise_presentation_answer_init (SurmisePresentationAnswer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::second-output", G_CALLBACK (update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::output", G_CALLBACK (on_output), self);
  update_state (self);
}

/**
 * surmise_presentation_answer_set_picture:
 * @self: the answer
 * @picture: (nullable): what it is about
 */
void
surmise_presentation_answer_set_picture (SurmisePresentationAnswer *self,
                                         SurmisePicture            *picture)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_ANSWER (self));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_signal_group_set_target (self->signals, picture);
  on_output (self);
}

/**
 * surmise_presentation_answer_set_threshold:
 * @self: the answer
 * @threshold: the least confidence that is shown, 0–1
 */
void
surmise_presentation_answer_set_threshold (SurmisePresentationAnswer *self,
                                           double                     threshold)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_ANSWER (self));

  self->threshold = threshold;
  update_state (self);
}

void
surmise_presentation_answer_begin (SurmisePresentationAnswer *self)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_ANSWER (self));

  surmise_presentation_bars_grow (self->bars);
}
