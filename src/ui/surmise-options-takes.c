/* surmise-options-takes.c – which settings a model takes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-takes.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-model-words.h"

/**
 * surmise_options_takes_read:
 * @self: filled in
 * @model: (nullable): what is known about a model
 * @type: (nullable): what is known about its kind
 *
 * The classic models go by their type; what one with methods wants to know is in its signature.
 */
void
surmise_options_takes_read (SurmiseOptionsTakes *self,
                            ClarifaiModel       *model,
                            ClarifaiModelType   *type)
{
  gboolean has_methods = model != NULL && g_list_model_get_n_items (clarifai_model_get_methods (model)) > 0;
  ClarifaiOutputKinds kinds = type != NULL && !has_methods ? clarifai_model_type_get_output_kinds (type) : 0;
  guint n_languages = model != NULL ? g_strv_length ((GStrv) clarifai_model_get_language_ids (model)) : 0;

  self->known = has_methods || type != NULL;
  self->methods = has_methods;
  self->limits = (kinds & (CLARIFAI_OUTPUT_KIND_CONCEPTS | CLARIFAI_OUTPUT_KIND_REGIONS)) != 0;
  self->only = (kinds & CLARIFAI_OUTPUT_KIND_CONCEPTS) != 0;
  self->languages = self->limits && n_languages > 1;
}

/* What is said where there is nothing to set but the version. */
const char *
surmise_options_takes_none (SurmiseOptionsTakes *self)
{
  if (self->methods)
    return _("What this model wants to know is asked below the picture.");

  return self->known ? _("There is nothing to set for this kind of answer.")
                     : _("It is not known yet what can be set for this model.");
}

/* Whether both ask the same model, whichever versions of it. */
gboolean
surmise_options_takes_same_model (SurmiseQuestion *a,
                                  SurmiseQuestion *b)
{
  g_autoptr(ClarifaiModelRef) one = surmise_options_takes_dup_ref (a, NULL);
  g_autoptr(ClarifaiModelRef) other = surmise_options_takes_dup_ref (b, NULL);

  return clarifai_model_ref_equal (one, other);
}

/* Returns: (transfer full): the question's model in the version @version_id, or whichever is the newest */
ClarifaiModelRef *
surmise_options_takes_dup_ref (SurmiseQuestion *question,
                               const char      *version_id)
{
  ClarifaiModelRef *model = surmise_question_get_model (question);

  return clarifai_model_ref_new (clarifai_model_ref_get_user_id (model), clarifai_model_ref_get_app_id (model),
                                 clarifai_model_ref_get_model_id (model), version_id);
}

/**
 * surmise_options_takes_reset:
 *
 * Returns: (transfer full): the same question without any setting: the newest version, as the model does by itself;
 *   what is said beside the picture stays
 */
SurmiseQuestion *
surmise_options_takes_reset (SurmiseQuestion *question)
{
  SurmiseQuestionFacts facts = *surmise_question_get_facts (question);
  g_autoptr(ClarifaiModelRef) newest = surmise_options_takes_dup_ref (question, NULL);

  facts.max_concepts = 0;
  facts.min_value = 0;
  facts.language = NULL;
  facts.second_language = NULL;
  facts.only = NULL;

  return surmise_question_new (newest, &facts);
}

/* As their codes. */
static char *
dup_languages (const SurmiseQuestionFacts *facts)
{
  if (facts->language == NULL || facts->second_language == NULL)
    return g_strdup (facts->language != NULL ? facts->language : facts->second_language);

  return g_strdup_printf ("%s, %s", facts->language, facts->second_language);
}

/**
 * surmise_options_takes_text:
 *
 * Returns: (transfer full) (nullable): a line for each thing that is set; NULL where nothing is
 */
char *
surmise_options_takes_text (SurmiseQuestion *question)
{
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (question);
  g_autoptr(SurmiseQuestion) plain = surmise_options_takes_reset (question);
  guint most = surmise_question_get_facts (plain)->max_concepts;
  const char *version = clarifai_model_ref_get_version_id (surmise_question_get_model (question));
  guint n_only = facts->only != NULL ? g_list_model_get_n_items (facts->only) : 0;
  g_autofree char *languages = dup_languages (facts);
  g_autoptr(GString) text = g_string_new (NULL);

  if (facts->max_concepts != most)
    g_string_append_printf (text, ngettext ("%u concept at most", "%u concepts at most", facts->max_concepts),
                            facts->max_concepts);
  g_string_append_c (text, '\n');
  if (facts->min_value > 0)
    /* Translators: the least confidence that is asked for, a whole percentage. */
    g_string_append_printf (text, _("At least %d\302\240%%"), (int) lround (facts->min_value * 100));
  g_string_append_c (text, '\n');
  if (n_only > 0)
    g_string_append_printf (text, ngettext ("Only %u concept", "Only %u concepts", n_only), n_only);
  g_string_append_c (text, '\n');
  if (languages != NULL)
    /* Translators: the languages of the names, as their codes. */
    g_string_append_printf (text, _("Names in %s"), languages);
  g_string_append_c (text, '\n');
  if (version != NULL)
    {
      g_autofree char *start = surmise_model_words_version (version);

      /* Translators: how the identifier of a model's version begins. */
      g_string_append_printf (text, _("Version %s"), start);
    }

  while (g_string_replace (text, "\n\n", "\n", 0) > 0)
    ;
  g_strstrip (text->str);

  return *text->str != '\0' ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
