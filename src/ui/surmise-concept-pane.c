/* surmise-concept-pane.c – what a model said about one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-pane.h"

#include <glib/gi18n.h>
#include <math.h>

#include "clarifai-concept.h"
#include "surmise-compat.h"
#include "surmise-concept-bars.h"
#include "surmise-confidence.h"
#include "surmise-message.h"
#include "surmise-waiting.h"

/**
 * SurmiseConceptPane:
 *
 * One page of its stack for each thing there is to say: bars, waiting, a message, a text, nothing at all. Which one it
 * is follows from the picture's state, its answer and the filters, in update_state() alone.
 */
struct _SurmiseConceptPane
{
  GtkBox              parent_instance;

  GtkRevealer        *search_revealer;
  GtkSearchEntry     *search;
  GtkStack           *stack;
  SurmiseConceptBars *bars;
  SurmiseWaiting     *waiting;
  SurmiseMessage     *message;
  GtkScrolledWindow  *text_scroller;
  GtkLabel           *text;
  GtkWidget          *separator;
  GtkWidget          *tools;
  GtkLabel           *threshold_label;
  GtkWidget          *threshold_scale;
  GtkAdjustment      *threshold_adjustment;

  SurmisePicture     *picture;   /* (owned) (nullable) */
  GSignalGroup       *signals;   /* (owned) */
  SurmiseConceptList *concepts;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseConceptPane, surmise_concept_pane, GTK_TYPE_BOX)

typedef enum {
  PROP_THRESHOLD = 1,
} SurmiseConceptPaneProperty;

#define N_PROPS (PROP_THRESHOLD + 1)

static GParamSpec *properties[N_PROPS];
static guint copied_signal;

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
  ClarifaiConcept *best = surmise_concept_list_get_best (self->concepts);
  const char *search = surmise_concept_list_get_search (self->concepts);
  double threshold = surmise_concept_list_get_threshold (self->concepts);
  g_autofree char *percent = surmise_confidence_to_text (clarifai_concept_get_value (best));
  g_autofree char *name = g_markup_escape_text (clarifai_concept_get_name (best), -1);
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

static void
show_answer (SurmiseConceptPane *self)
{
  ClarifaiOutput *output = surmise_picture_get_output (self->picture);
  const char *text = clarifai_output_get_text (output);

  if (surmise_concept_list_get_best (self->concepts) == NULL)
    {
      if (text != NULL && *text != '\0')
        {
          gtk_label_set_label (self->text, text);
          gtk_stack_set_visible_child_name (self->stack, "text");
        }
      else
        {
          show_message (self, _("No Concepts in This Answer"),
                        _("The model found nothing to name, or answers in another way."),
                        _("Choose Another _Model"), "win.choose-model");
        }
    }
  else if (g_list_model_get_n_items (surmise_concept_list_get_shown (self->concepts)) == 0)
    {
      show_nothing (self);
    }
  else
    {
      gtk_stack_set_visible_child_name (self->stack, "bars");
    }
}

static void
update_threshold (SurmiseConceptPane *self)
{
  double threshold = surmise_concept_list_get_threshold (self->concepts);
  /* Translators: the least confidence that is shown, a whole percentage. */
  g_autofree char *label = g_strdup_printf (_("at least %d\302\240%%"), (int) lround (threshold * 100));

  gtk_label_set_label (self->threshold_label, label);
}

static void
update_state (SurmiseConceptPane *self)
{
  gboolean has_bars = FALSE;

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
      has_bars = surmise_concept_list_get_best (self->concepts) != NULL;
      show_answer (self);
    }

  if (self->picture == NULL || !surmise_picture_is_busy (self->picture))
    surmise_waiting_stop (self->waiting);
  gtk_widget_set_sensitive (self->threshold_scale, !surmise_concept_list_has_shares (self->concepts));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "concepts.copy-all",
                                 has_bars && g_list_model_get_n_items (surmise_concept_list_get_shown (self->concepts)) > 0);
}

static void
on_output (SurmiseConceptPane *self)
{
  g_autofree char *spoken = NULL;

  surmise_concept_list_set_output (self->concepts, surmise_picture_get_output (self->picture));
  spoken = surmise_concept_list_to_spoken (self->concepts);
  /* Said once an answer, not once a bar. */
  surmise_concept_bars_begin (self->bars, spoken);
  surmise_announce (GTK_WIDGET (self), spoken);
  update_state (self);
}

