/* surmise-model-list-keys.c – moving the focus from model to model, past headings
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-list-keys.h"

#include "surmise-model-row.h"

/* Headings and the like say something and take nothing; a page that failed can be tried again. */
static gboolean
is_stop (SurmiseModelChoice *choice)
{
  SurmiseModelChoiceKind kind = surmise_model_choice_get_kind (choice);

  return kind == SURMISE_MODEL_CHOICE_MODEL || kind == SURMISE_MODEL_CHOICE_FAILED;
}

/* The widget of a choice, if the list has made one: a list view shows a few rows beyond what is seen. */
static GtkWidget *
find_row (GtkListView        *view,
          SurmiseModelChoice *choice)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);

      if (SURMISE_IS_MODEL_ROW (row) && surmise_model_row_get_choice (SURMISE_MODEL_ROW (row)) == choice)
        return child;
    }

  return NULL;
}

/* The row that holds the focus, or one of its buttons. */
static SurmiseModelRow *
find_focused_row (GtkListView *view)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (view));

  row = row != NULL ? gtk_widget_get_first_child (row) : NULL;

  return SURMISE_IS_MODEL_ROW (row) ? SURMISE_MODEL_ROW (row) : NULL;
}

/* The position of the choice whose row holds the focus. */
static int
find_focus (GtkListView *view)
{
  SurmiseModelRow *row = find_focused_row (view);
  guint position = row != NULL ? surmise_model_row_get_position (row) : GTK_INVALID_LIST_POSITION;

  return position != GTK_INVALID_LIST_POSITION ? (int) position : -1;
}

/**
 * surmise_model_list_next:
 * @list: of #SurmiseModelChoice
 * @from: a position; -1 to begin before the first
 * @step: 1 to go down, -1 to go up
 *
 * Returns: the next line that can take the focus, or %GTK_INVALID_LIST_POSITION
 */
guint
surmise_model_list_next (GListModel *list,
                         int         from,
                         int         step)
{
  int n = (int) g_list_model_get_n_items (list);

  for (int i = from + step; i >= 0 && i < n; i += step)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (list, (guint) i);

      if (is_stop (choice))
        return (guint) i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Nothing happens where there is no such line. */
void
surmise_model_list_focus (GtkListView *view,
                          guint        position)
{
  g_autoptr(SurmiseModelChoice) choice = NULL;
  GtkSelectionModel *selection = gtk_list_view_get_model (view);
  GtkWidget *row;

  choice = g_list_model_get_item (G_LIST_MODEL (selection), position);
  if (choice == NULL)
    return;

  gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
  if (surmise_model_choice_get_kind (choice) == SURMISE_MODEL_CHOICE_MODEL)
    gtk_selection_model_select_item (selection, position, TRUE);
  row = find_row (view, choice);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

/* Returns: FALSE where there is nothing above, so that the focus may leave the list. */
gboolean
surmise_model_list_move (GtkListView *view,
                         int          step)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (view));
  guint position = surmise_model_list_next (list, find_focus (view), step);

  if (position == GTK_INVALID_LIST_POSITION)
    return step > 0;

  surmise_model_list_focus (view, position);

  return TRUE;
}

/* (transfer none) (nullable): the line that the focus is in */
SurmiseModelChoice *
surmise_model_list_get_focused (GtkListView *view)
{
  SurmiseModelRow *row = find_focused_row (view);

  return row != NULL ? surmise_model_row_get_choice (row) : NULL;
}
