/* test-context.c – the services that are shared, and the models that are remembered
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings are in memory. Not here: the accounts and the tagger, which have tests of their own.
 */
#include "config.h"

#include "clarifai-model-ref.h"
#include "surmise-context.h"
#include "surmise-model-hint.h"
#include "tagger-fixture.h"
#include "test-utils.h"

typedef struct
{
  SurmiseContext *context;
  SurmiseAccount *account;
  SurmiseAccount *demo;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  GSettings *settings;

  g_setenv ("CLARIFAI_PAT", TAGGER_TOKEN, TRUE);
  g_setenv ("CLARIFAI_API_BASE", "http://127.0.0.1:1", TRUE);
  self->context = surmise_context_new (&error);
  g_assert_no_error (error);
  self->account = g_object_ref (surmise_account_list_find (surmise_context_get_accounts (self->context), "environment"));
  self->demo = g_object_ref (surmise_account_list_get_demo (surmise_context_get_accounts (self->context), &error));
  g_assert_no_error (error);

  settings = surmise_context_get_settings (self->context);
  g_settings_reset (settings, "model");
  g_settings_reset (settings, "demo-model");
  g_settings_reset (settings, "recent-models");
  g_settings_reset (settings, "original-size");
  g_settings_reset (settings, "favorite-models");
  g_settings_reset (settings, "questions");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->account);
  g_clear_object (&self->demo);
  if (self->context != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (self->context), (gpointer *) &self->context);
      g_object_unref (self->context);
      test_wait_until_null ((gpointer *) &self->context);
    }
}

static void
assert_model (Fixture        *self,
              SurmiseAccount *account,
              const char     *expected)
{
  g_autoptr(ClarifaiModelRef) model = surmise_context_dup_model (self->context, account);
  g_autofree char *text = clarifai_model_ref_to_string (model);

  g_assert_cmpstr (text, ==, expected);
}

static void
remember (Fixture        *self,
          SurmiseAccount *account,
          const char     *text,
          const char     *name)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_parse (text, NULL);

  surmise_context_remember_model (self->context, account, model, name);
}

static char *
dup_recent (Fixture *self)
{
  g_autoptr(GListModel) recent = surmise_context_list_recent (self->context);
  g_autoptr(GString) line = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (recent); i++)
    {
      g_autoptr(ClarifaiModelRef) model = g_list_model_get_item (recent, i);
      g_autofree char *text = clarifai_model_ref_to_string (model);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", text);
    }

  return g_strdup (line->str);
}

static void
test_to_begin_with (Fixture       *self,
                    gconstpointer  data)
{
  g_autofree char *recent = dup_recent (self);

  assert_model (self, self->account, "clarifai/main/general-image-recognition");
  g_assert_true (g_list_model_get_n_items (G_LIST_MODEL (surmise_context_get_accounts (self->context))) >= 2);
  g_assert_cmpstr (recent, ==, "");
}

static void
test_remembered (Fixture       *self,
                 gconstpointer  data)
{
  remember (self, self->account, "ada/lab/birds/versions/v7", "Birds");
  assert_model (self, self->account, "ada/lab/birds/versions/v7");
}

static void
test_demo_apart (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *recent = NULL;

  remember (self, self->account, "ada/lab/birds", "Birds");
  remember (self, self->demo, "demo/on-device/picture-properties", "Properties");
  assert_model (self, self->account, "ada/lab/birds");
  assert_model (self, self->demo, "demo/on-device/picture-properties");
  recent = dup_recent (self);
  g_assert_cmpstr (recent, ==, "ada/lab/birds");
}

static void
test_recent_order (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *recent = NULL;

  remember (self, self->account, "ada/lab/a", NULL);
  remember (self, self->account, "ada/lab/b", NULL);
  remember (self, self->account, "ada/lab/a", NULL);
  recent = dup_recent (self);
  g_assert_cmpstr (recent, ==, "ada/lab/a ada/lab/b");
}

static void
test_recent_limit (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *recent = NULL;

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("ada/lab/m%u", i);

      remember (self, self->account, text, NULL);
    }
  recent = dup_recent (self);
  g_assert_cmpstr (recent, ==, "ada/lab/m9 ada/lab/m8 ada/lab/m7 ada/lab/m6 ada/lab/m5 ada/lab/m4 ada/lab/m3 ada/lab/m2");
}

