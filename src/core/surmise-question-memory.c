/* surmise-question-memory.c – how models were asked, as it is kept in the settings
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-question-memory.h"

#include "clarifai-concept.h"

#define MAX_MODELS 100

/* Returns: (transfer full): what a model is kept under, whichever version is in use */
static char *
key_of (ClarifaiModelRef *model)
{
  return g_strdup_printf ("%s/%s/%s", clarifai_model_ref_get_user_id (model), clarifai_model_ref_get_app_id (model),
                          clarifai_model_ref_get_model_id (model));
}

/* Returns: (transfer full) (nullable) */
static GVariant *
lookup (GVariant   *kept,
        const char *key)
{
  for (gsize i = 0; i < g_variant_n_children (kept); i++)
    {
      g_autoptr(GVariant) values = NULL;
      const char *known;

      g_variant_get_child (kept, i, "(&s@a{sv})", &known, &values);
      if (g_str_equal (known, key))
        return g_steal_pointer (&values);
    }

  return NULL;
}

/* Somebody may have written anything there by hand: what is not text is passed over. */
static GListModel *
read_only (GVariant *values)
{
  g_autoptr(GVariant) list = g_variant_lookup_value (values, "only", G_VARIANT_TYPE ("a(ss)"));
  GListStore *only;

  if (list == NULL)
    return NULL;

  only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr(ClarifaiConcept) concept = NULL;
      const char *id, *name;

      g_variant_get_child (list, i, "(&s&s)", &id, &name);
      concept = clarifai_concept_new (*id != '\0' ? id : NULL, name, 0, NULL);
      g_list_store_append (only, concept);
    }

  return G_LIST_MODEL (only);
}

static GVariant *
write_only (GListModel *only)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < g_list_model_get_n_items (only); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (only, i);
      const char *id = clarifai_concept_get_id (concept);
      const char *name = clarifai_concept_get_name (concept);

      g_variant_builder_add (&builder, "(ss)", id != NULL ? id : "", name != NULL ? name : "");
    }

  return g_variant_builder_end (&builder);
}

/* Returns: (transfer floating): what differs from the plain question */
static GVariant *
write_values (SurmiseQuestion *question)
{
  g_autoptr(SurmiseQuestion) plain = surmise_question_new (surmise_question_get_model (question), NULL);
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (question);
  const char *version = clarifai_model_ref_get_version_id (surmise_question_get_model (question));
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  if (version != NULL)
    g_variant_dict_insert (&values, "version", "s", version);
  if (facts->max_concepts != surmise_question_get_facts (plain)->max_concepts)
    g_variant_dict_insert (&values, "max-concepts", "u", facts->max_concepts);
  if (facts->min_value > 0)
    g_variant_dict_insert (&values, "min-value", "d", facts->min_value);
  if (facts->language != NULL)
    g_variant_dict_insert (&values, "language", "s", facts->language);
  if (facts->second_language != NULL)
    g_variant_dict_insert (&values, "second-language", "s", facts->second_language);
  if (facts->only != NULL)
    g_variant_dict_insert_value (&values, "only", write_only (facts->only));

  return g_variant_dict_end (&values);
}

/**
 * surmise_question_memory_find:
 * @kept: a(sa{sv}), as surmise_question_memory_put() makes it
 * @model: a model; its own version, where it has one, goes before the kept one
 *
 * Returns: (transfer full): how the model is to be asked; the plain question where it is not known
 */
SurmiseQuestion *
surmise_question_memory_find (GVariant         *kept,
                              ClarifaiModelRef *model)
{
  g_autofree char *key = key_of (model);
  g_autoptr(GVariant) values = lookup (kept, key);
  g_autoptr(ClarifaiModelRef) versioned = NULL;
  g_autoptr(GListModel) only = NULL;
  g_autofree char *full = NULL;
  const char *version = NULL;
  SurmiseQuestionFacts facts = { 0 };

  if (values == NULL)
    return surmise_question_new (model, NULL);

  g_variant_lookup (values, "max-concepts", "u", &facts.max_concepts);
  g_variant_lookup (values, "min-value", "d", &facts.min_value);
  g_variant_lookup (values, "language", "&s", &facts.language);
  g_variant_lookup (values, "second-language", "&s", &facts.second_language);
  facts.only = only = read_only (values);
  if (clarifai_model_ref_get_version_id (model) == NULL && g_variant_lookup (values, "version", "&s", &version))
    {
      full = g_strconcat (key, "/versions/", version, NULL);
      versioned = clarifai_model_ref_parse (full, NULL);
    }

  return surmise_question_new (versioned != NULL ? versioned : model, &facts);
}

/**
 * surmise_question_memory_put:
 * @kept: a(sa{sv})
 * @question: a question
 *
 * Words, method and arguments are left out. What is plain is not kept.
 *
 * Returns: (transfer floating): a(sa{sv}) with @question first, of at most 100 models
 */
GVariant *
surmise_question_memory_put (GVariant        *kept,
                             SurmiseQuestion *question)
{
  g_autofree char *key = key_of (surmise_question_get_model (question));
  g_autoptr(GVariant) values = g_variant_ref_sink (write_values (question));
  GVariantBuilder builder;
  guint n = 0;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sa{sv})"));
  if (g_variant_n_children (values) > 0)
    {
      g_variant_builder_add (&builder, "(s@a{sv})", key, values);
      n++;
    }
  for (gsize i = 0; i < g_variant_n_children (kept) && n < MAX_MODELS; i++)
    {
      g_autoptr(GVariant) old = NULL;
      const char *known;

      g_variant_get_child (kept, i, "(&s@a{sv})", &known, &old);
      if (g_str_equal (known, key))
        continue;
      g_variant_builder_add (&builder, "(s@a{sv})", known, old);
      n++;
    }

  return g_variant_builder_end (&builder);
}
