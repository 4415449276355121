/* surmise-model-row.c – how one line of the list of models looks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-row-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-model-line.h"
#include "surmise-model-words.h"

#define DIM         0.55
#define SMALL       PANGO_SCALE_SMALL

G_DEFINE_FINAL_TYPE (SurmiseModelRow, surmise_model_row, GTK_TYPE_WIDGET)

enum {
  CLICKED,
  ABOUT,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
emit_about (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[ABOUT], 0);
}

static void
emit_compare (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[COMPARE], 0);
}

static void
emit_clicked (SurmiseModelRow *self)
{
  g_signal_emit (self, signals[CLICKED], 0);
}

static void
drop (GtkWidget **child)
{
  g_clear_pointer (child, gtk_widget_unparent);
}

static void
make_buttons (SurmiseModelRow *self)
{
  self->buttons = surmise_model_row_buttons_new (self->favorites, self->choice);
  g_signal_connect_object (self->buttons, "about", G_CALLBACK (emit_about), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buttons, "compare", G_CALLBACK (emit_compare), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
}

/* Once they are there, they stay with the model: taking away what has the focus, or is being pressed, would be felt. */
static void
update_buttons (SurmiseModelRow *self)
{
  const GtkStateFlags awake = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_SELECTED | GTK_STATE_FLAG_FOCUSED
                              | GTK_STATE_FLAG_FOCUS_WITHIN;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (self->buttons == NULL && _surmise_model_row_is_model (self) && parent != NULL && (gtk_widget_get_state_flags (parent) & awake) != 0)
    make_buttons (self);
}

