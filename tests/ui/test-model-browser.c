/* test-model-browser.c – looking for a model among thousands
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: what is asked of the service for which filter, which is tested below this layer; real keys and pointers,
 * which window tests press; how long it takes, which is measured in tests/bench.
 */
#include "config.h"

#include "mock-catalogue.h"
#include "model-chooser-fixture.h"
#include "surmise-model-chooser.h"
#include "surmise-model-filter-bar.h"
#include "surmise-model-row.h"
#include "surmise-model-window.h"

#define PUBLIC_PATH "/v2/models"

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  fixture_set_up (self, data);
  mock_catalogue_serve (self->server, 10000, 100);
}

static gpointer
filter_child (Fixture    *self,
              const char *name)
{
  GtkWidget *bar = find_widget (self->chooser, SURMISE_TYPE_MODEL_FILTER_BAR);
  GObject *child = gtk_widget_get_template_child (bar, SURMISE_TYPE_MODEL_FILTER_BAR, name);

  g_assert_nonnull (child);

  return child;
}

/* The row that shows a model, if the list has made one. */
static SurmiseModelRow *
find_row (Fixture    *self,
          const char *text)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      SurmiseModelChoice *choice = SURMISE_IS_MODEL_ROW (row) ? surmise_model_row_get_choice (SURMISE_MODEL_ROW (row))
                                                              : NULL;

      if (choice != NULL && g_strcmp0 (surmise_model_choice_get_text (choice), text) == 0)
        return SURMISE_MODEL_ROW (row);
    }

  return NULL;
}

static gboolean
has_row (gpointer user_data)
{
  Fixture *self = user_data;

  return find_row (self, self->wanted) != NULL;
}

static gpointer
row_child (Fixture    *self,
           const char *text,
           const char *name)
{
  self->wanted = text;
  test_wait_until (has_row, self);

  return gtk_widget_get_template_child (GTK_WIDGET (surmise_model_row_get_buttons (find_row (self, text))),
                                        SURMISE_TYPE_MODEL_ROW_BUTTONS, name);
}

static void
test_found (Fixture       *self,
            gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "alpine food");
  wait_for_choice (self, "Alpine Food");
  g_assert_nonnull (find_choice (self, "Public"));
  g_assert_null (find_choice (self, "Well-Known"));
}

static void
test_enter_uses_what_was_found (Fixture       *self,
                                gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "general image recognition");
  wait_for_choice (self, "General Image Recognition");
  press_enter (self);
  wait_for_chosen (self, "clarifai/main/general-image-recognition General Image Recognition");
}

/* One question for all that is typed without a pause. */
static void
test_asks_after_a_pause (Fixture       *self,
                         gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "a");
  type_text (self, "alp");
  type_text (self, "alpine food");
  wait_for_choice (self, "Alpine Food");
  g_assert_cmpuint (count_requests (self, PUBLIC_PATH), ==, 1);
}

static void
test_nothing_found (Fixture       *self,
                    gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "qqqqqq");
  wait_for_choice (self, "No public model fits.");
  press_enter (self);
  g_assert_null (self->chosen);
}

static void
test_try_again (Fixture       *self,
                gconstpointer  data)
{
  const MockReply broken = { .status = 200, .body = "<html>Sign in to the hotel</html>", .once = TRUE };
  GListModel *list;

  mock_server_reply_full (self->server, "GET", PUBLIC_PATH, &broken);
  open_chooser (self);
  type_text (self, "alpine food");
  wait_for_choice (self, "The Answer Makes No Sense");
  list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  g_signal_emit_by_name (self->view, "activate", g_list_model_get_n_items (list) - 1);
  wait_for_choice (self, "Alpine Food");
  g_assert_null (find_choice (self, "The Answer Makes No Sense"));
}

static gboolean
all_are_boxes (gpointer user_data)
{
  Fixture *self = user_data;
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  guint n_models = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (list, i);

      if (surmise_model_choice_get_kind (choice) != SURMISE_MODEL_CHOICE_MODEL)
        continue;
      if ((surmise_model_choice_get_kinds (choice) & CLARIFAI_OUTPUT_KIND_REGIONS) == 0)
        return FALSE;
      n_models++;
    }

  return n_models > 10;
}

static void
test_what_comes_back (Fixture       *self,
                      gconstpointer  data)
{
  open_chooser (self);
  gtk_drop_down_set_selected (filter_child (self, "kind_dropdown"), 2);
  test_wait_until (all_are_boxes, self);
}

static void
test_owner (Fixture       *self,
            gconstpointer  data)
{
  open_chooser (self);
  gtk_editable_set_text (filter_child (self, "owner_entry"), "salesforce");
  wait_for_choice (self, "General English Image Caption");
  wait_for_n_models (self, 1);
}

/* Closing forgets what was looked for, filters included. */
static void
test_filters_are_forgotten (Fixture       *self,
                            gconstpointer  data)
{
  open_chooser (self);
  gtk_check_button_set_active (filter_child (self, "featured_button"), TRUE);
  wait_for_choice (self, "Public");
  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  g_assert_false (gtk_check_button_get_active (filter_child (self, "featured_button")));
  g_assert_null (find_choice (self, "Public"));
}

