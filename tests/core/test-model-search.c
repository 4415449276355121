/* test-model-search.c – one search for models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: waiting until somebody has typed, which is the window's; what pages are, which is the list's.
 */
#include "config.h"

#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "service-fixture.h"
#include "surmise-model-search.h"

#define QUERY(rest) "page=1&per_page=50&additional_fields=stars" rest
#define SIGNED(id, input, output) \
  "{\"id\":\"" id "\",\"user_id\":\"u\",\"app_id\":\"a\",\"model_type_id\":\"any-to-any\",\"model_version\":{\"id\":\"v\"," \
  "\"method_signatures\":[{\"name\":\"predict\",\"input_fields\":[{\"name\":\"it\",\"type\":" input "}]," \
  "\"output_fields\":[{\"name\":\"return\",\"type\":" output "}]}]}}"
#define KEY_INVALID \
  "{\"status\":{\"code\":11008,\"description\":\"Invalid API key or Invalid API key/application pair\"},\"models\":[]}"

typedef struct
{
  ServiceFixture      service;
  SurmiseModelSearch *search;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  service_fixture_set_up (&self->service, data);
  mock_server_reply_file (self->service.server, "GET", TYPES_PATH, 200, "model-types.json");
  self->search = surmise_model_search_new ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer search = self->search;

  g_object_add_weak_pointer (search, &search);
  g_clear_object (&self->search);
  test_wait_until_null (&search);
  service_fixture_tear_down (&self->service, data);
}

static gboolean
is_at_rest (gpointer search)
{
  return surmise_model_search_get_state (search) != SURMISE_FEED_STATE_LOADING;
}

static void
wait (Fixture          *self,
      SurmiseFeedState  state)
{
  test_wait_until (is_at_rest, self->search);
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, state);
}

static void
look_for (Fixture                  *self,
          const SurmiseModelFilter *filter)
{
  surmise_model_search_set_account (self->search, self->service.account);
  surmise_model_search_set_filter (self->search, filter);
}

static void
reply (Fixture    *self,
       const char *body)
{
  mock_server_reply (self->service.server, "GET", ALL_MODELS, 200, body);
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (surmise_model_search_get_list (self->search));
}

static void
assert_ids (Fixture    *self,
            const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < count (self); i++)
    {
      g_autoptr(ClarifaiModel) model = g_list_model_get_item (surmise_model_search_get_list (self->search), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                              clarifai_model_ref_get_model_id (clarifai_model_get_ref (model)));
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

#define ALL_KINDS \
  PAGE (MODEL ("classifier", "visual-classifier") "," MODEL ("detector", "visual-detector") "," \
        MODEL ("words", "text-classifier") "," MODEL ("unheard", "never-heard-of") "," \
        MODEL ("painter", "text-to-image") "," MODEL ("colors", "image-color-recognizer") "," \
        SIGNED ("seer", "9", "1") "," SIGNED ("writer", "1", "\"STR\"") "," \
        MODEL ("segmenter", "visual-segmenter") "," MODEL ("reader", "optical-character-recognizer"))

static void
test_takes_pictures (Fixture       *self,
                     gconstpointer  data)
{
  reply (self, ALL_KINDS);
  look_for (self, &(SurmiseModelFilter) { 0 });
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_LOADING);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "classifier detector unheard colors seer segmenter reader");
  g_assert_cmpstr (service_fixture_get_query (&self->service, 0), ==, "per_page=1000");
  g_assert_cmpstr (service_fixture_get_query (&self->service, 1), ==, QUERY (""));
}

/* Nobody needs to know the types for that. */
static void
test_show_all (Fixture       *self,
               gconstpointer  data)
{
  reply (self, ALL_KINDS);
  look_for (self, &(SurmiseModelFilter) { .show_all = TRUE });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (count (self), ==, 10);
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 1);
}

static void
test_kinds (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    ClarifaiOutputKinds  kinds;
    const char          *expected;
  } cases[] = {
    { CLARIFAI_OUTPUT_KIND_CONCEPTS, "classifier" },
    { CLARIFAI_OUTPUT_KIND_REGIONS, "detector reader" },
    { CLARIFAI_OUTPUT_KIND_TEXT, "seer reader" },
    { CLARIFAI_OUTPUT_KIND_CONCEPTS | CLARIFAI_OUTPUT_KIND_COLORS, "classifier colors" },
    { CLARIFAI_OUTPUT_KIND_EMBEDDINGS, "" },
  };

  reply (self, ALL_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      look_for (self, &(SurmiseModelFilter) { .kinds = cases[i].kinds });
      wait (self, SURMISE_FEED_STATE_COMPLETE);
      assert_ids (self, cases[i].expected);
    }
}

