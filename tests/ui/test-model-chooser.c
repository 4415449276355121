/* test-model-chooser.c – choosing a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: which addresses are understood and what each verdict stands on, which are tested below this layer; real
 * keys and pointers, which window tests press.
 */
#include "config.h"

#include "model-chooser-fixture.h"

#include "surmise-model-chooser.h"

#include "surmise-model-list-keys.h"
#include "surmise-model-row.h"

#define OWLS_PATH "/v2/users/eve/apps/zoo/models/owls"
#define GPT_PATH  "/v2/users/eve/apps/zoo/models/gpt"

static gboolean
is_visible (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_hidden (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static void
assert_nothing_to_use (Fixture *self)
{
  g_assert_false (gtk_widget_get_visible (card_child (self, "use_button")));
  press_enter (self);
  g_assert_null (self->chosen);
}

static void
test_button_says_the_model (Fixture       *self,
                            gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse ("clarifai/main/general-image-recognition", NULL);
  GtkWidget *menu_button = gtk_widget_get_first_child (GTK_WIDGET (self->button));

  surmise_model_button_set_model (self->button, ref);
  g_assert_cmpstr (surmise_model_button_get_name (self->button), ==, "General Image Recognition");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Model: General Image Recognition");
}

static void
test_without_account (Fixture       *self,
                      gconstpointer  data)
{
  surmise_model_button_set_account (self->button, NULL);
  surmise_model_button_popup (self->button);
  g_assert_null (find_widget (GTK_WIDGET (self->button), SURMISE_TYPE_MODEL_CHOOSER));
}

static void
test_garbage (Fixture       *self,
              gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "https://example.com/eve/zoo/models/owls");
  test_wait_until (is_visible, card_child (self, "reason_label"));
  assert_card_text (self, "reason_label", "Type user/app/model, or paste the address of the model’s page on clarifai.com.");
  assert_nothing_to_use (self);
  g_assert_cmpuint (count_requests (self, OWLS_PATH), ==, 0);
}

static void
test_other_kind (Fixture       *self,
                 gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "https://clarifai.com/eve/zoo/workflows/owls");
  wait_for_card_text (self, "reason_label",
                      "It leads to something else on clarifai.com. Open the model’s own page and copy its address.");
  assert_nothing_to_use (self);
}

static void
test_half_address (Fixture       *self,
                   gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "eve/");
  wait_for_card_text (self, "reason_label", "Go on with the app and the model: user/app/model");
  type_text (self, "eve/zoo/");
  wait_for_card_text (self, "reason_label", "Go on with the model: user/app/model");
  assert_nothing_to_use (self);
}

static void
test_shown_before_use (Fixture       *self,
                       gconstpointer  data)
{
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  type_text (self, "https://clarifai.com/eve/zoo/models/owls?tab=overview");
  g_assert_false (gtk_widget_get_visible (card_child (self, "use_button")));
  wait_for_card_text (self, "description_label", "Knows about Owls.");
  assert_card_text (self, "name_label", "Owls");
  assert_card_text (self, "owner_label", "eve / zoo");
  assert_card_text (self, "word_label", "concepts");
  g_assert_null (self->chosen);

  g_signal_emit_by_name (card_child (self, "use_button"), "clicked");
  wait_for_chosen (self, "eve/zoo/owls Owls");
  g_assert_cmpstr (surmise_model_button_get_name (self->button), ==, "Owls");
  test_wait_until (is_hidden, self->chooser);
}

static void
test_not_found (Fixture       *self,
                gconstpointer  data)
{
  mock_server_reply (self->server, "GET", OWLS_PATH, 404,
                     "{\"status\":{\"code\":21200,\"description\":\"Model does not exist\"}}");
  open_chooser (self);
  type_text (self, "eve/zoo/owls");
  wait_for_card_text (self, "reason_label", "There is no such model, or this account may not see it.");
  assert_nothing_to_use (self);
}

