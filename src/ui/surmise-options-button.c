/* surmise-options-button.c – how precisely the model in use is asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-button.h"

#include <glib/gi18n.h>

#include "surmise-options-popover.h"
#include "surmise-options-takes.h"

/**
 * SurmiseOptionsButton:
 *
 * Shows whether anything is set, and what, in its tooltip. What is set is remembered for the model before "changed" is
 * emitted.
 */
struct _SurmiseOptionsButton
{
  AdwBin                 parent_instance;

  GtkMenuButton         *menu_button;
  SurmiseOptionsPopover *popover;  /* (owned) (nullable): made when it is first opened */

  SurmiseContext        *context;  /* (owned) */
  SurmiseAccount        *account;  /* (owned) (nullable) */
  ClarifaiModel         *model;    /* (owned) (nullable) */
  ClarifaiModelType     *type;     /* (owned) (nullable) */
  SurmiseQuestion       *question; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsButton, surmise_options_button, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (SurmiseOptionsButton *self)
{
  g_autofree char *set = self->question != NULL ? surmise_options_takes_text (self->question) : NULL;
  const char *name = _("Ask Precisely");
  GtkWidget *button = GTK_WIDGET (self->menu_button);

  gtk_widget_set_sensitive (button, self->question != NULL);
  if (set != NULL)
    gtk_widget_add_css_class (button, "set");
  else
    gtk_widget_remove_css_class (button, "set");

  /* What takes the focus is the toggle inside it. */
  for (int i = 0; i < 2; i++, button = gtk_widget_get_first_child (button))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, set != NULL ? set : "", -1);
}

/* Asked for when it shows: a text that is set shows while the popover is open. */
static gboolean
on_query_tooltip (GtkWidget  *button,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  SurmiseOptionsButton *self = user_data;
  g_autofree char *set = self->question != NULL ? surmise_options_takes_text (self->question) : NULL;
  g_autofree char *text = NULL;

  text = g_strconcat (_("Ask Precisely"), set != NULL ? "\n" : NULL, set, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
on_changed (SurmiseOptionsButton *self,
            SurmiseQuestion      *question)
{
  g_set_object (&self->question, question);
  update (self);
  surmise_context_remember_question (self->context, question);
  g_signal_emit (self, signals[CHANGED], 0, question);
}

static void
create_popup (GtkMenuButton *menu_button,
              gpointer       user_data)
{
  SurmiseOptionsButton *self = user_data;

  if (self->popover != NULL)
    return;

  self->popover = g_object_ref (SURMISE_OPTIONS_POPOVER (surmise_options_popover_new ()));
  surmise_options_popover_set_account (self->popover, self->account);
  surmise_options_popover_set_question (self->popover, self->question);
  surmise_options_popover_set_model (self->popover, self->model, self->type);
  g_signal_connect_object (self->popover, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (menu_button, GTK_WIDGET (self->popover));
}

/* GTK 4.8 loses a popover whose window is destroyed while it is open. Nobody is asked by a window that closes. */
static void
surmise_options_button_unmap (GtkWidget *widget)
{
  if (SURMISE_OPTIONS_BUTTON (widget)->popover != NULL && !gtk_widget_is_visible (widget))
    surmise_options_popover_forget (SURMISE_OPTIONS_BUTTON (widget)->popover);
  gtk_menu_button_popdown (SURMISE_OPTIONS_BUTTON (widget)->menu_button);

  GTK_WIDGET_CLASS (surmise_options_button_parent_class)->unmap (widget);
}

static void
surmise_options_button_dispose (GObject *object)
{
  SurmiseOptionsButton *self = SURMISE_OPTIONS_BUTTON (object);

  g_clear_object (&self->popover);
  g_clear_object (&self->context);
  g_clear_object (&self->account);
  g_clear_object (&self->model);
  g_clear_object (&self->type);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (surmise_options_button_parent_class)->dispose (object);
}

static void
surmise_options_button_class_init (SurmiseOptionsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_options_button_dispose;
  widget_class->unmap = surmise_options_button_unmap;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SURMISE_TYPE_QUESTION);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-options-button.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsButton, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_query_tooltip);
}

static void
surmise_options_button_init (SurmiseOptionsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup, self, NULL);
  update (self);
}

GtkWidget *
surmise_options_button_new (SurmiseContext *context)
{
  SurmiseOptionsButton *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_OPTIONS_BUTTON, NULL);
  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}

/* @account: (nullable): who asks for the model's concepts and versions */
void
surmise_options_button_set_account (SurmiseOptionsButton *self,
                                    SurmiseAccount       *account)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  g_set_object (&self->account, account);
  if (self->popover != NULL)
    surmise_options_popover_set_account (self->popover, account);
}

/**
 * surmise_options_button_set_model:
 * @model: (nullable): what is known about the model that is asked
 * @type: (nullable): what is known about its kind; only what models of it take is offered
 * @ref: (nullable): which one it is
 *
 * Without a question for @ref yet, the remembered one is shown.
 */
void
surmise_options_button_set_model (SurmiseOptionsButton *self,
                                  ClarifaiModel        *model,
                                  ClarifaiModelType    *type,
                                  ClarifaiModelRef     *ref)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
  g_return_if_fail (model == NULL || CLARIFAI_IS_MODEL (model));
  g_return_if_fail (type == NULL || CLARIFAI_IS_MODEL_TYPE (type));
  g_return_if_fail (ref == NULL || CLARIFAI_IS_MODEL_REF (ref));

  g_set_object (&self->model, model);
  g_set_object (&self->type, type);
  if (ref == NULL)
    {
      surmise_options_button_set_question (self, NULL);
    }
  else if (self->question == NULL || !clarifai_model_ref_equal (surmise_question_get_model (self->question), ref))
    {
      g_autoptr(SurmiseQuestion) remembered = surmise_context_dup_question (self->context, ref);

      surmise_options_button_set_question (self, remembered);
    }
  if (self->popover != NULL)
    surmise_options_popover_set_model (self->popover, model, type);
}

/* @question: (nullable): what is asked now */
void
surmise_options_button_set_question (SurmiseOptionsButton *self,
                                     SurmiseQuestion      *question)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
  g_return_if_fail (question == NULL || SURMISE_IS_QUESTION (question));

  g_set_object (&self->question, question);
  if (self->popover != NULL)
    surmise_options_popover_set_question (self->popover, question);
  update (self);
}

/* (transfer none) (nullable): what is asked, with all that is set */
SurmiseQuestion *
surmise_options_button_get_question (SurmiseOptionsButton *self)
{
  g_return_val_if_fail (SURMISE_IS_OPTIONS_BUTTON (self), NULL);

  return self->question;
}

/* Opens the popover, unless no model is in use. */
void
surmise_options_button_popup (SurmiseOptionsButton *self)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));

  if (self->question != NULL)
    gtk_menu_button_popup (self->menu_button);
}
