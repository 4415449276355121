/* test-tagger-question.c – asking precisely: words, methods, languages, and several models at once
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: the plain question, which is in test-tagger.c, and how the client writes what is asked.
 */
#include "config.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-method.h"
#include "clarifai-wire-method.h"
#include "tagger-fixture.h"
#include "test-utils.h"

#define STARTING "{\"status\":{\"code\":21351,\"description\":\"Model is starting\"}}"

static SurmiseQuestion *
question_new (TaggerFixture              *self,
              const SurmiseQuestionFacts *facts)
{
  return surmise_question_new (self->model, facts);
}

static SurmiseQuestion *
in_two_languages (TaggerFixture *self)
{
  return question_new (self, &(SurmiseQuestionFacts) { .language = "en", .second_language = "de" });
}

static void
ask (TaggerFixture   *self,
     SurmisePicture  *picture,
     SurmiseQuestion *question)
{
  surmise_tagger_ask_question (self->tagger, picture, self->account, question);
}

static char *
dup_body (TaggerFixture *self,
          guint          i)
{
  return mock_request_dup_body (mock_server_get_request (self->server, i));
}

static void
assert_says (TaggerFixture *self,
             guint          i,
             const char    *part)
{
  g_autofree char *body = dup_body (self, i);

  g_assert_nonnull (strstr (body, part));
}

static void
assert_says_not (TaggerFixture *self,
                 guint          i,
                 const char    *part)
{
  g_autofree char *body = dup_body (self, i);

  g_assert_null (strstr (body, part));
}

static gboolean
has_second (gpointer picture)
{
  return surmise_picture_get_second_output (picture) != NULL;
}

typedef struct
{
  MockServer *server;
  guint       n_requests;
} Asked;

static gboolean
is_asked (gpointer user_data)
{
  const Asked *asked = user_data;

  return mock_server_get_n_requests (asked->server) >= asked->n_requests;
}

static void
wait_for_requests (TaggerFixture *self,
                   guint          n_requests)
{
  test_wait_until (is_asked, &(Asked) { self->server, n_requests });
}

static void
test_config (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(GListStore) only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiConcept) owl = clarifai_concept_new ("ai_owl", "owl", 0, NULL);
  const SurmiseQuestionFacts facts = {
    .max_concepts = 7, .min_value = 0.25, .language = "de", .only = G_LIST_MODEL (only)
  };
  g_autoptr(SurmiseQuestion) question = NULL;

  g_list_store_append (only, owl);
  question = question_new (self, &facts);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  ask (self, picture, question);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_true (surmise_picture_get_question (picture) == question);
  assert_says (self, 0, "\"max_concepts\":7");
  assert_says (self, 0, "\"min_value\":0.25");
  assert_says (self, 0, "\"language\":\"de\"");
  assert_says (self, 0, "\"ai_owl\"");
}

static void
test_words_beside (TaggerFixture *self,
                   gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = question_new (self, &(SurmiseQuestionFacts) { .words = "Which bird?" });

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  ask (self, picture, question);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_cmpstr (tagger_fixture_how_sent (self, 0), ==, "base64");
  assert_says (self, 0, "\"raw\":\"Which bird?\"");
}

static void
on_state (SurmisePicture *picture,
          GParamSpec     *pspec,
          GString        *heard)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (SURMISE_TYPE_PICTURE_STATE);

  g_string_append_printf (heard, "%s ", g_enum_get_value (klass, surmise_picture_get_state (picture))->value_nick);
}

/* Nothing is prepared, and no picture is sent. */
static void
test_words_alone (TaggerFixture *self,
                  gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_words ("Name a bird.");
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (picture, "notify::state", G_CALLBACK (on_state), heard);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_cmpstr (heard->str, ==, "sending done ");
  g_assert_null (surmise_picture_get_prepared (picture));
  assert_says (self, 0, "\"raw\":\"Name a bird.\"");
  assert_says_not (self, 0, "\"image\"");
}

