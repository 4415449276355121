/* surmise-options-popover.c – what there is to set for the model in use
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-popover.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-model-versions.h"
#include "surmise-options-concepts.h"
#include "surmise-options-languages.h"
#include "surmise-options-percent.h"
#include "surmise-options-takes.h"

/* Each question may cost money: several turns of a spin button are one. */
#define PAUSE_MS 700

/**
 * SurmiseOptionsPopover:
 *
 * Shows one question. What is set becomes another question after a pause, or at once when the popover closes. Lists of
 * the service are on a page of their own, and asked for when it is first seen.
 */
struct _SurmiseOptionsPopover
{
  GtkPopover              parent_instance;

  GtkStack               *stack;
  GtkWidget              *reset_button;
  GtkLabel               *none_label;
  GtkWidget              *answer_box;
  GtkSpinButton          *most_spin;
  GtkSpinButton          *least_spin;
  GtkWidget              *only_row;
  GtkLabel               *only_label;
  SurmiseOptionsLanguages *languages;
  GtkWidget              *version_row;
  GtkLabel               *version_label;
  GtkLabel               *detail_title;
  AdwBin                 *detail_bin;

  SurmiseAccount         *account;      /* (owned) (nullable) */
  SurmiseQuestion        *question;     /* (owned) (nullable): the one that is shown */
  ClarifaiModel          *model;        /* (owned) (nullable) */
  ClarifaiModelType      *type;         /* (owned) (nullable) */
  SurmiseOptionsTakes     takes;        /* what follows from them */
  GListStore             *only;         /* (owned): of ClarifaiConcept */
  char                   *version_id;   /* (owned) (nullable) */
  SurmiseOptionsConcepts *concepts;     /* (owned) (nullable) */
  SurmiseModelVersions   *versions;     /* (owned) (nullable): this model's */
  guint                   pause_id;
  gboolean                showing;      /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsPopover, surmise_options_popover, GTK_TYPE_POPOVER)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is not offered stays as it is. */
static SurmiseQuestion *
dup_question (SurmiseOptionsPopover *self)
{
  SurmiseQuestionFacts facts = *surmise_question_get_facts (self->question);
  g_autoptr(ClarifaiModelRef) ref = surmise_options_takes_dup_ref (self->question, self->version_id);

  if (self->takes.limits)
    {
      facts.max_concepts = (guint) gtk_spin_button_get_value_as_int (self->most_spin);
      facts.min_value = gtk_spin_button_get_value (self->least_spin) / 100;
    }
  if (self->takes.only)
    facts.only = G_LIST_MODEL (self->only);
  if (self->takes.languages)
    {
      facts.language = surmise_options_languages_get_first (self->languages);
      facts.second_language = surmise_options_languages_get_second (self->languages);
    }

  return surmise_question_new (ref, &facts);
}

static void
describe_row (GtkWidget  *row,
              GtkLabel   *label,
              const char *value)
{
  g_autofree char *spoken = NULL;

  gtk_label_set_label (label, value);
  /* Translators: a setting and its value, as a screen reader says them. */
  spoken = g_strdup_printf (_("%s: %s"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_values (SurmiseOptionsPopover *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->only));
  g_autoptr(ClarifaiConcept) first = g_list_model_get_item (G_LIST_MODEL (self->only), 0);
  g_autofree char *only = NULL;
  g_autofree char *version = NULL;
  g_autofree char *set = NULL;

  if (n > 1)
    only = g_strdup_printf (ngettext ("%u concept", "%u concepts", n), n);
  else
    only = g_strdup (first != NULL ? clarifai_concept_get_name (first) : C_("concepts", "Any"));
  describe_row (self->only_row, self->only_label, only);
  version = self->version_id != NULL ? g_strndup (self->version_id, 8) : g_strdup (C_("a version", "Newest"));
  describe_row (self->version_row, self->version_label, version);

  if (self->question != NULL)
    {
      g_autoptr(SurmiseQuestion) question = dup_question (self);

      set = surmise_options_takes_text (question);
    }
  gtk_widget_set_sensitive (self->reset_button, set != NULL);
}

static void
flush (SurmiseOptionsPopover *self)
{
  g_autoptr(SurmiseQuestion) question = NULL;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->question == NULL)
    return;

  question = dup_question (self);
  if (surmise_question_equal (question, self->question))
    return;

  g_set_object (&self->question, question);
  g_signal_emit (self, signals[CHANGED], 0, question);
}

static void
on_pause (gpointer user_data)
{
  flush (user_data);
}