static void
test_takes_no_images (Fixture       *self,
                      gconstpointer  data)
{
  reply_model (self, "eve/zoo/gpt", "GPT", "audio-to-text", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  wait_for_card_text (self, "reason_label", "This model does not take pictures.");
  assert_card_text (self, "name_label", "GPT");
  assert_nothing_to_use (self);
}

static void
test_takes_words (Fixture       *self,
                  gconstpointer  data)
{
  reply_model (self, "eve/zoo/gpt", "GPT", "text-to-text", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  wait_for_card_text (self, "reason_label", "This model takes words instead of pictures.");
  press_enter (self);
  wait_for_chosen (self, "eve/zoo/gpt GPT");
}

static void
test_lookup_again (Fixture       *self,
                   gconstpointer  data)
{
  mock_server_reply (self->server, "GET", OWLS_PATH, 200, "<html>Sign in to the hotel</html>");
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/owls");
  test_wait_until (is_visible, card_child (self, "retry_button"));
  g_assert_false (gtk_widget_get_visible (card_child (self, "use_button")));
  g_signal_emit_by_name (card_child (self, "retry_button"), "clicked");
  wait_for_card_text (self, "description_label", "Knows about Owls.");
}

/* Enter before the answer asks at once, and uses nothing that has not been shown. */
static void
test_enter_uses (Fixture       *self,
                 gconstpointer  data)
{
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/owls");
  press_enter (self);
  wait_for_card_text (self, "description_label", "Knows about Owls.");
  g_assert_null (self->chosen);
  press_enter (self);
  wait_for_chosen (self, "eve/zoo/owls Owls");
}

static void
test_version_kept (Fixture       *self,
                   gconstpointer  data)
{
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  mock_server_reply (self->server, "GET", OWLS_PATH "/versions/v7", 200,
                     OK ",\"model_version\":{\"id\":\"v7\",\"status\":{\"code\":21100}}}");
  open_chooser (self);
  type_text (self, "eve/zoo/owls/versions/v7");
  wait_for_card_text (self, "owner_label", "eve / zoo, version v7");
  test_wait_until (is_visible, card_child (self, "use_button"));
  press_enter (self);
  wait_for_chosen (self, "eve/zoo/owls/versions/v7 Owls");
}

static void
test_asks_once_for_a_word (Fixture       *self,
                           gconstpointer  data)
{
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/ow");
  type_text (self, "eve/zoo/owl");
  type_text (self, "eve/zoo/owls");
  wait_for_card_text (self, "description_label", "Knows about Owls.");
  g_assert_cmpuint (count_requests (self, "/v2/users/eve/apps/zoo/models/ow"), ==, 0);
  g_assert_cmpuint (count_requests (self, "/v2/users/eve/apps/zoo/models/owl"), ==, 0);
  g_assert_cmpuint (count_requests (self, OWLS_PATH), ==, 1);
}

static gboolean
has_asked (gpointer user_data)
{
  return count_requests (user_data, GPT_PATH) == 1;
}

/* The server speaks from a thread of its own, which wakes nobody here. */
static gboolean
look_again (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_request (Fixture *self)
{
  guint source = g_timeout_add (10, look_again, NULL);

  test_wait_until (has_asked, self);
  g_source_remove (source);
}

static void
test_newer_text_wins (Fixture       *self,
                      gconstpointer  data)
{
  const MockReply slow = { .status = 404, .body = "{\"status\":{\"code\":21200}}", .delay_ms = 10000 };

  mock_server_reply_full (self->server, "GET", GPT_PATH, &slow);
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  press_enter (self);
  wait_for_request (self);
  type_text (self, "eve/zoo/owls");
  wait_for_card_text (self, "description_label", "Knows about Owls.");
}

static void
test_words_and_enter (Fixture       *self,
                      gconstpointer  data)
{
  reply_page (self, 0, 30);
  open_chooser (self);
  wait_for_choice (self, "Bird 29");
  type_text (self, "BIRD 17");
  wait_for_n_models (self, 1);
  g_assert_nonnull (find_choice (self, "Yours"));
  press_enter (self);
  wait_for_chosen (self, "ada/lab/bird-17 Bird 17");
}

/* What was typed before the list came is what Enter uses when it has come. */
static void
test_words_before_the_list (Fixture       *self,
                            gconstpointer  data)
{
  reply_page (self, 0, 30);
  open_chooser (self);
  type_text (self, "bird");
  press_enter (self);
  g_assert_null (self->chosen);
  wait_for_choice (self, "Bird 29");
  press_enter (self);
  wait_for_chosen (self, "ada/lab/bird-0 Bird 0");
}

static void
test_nothing_matches (Fixture       *self,
                      gconstpointer  data)
{
  reply_page (self, 0, 3);
  open_chooser (self);
  wait_for_choice (self, "Bird 2");
  type_text (self, "zebra");
  wait_for_n_models (self, 0);
  press_enter (self);
  g_assert_null (self->chosen);
}

/* As often as it takes: the list guesses its own height until it has shown its rows. */
static gboolean
second_page_is_there (gpointer user_data)
{
  Fixture *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return find_choice (self, "Bird 54") != NULL;
}

static const MockRequest *
last_request (Fixture    *self,
              const char *path)
{
  for (guint i = mock_server_get_n_requests (self->server); i > 0; i--)
    if (g_str_equal (mock_server_get_request (self->server, i - 1)->path, path))
      return mock_server_get_request (self->server, i - 1);

  g_assert_not_reached ();
}

static void
test_pages_as_scrolled (Fixture       *self,
                        gconstpointer  data)
{
  reply_page (self, 0, PER_PAGE);
  reply_page (self, PER_PAGE, 5);
  open_chooser (self);
  wait_for_choice (self, "Bird 49");
  g_assert_cmpuint (count_requests (self, YOURS_PATH), ==, 1);

  test_wait_until (second_page_is_there, self);
  g_assert_cmpuint (count_requests (self, YOURS_PATH), ==, 2);
  g_assert_cmpstr (last_request (self, YOURS_PATH)->query, ==, "page=2&per_page=50&additional_fields=stars");
}

static void
test_page_again (Fixture       *self,
                 gconstpointer  data)
{
  GListModel *list;

  mock_server_reply (self->server, "GET", YOURS_PATH, 200, "<html>Sign in to the hotel</html>");
  reply_page (self, 0, 3);
  open_chooser (self);
  list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  wait_for_choice (self, "The Answer Makes No Sense");
  g_assert_cmpint (surmise_model_choice_get_kind (find_choice (self, "The Answer Makes No Sense")), ==,
                   SURMISE_MODEL_CHOICE_FAILED);
  wait_for_n_models (self, 0);

  g_signal_emit_by_name (self->view, "activate", g_list_model_get_n_items (list) - 1);
  wait_for_n_models (self, 3);
  g_assert_null (find_choice (self, "The Answer Makes No Sense"));
}

static void
test_no_models_yet (Fixture       *self,
                    gconstpointer  data)
{
  reply_page (self, 0, 0);
  open_chooser (self);
  wait_for_choice (self, "There are no models yet.");
  g_assert_nonnull (find_choice (self, "Yours"));
}

static gboolean
first_has_word (gpointer user_data)
{
  SurmiseModelChoice *choice = find_choice (user_data, "Bird 0");

  return choice != NULL && g_strcmp0 (surmise_model_choice_get_word (choice), "concepts") == 0;
}

static void
test_row_says_what_comes_back (Fixture       *self,
                               gconstpointer  data)
{
  reply_page (self, 0, 20);
  open_chooser (self);
  test_wait_until (first_has_word, self);
  g_assert_cmpuint (count_requests (self, "/v2/users/clarifai/apps/main/models/types/visual-classifier"), ==, 1);
}

static gboolean
ninth_is_unusable (gpointer user_data)
{
  SurmiseModelChoice *choice = find_choice (user_data, "Bird 9");

  return choice != NULL && !surmise_model_choice_get_usable (choice);
}

/* Such a row explains itself where another would be used. */
static void
test_unusable_row (Fixture       *self,
                   gconstpointer  data)
{
  reply_page (self, 0, 10);
  reply_model (self, "ada/lab/bird-9", "Bird 9", "audio-to-text", 21100);
  open_chooser (self);
  test_wait_until (ninth_is_unusable, self);
  type_text (self, "bird 9");
  wait_for_n_models (self, 1);
  press_enter (self);
  wait_for_card_text (self, "reason_label", "This model does not take pictures.");
  g_assert_null (self->chosen);
}

/* The mock server knows two of the well-known ones; the others are gone. */
static void
test_hints_are_verified (Fixture       *self,
                         gconstpointer  data)
{
  reply_model (self, "clarifai/main/general-image-recognition", "Image Recognition", "visual-classifier", 21100);
  reply_model (self, "clarifai/main/food-item-recognition", "Food", "visual-classifier", 21100);
  reply_page (self, 0, 0);
  open_chooser (self);
  wait_for_n_models (self, 2);
  wait_for_choice (self, "Image Recognition");
  wait_for_choice (self, "Food");
}

static gboolean
last_line_failed (gpointer user_data)
{
  Fixture *self = user_data;
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_autoptr(SurmiseModelChoice) last = g_list_model_get_item (list, MAX (g_list_model_get_n_items (list), 1) - 1);

  return last != NULL && surmise_model_choice_get_kind (last) == SURMISE_MODEL_CHOICE_FAILED;
}

static void
test_hints_offline (Fixture       *self,
                    gconstpointer  data)
{
  SurmiseModelChoice *hint;

  g_clear_object (&self->server);
  open_chooser (self);
  test_wait_until (last_line_failed, self);
  hint = find_choice (self, "General Image Recognition");
  g_assert_nonnull (hint);
  g_assert_false (surmise_model_choice_get_checked (hint));
  g_assert_true (surmise_model_choice_get_usable (hint));
}

static void
test_recent_first (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse ("eve/zoo/owls", NULL);
  g_autoptr(SurmiseModelChoice) first = NULL;
  GListModel *list;

  surmise_context_remember_model (self->context, self->account, ref, "Owls");
  surmise_model_button_set_model (self->button, ref);
  reply_model (self, "eve/zoo/owls", "Owls", "visual-classifier", 21100);
  open_chooser (self);
  list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  wait_for_choice (self, "Owls");

  g_assert_cmpuint (surmise_model_list_next (list, -1, 1), ==, 1);
  first = g_list_model_get_item (list, 0);
  g_assert_cmpstr (surmise_model_choice_get_text (first), ==, "Recent");
  g_assert_true (surmise_model_choice_get_in_use (find_choice (self, "Owls")));
}

static void
test_closed_in_mid_request (Fixture       *self,
                            gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };

  mock_server_reply_full (self->server, "GET", GPT_PATH, &slow);
  mock_server_reply_full (self->server, "GET", YOURS_PATH, &slow);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  press_enter (self);
  wait_for_request (self);
  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  test_wait_until (is_hidden, self->chooser);
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "");
}

/* The fixture waits until the window's widgets are gone, and fails if a request keeps them. */
static void
test_window_gone_in_mid_request (Fixture       *self,
                                 gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };

  mock_server_reply_full (self->server, "GET", GPT_PATH, &slow);
  mock_server_reply_full (self->server, "GET", YOURS_PATH, &slow);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  press_enter (self);
  wait_for_request (self);
}