static void
test_refused (TaggerFixture *self,
              gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = question_new (self, NULL);
  g_autoptr(GError) error = g_error_new_literal (SURMISE_QUESTION_ERROR, SURMISE_QUESTION_ERROR_TAKES_NO_PICTURES, "no");

  surmise_tagger_ask_question (self->tagger, picture, self->account, question);
  surmise_tagger_refuse (self->tagger, picture, question, error);

  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_FAILED);
  g_assert_error (surmise_picture_get_error (picture), SURMISE_QUESTION_ERROR, SURMISE_QUESTION_ERROR_TAKES_NO_PICTURES);
  g_assert_true (surmise_picture_get_question (picture) == question);
}

static void
test_words_go_alone (TaggerFixture *self,
                     gconstpointer  data)
{
  SurmisePicture *pictures[12];

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = surmise_picture_new_for_words ("Name a bird.");
      tagger_ask (self, pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      tagger_wait (pictures[i]);
      g_clear_object (&pictures[i]);
    }
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, G_N_ELEMENTS (pictures));
}

static void
test_method (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(JsonNode) version = json_from_string (
    "{\"method_signatures\":[{\"name\":\"look\",\"method_type\":1,\"input_fields\":["
    "{\"name\":\"what\",\"type\":1,\"required\":true},{\"name\":\"scene\",\"type\":\"IMAGE\",\"required\":true}],"
    "\"output_fields\":[]}]}", NULL);
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (json_node_get_object (version));
  g_autoptr(ClarifaiMethod) method = g_list_model_get_item (methods, 0);
  g_autoptr(SurmiseQuestion) question = NULL;

  g_assert_nonnull (method);
  question = question_new (self, &(SurmiseQuestionFacts) {
    .method = method, .arguments = g_variant_new_parsed ("{'what': <'birds'>}")
  });
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  ask (self, picture, question);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  assert_says (self, 0, "\"_method_name\":\"look\"");
  assert_says (self, 0, "\"birds\"");
  assert_says (self, 0, "\"base64\":");
}

static void
test_second (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_answer (self, TAGGER_PATH, "Eule");
  tagger_fixture_allow (self, 1);
  ask (self, picture, question);
  tagger_wait (picture);

  /* The first does not wait for the second. */
  tagger_assert_done (picture, "owl");
  g_assert_null (surmise_picture_get_second_output (picture));
  tagger_fixture_allow (self, G_MAXUINT);
  test_wait_until (has_second, picture);
  tagger_assert_done (picture, "owl");
  g_assert_cmpstr (clarifai_concept_get_name (clarifai_output_get_best (surmise_picture_get_second_output (picture))), ==,
                   "Eule");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
  assert_says (self, 0, "\"language\":\"en\"");
  assert_says (self, 1, "\"language\":\"de\"");
}

static void
test_second_last (TaggerFixture *self,
                  gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);
  SurmisePicture *pictures[6];
  guint n_inputs = 0, n_requests = 0;

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = tagger_picture_new (i);
      ask (self, pictures[i], question);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    test_wait_until (has_second, pictures[i]);

  /* All first ones went before any second one. */
  for (; n_inputs < G_N_ELEMENTS (pictures); n_requests++)
    {
      assert_says (self, n_requests, "\"language\":\"en\"");
      n_inputs += tagger_fixture_n_inputs (self, n_requests);
    }
  for (guint i = n_requests; i < mock_server_get_n_requests (self->server); i++)
    assert_says (self, i, "\"language\":\"de\"");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_clear_object (&pictures[i]);
}

static void
test_second_fails (TaggerFixture *self,
                   gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmisePicture) later = tagger_picture_new (0x00ff00);
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_refuse (self, 400, 11102);
  tagger_fixture_answer (self, TAGGER_PATH, "late");
  ask (self, picture, question);
  wait_for_requests (self, 2);
  tagger_ask (self, later);
  tagger_wait (later);

  tagger_assert_done (later, "late");
  tagger_assert_done (picture, "owl");
  g_assert_null (surmise_picture_get_second_output (picture));
  g_assert_cmpint (surmise_account_get_state (self->account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
}

static void
test_second_asked_anew (TaggerFixture *self,
                        gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "oak");
  tagger_fixture_allow (self, 1);
  ask (self, picture, question);
  tagger_wait (picture);
  surmise_tagger_ask (self->tagger, picture, self->account, self->other_model);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (picture);

  /* Nothing of the old question comes after the new answer. */
  tagger_assert_done (picture, "oak");
  g_assert_null (surmise_picture_get_second_output (picture));
  g_assert_true (clarifai_model_ref_equal (surmise_question_get_model (surmise_picture_get_question (picture)),
                                           self->other_model));
}

