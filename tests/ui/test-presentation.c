/* test-presentation.c – a picture and its answer for a whole room
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: the window around it, full screen and real keys, which window tests press; the boxes, which the picture
 * view draws.
 */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "surmise-compare-meter.h"
#include "surmise-picture-private.h"
#include "surmise-presentation-answer.h"
#include "surmise-presentation-bar.h"
#include "surmise-presentation-words.h"
#include "surmise-presentation.h"
#include "test-utils.h"

#define WIDTH  1280
#define HEIGHT 720

typedef struct
{
  GListStore         *store;
  GtkSingleSelection *pictures;
  GtkWindow          *window;
  GtkWidget          *presentation;
  GtkStack           *stack;
  GtkSpinner         *spinner;
  guint               n_closed;
} Fixture;

static GtkWidget *
child_of (GtkWidget  *widget,
          GType       type,
          const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
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
find (Fixture *self,
      GType    type,
      guint    n)
{
  return find_nth (GTK_WIDGET (self->window), type, &n);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
on_closed (Fixture *self)
{
  self->n_closed++;
}

static SurmisePicture *
get_picture (Fixture *self,
             guint    i)
{
  g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->store), i);

  /* The store holds it. */
  return picture;
}

static void
add_picture (Fixture *self)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Picture");

  g_list_store_append (self->store, picture);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *answer;

  self->store = g_list_store_new (SURMISE_TYPE_PICTURE);
  self->pictures = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  add_picture (self);
  add_picture (self);
  add_picture (self);
  self->presentation = surmise_presentation_new (self->pictures);
  g_object_set (self->presentation, "threshold", 0.2, NULL);
  g_signal_connect_swapped (self->presentation, "closed", G_CALLBACK (on_closed), self);

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_decorated (self->window, FALSE);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  gtk_window_set_child (self->window, self->presentation);
  gtk_window_present (self->window);
  test_wait_until (is_mapped, self->presentation);

  answer = child_of (self->presentation, SURMISE_TYPE_PRESENTATION, "answer");
  self->stack = GTK_STACK (child_of (answer, SURMISE_TYPE_PRESENTATION_ANSWER, "stack"));
  self->spinner = GTK_SPINNER (child_of (answer, SURMISE_TYPE_PRESENTATION_ANSWER, "spinner"));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_object_add_weak_pointer (G_OBJECT (self->presentation), (gpointer *) &self->presentation);
  gtk_window_destroy (self->window);
  test_wait_until_null ((gpointer *) &self->presentation);
  g_clear_object (&self->pictures);
  g_clear_object (&self->store);
}

static SurmiseQuestion *
new_question (void)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);

  return surmise_question_new (model, NULL);
}

static void
begin (SurmisePicture *picture)
{
  g_autoptr(SurmiseQuestion) question = new_question ();

  _surmise_picture_begin (picture, question);
  _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_SENDING);
}

/* @names: "train 0.9", or "Navy 0.4 #000080"; ends with NULL */
static ClarifaiOutput *
new_output (const char *text,
            const char *first,
            ...)
{
  g_autoptr(GListStore) concepts = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(GListStore) colors = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    {
      g_auto(GStrv) parts = g_strsplit (name, "|", 3);
      double value = g_ascii_strtod (parts[1], NULL);
      g_autoptr(ClarifaiConcept) concept = clarifai_concept_new (parts[0], parts[0], value, parts[2]);

      g_list_store_append (parts[2] != NULL ? colors : concepts, concept);
    }
  va_end (names);

  return clarifai_output_new (NULL, G_LIST_MODEL (concepts), NULL, G_LIST_MODEL (colors), text);
}

static void
answer_with (Fixture        *self,
             guint           i,
             ClarifaiOutput *output)
{
  begin (get_picture (self, i));
  _surmise_picture_finish (get_picture (self, i), output, 0.3);
}

static void
assert_page (Fixture    *self,
             const char *page)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, page);
}

static void
assert_bar (Fixture    *self,
            guint       i,
            const char *label)
{
  GtkWidget *bar = find (self, SURMISE_TYPE_PRESENTATION_BAR, i);

  if (label != NULL)
    gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  g_assert_cmpint (gtk_widget_get_child_visible (bar), ==, label != NULL);
}

static void
assert_words (Fixture    *self,
              const char *words)
{
  assert_page (self, "words");
  gtk_test_accessible_assert_property (find (self, SURMISE_TYPE_PRESENTATION_WORDS, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       words);
}

static void
test_bars (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|0.999", "railway|0.5", "fog|0.1", NULL);

  answer_with (self, 0, output);
  assert_page (self, "bars");
  assert_bar (self, 0, "train, 99.9 percent");
  assert_bar (self, 1, "railway, 50.0 percent");
  assert_bar (self, 2, NULL);
}

static void
test_at_most_six (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "a|.9", "b|.8", "c|.7", "d|.6", "e|.5", "f|.4", "g|.3", NULL);

  answer_with (self, 0, output);
  assert_bar (self, 5, "f, 40.0 percent");
  g_assert_null (find (self, SURMISE_TYPE_PRESENTATION_BAR, 6));
}

