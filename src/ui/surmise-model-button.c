/* surmise-model-button.c – shows the model in use, and opens the chooser
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-button.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-model-chooser.h"
#include "surmise-model-words.h"

/**
 * SurmiseModelButton:
 *
 * Setting another model sets its name as well, as far as it is known from earlier use; "model-name", set after it, is
 * the service's own. A model that is chosen is shown before "chosen" is emitted: remembering it is up to whoever hears.
 */
struct _SurmiseModelButton
{
  AdwBin               parent_instance;

  GtkMenuButton       *menu_button;
  GtkLabel            *name_label;
  GtkLabel            *owner_label;
  SurmiseModelChooser *chooser; /* (owned) (nullable): the menu button's popover, made when it is first opened */

  SurmiseContext      *context; /* (owned) */
  SurmiseAccount      *account; /* (owned) (nullable) */
  ClarifaiModelRef    *model;   /* (owned) (nullable) */
  char                *name;    /* (owned) (nullable) */
  gboolean             opening_to_add;
  gboolean             adding;  /* what is chosen stands beside the model in use, not in its place */
};

G_DEFINE_FINAL_TYPE (SurmiseModelButton, surmise_model_button, ADW_TYPE_BIN)

typedef enum {
  PROP_ACCOUNT = 1,
  PROP_MODEL,
  PROP_MODEL_NAME,
} SurmiseModelButtonProperty;

static GParamSpec *properties[PROP_MODEL_NAME + 1];

enum {
  CHOSEN,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (SurmiseModelButton *self)
{
  g_autofree char *owner = self->model != NULL ? surmise_model_words_owner (self->model) : g_strdup ("");
  const char *name = self->name != NULL ? self->name : _("Choose a Model");
  g_autofree char *spoken = NULL;
  g_autofree char *tooltip = NULL;

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->owner_label, owner);
  gtk_widget_set_visible (GTK_WIDGET (self->owner_label), self->model != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->menu_button), self->account != NULL);

  /* Translators: what the button that chooses a model is called by a screen reader; %s is the model in use. */
  spoken = self->model != NULL ? g_strdup_printf (_("Model: %s"), name) : g_strdup (name);
  /* Translators: a tooltip; a model's name, whose it is, and the keys that open the list of models. */
  tooltip = self->model != NULL ? g_strdup_printf (_("%s\n%s\nChoose Another Model (Ctrl+M)"), name, owner) : NULL;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* What takes the focus is the toggle inside it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_opened (SurmiseModelButton *self)
{
  self->adding = self->opening_to_add;
  self->opening_to_add = FALSE;
}

static void
on_chosen (SurmiseModelButton *self,
           ClarifaiModelRef   *model,
           const char         *name)
{
  if (self->adding)
    {
      g_signal_emit (self, signals[COMPARE], 0, model, name);
      return;
    }

  surmise_model_button_set_model (self, model);
  surmise_model_button_set_name (self, name);
  g_signal_emit (self, signals[CHOSEN], 0, model, name);
}

static void
on_compare (SurmiseModelButton *self,
            ClarifaiModelRef   *model,
            const char         *name)
{
  g_signal_emit (self, signals[COMPARE], 0, model, name);
}