static void
ask_other (SurmisePicture *picture,
           GParamSpec     *pspec,
           TaggerFixture  *self)
{
  g_signal_handlers_disconnect_by_func (picture, ask_other, self);
  surmise_tagger_ask (self->tagger, picture, self->account, self->other_model);
}

/* Asked something else by whoever hears that it is asked: the last question is the one that is sent. */
static void
test_asked_while_told (TaggerFixture *self,
                       gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "oak");
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_signal_connect (picture, "notify::state", G_CALLBACK (ask_other), self);
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "oak");
  g_assert_true (clarifai_model_ref_equal (surmise_question_get_model (surmise_picture_get_question (picture)),
                                           self->other_model));
  /* Nor was the other one billed. */
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 3);
}

/* One answer's names do not stand beside another's. */
static void
test_second_cleared (TaggerFixture *self,
                     gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  ask (self, picture, question);
  test_wait_until (has_second, picture);
  tagger_ask (self, picture);
  g_assert_nonnull (surmise_picture_get_second_output (picture));
  tagger_wait (picture);
  g_assert_null (surmise_picture_get_second_output (picture));
}

static void
test_second_cancelled (TaggerFixture *self,
                       gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmiseQuestion) question = in_two_languages (self);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_allow (self, 1);
  ask (self, picture, question);
  tagger_wait (picture);
  surmise_tagger_cancel (self->tagger, picture);
  tagger_assert_done (picture, "owl");
}

static void
test_unlike_apart (TaggerFixture *self,
                   gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) german = question_new (self, &(SurmiseQuestionFacts) { .language = "de" });
  SurmisePicture *pictures[40];
  guint n_inputs[2] = { 0 };

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_allow (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = tagger_picture_new (i);
      if (i % 2 == 0)
        tagger_ask (self, pictures[i]);
      else
        ask (self, pictures[i], german);
    }
  tagger_fixture_allow (self, G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    tagger_wait (pictures[i]);

  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    {
      g_autofree char *body = dup_body (self, i);

      n_inputs[strstr (body, "\"language\":\"de\"") != NULL] += tagger_fixture_n_inputs (self, i);
    }
  g_assert_cmpuint (n_inputs[FALSE], ==, G_N_ELEMENTS (pictures) / 2);
  g_assert_cmpuint (n_inputs[TRUE], ==, G_N_ELEMENTS (pictures) / 2);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_clear_object (&pictures[i]);
}

static gboolean
is_starting (gpointer picture)
{
  return surmise_picture_get_progress (picture) == CLARIFAI_PROGRESS_MODEL_STARTING;
}

static void
test_starting_in_nobodys_way (TaggerFixture *self,
                              gconstpointer  data)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(SurmisePicture) other = tagger_picture_new (0x00ff00);

  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "oak");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("slow-%u", i);
      g_autofree char *path = g_strdup_printf ("/v2/users/ada/apps/lab/models/%s/outputs", id);
      g_autoptr(ClarifaiModelRef) slow = clarifai_model_ref_new ("ada", "lab", id, NULL);

      mock_server_reply (self->server, "POST", path, 503, STARTING);
      /* More than are opened beforehand. */
      for (guint j = 0; j < 70; j++)
        {
          g_ptr_array_add (pictures, surmise_picture_new_for_words ("Wait"));
          surmise_tagger_ask (self->tagger, pictures->pdata[pictures->len - 1], self->account, slow);
        }
    }
  for (guint i = 0; i < 3; i++)
    test_wait_until (is_starting, pictures->pdata[i * 70]);

  surmise_tagger_ask (self->tagger, other, self->account, self->other_model);
  tagger_wait (other);
  tagger_assert_done (other, "oak");
  for (guint i = 0; i < 3; i++)
    g_assert_true (surmise_picture_is_busy (pictures->pdata[i * 70]));
}

