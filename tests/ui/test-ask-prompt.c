/* test-ask-prompt.c – what is said to a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: how a model's signature is read and how it is asked, which are tested below this layer; real keys, which
 * window tests press.
 */
#include "config.h"

#include "ask-fixture.h"

#include "surmise-prompt-bar.h"
#include "surmise-prompt-entry.h"
#include "surmise-signature-field.h"
#include "surmise-signature-form.h"

#define STRING  CLARIFAI_DATA_TYPE_STRING
#define INTEGER CLARIFAI_DATA_TYPE_INTEGER
#define NUMBER  CLARIFAI_DATA_TYPE_FLOAT
#define SWITCH  CLARIFAI_DATA_TYPE_BOOLEAN
#define IMAGE   CLARIFAI_DATA_TYPE_IMAGE
#define OTHER   CLARIFAI_DATA_TYPE_UNKNOWN

typedef struct
{
  GtkWindow            *window;
  SurmisePromptBar     *bar;
  SurmisePromptEntry   *entry;
  SurmiseSignatureForm *form;
  GtkWidget            *ask;
  char                 *asked; /* (owned) (nullable): words, method, arguments */
  guint                 n_asked;
} Fixture;

static void
on_ask (Fixture        *self,
        const char     *words,
        ClarifaiMethod *method,
        GVariant       *arguments)
{
  g_autofree char *text = arguments != NULL ? g_variant_print (arguments, TRUE) : NULL;

  g_free (self->asked);
  self->asked = g_strdup_printf ("%s|%s|%s", words, method != NULL ? clarifai_method_get_name (method) : "-",
                                 text != NULL ? text : "-");
  self->n_asked++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->bar = SURMISE_PROMPT_BAR (surmise_prompt_bar_new ());
  self->entry = child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "entry");
  self->form = child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "form");
  self->ask = child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "ask_button");
  g_signal_connect_swapped (self->bar, "ask", G_CALLBACK (on_ask), self);
  self->window = show_in_window (GTK_WIDGET (self->bar));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gpointer bar = self->bar;

  g_object_add_weak_pointer (bar, &bar);
  gtk_window_destroy (self->window);
  test_wait_until_null (&bar);
  g_clear_pointer (&self->asked, g_free);
}

/* @method: (transfer full) */
static void
use_method (Fixture        *self,
            ClarifaiMethod *method)
{
  g_autoptr(ClarifaiMethod) owned = method;
  g_autoptr(GListModel) methods = new_methods (method, NULL);
  g_autoptr(ClarifaiModel) model = new_model (methods, FALSE);

  surmise_prompt_bar_set_model (self->bar, model, NULL);
}

static void
use_type (Fixture    *self,
          const char *input)
{
  g_autoptr(ClarifaiModel) model = new_model (NULL, FALSE);
  g_autoptr(ClarifaiModelType) type = new_type (input, "text");

  surmise_prompt_bar_set_model (self->bar, model, type);
}

static gboolean
press (Fixture         *self,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *view = child_of (self->entry, SURMISE_TYPE_PROMPT_ENTRY, "text_view");
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      return handled;
    }

  g_assert_not_reached ();
}

static GtkWidget *
get_row (Fixture    *self,
         const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (self->form), title);

  g_assert_nonnull (row);

  return row;
}

static const char *
get_problem (Fixture *self)
{
  return gtk_label_get_label (child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "problem_label"));
}

static void
click_ask (Fixture *self)
{
  g_assert_true (gtk_widget_get_sensitive (self->ask));
  g_signal_emit_by_name (self->ask, "clicked");
}

static void
test_wanted (Fixture       *self,
             gconstpointer  data)
{
  g_assert_false (surmise_prompt_bar_get_wanted (self->bar));
  use_type (self, "image");
  g_assert_false (surmise_prompt_bar_get_wanted (self->bar));
  use_type (self, "image,text");
  g_assert_true (surmise_prompt_bar_get_wanted (self->bar));
  use_method (self, new_method ("predict", FALSE, new_argument ("image", IMAGE, TRUE, NULL), NULL));
  g_assert_false (surmise_prompt_bar_get_wanted (self->bar));
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL), NULL));
  g_assert_true (surmise_prompt_bar_get_wanted (self->bar));
  surmise_prompt_bar_set_model (self->bar, NULL, NULL);
  g_assert_false (surmise_prompt_bar_get_wanted (self->bar));
}

