/* surmise-model-chooser-list.c – the chooser's list: its keys, and what its rows do
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-chooser-private.h"

#include "clarifai-model-ref.h"
#include "surmise-model-list-keys.h"
#include "surmise-model-row.h"
#include "surmise-model-window.h"

static void
decide (SurmiseModelChooser *self,
        ClarifaiModelRef    *ref,
        const char          *name,
        gboolean             compare)
{
  /* The row or check that they belong to may go when the popover closes. */
  g_autoptr(ClarifaiModelRef) kept = g_object_ref (ref);
  g_autofree char *kept_name = g_strdup (name);
  g_autoptr(SurmiseModelChooser) alive = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  _surmise_model_chooser_emit (self, kept, kept_name, compare);
}

static void
on_about_use (SurmiseModelChooser *self,
              ClarifaiModelRef    *ref,
              const char          *name,
              gboolean             compare)
{
  self->about = NULL;
  _surmise_model_chooser_forget (self);
  decide (self, ref, name, compare);
}

/* Back to what was found, as it was. */
static void
on_about_unmap (SurmiseModelChooser *self)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_MENU_BUTTON);

  if (self->about == NULL)
    return;

  if (button != NULL && gtk_widget_get_mapped (button) && self->account != NULL)
    gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  else
    _surmise_model_chooser_forget (self);
  self->about = NULL;
}

static void
show_about (SurmiseModelChooser *self,
            SurmiseModelChoice  *choice)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->account == NULL || self->about != NULL || surmise_model_choice_get_ref (choice) == NULL)
    return;

  self->about = surmise_model_window_new (parent, self->context, self->account, surmise_model_choice_get_ref (choice));
  gtk_window_set_modal (self->about, TRUE);
  g_signal_connect_object (self->about, "use", G_CALLBACK (on_about_use), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->about, "unmap", G_CALLBACK (on_about_unmap), self, G_CONNECT_SWAPPED);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_window_present (self->about);
}

static void
use_choice (SurmiseModelChooser *self,
            SurmiseModelChoice  *choice)
{
  if (surmise_model_choice_get_kind (choice) == SURMISE_MODEL_CHOICE_FAILED)
    {
      surmise_model_groups_retry (self->groups);
      return;
    }
  if (surmise_model_choice_get_kind (choice) != SURMISE_MODEL_CHOICE_MODEL)
    return;

  if (surmise_model_choice_get_usable (choice))
    {
      decide (self, surmise_model_choice_get_ref (choice), surmise_model_choice_get_text (choice), FALSE);
    }
  else
    {
      g_autofree char *path = clarifai_model_ref_to_string (surmise_model_choice_get_ref (choice));

      /* The card says why not. */
      gtk_editable_set_text (GTK_EDITABLE (self->entry), path);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      surmise_model_resolver_ask (self->resolver);
    }
}

static void
on_row_clicked (SurmiseModelChooser *self,
                SurmiseModelRow     *row)
{
  g_autoptr(SurmiseModelChoice) choice = g_object_ref (surmise_model_row_get_choice (row));

  use_choice (self, choice);
}

static void
on_row_about (SurmiseModelChooser *self,
              SurmiseModelRow     *row)
{
  g_autoptr(SurmiseModelChoice) choice = g_object_ref (surmise_model_row_get_choice (row));

  show_about (self, choice);
}

static void
on_row_compare (SurmiseModelChooser *self,
                SurmiseModelRow     *row)
{
  SurmiseModelChoice *choice = surmise_model_row_get_choice (row);

  decide (self, surmise_model_choice_get_ref (choice), surmise_model_choice_get_text (choice), TRUE);
}

static void
on_setup (SurmiseModelChooser *self,
          GtkListItem         *item)
{
  GtkWidget *row = surmise_model_row_new (surmise_context_get_favorites (self->context));

  g_signal_connect_object (row, "clicked", G_CALLBACK (on_row_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "about", G_CALLBACK (on_row_about), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "compare", G_CALLBACK (on_row_compare), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

/* For all rows: two hundred that each listen would take long to fall silent. */
static void
on_favorites_changed (SurmiseModelChooser *self)
{
  if (self->list_view == NULL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (row != NULL)
        gtk_widget_queue_draw (row);
    }
}

/* Of the row that has the focus, or of the one that Enter would use. */
static gboolean
about_key (SurmiseModelChooser *self)
{
  SurmiseModelChoice *choice = surmise_model_list_get_focused (self->list_view);

  if (choice == NULL)
    choice = gtk_single_selection_get_selected_item (self->selection);
  if (choice == NULL)
    return GDK_EVENT_PROPAGATE;

  show_about (self, choice);

  return GDK_EVENT_STOP;
}

static gboolean
move (SurmiseModelChooser *self,
      GtkWidget           *focus,
      gboolean             down)
{
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list_view));
  gboolean in_card = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->card));
  gboolean in_bar = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->filter_bar));

  if (in_list && surmise_model_list_move (self->list_view, down ? 1 : -1))
    return GDK_EVENT_STOP;
  if (down && !in_list)
    {
      if (in_card || !gtk_widget_get_visible (GTK_WIDGET (self->card)) || !surmise_model_card_focus (self->card))
        surmise_model_list_focus (self->list_view, surmise_model_list_next (G_LIST_MODEL (self->selection), -1, 1));
    }
  else if (!down && (in_bar || in_card || (in_list && !surmise_model_card_focus (self->card))))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
    }

  return GDK_EVENT_STOP;
}

gboolean
_surmise_model_chooser_key (SurmiseModelChooser *self,
                            guint                keyval,
                            guint                keycode,
                            GdkModifierType      state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;

  /* The filters' own popovers have keys of their own. */
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != GTK_WIDGET (self))
    return GDK_EVENT_PROPAGATE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_ALT_MASK)
    return about_key (self);
  if ((!down && !up) || modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  return move (self, focus, down);
}

void
_surmise_model_chooser_activate (SurmiseModelChooser *self,
                                 guint                position)
{
  g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice != NULL)
    use_choice (self, choice);
}

void
_surmise_model_chooser_choose (SurmiseModelChooser *self,
                               ClarifaiModelRef    *ref,
                               const char          *name)
{
  decide (self, ref, name, FALSE);
}

/* What was typed and filtered by. */
void
_surmise_model_chooser_forget (SurmiseModelChooser *self)
{
  surmise_model_filter_bar_reset (self->filter_bar);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

void
_surmise_model_chooser_set_up_rows (SurmiseModelChooser *self)
{
  g_autoptr(GtkListItemFactory) factory = surmise_model_row_new_factory ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  g_signal_connect_object (surmise_context_get_favorites (self->context), "changed",
                           G_CALLBACK (on_favorites_changed), self, G_CONNECT_SWAPPED);
}
