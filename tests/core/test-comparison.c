/* test-comparison.c – several models on one picture: who is asked, what is kept, and what goes meanwhile
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: the table, which is in test-comparison-table.c.
 */
#include "config.h"

#include <string.h>

#include "clarifai-error.h"
#include "surmise-comparison.h"
#include "tagger-fixture.h"
#include "test-utils.h"

typedef struct
{
  TaggerFixture      tagger;
  SurmiseComparison *comparison;
  SurmiseQuestion   *birds;
  SurmiseQuestion   *trees;
  SurmiseQuestion   *stones;
  SurmisePicture    *picture;
  guint              n_changed;
} Fixture;

#define STONES_PATH "/v2/users/ada/apps/lab/models/stones/outputs"

static void
on_changed (Fixture *self)
{
  self->n_changed++;
}

static SurmiseQuestion *
question_new (const char *id)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", id, NULL);

  return surmise_question_new (model, NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  tagger_fixture_set_up (&self->tagger, NULL);
  self->comparison = surmise_comparison_new (self->tagger.tagger);
  g_signal_connect_swapped (self->comparison, "changed", G_CALLBACK (on_changed), self);
  self->birds = question_new ("birds");
  self->trees = question_new ("trees");
  self->stones = question_new ("stones");
  self->picture = tagger_picture_new (0xff0000);
  tagger_fixture_answer (&self->tagger, TAGGER_PATH, "owl");
  tagger_fixture_answer (&self->tagger, TAGGER_OTHER_PATH, "oak");
  tagger_fixture_answer (&self->tagger, STONES_PATH, "flint");
  surmise_comparison_set_first (self->comparison, self->birds, "Birds");
  surmise_comparison_set_account (self->comparison, self->tagger.account);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->comparison);
  g_clear_object (&self->birds);
  g_clear_object (&self->trees);
  g_clear_object (&self->stones);
  g_clear_object (&self->picture);
  tagger_fixture_tear_down (&self->tagger, NULL);
}

static void
show (Fixture        *self,
      SurmisePicture *picture)
{
  surmise_tagger_ask_question (self->tagger.tagger, picture, self->tagger.account, self->birds);
  surmise_comparison_set_picture (self->comparison, picture);
}

typedef struct
{
  SurmiseComparison *comparison;
  guint              i;
} Column;

static gboolean
is_there (gpointer user_data)
{
  const Column *column = user_data;
  SurmisePicture *answer = surmise_comparison_get_answer (column->comparison, column->i);

  return answer != NULL && !surmise_picture_is_busy (answer);
}

static void
wait_for (Fixture *self,
          guint    i)
{
  test_wait_until (is_there, &(Column) { self->comparison, i });
}

static void
assert_answer (Fixture    *self,
               guint       i,
               const char *concept)
{
  wait_for (self, i);
  tagger_assert_done (surmise_comparison_get_answer (self->comparison, i), concept);
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (surmise_comparison_get_table (self->comparison));
}

static void
test_asks_all (Fixture       *self,
               gconstpointer  data)
{
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  g_assert_true (surmise_comparison_add (self->comparison, self->stones, "Stones"));
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
  assert_answer (self, 2, "flint");

  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 3);
  g_assert_cmpstr (surmise_comparison_get_name (self->comparison, 2), ==, "Stones");
  g_assert_true (surmise_comparison_get_question (self->comparison, 1) == self->trees);
  g_assert_true (surmise_comparison_get_answer (self->comparison, 0) == self->picture);
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, 3);
  g_assert_cmpuint (count_rows (self), ==, 3);
  g_assert_cmpfloat (surmise_picture_get_elapsed (surmise_comparison_get_answer (self->comparison, 1)), >, 0);
  g_assert_cmpuint (self->n_changed, >, 0);
}