static void
on_edited (SurmiseOptionsPopover *self)
{
  if (self->showing)
    return;

  update_values (self);
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_once (PAUSE_MS, on_pause, self);
}

static void
show_question (SurmiseOptionsPopover *self)
{
  const SurmiseQuestionFacts *facts;

  if (self->question == NULL)
    return;

  facts = surmise_question_get_facts (self->question);
  self->showing = TRUE;
  gtk_spin_button_set_value (self->most_spin, facts->max_concepts);
  gtk_spin_button_set_value (self->least_spin, facts->min_value * 100);
  surmise_options_languages_set (self->languages, facts->language, facts->second_language);
  g_list_store_remove_all (self->only);
  for (guint i = 0; facts->only != NULL && i < g_list_model_get_n_items (facts->only); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (facts->only, i);

      g_list_store_append (self->only, concept);
    }
  g_free (self->version_id);
  self->version_id = g_strdup (clarifai_model_ref_get_version_id (surmise_question_get_model (self->question)));
  if (self->versions != NULL)
    surmise_model_versions_set_version (self->versions, self->version_id);
  self->showing = FALSE;
  update_values (self);
}

static void
on_reset (SurmiseOptionsPopover *self)
{
  g_autoptr(SurmiseQuestion) plain = NULL;
  gboolean changed;

  if (self->question == NULL)
    return;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  plain = surmise_options_takes_reset (self->question);
  changed = !surmise_question_equal (plain, self->question);
  g_set_object (&self->question, plain);
  show_question (self);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0, plain);
}

static void
show_detail (SurmiseOptionsPopover *self,
             GtkWidget             *detail,
             const char            *title)
{
  adw_bin_set_child (self->detail_bin, detail);
  gtk_label_set_label (self->detail_title, title);
  gtk_stack_set_visible_child_name (self->stack, "detail");
  gtk_widget_child_focus (detail, GTK_DIR_TAB_FORWARD);
}

static void
on_only_activated (SurmiseOptionsPopover *self)
{
  g_autoptr(ClarifaiModelRef) ref = NULL;

  if (self->question == NULL)
    return;

  if (self->concepts == NULL)
    self->concepts = g_object_ref_sink (SURMISE_OPTIONS_CONCEPTS (surmise_options_concepts_new (self->only)));
  ref = surmise_options_takes_dup_ref (self->question, self->version_id);
  surmise_options_concepts_set_model (self->concepts, self->account, ref,
                                     surmise_options_languages_get_first (self->languages));
  show_detail (self, GTK_WIDGET (self->concepts), _("Only These Concepts"));
}

static void
on_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseOptionsPopover *self = SURMISE_OPTIONS_POPOVER (widget);
  gboolean versions = adw_bin_get_child (self->detail_bin) == GTK_WIDGET (self->versions);

  gtk_stack_set_visible_child_name (self->stack, "main");
  gtk_widget_grab_focus (versions ? self->version_row : self->only_row);
}

static void
on_version_changed (SurmiseOptionsPopover *self)
{
  if (self->showing)
    return;

  g_free (self->version_id);
  self->version_id = g_strdup (surmise_model_versions_get_version (self->versions));
  on_edited (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "options.back", NULL);
}

static void
on_version_activated (SurmiseOptionsPopover *self)
{
  if (self->question == NULL || self->account == NULL)
    return;

  if (self->versions == NULL)
    {
      g_autoptr(ClarifaiModelRef) ref = surmise_options_takes_dup_ref (self->question, NULL);
      GtkWidget *versions = surmise_model_versions_new (self->account, ref);

      self->versions = g_object_ref_sink (SURMISE_MODEL_VERSIONS (versions));
      surmise_model_versions_set_version (self->versions, self->version_id);
      g_signal_connect_object (versions, "changed", G_CALLBACK (on_version_changed), self, G_CONNECT_SWAPPED);
    }
  show_detail (self, GTK_WIDGET (self->versions), _("Version"));
}

static void
update_offer (SurmiseOptionsPopover *self)
{
  gtk_widget_set_visible (self->answer_box, self->takes.limits);
  gtk_widget_set_visible (self->only_row, self->takes.only);
  gtk_widget_set_visible (GTK_WIDGET (self->languages), self->takes.languages);
  gtk_widget_set_visible (GTK_WIDGET (self->none_label), !self->takes.limits);
  gtk_label_set_label (self->none_label, surmise_options_takes_none (&self->takes));
}

