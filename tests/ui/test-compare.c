/* test-compare.c – several models' answers side by side
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: which rows there are and in which order, and what is asked when, which are tested below this layer; real
 * keys and pointers, which window tests press.
 */
#include "config.h"

#include <adwaita.h>

#include "mock-server.h"
#include "surmise-compare-head.h"
#include "surmise-compare-meter.h"
#include "surmise-compare-row.h"
#include "surmise-compare-view.h"
#include "surmise-context.h"
#include "surmise-message.h"
#include "test-utils.h"

#define TOKEN "0123456789abcdef0123456789abcdef"
#define WIDE  900

#define GENERAL "{\"concepts\":[{\"id\":\"1\",\"name\":\"train\",\"value\":0.999}," \
                "{\"id\":\"2\",\"name\":\"railway\",\"value\":0.5}]}"
#define FOOD    "{\"concepts\":[{\"id\":\"3\",\"name\":\"train\",\"value\":0.25}," \
                "{\"id\":\"4\",\"name\":\"lemon\",\"value\":0.75}]}"
#define ZOO     "{\"regions\":[{\"region_info\":{\"bounding_box\":{\"top_row\":0.1,\"left_col\":0.1," \
                "\"bottom_row\":0.6,\"right_col\":0.4}},\"data\":{\"concepts\":[{\"id\":\"5\",\"name\":\"owl\"," \
                "\"value\":0.9}]},\"value\":0.9}]}"

typedef struct
{
  MockServer         *server;
  SurmiseContext     *context;
  SurmiseAccount     *account;
  SurmiseComparison  *comparison;
  SurmisePicture     *picture;
  GtkWindow          *window;
  SurmiseCompareView *view;
  GtkWidget          *list;
  GtkStack           *stack;
  guint               n_added;
  guint               n_boxes;
  char               *copied;   /* (owned) (nullable) */
  const char         *wanted;   /* for the conditions that are waited for */
  guint               n_wanted;
} Fixture;

static void
reply (Fixture    *self,
       const char *model,
       const char *data,
       guint       delay_ms)
{
  g_autofree char *path = g_strdup_printf ("/v2/users/ada/apps/lab/models/%s/outputs", model);
  const MockReply answer = { .status = 200, .each_input = data, .delay_ms = delay_ms };

  mock_server_reply_full (self->server, "POST", path, &answer);
}

static void
reply_gone (Fixture    *self,
            const char *model)
{
  g_autofree char *path = g_strdup_printf ("/v2/users/ada/apps/lab/models/%s/outputs", model);

  mock_server_reply (self->server, "POST", path, 404,
                     "{\"status\":{\"code\":21200,\"description\":\"Model does not exist\"}}");
}

static SurmiseQuestion *
new_question (const char *id)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", id, NULL);

  return surmise_question_new (model, NULL);
}

static void
add_model (Fixture    *self,
           const char *id,
           const char *name)
{
  g_autoptr(SurmiseQuestion) question = new_question (id);

  if (surmise_comparison_get_n_models (self->comparison) == 0)
    surmise_comparison_set_first (self->comparison, question, name);
  else
    g_assert_true (surmise_comparison_add (self->comparison, question, name));
}

/* As the window does it: the first model's answer is the picture's own. */
static void
ask (Fixture        *self,
     SurmisePicture *picture)
{
  surmise_tagger_ask_question (surmise_context_get_tagger (self->context), picture, self->account,
                               surmise_comparison_get_question (self->comparison, 0));
  surmise_comparison_set_picture (self->comparison, picture);
}

static SurmisePicture *
new_picture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  return surmise_picture_new_for_file (file);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
on_added (Fixture *self)
{
  self->n_added++;
}

static void
on_boxes (Fixture *self)
{
  self->n_boxes++;
}

static void
on_copied (Fixture    *self,
           const char *text)
{
  g_free (self->copied);
  self->copied = g_strdup (text);
}

static GtkWidget *
view_child (Fixture    *self,
            const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (self->view), SURMISE_TYPE_COMPARE_VIEW, name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  const int *width = data;
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  g_setenv ("CLARIFAI_API_BASE", mock_server_get_base (self->server), TRUE);
  g_setenv ("CLARIFAI_PAT", TOKEN, TRUE);
  self->context = surmise_context_new (&error);
  g_assert_no_error (error);
  self->account = g_object_ref (surmise_account_list_find (surmise_context_get_accounts (self->context), "environment"));
  self->comparison = surmise_comparison_new (surmise_context_get_tagger (self->context));
  surmise_comparison_set_account (self->comparison, self->account);
  self->picture = new_picture ("lemons.jpg");

  self->view = SURMISE_COMPARE_VIEW (surmise_compare_view_new (self->comparison));
  g_signal_connect_swapped (self->view, "add-clicked", G_CALLBACK (on_added), self);
  g_signal_connect_swapped (self->view, "boxes-changed", G_CALLBACK (on_boxes), self);
  g_signal_connect_swapped (self->view, "copied", G_CALLBACK (on_copied), self);
  self->list = view_child (self, "list");
  self->stack = GTK_STACK (view_child (self, "stack"));
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, width != NULL ? *width : WIDE, 640);
  gtk_window_set_child (self->window, GTK_WIDGET (self->view));
  gtk_window_present (self->window);
  test_wait_until (is_mapped, self->view);
}