/* As often as it takes: the list guesses its own height until it has shown its rows. */
static gboolean
has_more (gpointer user_data)
{
  Fixture *self = user_data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return count_models (self) > self->n_wanted;
}

static gboolean
has_models (gpointer user_data)
{
  return count_models (user_data) > 20;
}

static void
test_more_as_scrolled (Fixture       *self,
                       gconstpointer  data)
{
  open_chooser (self);
  gtk_drop_down_set_selected (filter_child (self, "sort_dropdown"), 1);
  test_wait_until (has_models, self);
  self->n_wanted = count_models (self) + 200;
  test_wait_until (has_more, self);
}

static void
test_star (Fixture       *self,
           gconstpointer  data)
{
  SurmiseFavorites *favorites = surmise_context_get_favorites (self->context);
  g_autoptr(ClarifaiModelRef) ref = NULL;

  open_chooser (self);
  type_text (self, "general image detection");
  gtk_toggle_button_set_active (row_child (self, "General Image Detection", "favorite_button"), TRUE);
  ref = clarifai_model_ref_parse ("clarifai/main/general-image-detection", NULL);
  g_assert_true (surmise_favorites_contains (favorites, ref));

  gtk_popover_popdown (GTK_POPOVER (self->chooser));
  g_clear_object (&self->server);
  open_chooser (self);
  wait_for_choice (self, "Favourites");
  gtk_toggle_button_set_active (row_child (self, "General Image Detection", "favorite_button"), FALSE);
  g_assert_false (surmise_favorites_contains (favorites, ref));
}

static void
on_compare (char            **compared,
            ClarifaiModelRef *model,
            const char       *name)
{
  *compared = clarifai_model_ref_to_string (model);
}

static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *compared = NULL;

  g_signal_connect_swapped (self->button, "compare", G_CALLBACK (on_compare), &compared);
  open_chooser (self);
  type_text (self, "general image detection");
  g_signal_emit_by_name (row_child (self, "General Image Detection", "compare_button"), "clicked");
  g_assert_cmpstr (compared, ==, "clarifai/main/general-image-detection");
  g_assert_null (self->chosen);
  g_signal_handlers_disconnect_by_data (self->button, &compared);
}

static GtkWindow *
find_window (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (SURMISE_IS_MODEL_WINDOW (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;

  return NULL;
}

static gboolean
is_there (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

static void
test_about_and_back (Fixture       *self,
                     gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "alpine food");
  g_signal_emit_by_name (row_child (self, "Alpine Food", "about_button"), "clicked");
  g_assert_nonnull (find_window ());
  g_assert_false (gtk_widget_get_mapped (self->chooser));

  gtk_window_close (find_window ());
  test_wait_until (is_there, self->chooser);
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "alpine food");
  g_assert_nonnull (find_choice (self, "Alpine Food"));
}

static gboolean
can_be_used (gpointer user_data)
{
  GObject *button = gtk_widget_get_template_child (user_data, SURMISE_TYPE_MODEL_WINDOW, "use_button");

  return gtk_widget_is_sensitive (GTK_WIDGET (button)) && gtk_widget_get_mapped (GTK_WIDGET (button));
}

static void
test_about_and_use (Fixture       *self,
                    gconstpointer  data)
{
  open_chooser (self);
  type_text (self, "general image detection");
  g_signal_emit_by_name (row_child (self, "General Image Detection", "about_button"), "clicked");
  test_wait_until (can_be_used, find_window ());
  gtk_widget_activate_action (GTK_WIDGET (find_window ()), "model.use", NULL);
  wait_for_chosen (self, "clarifai/main/general-image-detection General Image Detection");
  g_assert_null (find_window ());
  g_assert_cmpstr (gtk_editable_get_text (self->entry), ==, "");
}

/* The fixture waits until all is gone, and fails if a request keeps something. */
static void
test_gone_in_mid_search (Fixture       *self,
                         gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };

  mock_server_reply_full (self->server, "GET", PUBLIC_PATH, &slow);
  open_chooser (self);
  type_text (self, "alpine food");
  wait_for_choice (self, "Public");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/model-browser/" path, Fixture, NULL, set_up, func, fixture_tear_down)
  ADD ("words/found", test_found);
  ADD ("words/enter", test_enter_uses_what_was_found);
  ADD ("words/asks-after-a-pause", test_asks_after_a_pause);
  ADD ("words/nothing", test_nothing_found);
  ADD ("words/try-again", test_try_again);
  ADD ("filter/what-comes-back", test_what_comes_back);
  ADD ("filter/owner", test_owner);
  ADD ("filter/forgotten", test_filters_are_forgotten);
  ADD ("more-as-scrolled", test_more_as_scrolled);
  ADD ("star", test_star);
  ADD ("compare", test_compare);
  ADD ("about/and-back", test_about_and_back);
  ADD ("about/and-use", test_about_and_use);
  ADD ("gone-in-mid-search", test_gone_in_mid_search);
#undef ADD

  return g_test_run ();
}
