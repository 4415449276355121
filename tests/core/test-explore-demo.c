/* test-explore-demo.c – finding models and looking into them, at the service on this computer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what the lists do with odd replies and failures.
 */
#include "config.h"

#include "clarifai-concept-names.h"
#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "clarifai-version-list.h"
#include "clarifai-version.h"
#include "surmise-account-private.h"
#include "surmise-demo-server.h"
#include "surmise-model-check.h"
#include "surmise-model-search.h"
#include "surmise-model-types.h"
#include "test-utils.h"

typedef struct
{
  SurmiseDemoServer *server;
  SurmiseAccount    *account;
  ClarifaiModelRef  *model;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;

  self->server = surmise_demo_server_new (&error);
  g_assert_no_error (error);
  self->account = _surmise_account_new (session, "demo", surmise_demo_server_get_base (self->server),
                                        SURMISE_ACCOUNT_PLACE_DEMO, &error);
  g_assert_no_error (error);
  _surmise_account_take_token (self->account, surmise_token_copy (surmise_demo_server_get_token (self->server)));
  self->model = clarifai_model_ref_parse (SURMISE_DEMO_MODEL, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->model);
  g_clear_object (&self->account);
  g_clear_object (&self->server);
}

static gboolean
search_is_at_rest (gpointer search)
{
  return surmise_model_search_get_state (search) != SURMISE_FEED_STATE_LOADING;
}

static gboolean
feed_is_at_rest (gpointer feed)
{
  return surmise_feed_get_state (feed) != SURMISE_FEED_STATE_LOADING;
}

static GListModel *
look_for (SurmiseModelSearch       *search,
          const SurmiseModelFilter *filter)
{
  surmise_model_search_set_filter (search, filter);
  test_wait_until (search_is_at_rest, search);
  g_assert_no_error (surmise_model_search_get_error (search));
  g_assert_cmpint (surmise_model_search_get_state (search), ==, SURMISE_FEED_STATE_COMPLETE);

  return surmise_model_search_get_list (search);
}

static gboolean
has_model (GListModel       *list,
           ClarifaiModelRef *ref)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ClarifaiModel) model = g_list_model_get_item (list, i);
      ClarifaiModelRef *other = clarifai_model_get_ref (model);

      if (g_str_equal (clarifai_model_ref_get_model_id (other), clarifai_model_ref_get_model_id (ref)))
        return TRUE;
    }

  return FALSE;
}

static void
test_search (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(SurmiseModelSearch) search = surmise_model_search_new ();
  GListModel *list;
  guint n_all;

  surmise_model_search_set_account (search, self->account);
  list = look_for (search, &(SurmiseModelFilter) { .show_all = TRUE });
  n_all = g_list_model_get_n_items (list);
  g_assert_true (has_model (list, self->model));

  list = look_for (search, &(SurmiseModelFilter) { .words = "picture-properties" });
  g_assert_true (has_model (list, self->model));
  g_assert_cmpuint (g_list_model_get_n_items (list), <, n_all);

  list = look_for (search, &(SurmiseModelFilter) { .words = "no such words anywhere" });
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
}

/* Each that is listed for a kind is of a type, or has a signature, that gives it. */
static void
test_kinds (Fixture       *self,
            gconstpointer  data)
{
  static const ClarifaiOutputKinds kinds[] = {
    CLARIFAI_OUTPUT_KIND_CONCEPTS, CLARIFAI_OUTPUT_KIND_REGIONS, CLARIFAI_OUTPUT_KIND_COLORS,
  };
  g_autoptr(SurmiseModelSearch) search = surmise_model_search_new ();

  surmise_model_search_set_account (search, self->account);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *list = look_for (search, &(SurmiseModelFilter) { .kinds = kinds[i] });

      g_assert_cmpuint (g_list_model_get_n_items (list), >, 0);
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr(ClarifaiModel) model = g_list_model_get_item (list, j);
          ClarifaiModelType *type = surmise_model_types_lookup (self->account, clarifai_model_get_type_id (model));

          g_assert_nonnull (type);
          g_assert_true ((clarifai_model_type_get_output_kinds (type) & kinds[i]) != 0 ||
                         (clarifai_model_get_signature_output_kinds (model) & kinds[i]) != 0);
        }
    }
}

static void
test_facts (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(SurmiseModelCheck) check = NULL;
  g_autoptr(GError) error = NULL;
  ClarifaiModel *model;

  surmise_model_check_async (self->account, self->model, NULL, test_catch_result, &result);
  check = surmise_model_check_finish (self->account, test_wait_for_result (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (surmise_model_check_get_verdict (check), ==, SURMISE_MODEL_VERDICT_USABLE);
  model = surmise_model_check_get_model (check);
  g_assert_nonnull (clarifai_model_get_notes (model));
  g_assert_nonnull (clarifai_model_get_created (model));
  g_assert_cmpuint (g_strv_length ((char **) clarifai_model_get_language_ids (model)), >, 0);
}

static GListModel *
fetch (Fixture           *self,
       ClarifaiPagedList *list)
{
  g_autoptr(SurmiseFeed) feed = surmise_feed_new (self->account, list);

  do
    {
      surmise_feed_fetch_more (feed);
      test_wait_until (feed_is_at_rest, feed);
      g_assert_no_error (surmise_feed_get_error (feed));
    }
  while (surmise_feed_get_state (feed) != SURMISE_FEED_STATE_COMPLETE);

  return G_LIST_MODEL (list);
}

static void
test_versions (Fixture       *self,
               gconstpointer  data)
{
  g_autoptr(ClarifaiVersionList) versions = NULL;
  g_autoptr(ClarifaiVersion) first = NULL;

  versions = clarifai_version_list_new (surmise_account_get_client (self->account), self->model);
  first = g_list_model_get_item (fetch (self, CLARIFAI_PAGED_LIST (versions)), 0);
  g_assert_nonnull (first);
  g_assert_cmpint (clarifai_version_get_usable (first), ==, CLARIFAI_VERDICT_YES);
}

static void
test_concepts (Fixture       *self,
               gconstpointer  data)
{
  ClarifaiClient *client = surmise_account_get_client (self->account);
  g_autoptr(ClarifaiConceptNames) all = clarifai_concept_names_new (client, self->model, NULL, NULL);
  g_autoptr(ClarifaiConceptNames) some = NULL;
  g_autoptr(ClarifaiConcept) first = NULL;
  guint n_all = g_list_model_get_n_items (fetch (self, CLARIFAI_PAGED_LIST (all)));
  guint n_some;

  g_assert_cmpuint (n_all, >, 1);
  first = g_list_model_get_item (G_LIST_MODEL (all), 0);
  some = clarifai_concept_names_new (client, self->model, clarifai_concept_get_name (first), NULL);
  n_some = g_list_model_get_n_items (fetch (self, CLARIFAI_PAGED_LIST (some)));
  g_assert_cmpuint (n_some, >, 0);
  g_assert_cmpuint (n_some, <, n_all);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/explore-demo/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("search", test_search);
  ADD ("kinds", test_kinds);
  ADD ("facts", test_facts);
  ADD ("versions", test_versions);
  ADD ("concepts", test_concepts);
#undef ADD

  return g_test_run ();
}
