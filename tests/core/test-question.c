/* test-question.c – what is asked of a model, when two questions are one, and how they are remembered
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "clarifai-concept.h"
#include "surmise-question-memory.h"

static ClarifaiModelRef *
model_new (const char *text)
{
  g_autoptr(GError) error = NULL;
  ClarifaiModelRef *model = clarifai_model_ref_parse (text, &error);

  g_assert_no_error (error);

  return model;
}

static SurmiseQuestion *
ask (const char                 *model,
     const SurmiseQuestionFacts *facts)
{
  g_autoptr(ClarifaiModelRef) ref = model_new (model);

  return surmise_question_new (ref, facts);
}

static GListStore *
concepts_new (const char *name)
{
  GListStore *list = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) concept = clarifai_concept_new ("ai_x", name, 0, NULL);

  g_list_store_append (list, concept);

  return list;
}

static void
test_plain (void)
{
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", NULL);
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (question);

  g_assert_cmpuint (facts->max_concepts, ==, 200);
  g_assert_cmpfloat (facts->min_value, ==, 0);
  g_assert_null (facts->language);
  g_assert_null (facts->only);
  g_assert_null (facts->words);
}

static void
test_ranges (void)
{
  const struct
  {
    guint  max_concepts, clean_max;
    double min_value, clean_min;
  } cases[] = {
    { 0, 200, -1, 0 }, { 1, 1, 0.5, 0.5 }, { 200, 200, 1, 1 }, { 201, 200, 7, 1 }, { G_MAXUINT, 200, NAN, 0 },
    { 5, 5, -INFINITY, 0 }, { 5, 5, INFINITY, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SurmiseQuestionFacts facts = { .max_concepts = cases[i].max_concepts, .min_value = cases[i].min_value };
      g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", &facts);

      g_assert_cmpuint (surmise_question_get_facts (question)->max_concepts, ==, cases[i].clean_max);
      g_assert_cmpfloat (surmise_question_get_facts (question)->min_value, ==, cases[i].clean_min);
    }
}

static void
test_empty_is_none (void)
{
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(SurmiseQuestion) plain = ask ("ada/lab/birds", NULL);
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .language = "", .second_language = "", .words = "", .only = G_LIST_MODEL (only)
  });
  g_autoptr(SurmiseQuestion) twice = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .language = "de", .second_language = "de"
  });

  g_assert_true (surmise_question_equal (plain, question));
  g_assert_cmpstr (surmise_question_get_facts (twice)->language, ==, "de");
  g_assert_null (surmise_question_get_facts (twice)->second_language);
}

/* What it was made of may change and go. */
static void
test_copied (void)
{
  g_autoptr(GListStore) only = concepts_new ("owl");
  g_autofree char *words = g_strdup ("Which?");
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .words = words, .only = G_LIST_MODEL (only), .arguments = g_variant_new_parsed ("@a{sv} {}")
  });

  words[0] = 'X';
  g_list_store_remove_all (only);
  g_assert_cmpstr (surmise_question_get_facts (question)->words, ==, "Which?");
  g_assert_cmpuint (g_list_model_get_n_items (surmise_question_get_facts (question)->only), ==, 1);
  g_assert_false (g_variant_is_floating (surmise_question_get_facts (question)->arguments));
}

static void
test_equal (void)
{
  g_autoptr(GListStore) owl = concepts_new ("owl");
  g_autoptr(GListStore) same_owl = concepts_new ("owl");
  g_autoptr(GListStore) wren = concepts_new ("wren");
  const SurmiseQuestionFacts all[] = {
    { 0 },
    { .max_concepts = 5 },
    { .min_value = 0.5 },
    { .language = "de" },
    { .second_language = "de" },
    { .words = "Which?" },
    { .only = G_LIST_MODEL (owl) },
    { .only = G_LIST_MODEL (wren) },
  };
  g_autoptr(SurmiseQuestion) other = ask ("ada/lab/trees", NULL);
  g_autoptr(SurmiseQuestion) version = ask ("ada/lab/birds/versions/v1", NULL);
  g_autoptr(SurmiseQuestion) with_owl = ask ("ada/lab/birds", &all[6]);
  g_autoptr(SurmiseQuestion) with_same = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .only = G_LIST_MODEL (same_owl)
  });

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++)
      {
        g_autoptr(SurmiseQuestion) a = ask ("ada/lab/birds", &all[i]);
        g_autoptr(SurmiseQuestion) b = ask ("ada/lab/birds", &all[j]);

        g_assert_cmpint (surmise_question_equal (a, b), ==, i == j);
        g_assert_false (surmise_question_equal (a, other));
        g_assert_false (surmise_question_equal (a, version));
      }
  g_assert_true (surmise_question_equal (with_owl, with_same));
}

