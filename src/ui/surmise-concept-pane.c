/* surmise-concept-pane.c – what a model said about one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-pane-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-compat.h"

/**
 * SurmiseConceptPane:
 *
 * One page of its stack for each thing there is to say: an answer, waiting, a message, nothing at all. Which one it is
 * follows from the picture's state, its answer and the filters, in _surmise_concept_pane_update() alone. What kinds of answers look like
 * is the answer stack's own.
 */
G_DEFINE_FINAL_TYPE (SurmiseConceptPane, surmise_concept_pane, GTK_TYPE_BOX)

typedef enum {
  PROP_THRESHOLD = 1,
  PROP_LIT,
} SurmiseConceptPaneProperty;

#define N_PROPS (PROP_LIT + 1)

static GParamSpec *properties[N_PROPS];
static guint copied_signal;

static void
update_threshold (SurmiseConceptPane *self)
{
  double threshold = surmise_concept_list_get_threshold (self->concepts);
  /* Translators: the least confidence that is shown, a whole percentage. */
  g_autofree char *label = g_strdup_printf (_("at least %d\302\240%%"), (int) lround (threshold * 100));

  gtk_label_set_label (self->threshold_label, label);
}

/* The views first: rows are filled as soon as the lists hold something. */
static void
take_output (SurmiseConceptPane *self)
{
  ClarifaiOutput *output = self->picture != NULL ? surmise_picture_get_output (self->picture) : NULL;

  surmise_kind_switch_set_kinds (self->kinds, output != NULL ? clarifai_output_get_kinds (output) : 0);
  surmise_answer_stack_set_output (self->answer, output);
  surmise_region_list_set_output (self->regions, output);
  surmise_concept_list_set_output (self->concepts, output);
  surmise_concept_list_set_second (self->concepts,
                                   self->picture != NULL ? surmise_picture_get_second_output (self->picture) : NULL);
}

static void
on_output (SurmiseConceptPane *self)
{
  g_autofree char *spoken = NULL;

  take_output (self);
  _surmise_concept_pane_update (self);
  /* Said once an answer, not once a bar. */
  surmise_answer_stack_begin (self->answer);
  spoken = surmise_concept_list_to_spoken (self->concepts);
  surmise_announce (GTK_WIDGET (self), spoken);
}

static void
on_second_output (SurmiseConceptPane *self)
{
  surmise_concept_list_set_second (self->concepts, surmise_picture_get_second_output (self->picture));
  surmise_answer_stack_rename (self->answer);
  _surmise_concept_pane_update (self);
}

static void
on_lit (SurmiseConceptPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIT]);
}

static void
on_copied (SurmiseConceptPane *self,
           const char         *toast)
{
  g_signal_emit (self, copied_signal, 0, toast);
}

static void
on_search_changed (SurmiseConceptPane *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search));

  surmise_concept_list_set_search (self->concepts, search);
  surmise_region_list_set_search (self->regions, search);
  _surmise_concept_pane_update (self);
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
set_threshold (SurmiseConceptPane *self,
               double              threshold)
{
  if (threshold == surmise_concept_list_get_threshold (self->concepts))
    return;

  surmise_concept_list_set_threshold (self->concepts, threshold);
  surmise_region_list_set_threshold (self->regions, threshold);
  gtk_adjustment_set_value (self->threshold_adjustment, threshold);
  update_threshold (self);
  _surmise_concept_pane_update (self);
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

    case PROP_LIT:
      g_value_set_object (value, surmise_answer_stack_get_lit (self->answer));
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

    case PROP_LIT:
      surmise_answer_stack_set_lit (self->answer, g_value_get_object (value));
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
  g_clear_object (&self->regions);
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
  properties[PROP_LIT] = g_param_spec_object ("lit", NULL, NULL, CLARIFAI_TYPE_REGION,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  copied_signal = g_signal_new ("copied", SURMISE_TYPE_CONCEPT_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-concept-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, search_revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, search);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, answer);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, kinds);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, search_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, waiting);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, message);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, separator);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, tools);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_scale);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptPane, threshold_adjustment);
  gtk_widget_class_bind_template_callback_full (widget_class, "copy_one", G_CALLBACK (_surmise_concept_pane_copy_one));
  gtk_widget_class_bind_template_callback (widget_class, on_copied);
  gtk_widget_class_bind_template_callback (widget_class, on_lit);
  gtk_widget_class_bind_template_callback_full (widget_class, "update_state",
                                                G_CALLBACK (_surmise_concept_pane_update));
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  _surmise_concept_pane_install_actions (widget_class);
  g_type_ensure (SURMISE_TYPE_ANSWER_STACK);
  g_type_ensure (SURMISE_TYPE_KIND_SWITCH);
  g_type_ensure (SURMISE_TYPE_MESSAGE);
  g_type_ensure (SURMISE_TYPE_WAITING);
}

static void
surmise_concept_pane_init (SurmiseConceptPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->concepts = surmise_concept_list_new ();
  self->regions = surmise_region_list_new ();
  surmise_answer_stack_set_lists (self->answer, self->concepts, self->regions);
  g_signal_connect_swapped (self->threshold_adjustment, "value-changed", G_CALLBACK (on_adjusted), self);
  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (_surmise_concept_pane_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::progress", G_CALLBACK (_surmise_concept_pane_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::output", G_CALLBACK (on_output), self);
  g_signal_group_connect_swapped (self->signals, "notify::second-output", G_CALLBACK (on_second_output), self);
  on_adjusted (self);
  _surmise_concept_pane_update (self);
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
  take_output (self);
  surmise_answer_stack_rename (self->answer);
  _surmise_concept_pane_update (self);
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
  GObject *selected;

  g_return_if_fail (SURMISE_IS_CONCEPT_PANE (self));

  selected = surmise_answer_stack_get_selected (self->answer);
  if (selected != NULL)
    _surmise_concept_pane_copy_one (self, selected);
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

  surmise_answer_stack_set_stacked (self->answer, stacked);
  gtk_box_reorder_child_after (GTK_BOX (self), self->tools, stacked ? NULL : self->separator);
  gtk_widget_set_visible (self->separator, !stacked);
  if (stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
}