/* One that is asked with words gets the new ones, one that is not stays as it is. */
static void
test_other_words (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = surmise_question_with_words (self->trees, "Which tree?");
  g_autofree char *body = NULL;

  surmise_comparison_add (self->comparison, question, "Trees");
  surmise_comparison_add (self->comparison, self->stones, "Stones");
  show (self, self->picture);
  assert_answer (self, 1, "oak");
  assert_answer (self, 2, "flint");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, 3);

  surmise_comparison_set_words (self->comparison, "How old is it?");
  assert_answer (self, 1, "oak");
  assert_answer (self, 2, "flint");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, 4);
  body = mock_request_dup_body (mock_server_get_request (self->tagger.server, 3));
  g_assert_nonnull (strstr (body, "How old is it?"));
}

/* Nothing is prepared twice. */
static void
test_after_preparing (Fixture       *self,
                      gconstpointer  data)
{
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  surmise_comparison_set_picture (self->comparison, self->picture);
  g_assert_null (surmise_comparison_get_answer (self->comparison, 1));
  show (self, self->picture);
  assert_answer (self, 1, "oak");
  g_assert_true (surmise_picture_get_prepared (surmise_comparison_get_answer (self->comparison, 1))
                 == surmise_picture_get_prepared (self->picture));
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(SurmisePicture) words = surmise_picture_new_for_words ("Name something.");

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, words);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
}

static void
test_added_later (Fixture       *self,
                  gconstpointer  data)
{
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  assert_answer (self, 1, "oak");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, 2);
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) again = question_new ("trees");
  g_autoptr(SurmiseQuestion) fourth = question_new ("fish");
  g_autoptr(SurmiseQuestion) fifth = question_new ("clouds");

  g_assert_false (surmise_comparison_add (self->comparison, self->birds, "Birds"));
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  g_assert_false (surmise_comparison_add (self->comparison, again, "Trees"));
  g_assert_true (surmise_comparison_add (self->comparison, self->stones, "Stones"));
  g_assert_true (surmise_comparison_add (self->comparison, fourth, "Fish"));
  g_assert_false (surmise_comparison_add (self->comparison, fifth, "Clouds"));
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 4);
}

static void
test_failure_alone (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) none = question_new ("none");
  SurmisePicture *failed;

  mock_server_reply (self->tagger.server, "POST", "/v2/users/ada/apps/lab/models/none/outputs", 404,
                     "{\"status\":{\"code\":21200,\"description\":\"No\"}}");
  g_assert_true (surmise_comparison_add (self->comparison, none, "None"));
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  assert_answer (self, 2, "oak");
  wait_for (self, 1);
  failed = surmise_comparison_get_answer (self->comparison, 1);
  g_assert_error (surmise_picture_get_error (failed), CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND);
  g_assert_cmpuint (count_rows (self), ==, 2);

  mock_server_clear (self->tagger.server);
  tagger_fixture_answer (&self->tagger, "/v2/users/ada/apps/lab/models/none/outputs", "something");
  surmise_comparison_retry (self->comparison, 1);
  assert_answer (self, 1, "something");
  g_assert_cmpuint (count_rows (self), ==, 3);
}

static void
test_going_back (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) next = tagger_picture_new (0x00ff00);
  guint n_requests;

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
  show (self, next);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
  n_requests = mock_server_get_n_requests (self->tagger.server);
  g_assert_cmpuint (n_requests, ==, 4);

  surmise_comparison_set_picture (self->comparison, self->picture);
  assert_answer (self, 1, "oak");
  g_assert_cmpuint (count_rows (self), ==, 2);
  surmise_comparison_set_picture (self->comparison, NULL);
  g_assert_cmpuint (count_rows (self), ==, 0);
  surmise_comparison_set_picture (self->comparison, next);
  assert_answer (self, 1, "oak");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, n_requests);
}