static void
create_popup (GtkMenuButton *menu_button,
              gpointer       user_data)
{
  SurmiseModelButton *self = user_data;
  GtkWidget *chooser;

  if (self->chooser != NULL)
    return;

  chooser = surmise_model_chooser_new (self->context);
  self->chooser = g_object_ref (SURMISE_MODEL_CHOOSER (chooser));
  surmise_model_chooser_set_account (self->chooser, self->account);
  surmise_model_chooser_set_model (self->chooser, self->model);
  g_signal_connect_object (chooser, "map", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chooser, "compare", G_CALLBACK (on_compare), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (menu_button, chooser);
}

/* GTK 4.8 loses a popover whose window is destroyed while it is open. */
static void
surmise_model_button_unmap (GtkWidget *widget)
{
  SurmiseModelButton *self = SURMISE_MODEL_BUTTON (widget);

  gtk_menu_button_popdown (self->menu_button);

  GTK_WIDGET_CLASS (surmise_model_button_parent_class)->unmap (widget);
}

static void
surmise_model_button_dispose (GObject *object)
{
  SurmiseModelButton *self = SURMISE_MODEL_BUTTON (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  g_clear_object (&self->account);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (surmise_model_button_parent_class)->dispose (object);
}

static void
surmise_model_button_finalize (GObject *object)
{
  SurmiseModelButton *self = SURMISE_MODEL_BUTTON (object);

  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (surmise_model_button_parent_class)->finalize (object);
}

static void
surmise_model_button_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmiseModelButton *self = SURMISE_MODEL_BUTTON (object);

  switch ((SurmiseModelButtonProperty) prop_id)
    {
    case PROP_ACCOUNT:
      g_value_set_object (value, self->account);
      break;

    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;

    case PROP_MODEL_NAME:
      g_value_set_string (value, self->name);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_model_button_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmiseModelButton *self = SURMISE_MODEL_BUTTON (object);

  switch ((SurmiseModelButtonProperty) prop_id)
    {
    case PROP_ACCOUNT:
      surmise_model_button_set_account (self, g_value_get_object (value));
      break;

    case PROP_MODEL:
      surmise_model_button_set_model (self, g_value_get_object (value));
      break;

    case PROP_MODEL_NAME:
      surmise_model_button_set_name (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_model_button_class_init (SurmiseModelButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = surmise_model_button_dispose;
  object_class->finalize = surmise_model_button_finalize;
  object_class->get_property = surmise_model_button_get_property;
  object_class->set_property = surmise_model_button_set_property;
  widget_class->unmap = surmise_model_button_unmap;

  properties[PROP_ACCOUNT] = g_param_spec_object ("account", NULL, NULL, SURMISE_TYPE_ACCOUNT, flags);
  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, CLARIFAI_TYPE_MODEL_REF, flags);
  properties[PROP_MODEL_NAME] = g_param_spec_string ("model-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelButton, name_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelButton, owner_label);
}

static void
surmise_model_button_init (SurmiseModelButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_model_button_new (SurmiseContext *context)
{
  SurmiseModelButton *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_BUTTON, NULL);
  self->context = g_object_ref (context);
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup, self, NULL);
  update (self);

  return GTK_WIDGET (self);
}

/* (transfer none) (nullable) */
SurmiseAccount *
surmise_model_button_get_account (SurmiseModelButton *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_BUTTON (self), NULL);

  return self->account;
}

/* @account: (nullable): whose models are offered; without one nothing can be chosen */
void
surmise_model_button_set_account (SurmiseModelButton *self,
                                  SurmiseAccount     *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_BUTTON (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  if (self->chooser != NULL)
    surmise_model_chooser_set_account (self->chooser, account);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACCOUNT]);
}

/* (transfer none) (nullable) */
ClarifaiModelRef *
surmise_model_button_get_model (SurmiseModelButton *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_BUTTON (self), NULL);

  return self->model;
}

/* @model: (nullable): the one in use */
void
surmise_model_button_set_model (SurmiseModelButton *self,
                                ClarifaiModelRef   *model)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_BUTTON (self));
  g_return_if_fail (model == NULL || CLARIFAI_IS_MODEL_REF (model));

  if (self->model == model || (self->model != NULL && model != NULL && clarifai_model_ref_equal (self->model, model)))
    return;

  g_set_object (&self->model, model);
  name = model != NULL ? surmise_context_dup_model_name (self->context, model) : NULL;
  if (self->chooser != NULL)
    surmise_model_chooser_set_model (self->chooser, model);
  surmise_model_button_set_name (self, name);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}

/* (nullable) */
const char *
surmise_model_button_get_name (SurmiseModelButton *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_BUTTON (self), NULL);

  return self->name;
}

/* @name: (nullable): how the service calls the model in use */
void
surmise_model_button_set_name (SurmiseModelButton *self,
                               const char         *name)
{
  g_return_if_fail (SURMISE_IS_MODEL_BUTTON (self));

  if (g_strcmp0 (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL_NAME]);
}

/* Opens the chooser, unless there is no account to choose for. */
void
surmise_model_button_popup (SurmiseModelButton *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_BUTTON (self));

  if (self->account != NULL)
    gtk_menu_button_popup (self->menu_button);
}

/* The same, for a model to compare the one in use with: whatever is chosen comes as "compare". */
void
surmise_model_button_popup_to_add (SurmiseModelButton *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_BUTTON (self));

  self->opening_to_add = self->account != NULL;
  surmise_model_button_popup (self);
}