/* What waits behind others for a model that starts is let go as soon as it is not wanted. */
static void
test_let_go (TaggerFixture *self,
             gconstpointer  data)
{
  SurmisePicture *pictures[20];

  tagger_fixture_allow (self, 0);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = surmise_picture_new_for_words ("Wait");
      tagger_ask (self, pictures[i]);
    }
  surmise_tagger_cancel (self->tagger, pictures[10]);
  g_object_add_weak_pointer (G_OBJECT (pictures[10]), (gpointer *) &pictures[10]);
  g_object_unref (pictures[10]);
  g_assert_null (pictures[10]);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    g_clear_object (&pictures[i]);
}

static gboolean
is_prepared (gpointer picture)
{
  return surmise_picture_get_prepared (picture) != NULL;
}

/* Four requests to one model, eight in all. */
static void
test_limits (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) third = clarifai_model_ref_new ("ada", "lab", "stones", NULL);
  ClarifaiModelRef *models[] = { self->model, self->other_model, third };
  SurmisePicture *pictures[60];
  guint n_sending[3] = { 0 };

  tagger_fixture_allow (self, 0);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "oak");
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = surmise_picture_new_for_words ("Wait");
      surmise_tagger_ask (self->tagger, pictures[i], self->account, models[i / 20]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    n_sending[i / 20] += surmise_picture_get_state (pictures[i]) == SURMISE_PICTURE_STATE_SENDING;
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (n_sending[i], <=, 4);
  g_assert_cmpuint (n_sending[0] + n_sending[1] + n_sending[2], ==, 8);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      surmise_tagger_cancel (self->tagger, pictures[i]);
      g_clear_object (&pictures[i]);
    }
}

static void
test_sibling (TaggerFixture *self,
              gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmisePicture) sibling = NULL;
  g_autoptr(GString) heard = g_string_new (NULL);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "oak");
  tagger_ask (self, picture);
  test_wait_until (is_prepared, picture);
  sibling = surmise_picture_new_sibling (picture);
  g_assert_true (surmise_picture_get_prepared (sibling) == surmise_picture_get_prepared (picture));
  g_assert_cmpstr (surmise_picture_get_name (sibling), ==, surmise_picture_get_name (picture));
  g_assert_null (surmise_picture_get_output (sibling));

  g_signal_connect (sibling, "notify::state", G_CALLBACK (on_state), heard);
  surmise_tagger_ask (self->tagger, sibling, self->account, self->other_model);
  tagger_wait (sibling);
  tagger_wait (picture);
  tagger_assert_done (sibling, "oak");
  tagger_assert_done (picture, "owl");
  g_assert_cmpstr (heard->str, ==, "sending done ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/tagger-question/" path, TaggerFixture, NULL, tagger_fixture_set_up, func, tagger_fixture_tear_down)
  ADD ("config", test_config);
  ADD ("words/beside-a-picture", test_words_beside);
  ADD ("words/alone", test_words_alone);
  ADD ("refused", test_refused);
  ADD ("words/one-a-request", test_words_go_alone);
  ADD ("method", test_method);
  ADD ("second/after-the-first", test_second);
  ADD ("second/after-all-first-ones", test_second_last);
  ADD ("second/fails-nothing", test_second_fails);
  ADD ("second/asked-anew", test_second_asked_anew);
  ADD ("asked-while-told", test_asked_while_told);
  ADD ("second/cleared", test_second_cleared);
  ADD ("second/cancelled", test_second_cancelled);
  ADD ("unlike-questions-apart", test_unlike_apart);
  ADD ("fair/starting-in-nobodys-way", test_starting_in_nobodys_way);
  ADD ("fair/limits", test_limits);
  ADD ("let-go", test_let_go);
  ADD ("sibling", test_sibling);

  return g_test_run ();
}
