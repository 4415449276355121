/* surmise-model-row.c – how one line of the list of models looks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-row.h"

#include <glib/gi18n.h>

#include "surmise-model-words.h"

/**
 * SurmiseModelRow:
 *
 * Shows a choice and follows its changes, for as long as it is bound to it.
 */
struct _SurmiseModelRow
{
  AdwBin              parent_instance;

  GtkStack           *stack;
  GtkLabel           *name_label;
  GtkLabel           *owner_label;
  GtkLabel           *word_label;
  GtkImage           *check_image;
  GtkToggleButton    *favorite_button;
  GtkWidget          *compare_button;
  GtkWidget          *about_button;
  GtkLabel           *text_label;
  GtkSpinner         *spinner;
  GtkLabel           *failed_label;

  SurmiseFavorites   *favorites; /* (owned) */
  SurmiseModelChoice *choice;    /* (owned) (nullable) */
  GtkListItem        *item;      /* (not owned) (nullable): what binds it */
};

G_DEFINE_FINAL_TYPE (SurmiseModelRow, surmise_model_row, ADW_TYPE_BIN)

enum {
  CLICKED,
  ABOUT,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_class (gpointer    widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (widget), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (widget), name);
}

/* The list's own row is what has the focus, so that it is what has to be called something. */
static void
set_spoken (SurmiseModelRow *self,
            const char      *text)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
set_button_spoken (gpointer    button,
                   const char *format,
                   const char *name)
{
  g_autoptr(GString) spoken = g_string_new (format);

  g_string_replace (spoken, "%s", name, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str, -1);
}

