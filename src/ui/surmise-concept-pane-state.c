/* surmise-concept-pane-state.c – which page of the pane shows, and which of its tools
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-pane-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-region-words.h"

/* What the model is surest of, of the kind that is shown: (transfer full) (nullable). */
char *
_surmise_concept_pane_dup_best (SurmiseConceptPane *self,
                                double             *value)
{
  ClarifaiConcept *concept = surmise_concept_list_get_best (self->concepts);
  ClarifaiRegion *region = surmise_region_list_get_best (self->regions);

  if (surmise_kind_switch_get_kind (self->kinds) == CLARIFAI_OUTPUT_KIND_REGIONS && region != NULL)
    {
      *value = surmise_region_get_value (region);
      return surmise_region_dup_name (region);
    }

  *value = concept != NULL ? clarifai_concept_get_value (concept) : 0;

  return g_strdup (concept != NULL ? clarifai_concept_get_name (concept) : NULL);
}

static void
show_message (SurmiseConceptPane *self,
              const char         *title,
              const char         *hint,
              const char         *button,
              const char         *action)
{
  surmise_message_show (self->message, title, hint, button, action);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_nothing (SurmiseConceptPane *self)
{
  const char *search = surmise_concept_list_get_search (self->concepts);
  double threshold = surmise_concept_list_get_threshold (self->concepts), value;
  g_autofree char *best = _surmise_concept_pane_dup_best (self, &value);
  g_autofree char *percent = surmise_confidence_to_text (value);
  g_autofree char *name = g_markup_escape_text (best != NULL ? best : "", -1);
  g_autofree char *title = NULL;
  g_autofree char *hint = NULL;

  if (search != NULL && *search != '\0')
    {
      show_message (self, _("No Concept Has These Letters"), _("Look for something else, or lower the threshold."),
                    NULL, NULL);
      return;
    }

  /* Translators: a whole percentage, the threshold. */
  title = g_strdup_printf (_("Nothing Above %d\302\240%%"), (int) lround (threshold * 100));
  /* Translators: a concept's name and its confidence. */
  hint = g_strdup_printf (_("The best guess is <i>%s</i>, %s."), name, percent);
  show_message (self, title, hint, _("_Lower the Threshold"), "concepts.lower-threshold");
}

/* What the filters leave of the kind in sight; NULL where they do not hold for it. */
static GListModel *
get_filtered (SurmiseConceptPane *self)
{
  ClarifaiOutputKinds kind = surmise_kind_switch_get_kind (self->kinds);

  if (kind == CLARIFAI_OUTPUT_KIND_CONCEPTS)
    return surmise_concept_list_get_shown (self->concepts);

  return kind == CLARIFAI_OUTPUT_KIND_REGIONS ? surmise_region_list_get_shown (self->regions) : NULL;
}

static void
show_answer (SurmiseConceptPane *self)
{
  ClarifaiOutputKinds kind = surmise_kind_switch_get_kind (self->kinds);
  GListModel *filtered = get_filtered (self);

  if (kind == 0)
    {
      show_message (self, _("No Concepts in This Answer"), _("The model found nothing to name, or answers in another way."),
                    _("Choose Another _Model"), "win.choose-model");
    }
  else if (filtered != NULL && g_list_model_get_n_items (filtered) == 0)
    {
      show_nothing (self);
    }
  else
    {
      surmise_answer_stack_show_kind (self->answer, kind);
      gtk_stack_set_visible_child_name (self->stack, "answer");
    }
}

/* Threshold and search stand there while they do something. */
static void
update_tools (SurmiseConceptPane *self,
              gboolean            answered)
{
  GListModel *filtered = get_filtered (self);
  ClarifaiOutputKinds kind = surmise_kind_switch_get_kind (self->kinds);
  gboolean failed = self->picture != NULL && surmise_picture_get_state (self->picture) == SURMISE_PICTURE_STATE_FAILED;
  gboolean filters = !failed && (!answered || filtered != NULL || kind == 0);

  gtk_widget_set_visible (self->threshold_scale, filters);
  gtk_widget_set_visible (GTK_WIDGET (self->threshold_label), filters);
  gtk_widget_set_visible (self->search_button, filters);
  /* Alone, it stays where it is. */
  gtk_widget_set_hexpand (self->copy_button, !filters);
  if (!filters)
    gtk_revealer_set_reveal_child (self->search_revealer, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concepts.copy-all",
                                 answered && kind != 0 && kind != CLARIFAI_OUTPUT_KIND_IMAGES
                                 && (filtered == NULL || g_list_model_get_n_items (filtered) > 0));
}

void
_surmise_concept_pane_update (SurmiseConceptPane *self)
{
  gboolean answered = FALSE;

  if (self->picture == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
    }
  else if (surmise_picture_is_busy (self->picture))
    {
      surmise_waiting_start (self->waiting, surmise_picture_get_progress (self->picture));
      gtk_stack_set_visible_child_name (self->stack, "waiting");
    }
  else if (surmise_picture_get_state (self->picture) == SURMISE_PICTURE_STATE_FAILED)
    {
      surmise_message_show_error (self->message, surmise_picture_get_error (self->picture));
      gtk_stack_set_visible_child_name (self->stack, "message");
    }
  else if (surmise_picture_get_state (self->picture) == SURMISE_PICTURE_STATE_CANCELLED)
    {
      show_message (self, _("Cancelled"), _("The model was not asked to the end."), _("_Ask Again"), "win.try-again");
    }
  else
    {
      answered = TRUE;
      show_answer (self);
    }

  if (self->picture == NULL || !surmise_picture_is_busy (self->picture))
    surmise_waiting_stop (self->waiting);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), answered && surmise_kind_switch_get_several (self->kinds));
  update_tools (self, answered);
}
