/* surmise-model-facts.c – what the service says about a model, point by point
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-facts.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-model-text.h"
#include "surmise-model-words.h"

#define LONGEST_VALUE 500

struct _SurmiseModelFacts
{
  AdwBin   parent_instance;

  GtkGrid *grid;
  int      n_rows;
};

G_DEFINE_FINAL_TYPE (SurmiseModelFacts, surmise_model_facts, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

static void
add (SurmiseModelFacts *self,
     const char        *name,
     const char        *value)
{
  GtkWidget *name_label;
  GtkWidget *value_label;
  g_autofree char *line = NULL;

  if (value == NULL || *value == '\0')
    return;

  name_label = make_label (name);
  gtk_widget_add_css_class (name_label, "dim-label");
  line = surmise_model_text_line (value, LONGEST_VALUE);
  value_label = make_label (line);
  gtk_label_set_selectable (GTK_LABEL (value_label), TRUE);
  gtk_widget_set_focusable (value_label, FALSE);
  gtk_widget_set_hexpand (value_label, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  name_label, NULL, -1);
  gtk_grid_attach (self->grid, name_label, 0, self->n_rows, 1, 1);
  gtk_grid_attach (self->grid, value_label, 1, self->n_rows, 1, 1);
  self->n_rows++;
}

static void
add_number (SurmiseModelFacts *self,
            const char        *name,
            int                value)
{
  g_autofree char *text = value >= 0 ? g_strdup_printf ("%'d", value) : NULL;

  add (self, name, text);
}

static void
add_date (SurmiseModelFacts *self,
          const char        *name,
          GDateTime         *date)
{
  g_autofree char *text = surmise_model_facts_date (date);

  add (self, name, text);
}

static void
add_kind (SurmiseModelFacts *self,
          ClarifaiModel     *model,
          ClarifaiModelType *type)
{
  const char *title = type != NULL ? clarifai_model_type_get_title (type) : NULL;
  const char *word = surmise_model_words_output (type);

  add (self, _("Kind"), title != NULL && *title != '\0' ? title : clarifai_model_get_type_id (model));
  add (self, _("Answers With"), word);
}

static void
add_languages (SurmiseModelFacts *self,
               ClarifaiModel     *model)
{
  const char * const *names = clarifai_model_get_language_names (model);
  const char * const *ids = clarifai_model_get_language_ids (model);
  g_autofree char *text = g_strjoinv (", ", (char **) (names[0] != NULL ? names : ids));

  add (self, _("Languages"), text);
}

static void
add_visibility (SurmiseModelFacts *self,
                ClarifaiModel     *model)
{
  ClarifaiVerdict is_public = clarifai_model_get_public (model);

  if (is_public != CLARIFAI_VERDICT_UNKNOWN)
    add (self, _("Visible To"), is_public == CLARIFAI_VERDICT_YES ? _("Everyone") : _("Those its owner shares it with"));
}

static void
surmise_model_facts_class_init (SurmiseModelFactsClass *klass)
{
}

static void
surmise_model_facts_init (SurmiseModelFacts *self)
{
}

GtkWidget *
surmise_model_facts_new (void)
{
  return g_object_new (SURMISE_TYPE_MODEL_FACTS, NULL);
}

void
surmise_model_facts_set_model (SurmiseModelFacts *self,
                               ClarifaiModel     *model,
                               ClarifaiModelType *type)
{
  g_autofree char *owner = NULL;
  g_autoptr(ClarifaiModelRef) latest = NULL;
  ClarifaiModelRef *ref;

  g_return_if_fail (SURMISE_IS_MODEL_FACTS (self));
  g_return_if_fail (CLARIFAI_IS_MODEL (model));
  g_return_if_fail (type == NULL || CLARIFAI_IS_MODEL_TYPE (type));

  self->grid = GTK_GRID (gtk_grid_new ());
  self->n_rows = 0;
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 6);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));

  ref = clarifai_model_get_ref (model);
  latest = clarifai_model_ref_new (clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                                   clarifai_model_ref_get_model_id (ref), NULL);
  owner = surmise_model_words_owner (latest);
  add_kind (self, model, type);
  add (self, _("Owner"), owner);
  add (self, _("Licence"), clarifai_model_get_license (model));
  add_visibility (self, model);
  add_number (self, _("Stars"), clarifai_model_get_star_count (model));
  add_number (self, _("Concepts"), clarifai_model_get_concept_count (model));
  add_number (self, _("Versions"), clarifai_model_get_version_count (model));
  add_languages (self, model);
  add_date (self, _("Added"), clarifai_model_get_created (model));
  add_date (self, _("Changed"), clarifai_model_get_modified (model));
}

/* @date: (nullable) */
char *
surmise_model_facts_date (GDateTime *date)
{
  g_autoptr(GDateTime) local = date != NULL ? g_date_time_to_local (date) : NULL;

  /* Translators: a date, as g_date_time_format() takes it: "6 March 2018". */
  return local != NULL ? g_date_time_format (local, C_("date", "%-d %B %Y")) : NULL;
}