static gboolean
is_allocated (gpointer widget)
{
  return gtk_widget_get_height (widget) > 0;
}

/* The height of a bar is its type's, the room below it, and the bar: 1.92 sizes. */
static void
test_readable_from_afar (Fixture       *self,
                         gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.9", NULL);
  GtkWidget *bar = find (self, SURMISE_TYPE_PRESENTATION_BAR, 0);

  answer_with (self, 0, output);
  test_wait_until (is_allocated, bar);
  g_assert_cmpint (gtk_widget_get_height (self->presentation), ==, HEIGHT);
  g_assert_cmpfloat (gtk_widget_get_height (bar) / 1.92, >=, HEIGHT / 20.0);
}

static gboolean
is_smaller (gpointer user_data)
{
  Fixture *self = user_data;

  return gtk_widget_get_height (find (self, SURMISE_TYPE_PRESENTATION_BAR, 0)) < HEIGHT / 20.0 * 1.92;
}

static void
test_long_name_shrinks (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.9", "an uncommonly long name of something|.8", NULL);

  answer_with (self, 0, output);
  test_wait_until (is_smaller, self);
  /* And both alike. */
  g_assert_cmpint (gtk_widget_get_height (find (self, SURMISE_TYPE_PRESENTATION_BAR, 0)), ==,
                   gtk_widget_get_height (find (self, SURMISE_TYPE_PRESENTATION_BAR, 1)));
}

static void
test_colors_know_no_threshold (Fixture       *self,
                               gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "Navy|.15|#000080", NULL);

  answer_with (self, 0, output);
  assert_bar (self, 0, "Navy, 15.0 percent");
}

static void
test_second_language (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.9", NULL);
  g_autoptr(ClarifaiConcept) zug = clarifai_concept_new ("train", "Zug", 0.9, NULL);
  g_autoptr(GListStore) concepts = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(ClarifaiOutput) second = NULL;

  g_list_store_append (concepts, zug);
  second = clarifai_output_new (NULL, G_LIST_MODEL (concepts), NULL, NULL, NULL);
  answer_with (self, 0, output);
  _surmise_picture_set_second_output (get_picture (self, 0), second);
  assert_bar (self, 0, "train · Zug, 90.0 percent");
}

static void
test_text (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output ("A <b>train</b> & a cloud", NULL);

  answer_with (self, 0, output);
  assert_words (self, "A <b>train</b> & a cloud");
}

static void
test_endless_text (Fixture       *self,
                   gconstpointer  data)
{
  g_autofree char *text = g_strnfill (2 * 1024 * 1024, 'x');
  g_autoptr(ClarifaiOutput) output = new_output (text, NULL);
  gint64 begun = g_get_monotonic_time ();

  answer_with (self, 0, output);
  assert_page (self, "words");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC * 5);
}

static void
test_nothing_sure_enough (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "cloud|.155", NULL);

  answer_with (self, 0, output);
  assert_words (self, "Nothing Above 20\302\240%. The best guess is cloud, 15.5\302\240%.");
  g_object_set (self->presentation, "threshold", 0.1, NULL);
  assert_page (self, "bars");
}

static void
test_no_number (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|0.9", "nothing|nan", NULL);

  answer_with (self, 0, output);
  assert_bar (self, 0, "train, 90.0 percent");
  assert_bar (self, 1, NULL);
}

static void
test_empty_answer (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, NULL);

  answer_with (self, 0, output);
  assert_words (self, "No Concepts in This Answer. The model found nothing to name, or answers in another way.");
}

static void
test_failure (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(GError) error = g_error_new_literal (CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_READY, "internal words");

  begin (get_picture (self, 0));
  _surmise_picture_fail (get_picture (self, 0), error);
  assert_words (self, "The Model Is Not Ready. It is still starting or training. Try again in a few minutes.");
}

static gboolean
is_spinning (gpointer spinner)
{
  return gtk_spinner_get_spinning (spinner);
}

static void
test_waiting (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.9", NULL);

  begin (get_picture (self, 0));
  assert_page (self, "bars");
  assert_bar (self, 0, "");
  g_assert_false (gtk_spinner_get_spinning (self->spinner));
  test_wait_until (is_spinning, self->spinner);
  _surmise_picture_finish (get_picture (self, 0), output, 3);
  g_assert_false (gtk_spinner_get_spinning (self->spinner));
}

