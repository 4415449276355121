/* surmise-model-row-buttons.c – what can be done with a model in the list, besides using it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-row-buttons.h"

#include <glib/gi18n.h>

/**
 * SurmiseModelRowButtons:
 *
 * Of one model, for as long as its row is pointed at, chosen or focused.
 */
struct _SurmiseModelRowButtons
{
  GtkBox              parent_instance;

  GtkToggleButton    *favorite_button;
  GtkWidget          *compare_button;
  GtkWidget          *about_button;

  SurmiseFavorites   *favorites; /* (owned) */
  SurmiseModelChoice *choice;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseModelRowButtons, surmise_model_row_buttons, GTK_TYPE_BOX)

enum {
  ABOUT,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_spoken (gpointer    button,
            const char *format,
            const char *name)
{
  g_autoptr(GString) spoken = g_string_new (format);

  g_string_replace (spoken, "%s", name, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
update_favorite (SurmiseModelRowButtons *self)
{
  gboolean favorite = surmise_favorites_contains (self->favorites, surmise_model_choice_get_ref (self->choice));

  gtk_toggle_button_set_active (self->favorite_button, favorite);
  gtk_button_set_icon_name (GTK_BUTTON (self->favorite_button), favorite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_favorite_toggled (SurmiseModelRowButtons *self)
{
  ClarifaiModelRef *ref = self->choice != NULL ? surmise_model_choice_get_ref (self->choice) : NULL;
  gboolean favorite = gtk_toggle_button_get_active (self->favorite_button);

  if (ref == NULL || favorite == surmise_favorites_contains (self->favorites, ref))
    return;

  if (favorite)
    surmise_favorites_add (self->favorites, ref, surmise_model_choice_get_text (self->choice));
  else
    surmise_favorites_remove (self->favorites, ref);
}

static void
on_compare_clicked (SurmiseModelRowButtons *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static void
on_about_clicked (SurmiseModelRowButtons *self)
{
  g_signal_emit (self, signals[ABOUT], 0);
}

static void
surmise_model_row_buttons_dispose (GObject *object)
{
  SurmiseModelRowButtons *self = SURMISE_MODEL_ROW_BUTTONS (object);

  if (self->favorites != NULL)
    g_signal_handlers_disconnect_by_data (self->favorites, self);
  g_clear_object (&self->favorites);
  g_clear_object (&self->choice);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_ROW_BUTTONS);

  G_OBJECT_CLASS (surmise_model_row_buttons_parent_class)->dispose (object);
}

static void
surmise_model_row_buttons_class_init (SurmiseModelRowButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_row_buttons_dispose;

  signals[ABOUT] = g_signal_new ("about", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/surmise/Surmise/surmise-model-row-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRowButtons, favorite_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRowButtons, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRowButtons, about_button);
  gtk_widget_class_bind_template_callback (widget_class, on_favorite_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_about_clicked);
}

static void
surmise_model_row_buttons_init (SurmiseModelRowButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @choice: a model */
GtkWidget *
surmise_model_row_buttons_new (SurmiseFavorites   *favorites,
                               SurmiseModelChoice *choice)
{
  SurmiseModelRowButtons *self;

  g_return_val_if_fail (SURMISE_IS_FAVORITES (favorites), NULL);
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (choice), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_ROW_BUTTONS, NULL);
  self->favorites = g_object_ref (favorites);
  self->choice = g_object_ref (choice);
  g_signal_connect_object (favorites, "changed", G_CALLBACK (update_favorite), self, G_CONNECT_SWAPPED);
  surmise_model_row_buttons_update (self);

  return GTK_WIDGET (self);
}

/* The choice has changed. */
void
surmise_model_row_buttons_update (SurmiseModelRowButtons *self)
{
  const char *name;

  g_return_if_fail (SURMISE_IS_MODEL_ROW_BUTTONS (self));

  name = surmise_model_choice_get_text (self->choice);
  update_favorite (self);
  gtk_widget_set_sensitive (self->compare_button, surmise_model_choice_get_usable (self->choice)
                                                  && !surmise_model_choice_get_in_use (self->choice));
  /* Translators: what a screen reader calls the buttons beside a model's name, which is %s. */
  set_spoken (self->favorite_button, _("Favourite: %s"), name);
  set_spoken (self->compare_button, _("Compare With %s"), name);
  set_spoken (self->about_button, _("About %s"), name);
}

/* As a tap on the button at this place would: 0 for the star, then comparing, then what is known about the model */
void
surmise_model_row_buttons_press (SurmiseModelRowButtons *self,
                                 guint                   i)
{
  g_return_if_fail (SURMISE_IS_MODEL_ROW_BUTTONS (self));

  if (i == 0)
    gtk_toggle_button_set_active (self->favorite_button, !gtk_toggle_button_get_active (self->favorite_button));
  else if (i == 1 && gtk_widget_get_sensitive (self->compare_button))
    on_compare_clicked (self);
  else if (i == 2)
    on_about_clicked (self);
}