/* The service looks for the one type that gives it. */
static void
test_kind_of_one_type (Fixture       *self,
                       gconstpointer  data)
{
  reply (self, PAGE (MODEL ("colors", "image-color-recognizer")));
  look_for (self, &(SurmiseModelFilter) { .kinds = CLARIFAI_OUTPUT_KIND_COLORS });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "colors");
  g_assert_cmpstr (service_fixture_get_query (&self->service, 1), ==, QUERY ("&model_type_id=image-color-recognizer"));
}

static void
test_query (Fixture       *self,
            gconstpointer  data)
{
  reply (self, PAGE (""));
  look_for (self, &(SurmiseModelFilter) { .words = "  dog\tfood ", .featured = TRUE, .starred = TRUE,
                                          .sort = CLARIFAI_MODEL_SORT_NEWEST, .show_all = TRUE });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpstr (service_fixture_get_query (&self->service, 0), ==,
                   QUERY ("&search=dog%09food&featured_only=true&starred_only=true&sort_by_created_at=true"));
}

static void
test_owner (Fixture       *self,
            gconstpointer  data)
{
  mock_server_reply (self->service.server, "GET", "/v2/users/ada/models", 200,
                     PAGE (MODEL ("classifier", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .owner = "ada" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "classifier");
}

static void
test_no_such_owner (Fixture       *self,
                    gconstpointer  data)
{
  look_for (self, &(SurmiseModelFilter) { .owner = "nobody" });
  wait (self, SURMISE_FEED_STATE_FAILED);
  g_assert_error (surmise_model_search_get_error (self->search), CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND);
}

/* Three pages of nothing that takes pictures, and then one. */
static void
test_goes_on_by_itself (Fixture       *self,
                        gconstpointer  data)
{
  service_fixture_reply_pages (&self->service, ALL_MODELS, 3, "text-classifier");
  reply (self, PAGE (MODEL ("classifier", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { 0 });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "classifier");
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 5);
}

static void
test_not_for_ever (Fixture       *self,
                   gconstpointer  data)
{
  service_fixture_reply_pages (&self->service, ALL_MODELS, 7, "text-classifier");
  reply (self, PAGE (MODEL ("classifier", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { 0 });
  wait (self, SURMISE_FEED_STATE_IDLE);
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 6);

  surmise_model_search_fetch_more (self->search);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "classifier");
}

static void
test_fetch_more (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(TestChanges) changes = test_changes_new (surmise_model_search_get_list (self->search));

  service_fixture_reply_pages (&self->service, ALL_MODELS, 2, "visual-classifier");
  reply (self, PAGE (""));
  look_for (self, &(SurmiseModelFilter) { 0 });
  wait (self, SURMISE_FEED_STATE_IDLE);
  assert_items_changed (changes, 0, 0, 50);
  surmise_model_search_fetch_more (self->search);
  surmise_model_search_fetch_more (self->search);
  wait (self, SURMISE_FEED_STATE_IDLE);
  assert_items_changed (changes, 50, 0, 50);
  surmise_model_search_fetch_more (self->search);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_no_items_changed (changes);
  g_assert_cmpstr (service_fixture_get_query (&self->service, 3), ==, "page=3&per_page=50&additional_fields=stars");
}

static void
test_retry (Fixture       *self,
            gconstpointer  data)
{
  service_fixture_reply_pages (&self->service, ALL_MODELS, 1, "visual-classifier");
  mock_server_reply_file (self->service.server, "GET", ALL_MODELS, 401, "error-key-not-found.json");
  reply (self, PAGE (MODEL ("last", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { 0 });
  wait (self, SURMISE_FEED_STATE_IDLE);
  surmise_model_search_fetch_more (self->search);
  wait (self, SURMISE_FEED_STATE_FAILED);
  g_assert_error (surmise_model_search_get_error (self->search), CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
  g_assert_cmpuint (count (self), ==, 50);

  surmise_model_search_fetch_more (self->search);
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_FAILED);
  surmise_model_search_retry (self->search);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  g_assert_null (surmise_model_search_get_error (self->search));
  g_assert_cmpuint (count (self), ==, 51);
}

/* The rows of the previous search stay until there are others; then they are replaced at once. */
static void
test_next_search (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(TestChanges) changes = NULL;

  reply (self, PAGE (MODEL ("cats", "visual-classifier") "," MODEL ("cats2", "visual-classifier")));
  reply (self, PAGE (MODEL ("dogs", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  changes = test_changes_new (surmise_model_search_get_list (self->search));

  look_for (self, &(SurmiseModelFilter) { .words = "dogs" });
  assert_no_items_changed (changes);
  assert_ids (self, "cats cats2");
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_items_changed (changes, 0, 2, 1);
  assert_ids (self, "dogs");
}

/* What was found for other words is no answer to these. */
static void
test_next_search_fails (Fixture       *self,
                        gconstpointer  data)
{
  reply (self, PAGE (MODEL ("cats", "visual-classifier")));
  mock_server_reply_file (self->service.server, "GET", ALL_MODELS, 401, "error-key-not-found.json");
  reply (self, PAGE (MODEL ("dogs", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  look_for (self, &(SurmiseModelFilter) { .words = "dogs" });
  wait (self, SURMISE_FEED_STATE_FAILED);
  g_assert_cmpuint (count (self), ==, 0);
  surmise_model_search_retry (self->search);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "dogs");
}

static void
test_nothing_found (Fixture       *self,
                    gconstpointer  data)
{
  reply (self, PAGE (MODEL ("cats", "visual-classifier")));
  reply (self, PAGE (""));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  look_for (self, &(SurmiseModelFilter) { .words = "catsx" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (count (self), ==, 0);
}

static void
test_same_filter (Fixture       *self,
                  gconstpointer  data)
{
  reply (self, PAGE (""));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  look_for (self, &(SurmiseModelFilter) { .words = " cats ", .owner = "" });
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 2);
}

/* The slow answer to what was typed first does not come after the quick one to what was typed then. */
static void
test_previous_is_cancelled (Fixture       *self,
                            gconstpointer  data)
{
  mock_server_reply_full (self->service.server, "GET", ALL_MODELS,
                          &(MockReply) { .status = 200, .body = PAGE (MODEL ("cats", "visual-classifier")),
                                         .delay_ms = 60000 });
  reply (self, PAGE (MODEL ("dogs", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  mock_server_wait_for_requests (self->service.server, 2);
  look_for (self, &(SurmiseModelFilter) { .words = "dogs" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "dogs");
}

/* Typed over before the types of model are there. */
static void
test_cancelled_at_types (Fixture       *self,
                         gconstpointer  data)
{
  reply (self, PAGE (MODEL ("dogs", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  look_for (self, &(SurmiseModelFilter) { .words = "dogs" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "dogs");
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 2);
  g_assert_cmpstr (service_fixture_get_query (&self->service, 1), ==, QUERY ("&search=dogs&sort_by_relevance=true"));
}

/* Then what the types do not say is let through, and nobody asks for them with every letter. */
static void
test_types_not_to_be_had (Fixture       *self,
                          gconstpointer  data)
{
  mock_server_clear (self->service.server);
  reply (self, PAGE (MODEL ("words", "text-classifier") "," SIGNED ("writer", "1", "1") "," SIGNED ("seer", "9", "1")));
  look_for (self, &(SurmiseModelFilter) { .words = "a" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "words seer");
  look_for (self, &(SurmiseModelFilter) { .words = "ab" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  /* Two places where they could be, and two pages. */
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 4);
}

/* A service that does not answer to that holds up no search for long. */
static void
test_types_take_their_time (Fixture       *self,
                            gconstpointer  data)
{
  _surmise_model_search_set_patience (self->search, 50);
  mock_server_clear (self->service.server);
  mock_server_reply_full (self->service.server, "GET", TYPES_PATH,
                          &(MockReply) { .status = 200, .body = "{}", .delay_ms = 2000 });
  reply (self, PAGE (SIGNED ("writer", "1", "1") "," SIGNED ("seer", "9", "1")));
  look_for (self, &(SurmiseModelFilter) { .words = "a" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "seer");
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 2);
}

/* Where everybody's models are not listed, those of owners that are known, and of the account's own, are. */
static void
test_owners_instead (Fixture       *self,
                     gconstpointer  data)
{
  _surmise_account_set_user_id (self->service.account, "ada");
  mock_server_reply (self->service.server, "GET", ALL_MODELS, 401, KEY_INVALID);
  mock_server_reply (self->service.server, "GET", "/v2/users/clarifai/models", 200,
                     PAGE (MODEL ("general", "visual-classifier")));
  mock_server_reply (self->service.server, "GET", "/v2/users/ada/models", 200,
                     PAGE (MODEL ("own", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "a" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "own general");
}

/* The service is not asked for what it refused with every word. */
static void
test_owners_from_then_on (Fixture       *self,
                          gconstpointer  data)
{
  guint n;

  mock_server_reply (self->service.server, "GET", ALL_MODELS, 401, KEY_INVALID);
  mock_server_reply (self->service.server, "GET", "/v2/users/clarifai/models", 200,
                     PAGE (MODEL ("general", "visual-classifier")));
  look_for (self, &(SurmiseModelFilter) { .words = "a" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  n = mock_server_get_n_requests (self->service.server);
  look_for (self, &(SurmiseModelFilter) { .words = "ab" });
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  assert_ids (self, "general");
  for (; n < mock_server_get_n_requests (self->service.server); n++)
    g_assert_cmpstr (mock_server_get_request (self->service.server, n)->path, !=, ALL_MODELS);
}

static void
test_account_changes (Fixture       *self,
                      gconstpointer  data)
{
  reply (self, PAGE (MODEL ("cats", "visual-classifier")));
  surmise_model_search_set_filter (self->search, &(SurmiseModelFilter) { 0 });
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_IDLE);
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 0);

  surmise_model_search_set_account (self->search, self->service.account);
  wait (self, SURMISE_FEED_STATE_COMPLETE);
  g_assert_cmpuint (count (self), ==, 1);

  /* One account's models are not shown to the next. */
  surmise_model_search_set_account (self->search, NULL);
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_IDLE);
}

/* Before the first word, nothing is asked. */
static void
test_nothing_unasked (Fixture       *self,
                      gconstpointer  data)
{
  surmise_model_search_set_account (self->search, self->service.account);
  surmise_model_search_fetch_more (self->search);
  surmise_model_search_retry (self->search);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (surmise_model_search_get_state (self->search), ==, SURMISE_FEED_STATE_IDLE);
  g_assert_cmpuint (mock_server_get_n_requests (self->service.server), ==, 0);
}

static void
test_dropped (Fixture       *self,
              gconstpointer  data)
{
  mock_server_reply_full (self->service.server, "GET", ALL_MODELS,
                          &(MockReply) { .status = 200, .body = PAGE (""), .delay_ms = 60000 });
  look_for (self, &(SurmiseModelFilter) { .words = "cats" });
  mock_server_wait_for_requests (self->service.server, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/model-search/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("takes-pictures", test_takes_pictures);
  ADD ("show-all", test_show_all);
  ADD ("kinds", test_kinds);
  ADD ("kind-of-one-type", test_kind_of_one_type);
  ADD ("query", test_query);
  ADD ("owner", test_owner);
  ADD ("no-such-owner", test_no_such_owner);
  ADD ("goes-on-by-itself", test_goes_on_by_itself);
  ADD ("not-for-ever", test_not_for_ever);
  ADD ("fetch-more", test_fetch_more);
  ADD ("retry", test_retry);
  ADD ("next-search", test_next_search);
  ADD ("next-search-fails", test_next_search_fails);
  ADD ("nothing-found", test_nothing_found);
  ADD ("same-filter", test_same_filter);
  ADD ("previous-is-cancelled", test_previous_is_cancelled);
  ADD ("cancelled-at-types", test_cancelled_at_types);
  ADD ("types-not-to-be-had", test_types_not_to_be_had);
  ADD ("types-take-their-time", test_types_take_their_time);
  ADD ("owners-instead", test_owners_instead);
  ADD ("owners-from-then-on", test_owners_from_then_on);
  ADD ("account-changes", test_account_changes);
  ADD ("nothing-unasked", test_nothing_unasked);
  ADD ("dropped", test_dropped);
#undef ADD

  return g_test_run ();
}