/* All goes, whatever is still on its way. */
static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->picture);
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_window_destroy (self->window);
  test_wait_until_null ((gpointer *) &self->view);
  g_object_add_weak_pointer (G_OBJECT (self->comparison), (gpointer *) &self->comparison);
  g_object_unref (self->comparison);
  test_wait_until_null ((gpointer *) &self->comparison);
  g_clear_object (&self->account);
  g_clear_object (&self->context);
  g_clear_object (&self->server);
  g_clear_pointer (&self->copied, g_free);
  g_unsetenv ("CLARIFAI_API_BASE");
  g_unsetenv ("CLARIFAI_PAT");
}

static GtkWidget *
find_nth (GtkWidget *widget,
          GType      type,
          guint     *n)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*n)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint      n)
{
  return find_nth (widget, type, &n);
}

static GtkWidget *
head_child (Fixture    *self,
            guint       i,
            const char *name)
{
  GtkWidget *head = find (GTK_WIDGET (self->view), SURMISE_TYPE_COMPARE_HEAD, i);
  GObject *child = gtk_widget_get_template_child (head, SURMISE_TYPE_COMPARE_HEAD, name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

/* (transfer none) (nullable): the row that shows a concept */
static GtkWidget *
find_row (Fixture    *self,
          const char *name)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL; item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);
      SurmiseComparisonRow *row = surmise_compare_row_get_row (SURMISE_COMPARE_ROW (child));

      if (row != NULL && g_str_equal (surmise_comparison_row_get_name (row), name))
        return child;
    }

  return NULL;
}

static gboolean
has_row (gpointer user_data)
{
  Fixture *self = user_data;
  GtkWidget *row = find_row (self, self->wanted);

  return row != NULL && gtk_widget_get_mapped (row) && gtk_widget_get_width (row) > 0;
}

static GtkWidget *
wait_for_row (Fixture    *self,
              const char *name)
{
  self->wanted = name;
  test_wait_until (has_row, self);

  return find_row (self, name);
}

static gboolean
is_done (gpointer user_data)
{
  Fixture *self = user_data;

  for (guint i = 0; i < surmise_comparison_get_n_models (self->comparison); i++)
    {
      SurmisePicture *answer = surmise_comparison_get_answer (self->comparison, i);

      if (answer == NULL || surmise_picture_is_busy (answer))
        return FALSE;
    }

  return TRUE;
}

/* Two models that have answered. */
static void
compare_two (Fixture *self)
{
  reply (self, "general", GENERAL, 0);
  reply (self, "food", FOOD, 0);
  add_model (self, "general", "General");
  add_model (self, "food", "Food");
  ask (self, self->picture);
  test_wait_until (is_done, self);
  wait_for_row (self, "train");
}

static int
get_x (GtkWidget *widget,
       Fixture   *self)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (self->view), &GRAPHENE_POINT_INIT (0, 0), &point));

  return (int) point.x;
}

static int
get_y (GtkWidget *widget,
       Fixture   *self)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (self->view), &GRAPHENE_POINT_INIT (0, 0), &point));

  return (int) point.y;
}

static void
test_columns_align (Fixture       *self,
                    gconstpointer  data)
{
  GtkWidget *first, *last;

  compare_two (self);
  first = wait_for_row (self, "train");
  last = wait_for_row (self, "lemon");
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *meter = find (first, SURMISE_TYPE_COMPARE_METER, i);
      GtkWidget *other = find (last, SURMISE_TYPE_COMPARE_METER, i);

      g_assert_cmpint (get_x (meter, self), ==, get_x (other, self));
      g_assert_cmpint (gtk_widget_get_width (meter), ==, gtk_widget_get_width (other));
      g_assert_cmpint (get_x (meter, self), ==,
                       get_x (find (GTK_WIDGET (self->view), SURMISE_TYPE_COMPARE_HEAD, i), self));
    }
  /* Both as wide as each other, so that lengths can be compared. */
  g_assert_cmpint (gtk_widget_get_width (find (first, SURMISE_TYPE_COMPARE_METER, 0)), ==,
                   gtk_widget_get_width (find (first, SURMISE_TYPE_COMPARE_METER, 1)));
}

