/* surmise-prompt-bar.c – what is said to a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-prompt-bar.h"

#include <glib/gi18n.h>

#include "surmise-prompt-entry.h"
#include "surmise-prompt-methods.h"
#include "surmise-signature-form.h"
#include "surmise-signature-row.h"

/**
 * SurmisePromptBar:
 *
 * The words that matter most have the field in the bar; whatever else a method wants to know is a form that opens above
 * it. What can be asked, and why not, follows from all of it in update() alone.
 */
struct _SurmisePromptBar
{
  AdwBin                parent_instance;

  GtkRevealer          *revealer;
  GtkWidget            *method_box;
  AdwComboRow          *method_row;
  SurmiseSignatureForm *form;
  SurmisePromptEntry   *entry;
  GtkLabel             *summary_label;
  GtkWidget            *more_button;
  GtkWidget            *ask_button;
  GtkLabel             *problem_label;

  GListModel           *methods; /* (owned) (nullable): of ClarifaiMethod; without, the words alone are said */
  ClarifaiMethod       *method;  /* (owned) (nullable): the one that is filled in */
  ClarifaiArgument     *main;    /* (owned) (nullable): whose value is in the entry */
  gboolean              wanted;
  gboolean              has_picture;
};

G_DEFINE_FINAL_TYPE (SurmisePromptBar, surmise_prompt_bar, ADW_TYPE_BIN)

typedef enum {
  PROP_WANTED = 1,
} SurmisePromptBarProperty;

static GParamSpec *properties[PROP_WANTED + 1];

enum {
  ASK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
has_entry (SurmisePromptBar *self)
{
  return self->method == NULL || self->main != NULL;
}

/* Returns: (transfer full) (nullable): why the model cannot be asked yet; empty where that need not be said */
static char *
dup_problem (SurmisePromptBar *self)
{
  g_autofree char *words = surmise_prompt_entry_dup_text (self->entry);
  g_autofree char *why = self->method != NULL ? surmise_prompt_methods_dup_why (self->method) : NULL;

  if (why != NULL)
    return g_steal_pointer (&why);
  if (has_entry (self) && *words == '\0'
      && (self->main == NULL || clarifai_argument_get_required (self->main)))
    return g_strdup ("");

  return self->method != NULL ? surmise_signature_form_dup_problem (self->form) : NULL;
}

static void
update (SurmisePromptBar *self)
{
  g_autofree char *problem = dup_problem (self);
  gboolean said = problem != NULL && *problem != '\0';

  gtk_widget_set_sensitive (self->ask_button, problem == NULL);
  gtk_widget_set_tooltip_text (self->ask_button, said ? problem : has_entry (self) ? _("Ask the Model (Enter)")
                                                                                   : _("Ask the Model"));
  gtk_label_set_label (self->problem_label, said ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), said);
}

static void
update_hint (SurmisePromptBar *self)
{
  g_autofree char *name = self->main != NULL ? surmise_signature_row_dup_name (self->main)
                                             : g_strdup (_("Words for the Model"));
  const char *about = self->has_picture ? _("Ask about the picture in view") : _("Ask the model");

  /* A field of its own name says by it what is wanted. */
  if (self->main != NULL && g_strcmp0 (clarifai_argument_get_name (self->main), "prompt") != 0)
    about = name;
  surmise_prompt_entry_set_hint (self->entry, name, about);
}

static void
set_method (SurmisePromptBar *self,
            ClarifaiMethod   *method)
{
  const char *description = method != NULL ? clarifai_method_get_description (method) : NULL;
  GVariant *by_itself;

  g_set_object (&self->method, method);
  g_clear_object (&self->main);
  if (method != NULL)
    self->main = surmise_prompt_methods_dup_main (method);

  surmise_signature_form_set_method (self->form, method, self->main);
  surmise_signature_form_set_has_picture (self->form, self->has_picture);
  by_itself = self->main != NULL ? clarifai_argument_get_default (self->main) : NULL;
  if (by_itself != NULL && g_variant_is_of_type (by_itself, G_VARIANT_TYPE_STRING))
    surmise_prompt_entry_set_text (self->entry, g_variant_get_string (by_itself, NULL));

  gtk_widget_set_visible (GTK_WIDGET (self->entry), has_entry (self));
  gtk_widget_set_visible (GTK_WIDGET (self->summary_label), !has_entry (self));
  gtk_label_set_label (self->summary_label, description != NULL ? description : _("Nothing needs to be filled in."));
  update_hint (self);
  update (self);
}

/* What is still to be filled in is in sight from the start. */
static void
reveal (SurmisePromptBar *self)
{
  guint n_methods = self->methods != NULL ? g_list_model_get_n_items (self->methods) : 0;
  guint n_fields = surmise_signature_form_get_n_fields (self->form);
  g_autofree char *problem = NULL;

  gtk_widget_set_visible (self->method_box, n_methods > 1);
  gtk_widget_set_visible (self->more_button, n_methods > 1 || n_fields > 0);
  problem = n_fields > 0 ? surmise_signature_form_dup_problem (self->form) : NULL;
  gtk_revealer_set_reveal_child (self->revealer, problem != NULL && self->has_picture);
}

static void
on_method_selected (SurmisePromptBar *self)
{
  guint selected = adw_combo_row_get_selected (self->method_row);
  g_autoptr(ClarifaiMethod) method = NULL;

  if (self->methods != NULL)
    method = g_list_model_get_item (self->methods, selected);
  if (method != NULL && method != self->method)
    set_method (self, method);
}

