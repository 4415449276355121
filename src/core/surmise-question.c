/* surmise-question.c – what is asked of a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-question.h"

#include "clarifai-concept.h"
#include "clarifai-method.h"

/* The service's own limit; thresholds and filters work on what was answered, so it is asked for unless less is wished. */
#define MAX_CONCEPTS 200

/**
 * SurmiseQuestion:
 *
 * A model, and how it is asked. It never changes: whoever holds one may compare it with what is asked now.
 */
struct _SurmiseQuestion
{
  GObject               parent_instance;

  ClarifaiModelRef     *model; /* (owned) */
  SurmiseQuestionFacts  facts; /* what it points to is owned */
};

G_DEFINE_FINAL_TYPE (SurmiseQuestion, surmise_question, G_TYPE_OBJECT)

G_DEFINE_QUARK (surmise-question-error-quark, surmise_question_error)

static char *
dup_unless_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* A list may be changed by whoever made it; what is in one stays as it is. */
static GListModel *
copy_list (GListModel *list)
{
  guint n = list != NULL ? g_list_model_get_n_items (list) : 0;
  GListStore *copy;

  if (n == 0)
    return NULL;

  copy = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (list, i);

      g_list_store_append (copy, concept);
    }

  return G_LIST_MODEL (copy);
}