static void
test_broken_settings (Fixture       *self,
                      gconstpointer  data)
{
  GSettings *settings = surmise_context_get_settings (self->context);
  g_autoptr(ClarifaiModelRef) demo_model = NULL;
  g_autofree char *recent = NULL;

  g_settings_set_string (settings, "model", "no model");
  g_settings_set_string (settings, "demo-model", "");
  g_settings_set_value (settings, "recent-models", g_variant_new_parsed ("[('no model', 'x'), ('ada/lab/birds', 'Birds')]"));
  assert_model (self, self->account, "clarifai/main/general-image-recognition");
  recent = dup_recent (self);
  g_assert_cmpstr (recent, ==, "ada/lab/birds");
  demo_model = surmise_context_dup_model (self->context, self->demo);
  g_assert_cmpstr (clarifai_model_ref_get_user_id (demo_model), ==, "demo");
}

static void
assert_name (Fixture    *self,
             const char *text,
             const char *expected)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_parse (text, NULL);
  g_autofree char *name = surmise_context_dup_model_name (self->context, model);

  g_assert_cmpstr (name, ==, expected);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  remember (self, self->account, "ada/lab/birds-of_prey", "Raptors");
  assert_name (self, "ada/lab/birds-of_prey", "Raptors");
  remember (self, self->account, "ada/lab/birds-of_prey", NULL);
  assert_name (self, "ada/lab/birds-of_prey", "Birds Of Prey");
  assert_name (self, "clarifai/main/logo-detection-v2", "Logo Detection");
  assert_name (self, "ada/main/logo-detection-v2", "Logo Detection V2");
}

static void
test_favorite_name (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);

  surmise_favorites_add (surmise_context_get_favorites (self->context), model, "Marked");
  assert_name (self, "ada/lab/birds", "Marked");
  remember (self, self->account, "ada/lab/birds", "Used");
  assert_name (self, "ada/lab/birds", "Used");
}

static void
test_question (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
  g_autoptr(SurmiseQuestion) plain = surmise_context_dup_question (self->context, model);
  g_autoptr(SurmiseQuestion) german = surmise_question_new (model, &(SurmiseQuestionFacts) { .language = "de" });
  g_autoptr(SurmiseQuestion) with_words = surmise_question_with_words (german, "Which?");
  g_autoptr(SurmiseQuestion) found = NULL;

  g_assert_cmpuint (surmise_question_get_facts (plain)->max_concepts, ==, 200);
  g_assert_null (surmise_question_get_facts (plain)->language);
  surmise_context_remember_question (self->context, with_words);
  found = surmise_context_dup_question (self->context, model);
  g_assert_true (surmise_question_equal (found, german));
}

static void
test_hints (void)
{
  g_autoptr(GListModel) hints = surmise_model_hint_list ();

  g_assert_cmpuint (g_list_model_get_n_items (hints), >, 3);
  for (guint i = 0; i < g_list_model_get_n_items (hints); i++)
    {
      g_autoptr(ClarifaiModelRef) model = g_list_model_get_item (hints, i);

      g_assert_cmpstr (clarifai_model_ref_get_user_id (model), ==, "clarifai");
    }
}

static void
ask_demo (Fixture        *self,
          SurmisePicture *picture)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("demo", "on-device", "color-recognition", NULL);

  surmise_tagger_ask (surmise_context_get_tagger (self->context), picture, self->demo, model);
}

static void
test_original_size (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(GBytes) jpeg = test_picture_new (1200, 10, 0xff0000, 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (jpeg, "Pasted");

  ask_demo (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, SURMISE_PREPARE_EDGE);

  g_settings_set_boolean (surmise_context_get_settings (self->context), "original-size", TRUE);
  ask_demo (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, 1200);
}

static void
test_gone_in_flight (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  SurmiseAccountList *accounts = surmise_context_get_accounts (self->context);

  ask_demo (self, picture);
  g_object_add_weak_pointer (G_OBJECT (accounts), (gpointer *) &accounts);
  g_object_add_weak_pointer (G_OBJECT (self->context), (gpointer *) &self->context);
  g_object_unref (self->context);
  g_assert_null (self->context);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
  test_wait_until_null ((gpointer *) &accounts);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/context/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("to-begin-with", test_to_begin_with);
  ADD ("remembered", test_remembered);
  ADD ("demo-apart", test_demo_apart);
  ADD ("recent/order", test_recent_order);
  ADD ("recent/limit", test_recent_limit);
  ADD ("broken-settings", test_broken_settings);
  ADD ("names", test_names);
  ADD ("favorite-name", test_favorite_name);
  ADD ("question", test_question);
  ADD ("original-size", test_original_size);
  ADD ("gone-in-flight", test_gone_in_flight);
  g_test_add_func ("/context/hints", test_hints);

  return g_test_run ();
}