static void
surmise_options_popover_closed (GtkPopover *popover)
{
  SurmiseOptionsPopover *self = SURMISE_OPTIONS_POPOVER (popover);

  if (self->pause_id != 0)
    flush (self);
}

static void
surmise_options_popover_map (GtkWidget *widget)
{
  gtk_stack_set_visible_child_full (SURMISE_OPTIONS_POPOVER (widget)->stack, "main", GTK_STACK_TRANSITION_TYPE_NONE);

  GTK_WIDGET_CLASS (surmise_options_popover_parent_class)->map (widget);
}

static void
surmise_options_popover_dispose (GObject *object)
{
  SurmiseOptionsPopover *self = SURMISE_OPTIONS_POPOVER (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->concepts);
  g_clear_object (&self->versions);
  g_clear_object (&self->account);
  g_clear_object (&self->question);
  g_clear_object (&self->model);
  g_clear_object (&self->type);
  gtk_popover_set_child (GTK_POPOVER (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_OPTIONS_POPOVER);
  g_clear_object (&self->only);
  g_clear_pointer (&self->version_id, g_free);

  G_OBJECT_CLASS (surmise_options_popover_parent_class)->dispose (object);
}

static void
surmise_options_popover_class_init (SurmiseOptionsPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_options_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = surmise_options_popover_closed;
  widget_class->map = surmise_options_popover_map;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SURMISE_TYPE_QUESTION);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-options-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, reset_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, none_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, answer_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, most_spin);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, least_spin);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, only_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, only_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, languages);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, version_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, version_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, detail_title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsPopover, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_only_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
  gtk_widget_class_bind_template_callback (widget_class, on_version_activated);
  gtk_widget_class_install_action (widget_class, "options.back", NULL, on_back);
  g_type_ensure (SURMISE_TYPE_OPTIONS_LANGUAGES);
}

static void
surmise_options_popover_init (SurmiseOptionsPopover *self)
{
  self->only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  surmise_options_percent_follow (self->least_spin);
  self->showing = FALSE;
  g_signal_connect_object (self->only, "items-changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  update_offer (self);
  update_values (self);
}

GtkWidget *
surmise_options_popover_new (void)
{
  return g_object_new (SURMISE_TYPE_OPTIONS_POPOVER, NULL);
}

static void
forget_lists (SurmiseOptionsPopover *self)
{
  adw_bin_set_child (self->detail_bin, NULL);
  gtk_stack_set_visible_child_name (self->stack, "main");
  g_clear_object (&self->versions);
  g_clear_object (&self->concepts);
}

/* @account: (nullable): who asks for a model's concepts and versions */
void
surmise_options_popover_set_account (SurmiseOptionsPopover *self,
                                     SurmiseAccount        *account)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_POPOVER (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  if (g_set_object (&self->account, account))
    forget_lists (self);
}

/* @model: (nullable); @type: (nullable): what is known of the model that is asked */
void
surmise_options_popover_set_model (SurmiseOptionsPopover *self,
                                   ClarifaiModel         *model,
                                   ClarifaiModelType     *type)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_POPOVER (self));
  g_return_if_fail (model == NULL || CLARIFAI_IS_MODEL (model));
  g_return_if_fail (type == NULL || CLARIFAI_IS_MODEL_TYPE (type));

  /* Told again while somebody is setting something. */
  if (self->model == model && self->type == type)
    return;

  g_set_object (&self->model, model);
  g_set_object (&self->type, type);
  surmise_options_takes_read (&self->takes, model, type);
  surmise_options_languages_set_model (self->languages, model);
  update_offer (self);
  if (self->pause_id == 0)
    show_question (self);
}

/* @question: (nullable): what is asked now */
void
surmise_options_popover_set_question (SurmiseOptionsPopover *self,
                                      SurmiseQuestion       *question)
{
  gboolean other_model;

  g_return_if_fail (SURMISE_IS_OPTIONS_POPOVER (self));
  g_return_if_fail (question == NULL || SURMISE_IS_QUESTION (question));

  if (self->question != NULL && question != NULL && surmise_question_equal (self->question, question))
    return;

  other_model = self->question == NULL || question == NULL || !surmise_options_takes_same_model (self->question, question);
  /* What was being set was for another question. */
  surmise_options_popover_forget (self);
  g_set_object (&self->question, question);
  if (other_model)
    forget_lists (self);
  show_question (self);
}

void
surmise_options_popover_forget (SurmiseOptionsPopover *self)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_POPOVER (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
}