static void
test_words_alone (Fixture       *self,
                  gconstpointer  data)
{
  use_type (self, "text");
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "");
  g_assert_false (gtk_widget_get_visible (child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "more_button")));
  surmise_prompt_bar_set_words (self->bar, "  What is this?\n");
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "What is this?|-|-");
}

static void
test_enter (Fixture       *self,
            gconstpointer  data)
{
  use_type (self, "image,text");
  g_assert_true (press (self, GDK_KEY_Return, 0));
  g_assert_cmpuint (self->n_asked, ==, 0);
  surmise_prompt_bar_set_words (self->bar, "one");
  g_assert_false (press (self, GDK_KEY_Return, GDK_SHIFT_MASK));
  g_assert_false (press (self, GDK_KEY_a, 0));
  g_assert_cmpuint (self->n_asked, ==, 0);
  g_assert_true (press (self, GDK_KEY_KP_Enter, 0));
  g_assert_cmpstr (self->asked, ==, "one|-|-");
}

static void
test_named (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *view = child_of (self->entry, SURMISE_TYPE_PROMPT_ENTRY, "text_view");

  use_type (self, "image,text");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Words for the Model");
  use_method (self, new_method ("predict", FALSE, new_argument ("user_question", STRING, TRUE, NULL),
                                new_argument ("max_tokens", INTEGER, FALSE, g_variant_new_int64 (5)), NULL));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "User question");
  gtk_test_accessible_assert_property (find_widget (get_row (self, "Max tokens"), GTK_TYPE_SPIN_BUTTON),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Max tokens");
}

static void
test_words_stay (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *text = NULL;

  use_type (self, "image,text");
  surmise_prompt_bar_set_words (self->bar, "the same again");
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL), NULL));
  text = surmise_prompt_entry_dup_text (self->entry);
  g_assert_cmpstr (text, ==, "the same again");
}

static void
test_left_to_the_model (Fixture       *self,
                        gconstpointer  data)
{
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("image", IMAGE, FALSE, NULL),
                                new_argument ("max_tokens", INTEGER, FALSE, g_variant_new_int64 (512)),
                                new_argument ("temperature", NUMBER, FALSE, g_variant_new_double (0.7)),
                                new_argument ("strict", SWITCH, FALSE, NULL),
                                new_argument ("seed", INTEGER, FALSE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "why?|predict|{'prompt': <'why?'>}");
}

static void
test_values (Fixture       *self,
             gconstpointer  data)
{
  use_method (self, new_method ("predict", FALSE, new_argument ("style", STRING, FALSE, g_variant_new_string ("plain")),
                                new_argument ("question", STRING, TRUE, NULL),
                                new_argument ("most", INTEGER, FALSE, g_variant_new_int64 (512)),
                                new_argument ("heat", NUMBER, FALSE, g_variant_new_double (0.7)),
                                new_argument ("strict", SWITCH, FALSE, NULL),
                                new_argument ("seed", INTEGER, FALSE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "Style")), "");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_widget (get_row (self, "Most"), GTK_TYPE_SPIN_BUTTON)), 3);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_widget (get_row (self, "Heat"), GTK_TYPE_SPIN_BUTTON)), 0.25);
  gtk_switch_set_active (GTK_SWITCH (find_widget (get_row (self, "Strict"), GTK_TYPE_SWITCH)), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "Seed")), " 42 ");
  click_ask (self);
  g_assert_nonnull (strstr (self->asked, "'style': <''>"));
  g_assert_nonnull (strstr (self->asked, "'question': <'why?'>"));
  g_assert_nonnull (strstr (self->asked, "'most': <int64 3>"));
  g_assert_nonnull (strstr (self->asked, "'heat': <0.25>"));
  g_assert_nonnull (strstr (self->asked, "'strict': <true>"));
  g_assert_nonnull (strstr (self->asked, "'seed': <int64 42>"));
}