static void
test_equal_arguments (void)
{
  g_autoptr(SurmiseQuestion) a = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .arguments = g_variant_new_parsed ("{'n': <int64 1>}")
  });
  g_autoptr(SurmiseQuestion) same = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .arguments = g_variant_new_parsed ("{'n': <int64 1>}")
  });
  g_autoptr(SurmiseQuestion) other = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .arguments = g_variant_new_parsed ("{'n': <int64 2>}")
  });

  g_assert_true (surmise_question_equal (a, same));
  g_assert_false (surmise_question_equal (a, other));
}

static void
test_with_words (void)
{
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", &(SurmiseQuestionFacts) { .language = "de" });
  g_autoptr(SurmiseQuestion) with = surmise_question_with_words (question, "Which?");
  g_autoptr(SurmiseQuestion) without = surmise_question_with_words (with, NULL);

  g_assert_cmpstr (surmise_question_get_facts (with)->words, ==, "Which?");
  g_assert_cmpstr (surmise_question_get_facts (with)->language, ==, "de");
  g_assert_true (surmise_question_equal (question, without));
}

static void
test_with_model (void)
{
  g_autoptr(GListStore) owl = concepts_new ("owl");
  g_autoptr(ClarifaiModelRef) version = model_new ("ada/lab/birds/versions/v1");
  g_autoptr(ClarifaiModelRef) other = model_new ("ada/lab/trees");
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds", &(SurmiseQuestionFacts) {
    .max_concepts = 5, .language = "de", .words = "Which?", .only = G_LIST_MODEL (owl)
  });
  g_autoptr(SurmiseQuestion) same = surmise_question_with_model (question, version);
  g_autoptr(SurmiseQuestion) foreign = surmise_question_with_model (question, other);

  g_assert_true (surmise_question_get_model (same) == version);
  g_assert_cmpstr (surmise_question_get_facts (same)->language, ==, "de");
  g_assert_nonnull (surmise_question_get_facts (same)->only);
  g_assert_cmpuint (surmise_question_get_facts (foreign)->max_concepts, ==, 5);
  g_assert_cmpstr (surmise_question_get_facts (foreign)->words, ==, "Which?");
  g_assert_null (surmise_question_get_facts (foreign)->language);
  g_assert_null (surmise_question_get_facts (foreign)->only);
}

static GVariant *
put (GVariant        *kept,
     SurmiseQuestion *question)
{
  g_autoptr(GVariant) old = kept;

  return g_variant_ref_sink (surmise_question_memory_put (old, question));
}

static SurmiseQuestion *
find (GVariant   *kept,
      const char *model)
{
  g_autoptr(ClarifaiModelRef) ref = model_new (model);

  return surmise_question_memory_find (kept, ref);
}

#define NOTHING g_variant_ref_sink (g_variant_new_parsed ("@a(sa{sv}) []"))

static void
test_memory (void)
{
  g_autoptr(GListStore) owl = concepts_new ("owl, snowy");
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds/versions/v1", &(SurmiseQuestionFacts) {
    .max_concepts = 5, .min_value = 0.25, .language = "de", .second_language = "en", .only = G_LIST_MODEL (owl),
    .words = "Which?", .arguments = g_variant_new_parsed ("@a{sv} {}")
  });
  g_autoptr(GVariant) kept = put (NOTHING, question);
  g_autoptr(SurmiseQuestion) found = find (kept, "ada/lab/birds");
  g_autoptr(SurmiseQuestion) elsewhere = find (kept, "ada/lab/trees");
  g_autoptr(SurmiseQuestion) plain = ask ("ada/lab/trees", NULL);
  g_autoptr(SurmiseQuestion) wanted = ask ("ada/lab/birds/versions/v1", &(SurmiseQuestionFacts) {
    .max_concepts = 5, .min_value = 0.25, .language = "de", .second_language = "en", .only = G_LIST_MODEL (owl)
  });

  /* All but the words and the arguments, and the version with it. */
  g_assert_true (surmise_question_equal (found, wanted));
  g_assert_true (surmise_question_equal (elsewhere, plain));
}