/* What arrives for a picture that is not shown is there when one comes back to it, and is not shown meanwhile. */
static void
test_changed_meanwhile (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmisePicture) next = tagger_picture_new (0x00ff00);

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  tagger_fixture_allow (&self->tagger, 0);
  show (self, self->picture);
  tagger_fixture_await (&self->tagger, 1);
  surmise_comparison_set_picture (self->comparison, next);
  tagger_fixture_allow (&self->tagger, G_MAXUINT);
  tagger_wait (self->picture);
  g_assert_null (surmise_comparison_get_answer (self->comparison, 1));
  g_assert_cmpuint (count_rows (self), ==, 0);
  surmise_comparison_set_picture (self->comparison, self->picture);
  assert_answer (self, 1, "oak");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, 2);
}

/* The picture has its answer, and the second model's does not come. */
static void
begin_waiting (Fixture *self)
{
  show (self, self->picture);
  tagger_wait (self->picture);
  tagger_fixture_allow (&self->tagger, 1);
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  tagger_fixture_await (&self->tagger, 2);
}

static void
test_removed_while_asked (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(SurmisePicture) sibling = NULL;

  begin_waiting (self);
  g_assert_true (surmise_comparison_add (self->comparison, self->stones, "Stones"));
  sibling = g_object_ref (surmise_comparison_get_answer (self->comparison, 1));
  surmise_comparison_remove (self->comparison, 1);
  g_assert_cmpint (surmise_picture_get_state (sibling), ==, SURMISE_PICTURE_STATE_CANCELLED);
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 2);
  g_assert_cmpstr (surmise_comparison_get_name (self->comparison, 1), ==, "Stones");
  tagger_fixture_allow (&self->tagger, G_MAXUINT);
  assert_answer (self, 1, "flint");
}

static void
test_back_again (Fixture       *self,
                 gconstpointer  data)
{
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, self->picture);
  assert_answer (self, 1, "oak");
  surmise_comparison_clear (self->comparison);
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 1);
  g_assert_null (surmise_comparison_get_answer (self->comparison, 1));
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  tagger_assert_done (surmise_comparison_get_answer (self->comparison, 1), "oak");
}

static void
test_first_stays (Fixture       *self,
                  gconstpointer  data)
{
  surmise_comparison_remove (self->comparison, 0);
  surmise_comparison_remove (self->comparison, 7);
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 1);
  g_assert_null (surmise_comparison_get_name (self->comparison, 1));
  g_assert_null (surmise_comparison_get_question (self->comparison, 1));
}

static void
test_first_changed (Fixture       *self,
                    gconstpointer  data)
{
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  g_assert_true (surmise_comparison_add (self->comparison, self->stones, "Stones"));
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
  assert_answer (self, 2, "flint");

  /* The model in the first place is in no other; what the one before it said is not said by it. */
  surmise_comparison_set_first (self->comparison, self->trees, "Trees");
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 2);
  g_assert_cmpstr (surmise_comparison_get_name (self->comparison, 0), ==, "Trees");
  g_assert_cmpstr (surmise_comparison_get_name (self->comparison, 1), ==, "Stones");
  g_assert_cmpuint (count_rows (self), ==, 1);
  surmise_tagger_ask_question (self->tagger.tagger, self->picture, self->tagger.account, self->trees);
  tagger_wait (self->picture);
  g_assert_cmpuint (count_rows (self), ==, 2);
}

static void
test_same_is_silent (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) same = question_new ("birds");

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, self->picture);
  assert_answer (self, 1, "oak");
  tagger_wait (self->picture);
  self->n_changed = 0;
  surmise_comparison_set_first (self->comparison, same, "Birds");
  surmise_comparison_set_account (self->comparison, self->tagger.account);
  surmise_comparison_set_picture (self->comparison, self->picture);
  g_assert_cmpuint (self->n_changed, ==, 0);
  surmise_comparison_set_first (self->comparison, same, "Feathers");
  g_assert_cmpuint (self->n_changed, ==, 1);
}

