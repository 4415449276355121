/* test-model-window.c – looking into one model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: how Markdown is read; which replies of the service are understood, which is tested below this layer.
 */
#include "config.h"

#include "model-chooser-fixture.h"
#include "surmise-model-concepts.h"
#include "surmise-model-facts.h"
#include "surmise-model-feed-view.h"
#include "surmise-model-notes.h"
#include "surmise-model-versions.h"
#include "surmise-model-window.h"

#define OWLS          "/v2/users/eve/apps/zoo/models/owls"
#define VERSIONS_PATH OWLS "/versions"
#define CONCEPTS_PATH OWLS "/concepts"

#define MODEL(more) OK ",\"model\":{\"id\":\"owls\",\"name\":\"Owls\",\"user_id\":\"eve\",\"app_id\":\"zoo\"," \
                    "\"model_type_id\":\"visual-classifier\",\"star_count\":7," more \
                    "\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21100}}}}"

static void
on_use (char            **used,
        ClarifaiModelRef *model,
        const char       *name,
        gboolean          compare)
{
  g_autofree char *path = clarifai_model_ref_to_string (model);

  *used = g_strdup_printf ("%s %s %d", path, name, compare);
}

static char *used;

static GtkWindow *
open_window (Fixture *self)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse ("eve/zoo/owls", NULL);
  GtkWindow *window = surmise_model_window_new (self->window, self->context, self->account, ref);

  g_clear_pointer (&used, g_free);
  g_signal_connect_swapped (window, "use", G_CALLBACK (on_use), &used);
  gtk_window_present (window);

  return window;
}

static gpointer
child (GtkWindow  *window,
       const char *name)
{
  GObject *found = gtk_widget_get_template_child (GTK_WIDGET (window), SURMISE_TYPE_MODEL_WINDOW, name);

  g_assert_nonnull (found);

  return found;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Whether a label with this text is on the screen. */
typedef struct
{
  GtkWidget  *root;
  const char *text;
} Wanted;

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *one = gtk_widget_get_first_child (widget); one != NULL; one = gtk_widget_get_next_sibling (one))
    if (shows (one, text))
      return TRUE;

  return FALSE;
}

static gboolean
shows_wanted (gpointer user_data)
{
  Wanted *wanted = user_data;

  return shows (wanted->root, wanted->text);
}

static void
wait_for_text (gpointer    root,
               const char *text)
{
  Wanted wanted = { root, text };

  test_wait_until (shows_wanted, &wanted);
}

static void
show_page (GtkWindow  *window,
           const char *name)
{
  test_wait_until (is_mapped, child (window, "pages"));
  gtk_stack_set_visible_child_name (child (window, "pages"), name);
}

static void
test_page (Fixture       *self,
           gconstpointer  data)
{
  GtkWindow *window;

  mock_server_reply (self->server, "GET", OWLS, 200,
                     MODEL ("\"description\":\"Knows <b>owls</b> & others.\",\"license\":\"MIT\",\"notes\":\"# Title\\n\\n"
                            "See [this](https://e.org) and ![that](https://e.org/x.png)\",\"visibility\":{\"gettable\":50},"));
  window = open_window (self);
  wait_for_text (window, "Knows <b>owls</b> & others.");
  wait_for_text (child (window, "notes"), "Title");
  wait_for_text (child (window, "notes"), "See this and that");
  wait_for_text (child (window, "facts"), "eve / zoo");
  wait_for_text (child (window, "facts"), "7");
  wait_for_text (child (window, "facts"), "Everyone");
  wait_for_text (child (window, "facts"), "concepts");
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Owls");
  /* Versions and concepts are asked for when they are looked at. */
  g_assert_cmpuint (count_requests (self, VERSIONS_PATH), ==, 0);
  g_assert_cmpuint (count_requests (self, CONCEPTS_PATH), ==, 0);
}

static void
test_long_texts (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *word = g_strnfill (2 * 1024 * 1024, 'w');
  g_autofree char *body = NULL;
  GtkWindow *window;

  body = g_strdup_printf (MODEL ("\"description\":\"%s\",\"notes\":\"%.100000s\","), word, word);
  mock_server_reply (self->server, "GET", OWLS, 200, body);
  window = open_window (self);
  test_wait_until (is_mapped, child (window, "description_label"));
  g_assert_cmpuint (strlen (gtk_label_get_text (child (window, "description_label"))), <, 5000);
  wait_for_text (child (window, "notes"), "There is more on the model’s web page.");
}

static void
test_vanished (Fixture       *self,
               gconstpointer  data)
{
  GtkWindow *window;

  mock_server_reply (self->server, "GET", OWLS, 404, "{\"status\":{\"code\":21200,\"description\":\"Gone\"}}");
  mock_server_reply (self->server, "GET", OWLS, 200, MODEL ("\"description\":\"Back.\","));
  window = open_window (self);
  wait_for_text (window, "There is no such model, or this account may not see it.");
  gtk_widget_activate_action (GTK_WIDGET (window), "model.use", NULL);
  g_assert_null (used);

  g_signal_emit_by_name (child (window, "retry_button"), "clicked");
  wait_for_text (window, "Back.");
}

static void
test_use_and_compare (Fixture       *self,
                      gconstpointer  data)
{
  GtkWindow *window;

  mock_server_reply (self->server, "GET", OWLS, 200, MODEL (""));
  window = open_window (self);
  test_wait_until (is_mapped, child (window, "use_button"));
  gtk_widget_activate_action (GTK_WIDGET (window), "model.use", NULL);
  g_assert_cmpstr (used, ==, "eve/zoo/owls Owls 0");

  window = open_window (self);
  test_wait_until (is_mapped, child (window, "use_button"));
  gtk_widget_activate_action (GTK_WIDGET (window), "model.compare", NULL);
  g_assert_cmpstr (used, ==, "eve/zoo/owls Owls 1");
}