static void
update_favorite (SurmiseModelRow *self)
{
  gboolean favorite;

  if (self->choice == NULL || surmise_model_choice_get_ref (self->choice) == NULL)
    return;

  favorite = surmise_favorites_contains (self->favorites, surmise_model_choice_get_ref (self->choice));
  gtk_toggle_button_set_active (self->favorite_button, favorite);
  gtk_button_set_icon_name (GTK_BUTTON (self->favorite_button), favorite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
update_buttons (SurmiseModelRow *self,
                const char      *name)
{
  update_favorite (self);
  gtk_widget_set_sensitive (self->compare_button, surmise_model_choice_get_usable (self->choice)
                                                  && !surmise_model_choice_get_in_use (self->choice));
  /* Translators: what a screen reader calls the buttons beside a model's name, which is %s. */
  set_button_spoken (self->favorite_button, _("Favourite: %s"), name);
  set_button_spoken (self->compare_button, _("Compare With %s"), name);
  set_button_spoken (self->about_button, _("About %s"), name);
}

static void
update_model (SurmiseModelRow *self)
{
  const char *name = surmise_model_choice_get_text (self->choice);
  const char *word = surmise_model_choice_get_word (self->choice);
  g_autofree char *owner = surmise_model_words_owner (surmise_model_choice_get_ref (self->choice));
  g_autoptr(GString) spoken = g_string_new (name);

  gtk_label_set_label (self->name_label, name);
  gtk_label_set_label (self->owner_label, owner);
  gtk_label_set_label (self->word_label, word != NULL ? word : "");
  gtk_widget_set_visible (GTK_WIDGET (self->word_label), word != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->check_image), surmise_model_choice_get_in_use (self->choice));
  set_class (self->name_label, "dim-label", !surmise_model_choice_get_usable (self->choice));
  set_class (self->word_label, "unusable", !surmise_model_choice_get_usable (self->choice));

  g_string_append_printf (spoken, ", %s", owner);
  if (word != NULL)
    g_string_append_printf (spoken, ", %s", word);
  if (surmise_model_choice_get_in_use (self->choice))
    /* Translators: said of the model that is in use, after its name. */
    g_string_append_printf (spoken, ", %s", C_("a model", "in use"));
  set_spoken (self, spoken->str);
  update_buttons (self, name);
}

static void
update (SurmiseModelRow *self)
{
  const char *text = surmise_model_choice_get_text (self->choice);
  SurmiseModelChoiceKind kind = surmise_model_choice_get_kind (self->choice);

  gtk_spinner_set_spinning (self->spinner, kind == SURMISE_MODEL_CHOICE_LOADING);
  set_class (self->text_label, "caption-heading", kind == SURMISE_MODEL_CHOICE_HEADING);

  switch (kind)
    {
    case SURMISE_MODEL_CHOICE_MODEL:
      gtk_stack_set_visible_child_name (self->stack, "model");
      update_model (self);
      break;

    case SURMISE_MODEL_CHOICE_HEADING:
    case SURMISE_MODEL_CHOICE_NOTE:
      gtk_stack_set_visible_child_name (self->stack, "text");
      gtk_label_set_label (self->text_label, text);
      set_spoken (self, text);
      break;

    case SURMISE_MODEL_CHOICE_LOADING:
      gtk_stack_set_visible_child_name (self->stack, "loading");
      set_spoken (self, _("Loading…"));
      break;

    case SURMISE_MODEL_CHOICE_FAILED:
      gtk_stack_set_visible_child_name (self->stack, "failed");
      gtk_label_set_label (self->failed_label, text);
      set_spoken (self, text);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
on_retry_clicked (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
on_favorite_toggled (SurmiseModelRow *self)
{
  ClarifaiModelRef *ref = self->choice != NULL ? surmise_model_choice_get_ref (self->choice) : NULL;
  gboolean favorite = gtk_toggle_button_get_active (self->favorite_button);

  if (ref == NULL || favorite == surmise_favorites_contains (self->favorites, ref))
    return;

  if (favorite)
    surmise_favorites_add (self->favorites, ref, surmise_model_choice_get_text (self->choice));
  else
    surmise_favorites_remove (self->favorites, ref);
  update_favorite (self);
}

static void
on_compare_clicked (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static void
on_about_clicked (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[ABOUT], 0);
}

static void
on_released (SurmiseModelRow *self,
             int              n_press,
             double           x,
             double           y)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* Its buttons mean something else. */
  if (hit != NULL && (GTK_IS_BUTTON (hit) || gtk_widget_get_ancestor (hit, GTK_TYPE_BUTTON) != NULL))
    return;

  if (self->choice != NULL && surmise_model_choice_get_kind (self->choice) == SURMISE_MODEL_CHOICE_MODEL
      && gtk_widget_contains (GTK_WIDGET (self), x, y))
    g_signal_emit (self, signals[CLICKED], 0);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  SurmiseModelChoice *choice = gtk_list_item_get_item (item);
  SurmiseModelChoiceKind kind = surmise_model_choice_get_kind (choice);

  gtk_list_item_set_selectable (item, kind == SURMISE_MODEL_CHOICE_MODEL);
  gtk_list_item_set_activatable (item, kind == SURMISE_MODEL_CHOICE_MODEL || kind == SURMISE_MODEL_CHOICE_FAILED);
  SURMISE_MODEL_ROW (gtk_list_item_get_child (item))->item = item;
  surmise_model_row_set_choice (SURMISE_MODEL_ROW (gtk_list_item_get_child (item)), choice);
}

static void
on_unbind (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  surmise_model_row_set_choice (SURMISE_MODEL_ROW (gtk_list_item_get_child (item)), NULL);
  SURMISE_MODEL_ROW (gtk_list_item_get_child (item))->item = NULL;
}

static void
surmise_model_row_dispose (GObject *object)
{
  SurmiseModelRow *self = SURMISE_MODEL_ROW (object);

  /* The bin lets go of its child by itself. */
  surmise_model_row_set_choice (self, NULL);
  if (self->favorites != NULL)
    g_signal_handlers_disconnect_by_data (self->favorites, self);
  g_clear_object (&self->favorites);

  G_OBJECT_CLASS (surmise_model_row_parent_class)->dispose (object);
}

static void
surmise_model_row_class_init (SurmiseModelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_row_dispose;

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ABOUT] = g_signal_new ("about", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, owner_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, word_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, check_image);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, failed_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, favorite_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelRow, about_button);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_favorite_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_compare_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_about_clicked);
}

static void
surmise_model_row_init (SurmiseModelRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  /* Not the list's own single click: with that, whatever lies under a resting pointer is what Enter would use. */
  g_signal_connect_object (gesture, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
}

GtkWidget *
surmise_model_row_new (SurmiseFavorites *favorites)
{
  SurmiseModelRow *self;

  g_return_val_if_fail (SURMISE_IS_FAVORITES (favorites), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_ROW, NULL);
  self->favorites = g_object_ref (favorites);
  g_signal_connect_object (favorites, "changed", G_CALLBACK (update_favorite), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/* (transfer none) (nullable) */
SurmiseModelChoice *
surmise_model_row_get_choice (SurmiseModelRow *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_ROW (self), NULL);

  return self->choice;
}

/* Where in its list it stands; GTK_INVALID_LIST_POSITION while it is in none */
guint
surmise_model_row_get_position (SurmiseModelRow *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_ROW (self), GTK_INVALID_LIST_POSITION);

  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

/* @choice: (nullable) */
void
surmise_model_row_set_choice (SurmiseModelRow    *self,
                              SurmiseModelChoice *choice)
{
  g_return_if_fail (SURMISE_IS_MODEL_ROW (self));

  if (self->choice == choice)
    return;

  if (self->choice != NULL)
    g_signal_handlers_disconnect_by_func (self->choice, update, self);
  g_set_object (&self->choice, choice);
  if (choice == NULL)
    return;

  g_signal_connect_object (choice, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

GtkListItemFactory *
surmise_model_row_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  return factory;
}