static void
test_narrow (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *row, *one, *other;

  compare_two (self);
  row = wait_for_row (self, "train");
  one = find (row, SURMISE_TYPE_COMPARE_METER, 0);
  other = find (row, SURMISE_TYPE_COMPARE_METER, 1);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->view)), ==, *(const int *) data);
  g_assert_cmpint (get_x (one, self), ==, get_x (other, self));
  g_assert_cmpint (get_y (one, self), <, get_y (other, self));
  g_assert_cmpint (gtk_widget_get_width (one), >, 180);
}

static gboolean
are_tools_above (gpointer user_data)
{
  Fixture *self = user_data;

  return get_y (view_child (self, "tools"), self) < get_y (self->list, self);
}

static void
test_stacked (Fixture       *self,
              gconstpointer  data)
{
  compare_two (self);
  g_assert_false (are_tools_above (self));
  surmise_compare_view_set_stacked (self->view, TRUE);
  test_wait_until (are_tools_above, self);
  surmise_compare_view_set_stacked (self->view, FALSE);
  g_assert_true (gtk_widget_get_last_child (view_child (self, "content")) == view_child (self, "tools"));
}

static void
test_row_is_spoken (Fixture       *self,
                    gconstpointer  data)
{
  compare_two (self);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (wait_for_row (self, "train")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "train. General, 99.9 percent. Food, 25.0 percent.");
}

/* A number and words, not a colour. */
static void
test_only_one_says (Fixture       *self,
                    gconstpointer  data)
{
  GtkWidget *row, *mark;

  compare_two (self);
  row = wait_for_row (self, "lemon");
  mark = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  g_assert_true (gtk_widget_get_mapped (mark));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (mark)), ==, "2");
  gtk_test_accessible_assert_property (gtk_widget_get_parent (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "lemon. Only Food says this. Food, 75.0 percent.");
  mark = gtk_widget_get_next_sibling (gtk_widget_get_first_child (wait_for_row (self, "train")));
  g_assert_false (gtk_widget_get_visible (mark));
}

static void
test_head_says (Fixture       *self,
                gconstpointer  data)
{
  const char *status;

  compare_two (self);
  status = gtk_label_get_label (GTK_LABEL (head_child (self, 1, "status")));
  g_assert_true (g_str_has_suffix (status, " s · 2 concepts"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 1, "title"))), ==, "Food");
  g_assert_false (gtk_widget_get_visible (head_child (self, 0, "remove")));
  g_assert_true (gtk_widget_get_visible (head_child (self, 1, "remove")));
}

static gboolean
can_retry (gpointer user_data)
{
  return gtk_widget_get_mapped (head_child (user_data, 1, "retry"));
}

static void
test_failure_holds_up_nobody (Fixture       *self,
                              gconstpointer  data)
{
  reply (self, "general", GENERAL, 0);
  reply_gone (self, "food");
  add_model (self, "general", "General");
  add_model (self, "food", "Food");
  ask (self, self->picture);
  wait_for_row (self, "train");
  test_wait_until (can_retry, self);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 1, "status"))), ==, "There Is No Such Model");
  g_assert_true (gtk_widget_get_visible (head_child (self, 1, "warning")));
  g_assert_false (gtk_widget_get_visible (head_child (self, 0, "retry")));

  mock_server_clear (self->server);
  reply (self, "food", FOOD, 0);
  g_signal_emit_by_name (head_child (self, 1, "retry"), "clicked");
  wait_for_row (self, "lemon");
  g_assert_false (gtk_widget_get_visible (head_child (self, 1, "retry")));
  g_assert_false (gtk_widget_get_visible (head_child (self, 1, "warning")));
}

static gboolean
is_spinning (gpointer spinner)
{
  return gtk_widget_get_mapped (spinner) && gtk_spinner_get_spinning (spinner);
}

static void
test_waiting_is_calm (Fixture       *self,
                      gconstpointer  data)
{
  GtkWidget *spinner;

  reply (self, "general", GENERAL, 0);
  reply (self, "food", FOOD, 60000);
  add_model (self, "general", "General");
  add_model (self, "food", "Food");
  ask (self, self->picture);
  spinner = head_child (self, 1, "spinner");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "waiting");
  g_assert_false (is_spinning (spinner));
  wait_for_row (self, "train");
  test_wait_until (is_spinning, spinner);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 1, "status"))), ==, "Waiting…");
  g_assert_false (is_spinning (head_child (self, 0, "spinner")));
}