static void
test_favorite (Fixture       *self,
               gconstpointer  data)
{
  SurmiseFavorites *favorites = surmise_context_get_favorites (self->context);
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse ("eve/zoo/owls", NULL);
  GtkWindow *window;

  mock_server_reply (self->server, "GET", OWLS, 200, MODEL (""));
  window = open_window (self);
  test_wait_until (is_mapped, child (window, "use_button"));
  gtk_toggle_button_set_active (child (window, "favorite_button"), TRUE);
  g_assert_true (surmise_favorites_contains (favorites, ref));
  surmise_favorites_remove (favorites, ref);
  g_assert_false (gtk_toggle_button_get_active (child (window, "favorite_button")));
}

static void
test_version (Fixture       *self,
              gconstpointer  data)
{
  GtkWindow *window;
  GtkWidget *versions;
  GtkWidget *view;

  mock_server_reply (self->server, "GET", OWLS, 200, MODEL (""));
  mock_server_reply (self->server, "GET", VERSIONS_PATH, 200,
                     OK ",\"model_versions\":[{\"id\":\"v1\",\"created_at\":\"2018-03-06T12:00:00Z\",\"status\":{\"code\":21100}},"
                     "{\"id\":\"v0\",\"created_at\":\"2017-03-06T12:00:00Z\",\"status\":{\"code\":21111,\"description\":\"No data\"}}]}");
  window = open_window (self);
  show_page (window, "versions");
  wait_for_text (window, "6 March 2018");
  wait_for_text (window, "trained");
  wait_for_text (window, "not trained");
  wait_for_text (window, "v0 · No data");

  versions = find_widget (GTK_WIDGET (window), SURMISE_TYPE_MODEL_VERSIONS);
  view = find_widget (versions, SURMISE_TYPE_MODEL_FEED_VIEW);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_null (surmise_model_versions_get_version (SURMISE_MODEL_VERSIONS (versions)));
  g_signal_emit_by_name (view, "activate", 0);
  wait_for_text (window, "Version v1");
  gtk_widget_activate_action (GTK_WIDGET (window), "model.use", NULL);
  g_assert_cmpstr (used, ==, "eve/zoo/owls/versions/v1 Owls 0");
}

static void
test_versions_again (Fixture       *self,
                     gconstpointer  data)
{
  GtkWindow *window;
  GtkWidget *view;

  mock_server_reply (self->server, "GET", OWLS, 200, MODEL (""));
  mock_server_reply (self->server, "GET", VERSIONS_PATH, 200, "<html>Sign in to the hotel</html>");
  mock_server_reply (self->server, "GET", VERSIONS_PATH, 200, OK ",\"model_versions\":[]}");
  window = open_window (self);
  show_page (window, "versions");
  view = find_widget (GTK_WIDGET (window), SURMISE_TYPE_MODEL_FEED_VIEW);
  test_wait_until (is_mapped, gtk_widget_get_template_child (view, SURMISE_TYPE_MODEL_FEED_VIEW, "retry_button"));
  g_signal_emit_by_name (gtk_widget_get_template_child (view, SURMISE_TYPE_MODEL_FEED_VIEW, "retry_button"), "clicked");
  wait_for_text (window, "There are no versions to see.");
}

static void
test_concepts (Fixture       *self,
               gconstpointer  data)
{
  const MockReply found = { .status = 200, .body = OK ",\"concepts\":[{\"id\":\"c2\",\"name\":\"barn <i>owl</i>\"}]}",
                            .query = "search=barn" };
  GtkWindow *window;
  GtkWidget *concepts;

  mock_server_reply (self->server, "GET", OWLS, 200, MODEL (""));
  mock_server_reply (self->server, "GET", CONCEPTS_PATH, 200, OK ",\"concepts\":[{\"id\":\"c1\",\"name\":\"snowy owl\"}]}");
  mock_server_reply_full (self->server, "GET", CONCEPTS_PATH, &found);
  window = open_window (self);
  show_page (window, "concepts");
  wait_for_text (window, "snowy owl");
  concepts = find_widget (GTK_WIDGET (window), SURMISE_TYPE_MODEL_CONCEPTS);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (concepts, GTK_TYPE_SEARCH_ENTRY)), "barn");
  wait_for_text (window, "barn <i>owl</i>");
  g_assert_false (shows (concepts, "snowy owl"));
}

/* The fixture waits until all is gone, and fails if a request keeps something. */
static void
test_gone_in_mid_request (Fixture       *self,
                          gconstpointer  data)
{
  const MockReply slow = { .status = 200, .body = "{}", .delay_ms = 10000 };
  gpointer window;

  mock_server_reply_full (self->server, "GET", OWLS, &slow);
  window = open_window (self);
  test_wait_until (is_mapped, window);
  g_object_add_weak_pointer (window, &window);
  gtk_window_destroy (window);
  test_wait_until_null (&window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/model-window/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("page", test_page);
  ADD ("long-texts", test_long_texts);
  ADD ("vanished", test_vanished);
  ADD ("use-and-compare", test_use_and_compare);
  ADD ("favorite", test_favorite);
  ADD ("versions/pick", test_version);
  ADD ("versions/again", test_versions_again);
  ADD ("concepts/search", test_concepts);
  ADD ("gone-in-mid-request", test_gone_in_mid_request);
#undef ADD

  return g_test_run ();
}