static void
add_attribute (PangoAttrList  *list,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
set_names (SurmiseModelRow *self,
           const char      *name,
           const char      *owner)
{
  g_autofree char *text = g_strconcat (name, "\n", owner, NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  guint after_name = (guint) strlen (name) + 1;

  if (self->name_label == NULL)
    {
      self->name_label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "max-width-chars", 24,
                                       "xalign", 0.0f, NULL);
      gtk_widget_insert_after (self->name_label, GTK_WIDGET (self), NULL);
    }
  if (!surmise_model_choice_get_usable (self->choice))
    add_attribute (attributes, pango_attr_foreground_alpha_new ((guint16) (DIM * 65535)), 0, after_name);
  add_attribute (attributes, pango_attr_foreground_alpha_new ((guint16) (DIM * 65535)), after_name, G_MAXUINT);
  add_attribute (attributes, pango_attr_scale_new (SMALL), after_name, G_MAXUINT);
  gtk_label_set_attributes (GTK_LABEL (self->name_label), attributes);
  gtk_label_set_label (GTK_LABEL (self->name_label), text);
}

/* @word: (nullable) */
static void
set_word (SurmiseModelRow *self,
          const char      *word)
{
  static const char *const usable[] = { "caption", "model-word", NULL };
  static const char *const unusable[] = { "caption", "model-word", "unusable", NULL };

  if (word == NULL)
    {
      drop (&self->word_label);
      return;
    }
  if (self->word_label == NULL)
    {
      self->word_label = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_insert_after (self->word_label, GTK_WIDGET (self), self->name_label);
    }
  gtk_widget_set_css_classes (self->word_label,
                              (const char **) (surmise_model_choice_get_usable (self->choice) ? usable : unusable));
  gtk_label_set_label (GTK_LABEL (self->word_label), word);
}

static void
set_checked (SurmiseModelRow *self,
             gboolean         checked)
{
  if (!checked)
    {
      drop (&self->check_image);
    }
  else if (self->check_image == NULL)
    {
      self->check_image = gtk_image_new_from_icon_name ("object-select-symbolic");
      gtk_widget_insert_after (self->check_image, GTK_WIDGET (self),
                               self->word_label != NULL ? self->word_label : self->name_label);
    }
}

static void
update_model (SurmiseModelRow *self)
{
  const char *name = surmise_model_choice_get_text (self->choice);
  const char *word = surmise_model_choice_get_word (self->choice);
  gboolean in_use = surmise_model_choice_get_in_use (self->choice);
  g_autofree char *owner = surmise_model_words_owner (surmise_model_choice_get_ref (self->choice));
  g_autoptr(GString) spoken = g_string_new (name);

  drop (&self->other);
  set_names (self, name, owner);
  set_word (self, word);
  set_checked (self, in_use);

  g_string_append_printf (spoken, ", %s", owner);
  if (word != NULL)
    g_string_append_printf (spoken, ", %s", word);
  if (in_use)
    /* Translators: said of the model that is in use, after its name. */
    g_string_append_printf (spoken, ", %s", C_("a model", "in use"));
  set_spoken (self, spoken->str);
  if (self->buttons != NULL)
    surmise_model_row_buttons_update (SURMISE_MODEL_ROW_BUTTONS (self->buttons));
  else
    update_buttons (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_all (SurmiseModelRow *self)
{
  drop (&self->buttons);
  drop (&self->check_image);
  drop (&self->word_label);
  drop (&self->name_label);
  drop (&self->other);
}

static void
update (SurmiseModelRow *self)
{
  GtkWidget *retry;

  if (_surmise_model_row_is_model (self))
    {
      update_model (self);
      return;
    }

  drop_all (self);
  self->other = surmise_model_line_new (self->choice, &retry);
  if (retry != NULL)
    g_signal_connect_object (retry, "clicked", G_CALLBACK (emit_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->other, GTK_WIDGET (self));
  set_spoken (self, surmise_model_choice_get_kind (self->choice) == SURMISE_MODEL_CHOICE_LOADING
                    ? _("Loading…") : surmise_model_choice_get_text (self->choice));
}

/* A finger points at nothing before it touches, so that what it touches is a picture still. */
static gboolean
tap_icon (SurmiseModelRow *self,
          double           x)
{
  int i = self->buttons == NULL ? _surmise_model_row_find_icon (self, x) : -1;

  if (i >= 0)
    surmise_model_row_buttons_press (surmise_model_row_get_buttons (self), (guint) i);

  return i >= 0;
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

  if (!_surmise_model_row_is_model (self) || !gtk_widget_contains (GTK_WIDGET (self), x, y))
    return;

  if (!tap_icon (self, x))
    emit_clicked (self);
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

static GtkSizeRequestMode
surmise_model_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_model_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (surmise_model_row_parent_class)->root (widget);

  /* The list's own row is what is chosen and focused. */
  g_signal_connect_swapped (gtk_widget_get_parent (widget), "state-flags-changed", G_CALLBACK (update_buttons), widget);
}

static void
surmise_model_row_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_parent (widget), update_buttons, widget);

  GTK_WIDGET_CLASS (surmise_model_row_parent_class)->unroot (widget);
}

static void
surmise_model_row_dispose (GObject *object)
{
  SurmiseModelRow *self = SURMISE_MODEL_ROW (object);

  surmise_model_row_set_choice (self, NULL);
  drop_all (self);
  g_clear_object (&self->favorites);

  G_OBJECT_CLASS (surmise_model_row_parent_class)->dispose (object);
}

static void
surmise_model_row_class_init (SurmiseModelRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_row_dispose;
  widget_class->measure = _surmise_model_row_measure;
  widget_class->size_allocate = _surmise_model_row_size_allocate;
  widget_class->snapshot = _surmise_model_row_snapshot;
  widget_class->get_request_mode = surmise_model_row_get_request_mode;
  widget_class->root = surmise_model_row_root;
  widget_class->unroot = surmise_model_row_unroot;
  gtk_widget_class_set_css_name (widget_class, "widget");

  signals[CLICKED] = g_signal_new ("clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ABOUT] = g_signal_new ("about", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_model_row_init (SurmiseModelRow *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "model-row");

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
  drop (&self->buttons);
  g_set_object (&self->choice, choice);
  if (choice == NULL)
    return;

  g_signal_connect_swapped (choice, "changed", G_CALLBACK (update), self);
  update (self);
}

/* (transfer none) (nullable): made where they are not there; NULL where the line is no model */
SurmiseModelRowButtons *
surmise_model_row_get_buttons (SurmiseModelRow *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_ROW (self), NULL);

  if (self->buttons == NULL && _surmise_model_row_is_model (self))
    make_buttons (self);

  return self->buttons != NULL ? SURMISE_MODEL_ROW_BUTTONS (self->buttons) : NULL;
}

GtkListItemFactory *
surmise_model_row_new_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);

  return factory;
}