static void
test_account_changed (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmiseAccountList) accounts = tagger_fixture_new_accounts (mock_server_get_base (self->tagger.server));
  guint n_requests;

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  show (self, self->picture);
  assert_answer (self, 1, "oak");
  n_requests = mock_server_get_n_requests (self->tagger.server);

  /* Without one what is there stays. */
  surmise_comparison_set_account (self->comparison, NULL);
  tagger_assert_done (surmise_comparison_get_answer (self->comparison, 1), "oak");
  surmise_comparison_retry (self->comparison, 1);
  surmise_comparison_set_account (self->comparison, self->tagger.account);
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, n_requests);

  surmise_comparison_set_account (self->comparison, surmise_account_list_find (accounts, "environment"));
  g_assert_true (surmise_picture_is_busy (surmise_comparison_get_answer (self->comparison, 1)));
  assert_answer (self, 1, "oak");
  g_assert_cmpuint (mock_server_get_n_requests (self->tagger.server), ==, n_requests + 1);
  /* Its account goes with the test. */
  surmise_comparison_set_account (self->comparison, NULL);
}

static void
test_picture_removed (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(SurmisePicture) sibling = NULL;

  begin_waiting (self);
  sibling = g_object_ref (surmise_comparison_get_answer (self->comparison, 1));
  self->n_changed = 0;
  g_object_add_weak_pointer (G_OBJECT (self->picture), (gpointer *) &self->picture);
  g_object_unref (self->picture);
  test_wait_until_null ((gpointer *) &self->picture);

  g_assert_cmpint (surmise_picture_get_state (sibling), ==, SURMISE_PICTURE_STATE_CANCELLED);
  g_assert_null (surmise_comparison_get_answer (self->comparison, 0));
  g_assert_null (surmise_comparison_get_answer (self->comparison, 1));
  g_assert_cmpuint (count_rows (self), ==, 0);
  g_assert_cmpuint (self->n_changed, >, 0);
}

static void
test_gone_while_asking (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmisePicture) sibling = NULL;

  begin_waiting (self);
  sibling = g_object_ref (surmise_comparison_get_answer (self->comparison, 1));
  g_object_add_weak_pointer (G_OBJECT (self->comparison), (gpointer *) &self->comparison);
  g_object_unref (self->comparison);
  g_assert_null (self->comparison);
  g_assert_cmpint (surmise_picture_get_state (sibling), ==, SURMISE_PICTURE_STATE_CANCELLED);
  tagger_assert_done (self->picture, "owl");
}

static void
remove_last (SurmiseComparison *comparison)
{
  if (surmise_comparison_get_n_models (comparison) > 1)
    surmise_comparison_remove (comparison, surmise_comparison_get_n_models (comparison) - 1);
}

/* Whoever hears of a change may change it again. */
static void
test_changed_while_told (Fixture       *self,
                         gconstpointer  data)
{
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  g_signal_connect (self->comparison, "changed", G_CALLBACK (remove_last), NULL);
  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees"));
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 1);
}

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_true (surmise_comparison_add (self->comparison, self->trees, "Trees\tand more"));
  show (self, self->picture);
  assert_answer (self, 0, "owl");
  assert_answer (self, 1, "oak");
  text = surmise_comparison_to_text (self->comparison, 0.5);
  g_assert_cmpstr (text, ==, "\tBirds\tTrees and more\noak\t\t0.9000\nowl\t0.9000\t\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/comparison/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("asks-all", test_asks_all);
  ADD ("after-preparing", test_after_preparing);
  ADD ("words", test_words);
  ADD ("added-later", test_added_later);
  ADD ("refused", test_refused);
  ADD ("failure-alone", test_failure_alone);
  ADD ("going-back", test_going_back);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("removed/while-asked", test_removed_while_asked);
  ADD ("removed/back-again", test_back_again);
  ADD ("first/stays", test_first_stays);
  ADD ("first/changed", test_first_changed);
  ADD ("other-words", test_other_words);
  ADD ("same-is-silent", test_same_is_silent);
  ADD ("account-changed", test_account_changed);
  ADD ("picture-removed", test_picture_removed);
  ADD ("gone-while-asking", test_gone_while_asking);
  ADD ("changed-while-told", test_changed_while_told);
  ADD ("text", test_text);

  return g_test_run ();
}
