/* test-ask.c – how precisely a model is asked, and the question as code
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what the code says in each language, and what a question does to a request, which are tested below this
 * layer; saving a file, for which a window test presses the file chooser's buttons.
 */
#include "config.h"

#include "ask-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>

#include "clarifai-concept.h"
#include "surmise-code-window.h"
#include "surmise-model-feed-view.h"
#include "surmise-model-versions.h"
#include "surmise-options-button.h"
#include "surmise-options-chips.h"
#include "surmise-options-concepts.h"
#include "surmise-options-popover.h"
#include "surmise-picture-private.h"

#define CONCEPTS_PATH MODEL_PATH "/concepts"
#define VERSIONS_PATH MODEL_PATH "/versions"

typedef struct
{
  MockServer           *server;
  SurmiseContext       *context;
  SurmiseAccount       *account;
  ClarifaiModelRef     *ref;
  GtkWindow            *window;
  SurmiseOptionsButton *button;
  GtkWidget            *popover;
  SurmiseQuestion      *changed; /* (owned) (nullable): the last one */
  guint                 n_changed;
  guint                 n_wanted;
} Fixture;

static void
on_changed (Fixture         *self,
            SurmiseQuestion *question)
{
  g_set_object (&self->changed, question);
  self->n_changed++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  self->context = surmise_context_new (&error);
  g_assert_no_error (error);
  g_settings_reset (surmise_context_get_settings (self->context), "questions");
  self->account = new_account (self->server);
  self->ref = clarifai_model_ref_parse (MODEL, NULL);
  self->button = SURMISE_OPTIONS_BUTTON (surmise_options_button_new (self->context));
  surmise_options_button_set_account (self->button, self->account);
  g_signal_connect_swapped (self->button, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  self->window = show_in_window (GTK_WIDGET (self->button));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer button = self->button;
  gpointer popover = self->popover;

  g_object_add_weak_pointer (button, &button);
  if (popover != NULL)
    g_object_add_weak_pointer (popover, &popover);
  gtk_window_destroy (self->window);
  test_wait_until_null (&button);
  test_wait_until_null (&popover);
  g_clear_object (&self->changed);
  g_clear_object (&self->ref);
  g_clear_object (&self->account);
  g_clear_object (&self->context);
  g_clear_object (&self->server);
}

static void
use_model (Fixture    *self,
           const char *output,
           gboolean    with_languages)
{
  g_autoptr(ClarifaiModel) model = new_model (NULL, with_languages);
  g_autoptr(ClarifaiModelType) type = new_type ("image", output);

  surmise_options_button_set_model (self->button, model, type, self->ref);
}

static void
open_popover (Fixture *self)
{
  surmise_options_button_popup (self->button);
  self->popover = find_widget (GTK_WIDGET (self->button), SURMISE_TYPE_OPTIONS_POPOVER);
  g_assert_nonnull (self->popover);
  test_wait_until (is_mapped, self->popover);
}

static gpointer
part (Fixture    *self,
      const char *name)
{
  return child_of (self->popover, SURMISE_TYPE_OPTIONS_POPOVER, name);
}

static gboolean
is_there (Fixture    *self,
          const char *name)
{
  return gtk_widget_get_mapped (part (self, name));
}

static gboolean
has_changed (gpointer user_data)
{
  Fixture *self = user_data;

  return self->n_changed >= self->n_wanted;
}

static const SurmiseQuestionFacts *
wait_for_change (Fixture *self,
                 guint    n)
{
  self->n_wanted = n;
  test_wait_until (has_changed, self);
  g_assert_cmpuint (self->n_changed, ==, n);

  return surmise_question_get_facts (self->changed);
}

static void
test_made_when_opened (Fixture       *self,
                       gconstpointer  data)
{
  g_assert_null (find_widget (GTK_WIDGET (self->button), SURMISE_TYPE_OPTIONS_POPOVER));
  surmise_options_button_popup (self->button);
  g_assert_null (find_widget (GTK_WIDGET (self->button), SURMISE_TYPE_OPTIONS_POPOVER));
  use_model (self, "concepts", FALSE);
  open_popover (self);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_classifier (Fixture       *self,
                 gconstpointer  data)
{
  use_model (self, "concepts", TRUE);
  open_popover (self);
  g_assert_true (is_there (self, "most_spin"));
  g_assert_true (is_there (self, "least_spin"));
  g_assert_true (is_there (self, "only_row"));
  g_assert_true (is_there (self, "languages"));
  g_assert_true (is_there (self, "version_row"));
  g_assert_false (is_there (self, "none_label"));
}

static void
test_other_kinds (Fixture       *self,
                  gconstpointer  data)
{
  use_model (self, "regions[...].region_info.bounding_box,regions[...].data.concepts", FALSE);
  open_popover (self);
  g_assert_true (is_there (self, "most_spin"));
  g_assert_false (is_there (self, "languages"));
  use_model (self, "colors", TRUE);
  g_assert_false (is_there (self, "most_spin"));
  g_assert_false (is_there (self, "only_row"));
  g_assert_false (is_there (self, "languages"));
  g_assert_true (is_there (self, "version_row"));
  g_assert_cmpstr (gtk_label_get_label (part (self, "none_label")), ==,
                   "There is nothing to set for this kind of answer.");
  surmise_options_button_set_model (self->button, NULL, NULL, self->ref);
  g_assert_cmpstr (gtk_label_get_label (part (self, "none_label")), ==,
                   "It is not known yet what can be set for this model.");
}

static void
test_methods (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ClarifaiMethod) method = new_method ("predict", FALSE,
                                                 new_argument ("prompt", CLARIFAI_DATA_TYPE_STRING, TRUE, NULL), NULL);
  g_autoptr(GListModel) methods = new_methods (method, NULL);
  g_autoptr(ClarifaiModel) model = new_model (methods, TRUE);
  g_autoptr(ClarifaiModelType) type = new_type ("image", "concepts");

  surmise_options_button_set_model (self->button, model, type, self->ref);
  open_popover (self);
  g_assert_false (is_there (self, "most_spin"));
  g_assert_cmpstr (gtk_label_get_label (part (self, "none_label")), ==,
                   "What this model wants to know is asked below the picture.");
}

static void
test_one_change (Fixture       *self,
                 gconstpointer  data)
{
  const SurmiseQuestionFacts *facts;

  use_model (self, "concepts", FALSE);
  open_popover (self);
  for (int i = 30; i >= 20; i--)
    gtk_spin_button_set_value (part (self, "most_spin"), i);
  gtk_spin_button_set_value (part (self, "least_spin"), 50);
  g_assert_cmpuint (self->n_changed, ==, 0);
  facts = wait_for_change (self, 1);
  g_assert_cmpuint (facts->max_concepts, ==, 20);
  g_assert_cmpfloat_with_epsilon (facts->min_value, 0.5, 1e-6);
  g_assert_true (surmise_options_button_get_question (self->button) == self->changed);
}

static void
test_at_once_when_closed (Fixture       *self,
                          gconstpointer  data)
{
  use_model (self, "concepts", FALSE);
  open_popover (self);
  gtk_spin_button_set_value (part (self, "most_spin"), 7);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_assert_cmpuint (self->n_changed, ==, 1);
  g_assert_cmpuint (surmise_question_get_facts (self->changed)->max_concepts, ==, 7);
}

static void
test_back_is_no_change (Fixture       *self,
                        gconstpointer  data)
{
  use_model (self, "concepts", FALSE);
  open_popover (self);
  gtk_spin_button_set_value (part (self, "most_spin"), 7);
  gtk_spin_button_set_value (part (self, "most_spin"), 200);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_assert_cmpuint (self->n_changed, ==, 0);
}

static void
test_told_again (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(ClarifaiModel) model = new_model (NULL, TRUE);
  g_autoptr(ClarifaiModelType) type = new_type ("image", "concepts");

  surmise_options_button_set_model (self->button, model, type, self->ref);
  open_popover (self);
  gtk_spin_button_set_value (part (self, "most_spin"), 7);
  surmise_options_button_set_model (self->button, model, type, self->ref);
  surmise_options_button_set_question (self->button, surmise_options_button_get_question (self->button));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (self, "most_spin")), ==, 7);
  wait_for_change (self, 1);
}