static void
test_choice (Fixture       *self,
             gconstpointer  data)
{
  static const char *const choices[] = { "brief", "poetic", NULL };
  const ClarifaiArgumentFacts facts = { .name = "style", .type = STRING, .required = TRUE, .choices = choices };

  use_method (self, new_method ("predict", FALSE, clarifai_argument_new (&facts), NULL));
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "Still empty: Style");
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_row (self, "Style (needed)")), 2);
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "|predict|{'style': <'poetic'>}");
}

static void
test_needed (Fixture       *self,
             gconstpointer  data)
{
  GtkRevealer *revealer = child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "revealer");

  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("tongue", STRING, TRUE, NULL), NULL));
  g_assert_true (gtk_revealer_get_reveal_child (revealer));
  surmise_prompt_bar_set_words (self->bar, "why?");
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "Still empty: Tongue");
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "Tongue (needed)")), "German");
  g_assert_cmpstr (get_problem (self), ==, "");
  click_ask (self);
  g_assert_nonnull (strstr (self->asked, "'tongue': <'German'>"));
}

static void
test_range (Fixture       *self,
            gconstpointer  data)
{
  const ClarifaiArgumentFacts facts = { .name = "seed", .type = INTEGER, .min = 1, .max = 10 };
  static const char *const wrong[] = { "11", "0", "1.5", "nan", "inf", "1e400", "5 apples" };
  GtkWidget *row;

  use_method (self, new_method ("predict", FALSE, clarifai_argument_new (&facts), NULL));
  row = get_row (self, "Seed");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), wrong[i]);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (gtk_widget_get_sensitive (self->ask));
      g_assert_cmpstr (get_problem (self), ==, "Seed: a number between 1 and 10");
    }
  gtk_editable_set_text (GTK_EDITABLE (row), "10");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "|predict|{'seed': <int64 10>}");
}

static void
test_reset (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *reset;

  use_method (self, new_method ("predict", FALSE, new_argument ("most", INTEGER, FALSE, g_variant_new_int64 (512)),
                                new_argument ("seed", INTEGER, FALSE, NULL), NULL));
  reset = child_of (self->form, SURMISE_TYPE_SIGNATURE_FORM, "reset_button");
  g_assert_false (gtk_widget_get_sensitive (reset));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find_widget (get_row (self, "Most"), GTK_TYPE_SPIN_BUTTON)), 3);
  gtk_editable_set_text (GTK_EDITABLE (get_row (self, "Seed")), "4");
  g_assert_true (gtk_widget_get_sensitive (reset));
  g_signal_emit_by_name (reset, "clicked");
  g_assert_false (gtk_widget_get_sensitive (reset));
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "|predict|@a{sv} {}");
}

static void
test_picture (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *row;

  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("image", IMAGE, TRUE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  row = get_row (self, "Image");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "The picture in view");
  g_assert_true (gtk_widget_get_sensitive (self->ask));
  surmise_prompt_bar_set_has_picture (self->bar, FALSE);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "No picture is in view");
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "The model needs a picture. Choose or drop one.");
}

