/* surmise-concept-list.c – the concepts that are shown: those sure enough, with the filter's words in their names
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-fold.h"
#include "surmise-sifted-list.h"

/**
 * SurmiseConceptList:
 *
 * Threshold and search narrow what one answer holds; neither ever asks the service again.
 */
struct _SurmiseConceptList
{
  GObject             parent_instance;

  ClarifaiOutput     *output;    /* (owned) (nullable) */
  GHashTable         *others;    /* (owned) (nullable): names in a second language by the concept's id */
  GHashTable         *folded;    /* (owned) (nullable): names as they are compared, by concept; made when first needed */
  SurmiseSiftedList  *shown;     /* (owned) */
  char               *search;    /* (owned) (nullable) */
  char               *needle;    /* (owned) (nullable): @search as it is compared */
  double              threshold; /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseConceptList, surmise_concept_list, G_TYPE_OBJECT)

/* Folding thousands of names takes longer than looking through them: once an answer, not once a keystroke. */
static void
fold_names (SurmiseConceptList *self)
{
  GListModel *concepts = clarifai_output_get_summary (self->output);
  guint n = g_list_model_get_n_items (concepts);

  /* The answer holds the concepts. */
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      const char *second = surmise_concept_list_get_second_name (self, concept);
      g_autofree char *names = g_strconcat (clarifai_concept_get_name (concept), "\n", second, NULL);

      g_hash_table_insert (self->folded, concept, surmise_fold (names));
    }
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  SurmiseConceptList *self = user_data;
  const char *name;

  /* A colour's value is its share of the picture, which has nothing to do with being sure. */
  if (clarifai_concept_get_hex (item) == NULL && clarifai_concept_get_value (item) < self->threshold)
    return FALSE;
  if (self->needle == NULL)
    return TRUE;

  if (self->folded == NULL)
    fold_names (self);
  name = g_hash_table_lookup (self->folded, item);

  return name != NULL && strstr (name, self->needle) != NULL;
}

static void
forget_names (SurmiseConceptList *self)
{
  g_clear_pointer (&self->folded, g_hash_table_unref);
}

static void
surmise_concept_list_dispose (GObject *object)
{
  SurmiseConceptList *self = SURMISE_CONCEPT_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->output);
  forget_names (self);
  g_clear_pointer (&self->others, g_hash_table_unref);
  g_clear_pointer (&self->search, g_free);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (surmise_concept_list_parent_class)->dispose (object);
}

static void
surmise_concept_list_class_init (SurmiseConceptListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_concept_list_dispose;
}

static void
surmise_concept_list_init (SurmiseConceptList *self)
{
  self->shown = surmise_sifted_list_new (CLARIFAI_TYPE_CONCEPT, is_shown, self);
}

SurmiseConceptList *
surmise_concept_list_new (void)
{
  return g_object_new (SURMISE_TYPE_CONCEPT_LIST, NULL);
}

/**
 * surmise_concept_list_get_shown:
 * @self: the list
 *
 * Returns: (transfer none): a list of #ClarifaiConcept, most confident first, always the same one
 */
GListModel *
surmise_concept_list_get_shown (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/**
 * surmise_concept_list_get_best:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): what the model is surest of, shown or not
 */
ClarifaiConcept *
surmise_concept_list_get_best (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return self->output != NULL ? clarifai_output_get_best (self->output) : NULL;
}

gboolean
surmise_concept_list_has_shares (SurmiseConceptList *self)
{
  ClarifaiConcept *best = surmise_concept_list_get_best (self);

  return best != NULL && clarifai_concept_get_hex (best) != NULL;
}

void
surmise_concept_list_set_output (SurmiseConceptList *self,
                                 ClarifaiOutput     *output)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));
  g_return_if_fail (output == NULL || CLARIFAI_IS_OUTPUT (output));

  if (self->output == output)
    return;

  forget_names (self);
  g_clear_pointer (&self->others, g_hash_table_unref);
  /* The filter looks at the new answer's names already while the list takes its concepts. */
  g_set_object (&self->output, output);
  surmise_sifted_list_set_model (self->shown, output != NULL ? clarifai_output_get_summary (output) : NULL);
}