static void
test_model_starts (Fixture       *self,
                   gconstpointer  data)
{
  begin (get_picture (self, 0));
  _surmise_picture_set_progress (get_picture (self, 0), CLARIFAI_PROGRESS_MODEL_STARTING);
  assert_words (self, "Waiting for the Model to Start. Nobody has used it for a while. This can take some minutes.");
}

static void
test_no_picture (Fixture       *self,
                 gconstpointer  data)
{
  g_list_store_remove_all (self->store);
  assert_page (self, "words");
  g_assert_false (gtk_widget_get_visible (child_of (self->presentation, SURMISE_TYPE_PRESENTATION, "view")));
}

static void
test_next_and_previous (Fixture       *self,
                        gconstpointer  data)
{
  gtk_widget_activate_action (self->presentation, "presentation.next", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (self->pictures), ==, 1);
  gtk_widget_activate_action (self->presentation, "presentation.next", NULL);
  gtk_widget_activate_action (self->presentation, "presentation.next", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (self->pictures), ==, 2);
  gtk_widget_activate_action (self->presentation, "presentation.previous", NULL);
  g_assert_cmpuint (gtk_single_selection_get_selected (self->pictures), ==, 1);
}

/* As a window does it with what is dropped. */
static void
test_new_picture_takes_over (Fixture       *self,
                             gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.9", NULL);
  g_autoptr(ClarifaiOutput) next = new_output (NULL, "lemon|.8", NULL);

  answer_with (self, 0, output);
  add_picture (self);
  gtk_single_selection_set_selected (self->pictures, 3);
  begin (get_picture (self, 3));
  assert_bar (self, 0, "");
  _surmise_picture_finish (get_picture (self, 3), next, 0.1);
  assert_bar (self, 0, "lemon, 80.0 percent");
  /* What the earlier one hears is not shown any more. */
  answer_with (self, 0, output);
  assert_bar (self, 0, "lemon, 80.0 percent");
}

static void
test_close (Fixture       *self,
            gconstpointer  data)
{
  gtk_widget_activate_action (self->presentation, "presentation.close", NULL);
  g_assert_cmpuint (self->n_closed, ==, 1);
}

static double
get_meter (Fixture *self)
{
  GtkAccessible *meter = GTK_ACCESSIBLE (find (self, SURMISE_TYPE_COMPARE_METER, 0));
  g_autofree char *at_most = gtk_test_accessible_check_property (meter, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 0.5);

  /* Half filled is what the tests show in the end. */
  return at_most == NULL ? 0.5 : -1;
}

static gboolean
has_grown (gpointer user_data)
{
  return get_meter (user_data) > 0;
}

static void
test_grows (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.5", NULL);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  answer_with (self, 0, output);
  g_assert_false (has_grown (self));
  test_wait_until (has_grown, self);
}

static void
test_stands_still (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr(ClarifaiOutput) output = new_output (NULL, "train|.5", NULL);

  answer_with (self, 0, output);
  g_assert_true (has_grown (self));
}

static gboolean
are_controls_gone (gpointer user_data)
{
  Fixture *self = user_data;

  GtkWidget *controls = child_of (self->presentation, SURMISE_TYPE_PRESENTATION, "controls");

  return !gtk_revealer_get_child_revealed (GTK_REVEALER (controls));
}

static void
test_no_chrome (Fixture       *self,
                gconstpointer  data)
{
  test_wait_until (are_controls_gone, self);
  g_assert_true (gtk_widget_has_focus (self->presentation));
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, func) g_test_add ("/presentation/" path, Fixture, NULL, set_up, func, tear_down)

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  ADD ("bars", test_bars);
  ADD ("at-most-six", test_at_most_six);
  ADD ("readable-from-afar", test_readable_from_afar);
  ADD ("long-name-shrinks", test_long_name_shrinks);
  ADD ("colors-know-no-threshold", test_colors_know_no_threshold);
  ADD ("second-language", test_second_language);
  ADD ("text", test_text);
  ADD ("endless-text", test_endless_text);
  ADD ("nothing-sure-enough", test_nothing_sure_enough);
  ADD ("no-number", test_no_number);
  ADD ("empty-answer", test_empty_answer);
  ADD ("failure", test_failure);
  ADD ("waiting", test_waiting);
  ADD ("model-starts", test_model_starts);
  ADD ("no-picture", test_no_picture);
  ADD ("next-and-previous", test_next_and_previous);
  ADD ("new-picture-takes-over", test_new_picture_takes_over);
  ADD ("close", test_close);
  ADD ("grows", test_grows);
  ADD ("stands-still", test_stands_still);
  ADD ("no-chrome", test_no_chrome);

  return g_test_run ();
}