static void
test_picture_left_out (Fixture       *self,
                       gconstpointer  data)
{
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("image", IMAGE, FALSE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  gtk_switch_set_active (GTK_SWITCH (find_widget (get_row (self, "Image"), GTK_TYPE_SWITCH)), FALSE);
  click_ask (self);
  g_assert_nonnull (strstr (self->asked, "'image': <false>"));
}

static void
test_streams (Fixture       *self,
              gconstpointer  data)
{
  use_method (self, new_method ("generate", TRUE, new_argument ("prompt", STRING, TRUE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  g_assert_true (surmise_prompt_bar_get_wanted (self->bar));
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "This model answers bit by bit, which Surmise cannot show.");
  g_assert_true (press (self, GDK_KEY_Return, 0));
  g_assert_cmpuint (self->n_asked, ==, 0);
}

static void
test_cannot_be_given (Fixture       *self,
                      gconstpointer  data)
{
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("audio_track", OTHER, TRUE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, "why?");
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  g_assert_cmpstr (get_problem (self), ==, "This model needs something that cannot be given here: Audio track");
}

static void
test_left_out (Fixture       *self,
               gconstpointer  data)
{
  use_method (self, new_method ("predict", FALSE, new_argument ("prompt", STRING, TRUE, NULL),
                                new_argument ("chat_history", OTHER, FALSE, NULL),
                                new_argument ("tools", OTHER, FALSE, NULL), NULL));
  g_assert_cmpstr (gtk_label_get_label (child_of (self->form, SURMISE_TYPE_SIGNATURE_FORM, "left_out_label")), ==,
                   "Left to the model: Chat history, Tools");
  g_assert_cmpuint (surmise_signature_form_get_n_fields (self->form), ==, 0);
}

static void
test_methods (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr(ClarifaiMethod) first = new_method ("generate", TRUE, new_argument ("prompt", STRING, TRUE, NULL), NULL);
  g_autoptr(ClarifaiMethod) second = new_method ("count", FALSE, new_argument ("thing", STRING, TRUE, NULL), NULL);
  g_autoptr(GListModel) methods = new_methods (first, second);
  g_autoptr(ClarifaiModel) model = new_model (methods, FALSE);

  surmise_prompt_bar_set_model (self->bar, model, NULL);
  surmise_prompt_bar_set_words (self->bar, "dogs");
  click_ask (self);
  g_assert_cmpstr (self->asked, ==, "dogs|count|{'thing': <'dogs'>}");
  adw_combo_row_set_selected (child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "method_row"), 0);
  g_assert_false (gtk_widget_get_sensitive (self->ask));
  adw_combo_row_set_selected (child_of (self->bar, SURMISE_TYPE_PROMPT_BAR, "method_row"), 1);
  click_ask (self);
  g_assert_cmpuint (self->n_asked, ==, 2);
}

static void
test_no_markup (Fixture       *self,
                gconstpointer  data)
{
  const ClarifaiArgumentFacts facts = { .name = "<b>size</b> & more", .description = "<i>how</i> & why", .type = SWITCH };
  GtkWidget *row;

  use_method (self, new_method ("predict", FALSE, clarifai_argument_new (&facts), NULL));
  row = get_row (self, "<b>size</b> & more");
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "<i>how</i> & why");
}

static void
test_long_texts (Fixture       *self,
                 gconstpointer  data)
{
  g_autofree char *name = g_strnfill (100000, 'x');
  g_autofree char *words = g_strnfill (100000, 'y');

  use_method (self, new_method ("predict", FALSE, new_argument (name, STRING, FALSE, NULL),
                                new_argument ("prompt", STRING, TRUE, NULL), NULL));
  surmise_prompt_bar_set_words (self->bar, words);
  click_ask (self);
  g_assert_true (g_str_has_prefix (self->asked, words));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, func) g_test_add ("/ask-prompt/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("bar/wanted", test_wanted);
  ADD ("bar/words-alone", test_words_alone);
  ADD ("bar/enter", test_enter);
  ADD ("bar/named", test_named);
  ADD ("bar/words-stay", test_words_stay);
  ADD ("bar/streams", test_streams);
  ADD ("bar/cannot-be-given", test_cannot_be_given);
  ADD ("bar/methods", test_methods);
  ADD ("form/left-to-the-model", test_left_to_the_model);
  ADD ("form/values", test_values);
  ADD ("form/choice", test_choice);
  ADD ("form/needed", test_needed);
  ADD ("form/range", test_range);
  ADD ("form/reset", test_reset);
  ADD ("form/picture", test_picture);
  ADD ("form/picture-left-out", test_picture_left_out);
  ADD ("form/left-out", test_left_out);
  ADD ("form/no-markup", test_no_markup);
  ADD ("form/long-texts", test_long_texts);
#undef ADD

  return g_test_run ();
}