static gboolean
same_list (GListModel *a,
           GListModel *b)
{
  guint n = a != NULL ? g_list_model_get_n_items (a) : 0;

  if (n != (b != NULL ? g_list_model_get_n_items (b) : 0))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) one = g_list_model_get_item (a, i);
      g_autoptr(ClarifaiConcept) other = g_list_model_get_item (b, i);

      if (g_strcmp0 (clarifai_concept_get_id (one), clarifai_concept_get_id (other)) != 0
          || g_strcmp0 (clarifai_concept_get_name (one), clarifai_concept_get_name (other)) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_arguments (GVariant *a,
                GVariant *b)
{
  return a == b || (a != NULL && b != NULL && g_variant_equal (a, b));
}

/* A model that is looked up again has its methods anew. */
static gboolean
same_method (ClarifaiMethod *a,
             ClarifaiMethod *b)
{
  return a == b
         || (a != NULL && b != NULL && g_strcmp0 (clarifai_method_get_name (a), clarifai_method_get_name (b)) == 0);
}

static void
surmise_question_finalize (GObject *object)
{
  SurmiseQuestion *self = SURMISE_QUESTION (object);

  g_clear_object (&self->model);
  g_clear_pointer ((char **) &self->facts.language, g_free);
  g_clear_pointer ((char **) &self->facts.second_language, g_free);
  g_clear_pointer ((char **) &self->facts.words, g_free);
  g_clear_object (&self->facts.only);
  g_clear_object (&self->facts.method);
  g_clear_pointer (&self->facts.arguments, g_variant_unref);

  G_OBJECT_CLASS (surmise_question_parent_class)->finalize (object);
}

static void
surmise_question_class_init (SurmiseQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_question_finalize;
}

static void
surmise_question_init (SurmiseQuestion *self)
{
}

/**
 * surmise_question_new:
 * @model: the model to ask
 * @facts: (nullable): how; what is in it is copied, a floating @arguments is taken. NULL is the plain question: all
 *   that the model sees, in its own language
 *
 * Numbers outside their ranges are brought into them, empty texts and lists are none, and a second language that is the
 * first is none.
 *
 * Returns: (transfer full): the question
 */
SurmiseQuestion *
surmise_question_new (ClarifaiModelRef           *model,
                      const SurmiseQuestionFacts *facts)
{
  const SurmiseQuestionFacts plain = { 0 };
  SurmiseQuestion *self;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  if (facts == NULL)
    facts = &plain;
  self = g_object_new (SURMISE_TYPE_QUESTION, NULL);
  self->model = g_object_ref (model);
  self->facts.max_concepts = facts->max_concepts == 0 ? MAX_CONCEPTS : MIN (facts->max_concepts, MAX_CONCEPTS);
  /* Not-a-number is not more than nothing. */
  self->facts.min_value = facts->min_value > 0 ? MIN (facts->min_value, 1) : 0;
  self->facts.language = dup_unless_empty (facts->language);
  if (g_strcmp0 (facts->second_language, facts->language) != 0)
    self->facts.second_language = dup_unless_empty (facts->second_language);
  self->facts.only = copy_list (facts->only);
  self->facts.words = dup_unless_empty (facts->words);
  g_set_object (&self->facts.method, facts->method);
  if (facts->arguments != NULL)
    self->facts.arguments = g_variant_ref_sink (facts->arguments);

  return self;
}

/* Returns: (transfer none) */
ClarifaiModelRef *
surmise_question_get_model (SurmiseQuestion *self)
{
  g_return_val_if_fail (SURMISE_IS_QUESTION (self), NULL);

  return self->model;
}

/**
 * surmise_question_get_facts:
 * @self: a question
 *
 * Returns: (transfer none): how the model is asked, with every number in its range
 */
const SurmiseQuestionFacts *
surmise_question_get_facts (SurmiseQuestion *self)
{
  g_return_val_if_fail (SURMISE_IS_QUESTION (self), NULL);

  return &self->facts;
}

/**
 * surmise_question_equal:
 * @a: (type SurmiseQuestion): a question
 * @b: (type SurmiseQuestion): another one
 *
 * Returns: whether the two ask the same of the same model, so that one answer is as good as the other
 */
gboolean
surmise_question_equal (gconstpointer a,
                        gconstpointer b)
{
  const SurmiseQuestion *one = a, *other = b;
  const SurmiseQuestionFacts *x, *y;

  g_return_val_if_fail (SURMISE_IS_QUESTION ((gpointer) a), FALSE);
  g_return_val_if_fail (SURMISE_IS_QUESTION ((gpointer) b), FALSE);

  if (a == b)
    return TRUE;

  x = &one->facts;
  y = &other->facts;

  return clarifai_model_ref_equal (one->model, other->model) && x->max_concepts == y->max_concepts
         && ABS (x->min_value - y->min_value) < 1e-9 && g_strcmp0 (x->language, y->language) == 0
         && g_strcmp0 (x->second_language, y->second_language) == 0 && g_strcmp0 (x->words, y->words) == 0
         && same_method (x->method, y->method) && same_arguments (x->arguments, y->arguments) && same_list (x->only, y->only);
}

/**
 * surmise_question_with_words:
 * @self: a question
 * @words: (nullable): what is said beside the picture
 *
 * Returns: (transfer full): the same question with these words
 */
SurmiseQuestion *
surmise_question_with_words (SurmiseQuestion *self,
                             const char      *words)
{
  SurmiseQuestionFacts facts;

  g_return_val_if_fail (SURMISE_IS_QUESTION (self), NULL);

  facts = self->facts;
  facts.words = words;

  return surmise_question_new (self->model, &facts);
}

/**
 * surmise_question_with_model:
 * @self: a question
 * @model: the model to ask
 *
 * Another version of a model is asked just the same. Of another model everything that any model may be asked stays:
 * its concepts, languages and methods are its own.
 *
 * Returns: (transfer full): the question, asked of @model
 */
SurmiseQuestion *
surmise_question_with_model (SurmiseQuestion  *self,
                             ClarifaiModelRef *model)
{
  SurmiseQuestionFacts facts;

  g_return_val_if_fail (SURMISE_IS_QUESTION (self), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  facts = self->facts;
  if (!g_str_equal (clarifai_model_ref_get_user_id (self->model), clarifai_model_ref_get_user_id (model))
      || !g_str_equal (clarifai_model_ref_get_app_id (self->model), clarifai_model_ref_get_app_id (model))
      || !g_str_equal (clarifai_model_ref_get_model_id (self->model), clarifai_model_ref_get_model_id (model)))
    {
      facts.only = NULL;
      facts.language = NULL;
      facts.second_language = NULL;
      facts.method = NULL;
      facts.arguments = NULL;
    }

  return surmise_question_new (model, &facts);
}
