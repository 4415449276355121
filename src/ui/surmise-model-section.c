/* surmise-model-section.c – a heading, models, and what comes after them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-section.h"

/**
 * SurmiseModelSection:
 *
 * One group of the list of models. The heading is there only while there is something under it.
 */
struct _SurmiseModelSection
{
  GObject              parent_instance;

  SurmiseModelChoice  *heading;  /* (owned) */
  GListStore          *head;     /* (owned): the heading, or empty */
  GtkFilterListModel  *models;   /* (owned) */
  GListStore          *tail;     /* (owned): one choice, or empty */
  GtkFlattenListModel *list;     /* (owned): the three, one after the other */
};

G_DEFINE_FINAL_TYPE (SurmiseModelSection, surmise_model_section, G_TYPE_OBJECT)

static void
update_heading (SurmiseModelSection *self)
{
  gboolean filled = g_list_model_get_n_items (G_LIST_MODEL (self->models)) > 0
                    || g_list_model_get_n_items (G_LIST_MODEL (self->tail)) > 0;
  gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (self->head)) > 0;

  if (filled && !shown)
    g_list_store_append (self->head, self->heading);
  else if (!filled && shown)
    g_list_store_remove_all (self->head);
}

static void
surmise_model_section_finalize (GObject *object)
{
  SurmiseModelSection *self = SURMISE_MODEL_SECTION (object);

  g_clear_object (&self->list);
  g_clear_object (&self->tail);
  g_clear_object (&self->models);
  g_clear_object (&self->head);
  g_clear_object (&self->heading);

  G_OBJECT_CLASS (surmise_model_section_parent_class)->finalize (object);
}

static void
surmise_model_section_class_init (SurmiseModelSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_model_section_finalize;
}

static void
surmise_model_section_init (SurmiseModelSection *self)
{
}

/* @models: of SurmiseModelChoice; @filter: (nullable): goes over these alone */
SurmiseModelSection *
surmise_model_section_new (const char *title,
                           GListModel *models,
                           GtkFilter  *filter)
{
  SurmiseModelSection *self;
  g_autoptr(GListStore) parts = NULL;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (models), NULL);
  g_return_val_if_fail (filter == NULL || GTK_IS_FILTER (filter), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_SECTION, NULL);
  self->heading = surmise_model_choice_new (SURMISE_MODEL_CHOICE_HEADING, title);
  self->head = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);
  self->models = gtk_filter_list_model_new (g_object_ref (models),
                                             filter != NULL ? g_object_ref (filter) : NULL);
  self->tail = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);

  parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (parts, self->head);
  g_list_store_append (parts, self->models);
  g_list_store_append (parts, self->tail);
  self->list = gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&parts)));

  /* After the list has heard of it: a change of the heading inside another change would leave the list miscounting. */
  g_signal_connect_object (self->models, "items-changed", G_CALLBACK (update_heading), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_heading (self);

  return self;
}

/* (transfer none) */
GListModel *
surmise_model_section_get_list (SurmiseModelSection *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_SECTION (self), NULL);

  return G_LIST_MODEL (self->list);
}

/* @tail: (nullable): stands after the models, whatever they are filtered by */
void
surmise_model_section_set_tail (SurmiseModelSection *self,
                                SurmiseModelChoice  *tail)
{
  guint n;

  g_return_if_fail (SURMISE_IS_MODEL_SECTION (self));
  g_return_if_fail (tail == NULL || SURMISE_IS_MODEL_CHOICE (tail));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->tail));
  g_list_store_splice (self->tail, 0, n, (gpointer *) &tail, tail != NULL ? 1 : 0);
  update_heading (self);
}