/**
 * surmise_concept_list_set_second:
 * @self: the list
 * @output: (nullable): the same answer with names in another language; its concepts have the same ids
 */
void
surmise_concept_list_set_second (SurmiseConceptList *self,
                                 ClarifaiOutput     *output)
{
  GListModel *concepts = output != NULL ? clarifai_output_get_summary (output) : NULL;

  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));

  forget_names (self);
  g_clear_pointer (&self->others, g_hash_table_unref);
  self->others = concepts != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;
  for (guint i = 0; concepts != NULL && i < g_list_model_get_n_items (concepts); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);
      const char *id = clarifai_concept_get_id (concept);

      if (id != NULL)
        g_hash_table_insert (self->others, g_strdup (id), g_strdup (clarifai_concept_get_name (concept)));
    }
  if (self->needle != NULL)
    surmise_sifted_list_sift (self->shown);
}

/* (transfer none) (nullable): NULL where there is none, or where it is the same. */
const char *
surmise_concept_list_get_second_name (SurmiseConceptList *self,
                                      ClarifaiConcept    *concept)
{
  const char *id, *name;

  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  id = clarifai_concept_get_id (concept);
  name = self->others != NULL && id != NULL ? g_hash_table_lookup (self->others, id) : NULL;

  return name != NULL && !g_str_equal (name, clarifai_concept_get_name (concept)) ? name : NULL;
}

double
surmise_concept_list_get_threshold (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), 0);

  return self->threshold;
}

void
surmise_concept_list_set_threshold (SurmiseConceptList *self,
                                    double              threshold)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));

  if (threshold == self->threshold)
    return;

  self->threshold = threshold;
  surmise_sifted_list_sift (self->shown);
}

const char *
surmise_concept_list_get_search (SurmiseConceptList *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  return self->search;
}

void
surmise_concept_list_set_search (SurmiseConceptList *self,
                                 const char         *search)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_strcmp0 (search, self->search) == 0)
    return;

  g_clear_pointer (&self->search, g_free);
  self->search = g_strdup (search);
  g_clear_pointer (&self->needle, g_free);
  self->needle = search != NULL ? surmise_fold (search) : NULL;
  surmise_sifted_list_sift (self->shown);
}

/**
 * surmise_concept_to_text:
 * @concept: a concept
 *
 * Returns: (transfer full): name and confidence, for the clipboard
 */
char *
surmise_concept_to_text (ClarifaiConcept *concept)
{
  g_autofree char *percent = NULL;

  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (concept), NULL);

  percent = surmise_confidence_to_text (clarifai_concept_get_value (concept));

  return g_strconcat (clarifai_concept_get_name (concept), "\t", percent, NULL);
}

/**
 * surmise_concept_list_to_text:
 * @self: the list
 *
 * Returns: (transfer full): the concepts shown, one a line, for the clipboard
 */
char *
surmise_concept_list_to_text (SurmiseConceptList *self)
{
  GString *text;
  guint n;

  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  text = g_string_new (NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      g_autofree char *line = surmise_concept_to_text (concept);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/**
 * surmise_concept_list_to_spoken:
 * @self: the list
 *
 * Returns: (transfer full): one sentence on the whole of it, for a screen reader
 */
char *
surmise_concept_list_to_spoken (SurmiseConceptList *self)
{
  ClarifaiConcept *best;
  g_autofree char *percent = NULL;
  guint n;

  g_return_val_if_fail (SURMISE_IS_CONCEPT_LIST (self), NULL);

  best = surmise_concept_list_get_best (self);
  if (best == NULL)
    return g_strdup (_("No concepts"));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  percent = surmise_confidence_to_spoken (clarifai_concept_get_value (best));

  /* Translators: for screen readers: how many concepts, the best one's name, its confidence. */
  return g_strdup_printf (ngettext ("%u concept. Best: %s, %s", "%u concepts. Best: %s, %s", n), n,
                          clarifai_concept_get_name (best), percent);
}
