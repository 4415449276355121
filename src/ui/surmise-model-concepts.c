/* surmise-model-concepts.c – all that a model may say, to look through
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-concepts.h"

#include <glib/gi18n.h>

#include "clarifai-concept-names.h"
#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "surmise-model-feed-view.h"
#include "surmise-model-text.h"

#define PAUSE_MS     250
#define LONGEST_NAME 200

/**
 * SurmiseModelConcepts:
 *
 * There may be tens of thousands: they come a page at a time, and the service is what searches them. What was found
 * before stays until there is something newer.
 */
struct _SurmiseModelConcepts
{
  AdwBin                parent_instance;

  GtkBox               *box;
  GtkEditable          *entry;
  SurmiseModelFeedView *view;

  SurmiseAccount       *account;  /* (owned) */
  ClarifaiModelRef     *model;    /* (owned) (nullable) */
  guint                 pause_id;
};

G_DEFINE_FINAL_TYPE (SurmiseModelConcepts, surmise_model_concepts, ADW_TYPE_BIN)

static void
ask (SurmiseModelConcepts *self)
{
  g_autoptr(ClarifaiConceptNames) names = NULL;
  g_autoptr(SurmiseFeed) feed = NULL;
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->model == NULL)
    return;

  names = clarifai_concept_names_new (surmise_account_get_client (self->account), self->model,
                                      *words != '\0' ? words : NULL, NULL);
  feed = surmise_feed_new (self->account, CLARIFAI_PAGED_LIST (names));
  surmise_model_feed_view_set_feed (self->view, feed);
}

static gboolean
on_pause (gpointer user_data)
{
  SurmiseModelConcepts *self = user_data;

  self->pause_id = 0;
  ask (self);

  return G_SOURCE_REMOVE;
}

static void
on_changed (SurmiseModelConcepts *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, on_pause, self);
}

static void
on_setup (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "model-row");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GtkWidget *parent = gtk_widget_get_parent (label);
  const char *full = clarifai_concept_get_name (gtk_list_item_get_item (item));
  g_autofree char *name = surmise_model_text_line (full != NULL ? full : "", LONGEST_NAME);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
surmise_model_concepts_dispose (GObject *object)
{
  SurmiseModelConcepts *self = SURMISE_MODEL_CONCEPTS (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_CONCEPTS);
  g_clear_object (&self->account);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (surmise_model_concepts_parent_class)->dispose (object);
}

static void
surmise_model_concepts_class_init (SurmiseModelConceptsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_concepts_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-concepts.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelConcepts, box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelConcepts, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
surmise_model_concepts_init (SurmiseModelConcepts *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->view = SURMISE_MODEL_FEED_VIEW (surmise_model_feed_view_new (factory, _("Concepts"),
                                                                     _("There are no such concepts.")));
  gtk_box_append (self->box, GTK_WIDGET (self->view));
}

GtkWidget *
surmise_model_concepts_new (SurmiseAccount *account)
{
  SurmiseModelConcepts *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_CONCEPTS, NULL);
  self->account = g_object_ref (account);

  return GTK_WIDGET (self);
}

void
surmise_model_concepts_set_model (SurmiseModelConcepts *self,
                                  ClarifaiModelRef     *model)
{
  g_return_if_fail (SURMISE_IS_MODEL_CONCEPTS (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  if (self->model != NULL && clarifai_model_ref_equal (self->model, model))
    return;

  g_set_object (&self->model, model);
  ask (self);
}