static void
test_account_changed_in_mid_request (Fixture       *self,
                                     gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };
  g_autoptr(GError) error = NULL;
  SurmiseAccount *demo = surmise_account_list_get_demo (surmise_context_get_accounts (self->context), &error);

  g_assert_no_error (error);
  mock_server_reply_full (self->server, "GET", GPT_PATH, &slow);
  mock_server_reply_full (self->server, "GET", YOURS_PATH, &slow);
  open_chooser (self);
  type_text (self, "eve/zoo/gpt");
  press_enter (self);
  wait_for_request (self);
  surmise_model_button_set_account (self->button, demo);
  type_text (self, "");
  wait_for_choice (self, "Color Recognition");
  g_assert_nonnull (find_choice (self, "Demo"));
  g_assert_null (find_choice (self, "Well-Known"));
}

static void
test_row_is_called_something (Fixture       *self,
                              gconstpointer  data)
{
  GtkWidget *child;

  reply_page (self, 0, 1);
  open_chooser (self);
  type_text (self, "bird");
  test_wait_until (first_has_word, self);
  child = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  while (child != NULL && (gtk_widget_get_first_child (child) == NULL
                           || surmise_model_row_get_choice (SURMISE_MODEL_ROW (gtk_widget_get_first_child (child)))
                              != find_choice (self, "Bird 0")))
    child = gtk_widget_get_next_sibling (child);
  g_assert_nonnull (child);
  gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, "Bird 0, ada / lab, concepts");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/model-chooser/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("button-says-the-model", test_button_says_the_model);
  ADD ("without-account", test_without_account);
  ADD ("typing/garbage", test_garbage);
  ADD ("typing/other-kind", test_other_kind);
  ADD ("typing/half-address", test_half_address);
  ADD ("typing/shown-before-use", test_shown_before_use);
  ADD ("typing/not-found", test_not_found);
  ADD ("typing/takes-no-images", test_takes_no_images);
  ADD ("typing/takes-words", test_takes_words);
  ADD ("typing/lookup-again", test_lookup_again);
  ADD ("typing/enter-uses", test_enter_uses);
  ADD ("typing/version-kept", test_version_kept);
  ADD ("typing/asks-once-for-a-word", test_asks_once_for_a_word);
  ADD ("typing/newer-text-wins", test_newer_text_wins);
  ADD ("words/enter", test_words_and_enter);
  ADD ("words/before-the-list", test_words_before_the_list);
  ADD ("words/nothing-matches", test_nothing_matches);
  ADD ("yours/pages-as-scrolled", test_pages_as_scrolled);
  ADD ("yours/page-again", test_page_again);
  ADD ("yours/no-models-yet", test_no_models_yet);
  ADD ("yours/what-comes-back", test_row_says_what_comes_back);
  ADD ("yours/unusable", test_unusable_row);
  ADD ("well-known/verified", test_hints_are_verified);
  ADD ("well-known/offline", test_hints_offline);
  ADD ("recent/first", test_recent_first);
  ADD ("gone/closed", test_closed_in_mid_request);
  ADD ("gone/window", test_window_gone_in_mid_request);
  ADD ("gone/account", test_account_changed_in_mid_request);
  ADD ("row-is-called-something", test_row_is_called_something);
#undef ADD

  return g_test_run ();
}