static void
test_percent (Fixture       *self,
              gconstpointer  data)
{
  GtkSpinButton *spin;

  use_model (self, "concepts", FALSE);
  open_popover (self);
  spin = part (self, "least_spin");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "0\302\240%");
  gtk_editable_set_text (GTK_EDITABLE (spin), "35");
  gtk_spin_button_update (spin);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "35\302\240%");
  gtk_editable_set_text (GTK_EDITABLE (spin), "40 %");
  gtk_spin_button_update (spin);
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 40);
  gtk_editable_set_text (GTK_EDITABLE (spin), "nonsense");
  gtk_spin_button_update (spin);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "40\302\240%");
}

static void
test_languages (Fixture       *self,
                gconstpointer  data)
{
  const SurmiseQuestionFacts *facts;

  use_model (self, "concepts", TRUE);
  open_popover (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self->popover, "Names In")), 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (self->popover, "Also In")), 2);
  facts = wait_for_change (self, 1);
  g_assert_cmpstr (facts->language, ==, "en");
  g_assert_cmpstr (facts->second_language, ==, "de");
}

static void
test_reset (Fixture       *self,
            gconstpointer  data)
{
  const SurmiseQuestionFacts set = { .max_concepts = 5, .min_value = 0.9, .language = "de", .words = "why?" };
  g_autoptr(SurmiseQuestion) question = surmise_question_new (self->ref, &set);
  const SurmiseQuestionFacts *facts;

  use_model (self, "concepts", TRUE);
  surmise_options_button_set_question (self->button, question);
  open_popover (self);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (self, "most_spin")), ==, 5);
  g_assert_true (gtk_widget_get_sensitive (part (self, "reset_button")));
  g_signal_emit_by_name (part (self, "reset_button"), "clicked");
  g_assert_cmpuint (self->n_changed, ==, 1);
  facts = surmise_question_get_facts (self->changed);
  g_assert_cmpuint (facts->max_concepts, ==, 200);
  g_assert_cmpfloat (facts->min_value, ==, 0);
  g_assert_null (facts->language);
  g_assert_cmpstr (facts->words, ==, "why?");
  g_assert_false (gtk_widget_get_sensitive (part (self, "reset_button")));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (self, "most_spin")), ==, 200);
}