static void
on_ask (SurmisePromptBar *self)
{
  g_autofree char *words = surmise_prompt_entry_dup_text (self->entry);
  g_autofree char *problem = dup_problem (self);
  g_autoptr(GVariant) values = NULL;
  g_autoptr(GVariantDict) dict = NULL;
  g_autoptr(GVariant) arguments = NULL;

  if (problem != NULL)
    {
      /* Enter in the field, while something else is wrong. */
      if (*problem != '\0' && gtk_widget_get_visible (self->more_button))
        gtk_revealer_set_reveal_child (self->revealer, TRUE);
      return;
    }

  if (self->method == NULL)
    {
      g_signal_emit (self, signals[ASK], 0, words, NULL, NULL);
      return;
    }

  values = surmise_signature_form_dup_values (self->form);
  dict = g_variant_dict_new (values);
  if (self->main != NULL && *words != '\0')
    g_variant_dict_insert (dict, clarifai_argument_get_name (self->main), "s", words);
  arguments = g_variant_ref_sink (g_variant_dict_end (dict));
  g_signal_emit (self, signals[ASK], 0, self->main != NULL ? words : "", self->method, arguments);
}

static void
show_methods (SurmisePromptBar *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr(ClarifaiMethod) method = NULL;
  guint first = self->methods != NULL ? surmise_prompt_methods_first (self->methods) : 0;
  g_autoptr(GListModel) methods = g_steal_pointer (&self->methods);

  for (guint i = 0; methods != NULL && i < g_list_model_get_n_items (methods); i++)
    {
      g_autoptr(ClarifaiMethod) each = g_list_model_get_item (methods, i);

      gtk_string_list_append (names, clarifai_method_get_name (each));
    }

  /* Without methods, while the row chooses by itself. */
  adw_combo_row_set_model (self->method_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->method_row, first);
  self->methods = g_steal_pointer (&methods);
  method = self->methods != NULL ? g_list_model_get_item (self->methods, first) : NULL;
  set_method (self, method);
}

static gboolean
surmise_prompt_bar_grab_focus (GtkWidget *widget)
{
  SurmisePromptBar *self = SURMISE_PROMPT_BAR (widget);

  return has_entry (self) ? gtk_widget_grab_focus (GTK_WIDGET (self->entry))
                          : gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
surmise_prompt_bar_dispose (GObject *object)
{
  SurmisePromptBar *self = SURMISE_PROMPT_BAR (object);

  g_clear_object (&self->methods);
  g_clear_object (&self->method);
  g_clear_object (&self->main);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_PROMPT_BAR);

  G_OBJECT_CLASS (surmise_prompt_bar_parent_class)->dispose (object);
}

static void
surmise_prompt_bar_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((SurmisePromptBarProperty) prop_id)
    {
    case PROP_WANTED:
      g_value_set_boolean (value, surmise_prompt_bar_get_wanted (SURMISE_PROMPT_BAR (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_prompt_bar_class_init (SurmisePromptBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_prompt_bar_dispose;
  object_class->get_property = surmise_prompt_bar_get_property;
  widget_class->grab_focus = surmise_prompt_bar_grab_focus;

  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ASK] = g_signal_new ("ask", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, G_TYPE_STRING, CLARIFAI_TYPE_METHOD, G_TYPE_VARIANT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-prompt-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, method_box);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, method_row);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, form);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, entry);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, ask_button);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptBar, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_ask);
  gtk_widget_class_bind_template_callback (widget_class, on_method_selected);
  gtk_widget_class_bind_template_callback (widget_class, update);
  g_type_ensure (SURMISE_TYPE_PROMPT_ENTRY);
  g_type_ensure (SURMISE_TYPE_SIGNATURE_FORM);
}

static void
surmise_prompt_bar_init (SurmisePromptBar *self)
{
  self->has_picture = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  show_methods (self);
  reveal (self);
}

GtkWidget *
surmise_prompt_bar_new (void)
{
  return g_object_new (SURMISE_TYPE_PROMPT_BAR, NULL);
}

/**
 * surmise_prompt_bar_set_model:
 * @model: (nullable): the model in use
 * @type: (nullable): what models of its kind take
 *
 * What has been typed stays: the same question is often put to another model.
 */
void
surmise_prompt_bar_set_model (SurmisePromptBar  *self,
                              ClarifaiModel     *model,
                              ClarifaiModelType *type)
{
  GListModel *methods = NULL;
  gboolean wanted;

  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));
  g_return_if_fail (model == NULL || CLARIFAI_IS_MODEL (model));
  g_return_if_fail (type == NULL || CLARIFAI_IS_MODEL_TYPE (type));

  if (model != NULL && g_list_model_get_n_items (clarifai_model_get_methods (model)) > 0)
    methods = clarifai_model_get_methods (model);

  if (methods != self->methods)
    {
      g_set_object (&self->methods, methods);
      show_methods (self);
      reveal (self);
    }

  wanted = methods != NULL ? surmise_prompt_methods_wanted (methods)
                           : type != NULL && clarifai_model_type_get_takes_text (type) == CLARIFAI_VERDICT_YES;
  if (wanted != self->wanted)
    {
      self->wanted = wanted;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
    }
}

gboolean
surmise_prompt_bar_get_wanted (SurmisePromptBar *self)
{
  g_return_val_if_fail (SURMISE_IS_PROMPT_BAR (self), FALSE);

  return self->wanted;
}

/* Whether a picture is in view that would go along; there is one at first. */
void
surmise_prompt_bar_set_has_picture (SurmisePromptBar *self,
                                    gboolean          has_picture)
{
  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));

  self->has_picture = has_picture;
  surmise_signature_form_set_has_picture (self->form, has_picture);
  update_hint (self);
}

/* @words: (nullable): what stands in the field, to be asked or changed */
void
surmise_prompt_bar_set_words (SurmisePromptBar *self,
                              const char       *words)
{
  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));

  surmise_prompt_entry_set_text (self->entry, words);
}