static void
test_remove (Fixture       *self,
             gconstpointer  data)
{
  compare_two (self);
  reply (self, "zoo", ZOO, 0);
  add_model (self, "zoo", "Zoo");
  test_wait_until (is_done, self);
  g_signal_emit_by_name (head_child (self, 1, "remove"), "clicked");
  g_assert_cmpuint (surmise_comparison_get_n_models (self->comparison), ==, 2);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 1, "title"))), ==, "Zoo");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 1, "number"))), ==, "2");
  g_assert_null (find (GTK_WIDGET (self->view), SURMISE_TYPE_COMPARE_HEAD, 2));
  g_assert_null (find_row (self, "lemon"));
}

static void
test_boxes_stay_hidden (Fixture       *self,
                        gconstpointer  data)
{
  compare_two (self);
  g_assert_false (gtk_widget_get_visible (head_child (self, 0, "boxes")));
  reply (self, "zoo", ZOO, 0);
  add_model (self, "zoo", "Zoo");
  wait_for_row (self, "owl");
  g_assert_true (gtk_widget_get_visible (head_child (self, 2, "boxes")));
  g_assert_true (surmise_compare_view_get_boxes (self->view, 2));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (head_child (self, 2, "boxes")), FALSE);
  g_assert_cmpuint (self->n_boxes, ==, 1);
  g_assert_false (surmise_compare_view_get_boxes (self->view, 2));
  /* Another one goes before it. */
  surmise_comparison_remove (self->comparison, 1);
  g_assert_false (surmise_compare_view_get_boxes (self->view, 1));
  g_assert_true (surmise_compare_view_get_boxes (self->view, 0));
  g_assert_false (surmise_compare_view_get_boxes (self->view, 3));
}

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  GtkWidget *button;

  compare_two (self);
  button = gtk_widget_get_last_child (view_child (self, "heads"));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (self->n_added, ==, 1);
  add_model (self, "zoo", "Zoo");
  g_assert_true (gtk_widget_get_visible (button));
  add_model (self, "owls", "Owls");
  g_assert_false (gtk_widget_get_visible (button));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer user_data)
{
  return *(char **) user_data != NULL;
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *wanted = NULL;

  compare_two (self);
  g_object_set (self->view, "threshold", 0.6, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "compare.copy", NULL);
  g_assert_cmpstr (self->copied, ==, "Copied the comparison as a table");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), NULL, read_cb, &text);
  test_wait_until (is_set, &text);
  wanted = surmise_comparison_to_text (self->comparison, 0.6);
  g_assert_cmpstr (text, ==, wanted);
}

static void
test_threshold (Fixture       *self,
                gconstpointer  data)
{
  GtkWidget *message, *button;

  compare_two (self);
  g_object_set (self->view, "threshold", 0.6, NULL);
  g_assert_null (find_row (self, "railway"));
  /* One who is sure is enough. */
  g_assert_nonnull (find_row (self, "train"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (view_child (self, "threshold_label"))), ==, "at least 60\302\240%");

  g_object_set (self->view, "threshold", 1.0, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "message");
  message = view_child (self, "message");
  button = GTK_WIDGET (gtk_widget_get_template_child (message, SURMISE_TYPE_MESSAGE, "button"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "compare.lower-threshold");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "compare.lower-threshold", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "table");
}

static void
test_colors_know_no_threshold (Fixture       *self,
                               gconstpointer  data)
{
  reply (self, "colors",
         "{\"colors\":[{\"raw_hex\":\"#000080\",\"value\":0.3,\"w3c\":{\"hex\":\"#000080\",\"name\":\"Navy\"}}]}", 0);
  g_object_set (self->view, "threshold", 0.9, NULL);
  add_model (self, "colors", "Colors");
  ask (self, self->picture);
  wait_for_row (self, "Navy");
  g_assert_true (g_str_has_suffix (gtk_label_get_label (GTK_LABEL (head_child (self, 0, "status"))), " s · 1 colour"));
}

static void
test_next_picture (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmisePicture) next = new_picture ("balloons.jpg");

  compare_two (self);
  mock_server_clear (self->server);
  reply (self, "general", ZOO, 0);
  reply (self, "food", FOOD, 0);
  ask (self, next);
  wait_for_row (self, "owl");
  test_wait_until (is_done, self);
  g_assert_null (find_row (self, "railway"));
  /* Back again: all is still known, and nobody is asked. */
  mock_server_clear (self->server);
  surmise_comparison_set_picture (self->comparison, self->picture);
  wait_for_row (self, "railway");
}