static void
on_search_changed (SurmiseConceptPane *self)
{
  surmise_concept_list_set_search (self->concepts, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update_state (self);
}

static void
on_stop_search (SurmiseConceptPane *self)
{
  gtk_revealer_set_reveal_child (self->search_revealer, FALSE);
}

static void
on_search_toggled (SurmiseConceptPane *self)
{
  if (gtk_revealer_get_reveal_child (self->search_revealer))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
copy_text (SurmiseConceptPane *self,
           const char         *text,
           const char         *toast)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit (self, copied_signal, 0, toast);
}

static void
copy_one (SurmiseConceptPane *self,
          ClarifaiConcept    *concept)
{
  g_autofree char *text = surmise_concept_to_text (concept);
  g_autofree char *toast = g_strdup_printf (_("Copied “%s”"), clarifai_concept_get_name (concept));

  copy_text (self, text, toast);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  surmise_concept_pane_copy (SURMISE_CONCEPT_PANE (widget));
}

static void
on_copy_all (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (widget);
  guint n = g_list_model_get_n_items (surmise_concept_list_get_shown (self->concepts));
  g_autofree char *text = surmise_concept_list_to_text (self->concepts);
  g_autofree char *toast = g_strdup_printf (ngettext ("Copied %u concept", "Copied %u concepts", n), n);

  copy_text (self, text, toast);
}

static void
on_lower_threshold (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (widget);
  ClarifaiConcept *best = surmise_concept_list_get_best (self->concepts);

  /* To a round number below the best one, so that its neighbours come into sight with it. */
  if (best != NULL)
    g_object_set (self, "threshold", floor (clarifai_concept_get_value (best) * 10) / 10, NULL);
}

static void
set_threshold (SurmiseConceptPane *self,
               double              threshold)
{
  if (threshold == surmise_concept_list_get_threshold (self->concepts))
    return;

  surmise_concept_list_set_threshold (self->concepts, threshold);
  gtk_adjustment_set_value (self->threshold_adjustment, threshold);
  update_threshold (self);
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

static void
on_adjusted (SurmiseConceptPane *self)
{
  set_threshold (self, gtk_adjustment_get_value (self->threshold_adjustment));
}

static void
surmise_concept_pane_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (object);

  switch ((SurmiseConceptPaneProperty) prop_id)
    {
    case PROP_THRESHOLD:
      g_value_set_double (value, surmise_concept_list_get_threshold (self->concepts));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_concept_pane_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (object);

  switch ((SurmiseConceptPaneProperty) prop_id)
    {
    case PROP_THRESHOLD:
      set_threshold (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_concept_pane_dispose (GObject *object)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  g_clear_object (&self->concepts);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_CONCEPT_PANE);

  G_OBJECT_CLASS (surmise_concept_pane_parent_class)->dispose (object);
}

static void
surmise_concept_pane_class_init (SurmiseConceptPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_concept_pane_dispose;
  object_class->get_property = surmise_concept_pane_get_property;
  object_class->set_property = surmise_concept_pane_set_property;

  properties[PROP_THRESHOLD] = g_param_spec_double ("threshold", NULL, NULL, 0, 1, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  copied_signal = g_signal_new ("copied", SURMISE_TYPE_CONCEPT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-concept-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, search);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, bars);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, waiting);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, message);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, text_scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, text);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, separator);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, tools);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_scale);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_adjustment);
  gtk_widget_class_bind_template_callback (widget_class, copy_one);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_install_action (widget_class, "concepts.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "concepts.copy-all", NULL, on_copy_all);
  gtk_widget_class_install_action (widget_class, "concepts.lower-threshold", NULL, on_lower_threshold);
  g_type_ensure (SURMISE_TYPE_CONCEPT_BARS);
  g_type_ensure (SURMISE_TYPE_MESSAGE);
  g_type_ensure (SURMISE_TYPE_WAITING);
}

static void
surmise_concept_pane_init (SurmiseConceptPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->concepts = surmise_concept_list_new ();
  surmise_concept_bars_set_list (self->bars, self->concepts);
  g_signal_connect_swapped (self->threshold_adjustment, "value-changed", G_CALLBACK (on_adjusted), self);
  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (update_state), self);
  g_signal_group_connect_swapped (self->signals, "notify::output", G_CALLBACK (on_output), self);
  on_adjusted (self);
  update_state (self);
}

/**
 * surmise_concept_pane_set_picture:
 * @self: the pane
 * @picture: (nullable): whose answer to show
 */
void
surmise_concept_pane_set_picture (SurmiseConceptPane *self,
                                  SurmisePicture     *picture)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_PANE (self));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_signal_group_set_target (self->signals, picture);
  surmise_concept_list_set_output (self->concepts, picture != NULL ? surmise_picture_get_output (picture) : NULL);
  update_state (self);
}

void
surmise_concept_pane_search (SurmiseConceptPane *self)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_PANE (self));

  gtk_revealer_set_reveal_child (self->search_revealer, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
surmise_concept_pane_copy (SurmiseConceptPane *self)
{
  ClarifaiConcept *selected;

  g_return_if_fail (SURMISE_IS_CONCEPT_PANE (self));

  selected = surmise_concept_bars_get_selected (self->bars);
  if (selected != NULL)
    copy_one (self, selected);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "concepts.copy-all", NULL);
}

/* Stacked, everything scrolls together in the window, and nothing by itself; the tools stand above the bars then, where
 * they are seen without scrolling past all of them. */
void
surmise_concept_pane_set_stacked (SurmiseConceptPane *self,
                                  gboolean            stacked)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_PANE (self));

  surmise_concept_bars_set_stacked (self->bars, stacked);
  gtk_scrolled_window_set_policy (self->text_scroller, GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
  gtk_box_reorder_child_after (GTK_BOX (self), self->tools, stacked ? NULL : self->separator);
  gtk_widget_set_visible (self->separator, !stacked);
  if (stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
}