static void
test_remembered (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmiseQuestion) remembered = NULL;

  use_model (self, "concepts", FALSE);
  open_popover (self);
  gtk_spin_button_set_value (part (self, "most_spin"), 9);
  wait_for_change (self, 1);
  remembered = surmise_context_dup_question (self->context, self->ref);
  g_assert_nonnull (remembered);
  g_assert_cmpuint (surmise_question_get_facts (remembered)->max_concepts, ==, 9);
  surmise_options_button_set_model (self->button, NULL, NULL, NULL);
  g_assert_null (surmise_options_button_get_question (self->button));
  use_model (self, "concepts", FALSE);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (self, "most_spin")), ==, 9);
}

static void
test_other_model (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) other = clarifai_model_ref_parse ("eve/zoo/owls", NULL);
  g_autoptr(SurmiseQuestion) question = surmise_question_new (other, NULL);

  use_model (self, "concepts", FALSE);
  open_popover (self);
  gtk_spin_button_set_value (part (self, "most_spin"), 7);
  surmise_options_button_set_question (self->button, question);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_assert_cmpuint (self->n_changed, ==, 0);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (part (self, "most_spin")), ==, 200);
}

static void
test_says_what_is_set (Fixture       *self,
                       gconstpointer  data)
{
  const SurmiseQuestionFacts set = { .max_concepts = 5, .min_value = 0.9, .second_language = "de" };
  g_autoptr(ClarifaiModelRef) pinned = clarifai_model_ref_parse (MODEL "/versions/aa7f35c01e0642fda5cf400f543e7c40", NULL);
  g_autoptr(SurmiseQuestion) question = surmise_question_new (self->ref, &set);
  g_autoptr(SurmiseQuestion) version = NULL;
  GtkWidget *menu_button = child_of (self->button, SURMISE_TYPE_OPTIONS_BUTTON, "menu_button");
  const char *description = "5 concepts at most\nAt least 90\302\240%\nNames in de";

  use_model (self, "concepts", FALSE);
  gtk_test_accessible_assert_property (menu_button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Ask Precisely");
  gtk_test_accessible_assert_property (menu_button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  surmise_options_button_set_question (self->button, question);
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (menu_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
  g_assert_nonnull (pinned);
  version = surmise_question_new (pinned, NULL);
  surmise_options_button_set_question (self->button, version);
  gtk_test_accessible_assert_property (menu_button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Version aa7f35c0");
}

/* Answers with the concepts "@word 0" and so on. */
static void
reply_concepts (Fixture    *self,
                const char *word,
                guint       n)
{
  g_autoptr(GString) body = g_string_new (OK ",\"concepts\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "%s{\"id\":\"%s-%u\",\"name\":\"%s %u\",\"value\":1}", i > 0 ? "," : "", word, i, word, i);
  g_string_append (body, "]}");
  mock_server_reply (self->server, "GET", CONCEPTS_PATH, 200, body->str);
}

static void
open_concepts (Fixture *self)
{
  use_model (self, "concepts", FALSE);
  open_popover (self);
  g_signal_emit_by_name (part (self, "only_row"), "activated");
}

static GtkWidget *
get_view (Fixture *self)
{
  return find_widget (self->popover, SURMISE_TYPE_MODEL_FEED_VIEW);
}

static gboolean
has_rows (gpointer user_data)
{
  SurmiseFeed *feed = surmise_model_feed_view_get_feed (user_data);
  GtkSelectionModel *shown = gtk_list_view_get_model (GTK_LIST_VIEW (find_widget (user_data, GTK_TYPE_LIST_VIEW)));

  return feed != NULL && g_list_model_get_n_items (surmise_feed_get_list (feed)) > 0
         && shown != NULL && g_list_model_get_n_items (G_LIST_MODEL (shown)) > 0;
}

static gboolean
has_failed (gpointer user_data)
{
  return surmise_feed_get_state (surmise_model_feed_view_get_feed (user_data)) == SURMISE_FEED_STATE_FAILED;
}

static void
activate (Fixture *self,
          guint    position)
{
  g_signal_emit_by_name (get_view (self), "activate", position);
}

static void
test_only_these (Fixture       *self,
                 gconstpointer  data)
{
  const SurmiseQuestionFacts *facts;
  g_autoptr(ClarifaiConcept) first = NULL;

  reply_concepts (self, "owl", 3);
  open_concepts (self);
  test_wait_until (has_rows, get_view (self));
  activate (self, 2);
  activate (self, 0);
  facts = wait_for_change (self, 1);
  g_assert_nonnull (facts->only);
  g_assert_cmpuint (g_list_model_get_n_items (facts->only), ==, 2);
  first = g_list_model_get_item (facts->only, 0);
  g_assert_cmpstr (clarifai_concept_get_name (first), ==, "owl 2");
  g_assert_cmpstr (gtk_label_get_label (part (self, "only_label")), ==, "2 concepts");
  activate (self, 2);
  facts = wait_for_change (self, 2);
  g_assert_cmpuint (g_list_model_get_n_items (facts->only), ==, 1);
  g_assert_cmpstr (gtk_label_get_label (part (self, "only_label")), ==, "owl 0");
}

static void
test_row_is_called_chosen (Fixture       *self,
                           gconstpointer  data)
{
  GtkWidget *row;

  reply_concepts (self, "owl", 1);
  open_concepts (self);
  test_wait_until (has_rows, get_view (self));
  row = gtk_widget_get_parent (find_widget (get_view (self), GTK_TYPE_CHECK_BUTTON));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "owl 0");
  activate (self, 0);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "owl 0, chosen");
}

static void
test_chip_removes (Fixture       *self,
                   gconstpointer  data)
{
  GtkWidget *chips;
  GtkWidget *chip;

  reply_concepts (self, "owl", 3);
  open_concepts (self);
  test_wait_until (has_rows, get_view (self));
  chips = find_widget (self->popover, SURMISE_TYPE_OPTIONS_CHIPS);
  g_assert_false (gtk_widget_get_visible (chips));
  activate (self, 1);
  activate (self, 2);
  chip = gtk_widget_get_first_child (chips);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “owl 1”");
  g_signal_emit_by_name (chip, "clicked");
  chip = gtk_widget_get_first_child (chips);
  gtk_test_accessible_assert_property (chip, GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove “owl 2”");
  g_assert_null (gtk_widget_get_next_sibling (chip));
}

static gboolean
searched (gpointer user_data)
{
  Fixture *self = user_data;

  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    {
      const MockRequest *request = mock_server_get_request (self->server, i);

      if (request->query != NULL && strstr (request->query, "search=barn%20owl") != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_service_searches (Fixture       *self,
                       gconstpointer  data)
{
  GtkWidget *entry;

  reply_concepts (self, "owl", 3);
  open_concepts (self);
  test_wait_until (has_rows, get_view (self));
  entry = find_widget (self->popover, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "b");
  gtk_editable_set_text (GTK_EDITABLE (entry), "barn");
  gtk_editable_set_text (GTK_EDITABLE (entry), "barn owl");
  test_wait_until (searched, self);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 2);
}

static void
test_page_again (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *retry;

  mock_server_reply (self->server, "GET", CONCEPTS_PATH, 400, "{\"status\":{\"code\":11100}}");
  reply_concepts (self, "owl", 3);
  open_concepts (self);
  test_wait_until (has_failed, get_view (self));
  retry = child_of (get_view (self), SURMISE_TYPE_MODEL_FEED_VIEW, "retry_button");
  g_assert_true (gtk_widget_get_mapped (retry));
  g_signal_emit_by_name (retry, "clicked");
  test_wait_until (has_rows, get_view (self));
}

static void
test_version (Fixture       *self,
              gconstpointer  data)
{
  mock_server_reply (self->server, "GET", VERSIONS_PATH, 200,
                     OK ",\"model_versions\":[{\"id\":\"aa7f35c01e0642fd\",\"status\":{\"code\":21100}},"
                     "{\"id\":\"bb7f35c01e0642fd\",\"status\":{\"code\":21102}}]}");
  use_model (self, "concepts", FALSE);
  open_popover (self);
  g_assert_cmpstr (gtk_label_get_label (part (self, "version_label")), ==, "Newest");
  g_signal_emit_by_name (part (self, "version_row"), "activated");
  test_wait_until (has_rows, get_view (self));
  activate (self, 1);
  activate (self, 0);
  wait_for_change (self, 1);
  g_assert_cmpstr (clarifai_model_ref_get_version_id (surmise_question_get_model (self->changed)), ==,
                   "aa7f35c01e0642fd");
  g_assert_cmpstr (gtk_label_get_label (part (self, "version_label")), ==, "aa7f35c0");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (part (self, "stack")), ==, "main");
  gtk_test_accessible_assert_property (part (self, "version_row"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Version: aa7f35c0");
}

static void
test_window_gone (Fixture       *self,
                  gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };

  mock_server_reply_full (self->server, "GET", CONCEPTS_PATH, &slow);
  open_concepts (self);
  mock_server_wait_for_requests (self->server, 1);
  gtk_spin_button_set_value (part (self, "most_spin"), 7);
}

static GtkWidget *
find_code_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (SURMISE_IS_CODE_WINDOW (window))
        return window;
    }

  return NULL;
}

static char *
dup_code (GtkWidget *window)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (child_of (window, SURMISE_TYPE_CODE_WINDOW, "text_view"));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GtkWidget *
show_code (Fixture        *self,
           SurmisePicture *picture)
{
  g_autoptr(SurmiseQuestion) question = surmise_question_new (self->ref, NULL);
  GtkWidget *window;

  surmise_code_window_show (self->window, self->account, picture, question);
  window = find_code_window ();
  g_assert_nonnull (window);
  test_wait_until (is_mapped, window);

  return window;
}

static void
test_code_kinds (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_address ("https://example.com/train.jpg", NULL);
  GtkWidget *window = show_code (self, picture);
  GtkDropDown *kind = child_of (window, SURMISE_TYPE_CODE_WINDOW, "kind");

  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (kind)), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *code = NULL;

      gtk_drop_down_set_selected (kind, i);
      code = dup_code (window);
      g_assert_nonnull (strstr (code, "general-image-recognition"));
      g_assert_nonnull (strstr (code, "https://example.com/train.jpg"));
      g_assert_null (strstr (code, TOKEN));
    }
  g_assert_false (gtk_widget_get_visible (child_of (window, SURMISE_TYPE_CODE_WINDOW, "save_box")));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_code_local (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/holiday picture.png");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);
  GtkWidget *window = show_code (self, picture);
  GtkDropDown *kind = child_of (window, SURMISE_TYPE_CODE_WINDOW, "kind");
  g_autofree char *code = dup_code (window);
  g_autofree char *command = NULL;

  g_assert_nonnull (strstr (code, "holiday picture-prepared.jpg"));
  g_assert_null (strstr (code, "/nowhere"));
  gtk_drop_down_set_selected (kind, 4);
  command = dup_code (window);
  g_assert_nonnull (strstr (command, "/nowhere/holiday picture.png"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static SurmisePicture *
new_prepared_picture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "balloons.jpg", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  SurmisePicture *picture = surmise_picture_new_for_file (file);
  g_autoptr(SurmisePrepared) prepared = NULL;
  g_autoptr(GError) error = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (fd, >=, 0);
  prepared = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, &error);
  g_assert_no_error (error);
  _surmise_picture_set_prepared (picture, prepared, SURMISE_PREPARE_EDGE);
  g_close (fd, NULL);

  return picture;
}

static void
test_code_prepared (Fixture       *self,
                    gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = new_prepared_picture ();
  GtkWidget *window = show_code (self, picture);
  GtkWidget *save_box = child_of (window, SURMISE_TYPE_CODE_WINDOW, "save_box");

  g_assert_true (gtk_widget_get_visible (save_box));
  /* The command prepares the picture's own file by itself. */
  gtk_drop_down_set_selected (child_of (window, SURMISE_TYPE_CODE_WINDOW, "kind"), 4);
  g_assert_false (gtk_widget_get_visible (save_box));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_code_copied (Fixture       *self,
                  gconstpointer  data)
{
  GtkWidget *window = show_code (self, NULL);
  g_autofree char *code = dup_code (window);
  GdkContentProvider *provider;
  g_auto(GValue) value = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  gtk_widget_activate_action (window, "code.copy", NULL);
  provider = gdk_clipboard_get_content (gtk_widget_get_clipboard (window));
  g_assert_nonnull (provider);
  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (provider, &value, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_value_get_string (&value), ==, code);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/ask/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("options/made-when-opened", test_made_when_opened);
  ADD ("options/takes/classifier", test_classifier);
  ADD ("options/takes/other-kinds", test_other_kinds);
  ADD ("options/takes/methods", test_methods);
  ADD ("options/one-change", test_one_change);
  ADD ("options/at-once-when-closed", test_at_once_when_closed);
  ADD ("options/back-is-no-change", test_back_is_no_change);
  ADD ("options/told-again", test_told_again);
  ADD ("options/percent", test_percent);
  ADD ("options/languages", test_languages);
  ADD ("options/reset", test_reset);
  ADD ("options/remembered", test_remembered);
  ADD ("options/other-model", test_other_model);
  ADD ("options/says-what-is-set", test_says_what_is_set);
  ADD ("options/only/chosen", test_only_these);
  ADD ("options/only/row-is-called-chosen", test_row_is_called_chosen);
  ADD ("options/only/chip-removes", test_chip_removes);
  ADD ("options/only/service-searches", test_service_searches);
  ADD ("options/only/page-again", test_page_again);
  ADD ("options/version", test_version);
  ADD ("options/window-gone", test_window_gone);
  ADD ("code/kinds", test_code_kinds);
  ADD ("code/local", test_code_local);
  ADD ("code/prepared", test_code_prepared);
  ADD ("code/copied", test_code_copied);
#undef ADD

  return g_test_run ();
}