static gboolean
has_message (gpointer user_data)
{
  Fixture *self = user_data;

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "message");
}

static void
test_words (Fixture       *self,
            gconstpointer  data)
{
  GObject *page;

  reply (self, "general", "{\"text\":{\"raw\":\"A <train> & a cloud\"}}", 0);
  reply (self, "food", "{\"text\":{\"raw\":\"Lemons\"}}", 0);
  add_model (self, "general", "General");
  add_model (self, "food", "Food");
  ask (self, self->picture);
  test_wait_until (has_message, self);
  page = gtk_widget_get_template_child (view_child (self, "message"), SURMISE_TYPE_MESSAGE, "page");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), ==,
                   "<b>General</b>\nA &lt;train&gt; &amp; a cloud\n\n<b>Food</b>\nLemons");
}

static void
test_no_picture (Fixture       *self,
                 gconstpointer  data)
{
  compare_two (self);
  surmise_comparison_set_picture (self->comparison, NULL);
  g_assert_true (has_message (self));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (head_child (self, 0, "status"))), ==, "");
}

static void
test_all_fail (Fixture       *self,
               gconstpointer  data)
{
  reply_gone (self, "general");
  reply_gone (self, "food");
  add_model (self, "general", "General");
  add_model (self, "food", "Food");
  ask (self, self->picture);
  test_wait_until (has_message, self);
  g_assert_true (gtk_widget_get_mapped (head_child (self, 0, "retry")));
}

static void
test_words_have_no_markup (Fixture       *self,
                           gconstpointer  data)
{
  GtkWidget *row;

  reply (self, "general", "{\"concepts\":[{\"id\":\"1\",\"name\":\"<b>train</b> & co\",\"value\":0.4}]}", 0);
  add_model (self, "general", "<i>General</i>");
  ask (self, self->picture);
  row = wait_for_row (self, "<b>train</b> & co");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (row))), ==, "<b>train</b> & co");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (head_child (self, 0, "title"))), ==, "<i>General</i>");
  /* In the message it stands within markup. */
  g_object_set (self->view, "threshold", 0.9, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "message");
}

static gboolean
has_n_rows (gpointer user_data)
{
  Fixture *self = user_data;

  return g_list_model_get_n_items (surmise_comparison_get_table (self->comparison)) == self->n_wanted;
}

/* Rows are made for what is seen, and used again. */
static void
test_thousands (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(GString) body = g_string_new ("{\"concepts\":[");
  GtkWidget *scroller = gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  guint n_widgets = 0;

  for (guint i = 0; i < 11000; i++)
    g_string_append_printf (body, "%s{\"id\":\"%u\",\"name\":\"concept %u\",\"value\":0.%05u}", i > 0 ? "," : "",
                            i, i, 99999 - i);
  g_string_append (body, "]}");
  reply (self, "general", body->str, 0);
  add_model (self, "general", "General");
  ask (self, self->picture);
  self->n_wanted = 11000;
  test_wait_until (has_n_rows, self);
  wait_for_row (self, "concept 0");

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait_for_row (self, "concept 10999");
  for (GtkWidget *item = gtk_widget_get_first_child (self->list); item != NULL; item = gtk_widget_get_next_sibling (item))
    n_widgets++;
  g_assert_cmpuint (n_widgets, <, 400);
}

/* An application does it by itself. */
static void
load_style (void)
{
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/surmise/Surmise/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, func) g_test_add ("/compare/" path, Fixture, NULL, set_up, func, tear_down)

  static const int narrow = 360;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("columns-align", test_columns_align);
  g_test_add ("/compare/narrow", Fixture, &narrow, set_up, test_narrow, tear_down);
  ADD ("stacked", test_stacked);
  ADD ("row-is-spoken", test_row_is_spoken);
  ADD ("only-one-says", test_only_one_says);
  ADD ("head-says", test_head_says);
  ADD ("failure-holds-up-nobody", test_failure_holds_up_nobody);
  ADD ("waiting-is-calm", test_waiting_is_calm);
  ADD ("remove", test_remove);
  ADD ("boxes-stay-hidden", test_boxes_stay_hidden);
  ADD ("add", test_add);
  ADD ("copy", test_copy);
  ADD ("threshold", test_threshold);
  ADD ("colors-know-no-threshold", test_colors_know_no_threshold);
  ADD ("next-picture", test_next_picture);
  ADD ("words", test_words);
  ADD ("no-picture", test_no_picture);
  ADD ("all-fail", test_all_fail);
  ADD ("words-have-no-markup", test_words_have_no_markup);
  ADD ("thousands", test_thousands);

  return g_test_run ();
}