static void
test_memory_own_version (void)
{
  g_autoptr(SurmiseQuestion) question = ask ("ada/lab/birds/versions/v1", &(SurmiseQuestionFacts) { .max_concepts = 5 });
  g_autoptr(GVariant) kept = put (NOTHING, question);
  g_autoptr(SurmiseQuestion) found = find (kept, "ada/lab/birds/versions/v2");

  g_assert_cmpstr (clarifai_model_ref_get_version_id (surmise_question_get_model (found)), ==, "v2");
  g_assert_cmpuint (surmise_question_get_facts (found)->max_concepts, ==, 5);
}

static void
test_memory_replaced (void)
{
  g_autoptr(SurmiseQuestion) first = ask ("ada/lab/birds", &(SurmiseQuestionFacts) { .max_concepts = 5 });
  g_autoptr(SurmiseQuestion) second = ask ("ada/lab/birds/versions/v1", &(SurmiseQuestionFacts) { .language = "de" });
  g_autoptr(SurmiseQuestion) plain = ask ("ada/lab/birds", NULL);
  g_autoptr(GVariant) kept = put (put (NOTHING, first), second);
  g_autoptr(SurmiseQuestion) found = find (kept, "ada/lab/birds");

  g_assert_cmpuint (g_variant_n_children (kept), ==, 1);
  g_assert_true (surmise_question_equal (found, second));

  kept = put (g_steal_pointer (&kept), plain);
  g_assert_cmpuint (g_variant_n_children (kept), ==, 0);
}

static void
test_memory_bounded (void)
{
  g_autoptr(GVariant) kept = NOTHING;
  g_autoptr(SurmiseQuestion) oldest = NULL;
  g_autoptr(SurmiseQuestion) latest = NULL;

  for (guint i = 0; i < 130; i++)
    {
      g_autofree char *model = g_strdup_printf ("ada/lab/m%u", i);
      g_autoptr(SurmiseQuestion) question = ask (model, &(SurmiseQuestionFacts) { .max_concepts = 7 });

      kept = put (g_steal_pointer (&kept), question);
    }
  oldest = find (kept, "ada/lab/m29");
  latest = find (kept, "ada/lab/m30");
  g_assert_cmpuint (g_variant_n_children (kept), ==, 100);
  g_assert_cmpuint (surmise_question_get_facts (oldest)->max_concepts, ==, 200);
  g_assert_cmpuint (surmise_question_get_facts (latest)->max_concepts, ==, 7);
}

/* As somebody may have written it by hand. */
static void
test_memory_odd (void)
{
  g_autoptr(GVariant) kept = g_variant_ref_sink (g_variant_new_parsed (
    "[('ada/lab/birds', {'max-concepts': <'many'>, 'min-value': <-3.0>, 'language': <7>, 'only': <'owl'>,"
    " 'version': <'a b/..'>, 'unknown': <true>})]"));
  g_autoptr(SurmiseQuestion) found = find (kept, "ada/lab/birds");

  g_assert_cmpuint (surmise_question_get_facts (found)->max_concepts, ==, 200);
  g_assert_cmpfloat (surmise_question_get_facts (found)->min_value, ==, 0);
  g_assert_null (surmise_question_get_facts (found)->language);
  g_assert_null (surmise_question_get_facts (found)->only);
  g_assert_cmpstr (clarifai_model_ref_get_model_id (surmise_question_get_model (found)), ==, "birds");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/plain", test_plain);
  g_test_add_func ("/question/ranges", test_ranges);
  g_test_add_func ("/question/empty-is-none", test_empty_is_none);
  g_test_add_func ("/question/copied", test_copied);
  g_test_add_func ("/question/equal", test_equal);
  g_test_add_func ("/question/equal-arguments", test_equal_arguments);
  g_test_add_func ("/question/with-words", test_with_words);
  g_test_add_func ("/question/with-model", test_with_model);
  g_test_add_func ("/question/memory", test_memory);
  g_test_add_func ("/question/memory/own-version", test_memory_own_version);
  g_test_add_func ("/question/memory/replaced", test_memory_replaced);
  g_test_add_func ("/question/memory/bounded", test_memory_bounded);
  g_test_add_func ("/question/memory/odd", test_memory_odd);

  return g_test_run ();
}
