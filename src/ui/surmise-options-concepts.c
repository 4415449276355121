/* surmise-options-concepts.c – which of its concepts a model is asked for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-concepts.h"

#include <glib/gi18n.h>

#include "clarifai-concept-names.h"
#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "surmise-model-feed-view.h"
#include "surmise-options-chips.h"

/**
 * SurmiseOptionsConcepts:
 *
 * The chosen ones stand above as chips, in the order in which they were chosen, whatever is searched for.
 */
struct _SurmiseOptionsConcepts
{
  AdwBin                parent_instance;

  GtkBox               *box;
  GtkEditable          *entry;
  SurmiseOptionsChips  *chips;
  SurmiseModelFeedView *view;

  GListStore           *chosen;   /* (owned): of ClarifaiConcept */
  SurmiseAccount       *account;  /* (owned) (nullable) */
  ClarifaiModelRef     *model;    /* (owned) (nullable) */
  char                 *language; /* (owned) (nullable) */
  char                 *words;    /* (owned) (nullable): what is searched for */
  GPtrArray            *bound;    /* (element-type GtkListItem): those on the screen */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsConcepts, surmise_options_concepts, ADW_TYPE_BIN)

/* A concept that is remembered may have no ID, and names come in another language. */
static gboolean
is_same (ClarifaiConcept *a,
         ClarifaiConcept *b)
{
  const char *one = clarifai_concept_get_id (a);
  const char *other = clarifai_concept_get_id (b);

  if (one != NULL && *one != '\0' && other != NULL && *other != '\0')
    return g_str_equal (one, other);

  return g_str_equal (clarifai_concept_get_name (a), clarifai_concept_get_name (b));
}

static gboolean
find (SurmiseOptionsConcepts *self,
      ClarifaiConcept        *concept,
      guint                  *position)
{
  GListModel *list = G_LIST_MODEL (self->chosen);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ClarifaiConcept) each = g_list_model_get_item (list, i);

      if (!is_same (each, concept))
        continue;
      if (position != NULL)
        *position = i;
      return TRUE;
    }

  return FALSE;
}

static void
update_row (SurmiseOptionsConcepts *self,
            GtkListItem            *item)
{
  ClarifaiConcept *concept = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_list_item_get_child (item);
  GtkWidget *parent = gtk_widget_get_parent (check);
  const char *name = clarifai_concept_get_name (concept);
  gboolean chosen = find (self, concept, NULL);
  /* Translators: a concept that is chosen, as a screen reader says it. */
  g_autofree char *spoken = chosen ? g_strdup_printf (C_("a concept", "%s, chosen"), name) : g_strdup (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_label_set_label (GTK_LABEL (gtk_check_button_get_child (GTK_CHECK_BUTTON (check))), name);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_setup (SurmiseOptionsConcepts *self,
          GtkListItem            *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  /* The row is what is pressed. */
  gtk_widget_set_can_target (check, FALSE);
  gtk_widget_set_focusable (check, FALSE);
  gtk_list_item_set_child (item, check);
}

static void
on_bind (SurmiseOptionsConcepts *self,
         GtkListItem            *item)
{
  g_ptr_array_add (self->bound, item);
  update_row (self, item);
}

static void
on_unbind (SurmiseOptionsConcepts *self,
           GtkListItem            *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
on_chosen_changed (SurmiseOptionsConcepts *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    update_row (self, g_ptr_array_index (self->bound, i));
}

static void
on_activate (SurmiseOptionsConcepts *self,
             guint                   position)
{
  SurmiseFeed *feed = surmise_model_feed_view_get_feed (self->view);
  g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (surmise_feed_get_list (feed), position);
  guint at;

  if (concept == NULL)
    return;

  if (find (self, concept, &at))
    g_list_store_remove (self->chosen, at);
  else
    g_list_store_append (self->chosen, concept);
}

static void
ask (SurmiseOptionsConcepts *self)
{
  g_autoptr(ClarifaiConceptNames) names = NULL;
  g_autoptr(SurmiseFeed) feed = NULL;

  if (self->model != NULL && self->account != NULL)
    {
      names = clarifai_concept_names_new (surmise_account_get_client (self->account), self->model, self->words,
                                          self->language);
      feed = surmise_feed_new (self->account, CLARIFAI_PAGED_LIST (names));
    }
  surmise_model_feed_view_set_feed (self->view, feed);
}

static void
on_search_changed (SurmiseOptionsConcepts *self)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  if (*words == '\0')
    g_clear_pointer (&words, g_free);
  if (g_strcmp0 (words, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_steal_pointer (&words);
  ask (self);
}

static void
on_stop_search (SurmiseOptionsConcepts *self)
{
  if (*gtk_editable_get_text (self->entry) != '\0')
    gtk_editable_set_text (self->entry, "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "options.back", NULL);
}

static gboolean
surmise_options_concepts_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SURMISE_OPTIONS_CONCEPTS (widget)->entry));
}

static void
surmise_options_concepts_dispose (GObject *object)
{
  SurmiseOptionsConcepts *self = SURMISE_OPTIONS_CONCEPTS (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_OPTIONS_CONCEPTS);
  g_clear_object (&self->chosen);
  g_clear_object (&self->account);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (surmise_options_concepts_parent_class)->dispose (object);
}

static void
surmise_options_concepts_finalize (GObject *object)
{
  SurmiseOptionsConcepts *self = SURMISE_OPTIONS_CONCEPTS (object);

  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (surmise_options_concepts_parent_class)->finalize (object);
}

static void
surmise_options_concepts_class_init (SurmiseOptionsConceptsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_options_concepts_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_options_concepts_finalize;
  widget_class->grab_focus = surmise_options_concepts_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-options-concepts.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsConcepts, box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsConcepts, entry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsConcepts, chips);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  g_type_ensure (SURMISE_TYPE_OPTIONS_CHIPS);
}

static void
surmise_options_concepts_init (SurmiseOptionsConcepts *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->bound = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->view = SURMISE_MODEL_FEED_VIEW (surmise_model_feed_view_new (factory, _("Concepts"),
                                                                     _("No concept has these letters.")));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_box_append (self->box, GTK_WIDGET (self->view));
}

/* @chosen: of ClarifaiConcept; rows and chips add to it and take from it */
GtkWidget *
surmise_options_concepts_new (GListStore *chosen)
{
  SurmiseOptionsConcepts *self;

  g_return_val_if_fail (G_IS_LIST_STORE (chosen), NULL);

  self = g_object_new (SURMISE_TYPE_OPTIONS_CONCEPTS, NULL);
  self->chosen = g_object_ref (chosen);
  surmise_options_chips_set_list (self->chips, chosen);
  g_signal_connect_object (chosen, "items-changed", G_CALLBACK (on_chosen_changed), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * surmise_options_concepts_set_model:
 * @account: (nullable): who asks
 * @model: (nullable): whose concepts they are
 * @language: (nullable): of their names
 */
void
surmise_options_concepts_set_model (SurmiseOptionsConcepts *self,
                                    SurmiseAccount         *account,
                                    ClarifaiModelRef       *model,
                                    const char             *language)
{
  gboolean same;

  g_return_if_fail (SURMISE_IS_OPTIONS_CONCEPTS (self));

  same = self->account == account && g_strcmp0 (self->language, language) == 0
         && (self->model == model
             || (self->model != NULL && model != NULL && clarifai_model_ref_equal (self->model, model)));
  if (same)
    return;

  g_set_object (&self->account, account);
  g_set_object (&self->model, model);
  g_free (self->language);
  self->language = g_strdup (language);
  ask (self);
}
