/* surmise-options-button.c – how precisely the model in use is asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-button.h"

#include <glib/gi18n.h>

struct _SurmiseOptionsButton
{
  AdwBin          parent_instance;

  GtkMenuButton  *menu_button;

  SurmiseContext *context; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsButton, surmise_options_button, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
surmise_options_button_dispose (GObject *object)
{
  SurmiseOptionsButton *self = SURMISE_OPTIONS_BUTTON (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (surmise_options_button_parent_class)->dispose (object);
}

static void
surmise_options_button_class_init (SurmiseOptionsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_options_button_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_OBJECT);
}

static void
surmise_options_button_init (SurmiseOptionsButton *self)
{
  self->menu_button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->menu_button, "preferences-other-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), _("Ask Precisely"));
  /* A menu button does not pass its own name on to the button that it is made of. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ask precisely"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->menu_button))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Ask precisely"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->menu_button));
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

/* @account: (nullable): whom the model's concepts and versions are asked for */
void
surmise_options_button_set_account (SurmiseOptionsButton *self,
                                    SurmiseAccount       *account)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
}

/* @model: (nullable); @type: (nullable): what is known about @ref's model, for only what it takes is offered */
void
surmise_options_button_set_model (SurmiseOptionsButton *self,
                                  ClarifaiModel        *model,
                                  ClarifaiModelType    *type,
                                  ClarifaiModelRef     *ref)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
}

void
surmise_options_button_set_question (SurmiseOptionsButton *self,
                                     SurmiseQuestion      *question)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));
}

/* (transfer none) (nullable) */
SurmiseQuestion *
surmise_options_button_get_question (SurmiseOptionsButton *self)
{
  g_return_val_if_fail (SURMISE_IS_OPTIONS_BUTTON (self), NULL);

  return NULL;
}

void
surmise_options_button_popup (SurmiseOptionsButton *self)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_BUTTON (self));

  gtk_menu_button_popup (self->menu_button);
}
