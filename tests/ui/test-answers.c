/* test-answers.c – each kind of answer in its own view
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered: what it looks like, pointers and touch, dragging a picture out and choosing where to save it.
 */
#include "config.h"

#include <math.h>
#include <string.h>

#include "answers-fixture.h"
#include "clarifai-concept.h"
#include "clarifai-embedding.h"
#include "clarifai-image.h"
#include "surmise-answer-stack.h"
#include "surmise-color-row.h"
#include "surmise-concept-row.h"
#include "surmise-made-picture.h"
#include "surmise-picture-canvas.h"
#include "surmise-picture-private.h"
#include "surmise-picture-tile.h"
#include "surmise-plot.h"
#include "surmise-raw-view.h"
#include "surmise-raw-window.h"
#include "surmise-region-box.h"
#include "surmise-region-labels.h"
#include "surmise-region-row.h"
#include "surmise-zoom-bar.h"
#include "test-utils.h"

/* What the service's documentation shows of its detector on metro-north.jpg. */
static GListModel *
make_metro_north (void)
{
  return answers_make_list (answers_make_region (0.002, 0.216, 0.25, 0.552, 0.9396, "Building"),
                            answers_make_region (0.647, 0.497, 0.697, 0.669, 0.8321, "Person"),
                            answers_make_region (0.365, 0.392, 0.511, 0.507, 0.6975, "Tree"),
                            answers_make_region (0.1, 0.2, 0.3, 0.4, 0.3746, "Train"), NULL);
}

static void
give_boxes (Answers *self)
{
  g_autoptr(GListModel) regions = make_metro_north ();

  answers_give (self, &(ClarifaiOutputFacts) { .regions = regions });
}

static gboolean
has_rows (gpointer user_data)
{
  return answers_find (user_data, SURMISE_TYPE_REGION_ROW, 0) != NULL;
}

/* A box of the view by its region's name. */
static SurmiseRegionBox *
find_box (Answers    *self,
          const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *box = answers_find (GTK_WIDGET (self->view), SURMISE_TYPE_REGION_BOX, i);
      g_autoptr(ClarifaiConcept) concept = NULL;

      if (box == NULL)
        return NULL;
      concept = g_list_model_get_item (clarifai_region_get_concepts (surmise_region_box_get_region (SURMISE_REGION_BOX (box))),
                                       0);
      if (g_str_equal (clarifai_concept_get_name (concept), name))
        return SURMISE_REGION_BOX (box);
    }
}

#define PIXEL 1.01

/* Both in the view. */
static void
assert_box_at (Answers           *self,
               const char        *name,
               const ClarifaiBox *wanted)
{
  GtkWidget *box = GTK_WIDGET (find_box (self, name));
  GtkWidget *canvas = answers_find (GTK_WIDGET (self->view), SURMISE_TYPE_PICTURE_CANVAS, 0);
  graphene_rect_t got, whole;

  g_assert_nonnull (box);
  g_assert_true (gtk_widget_compute_bounds (box, GTK_WIDGET (self->view), &got));
  g_assert_true (gtk_widget_compute_bounds (canvas, GTK_WIDGET (self->view), &whole));
  g_assert_cmpfloat_with_epsilon (got.origin.x, whole.origin.x + wanted->left * whole.size.width, PIXEL);
  g_assert_cmpfloat_with_epsilon (got.origin.y, whole.origin.y + wanted->top * whole.size.height, PIXEL);
  g_assert_cmpfloat_with_epsilon (got.size.width, (wanted->right - wanted->left) * whole.size.width, PIXEL);
  g_assert_cmpfloat_with_epsilon (got.size.height, (wanted->bottom - wanted->top) * whole.size.height, PIXEL);
}

typedef struct
{
  GtkWidget *widget;
  int        width;
} WaitForWidth;

static gboolean
has_width (gpointer user_data)
{
  WaitForWidth *wait = user_data;

  /* The picture's own size is rounded once, and not before it grows. */
  return ABS (gtk_widget_get_width (wait->widget) - wait->width) <= 1;
}

static void
test_boxes_extents (Answers       *self,
                    gconstpointer  data)
{
  const ClarifaiBox person = { 0.647, 0.497, 0.697, 0.669 };
  WaitForWidth wait = { GTK_WIDGET (self->window), 700 };

  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  assert_box_at (self, "Person", &person);
  assert_box_at (self, "Building", &(ClarifaiBox) { 0.002, 0.216, 0.25, 0.552 });

  gtk_window_set_default_size (self->window, 700, 500);
  test_wait_until (has_width, &wait);
  assert_box_at (self, "Person", &person);
}

static void
test_boxes_zoom (Answers       *self,
                 gconstpointer  data)
{
  GtkWidget *canvas = answers_find (GTK_WIDGET (self->view), SURMISE_TYPE_PICTURE_CANVAS, 0);
  GtkWidget *bar = answers_find (GTK_WIDGET (self->view), SURMISE_TYPE_ZOOM_BAR, 0);
  int before = gtk_widget_get_width (canvas);
  WaitForWidth wait = { canvas, before };

  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  g_signal_emit_by_name (bar, "step", 1);
  wait.width = (int) round (before * 1.5625);
  test_wait_until (has_width, &wait);
  assert_box_at (self, "Person", &(ClarifaiBox) { 0.647, 0.497, 0.697, 0.669 });

  g_signal_emit_by_name (bar, "step", 0);
  wait.width = before;
  test_wait_until (has_width, &wait);
}

static void
test_boxes_names (Answers       *self,
                  gconstpointer  data)
{
  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_box (self, "Person")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Person, 83.2 percent");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (find_box (self, "Person"))));
}

static void
test_boxes_threshold (Answers       *self,
                      gconstpointer  data)
{
  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  g_assert_null (find_box (self, "Train"));
  g_assert_false (answers_shows (GTK_WIDGET (self->pane), "Train"));

  g_object_set (self->pane, "threshold", 0.3, NULL);
  test_wait_until (has_rows, self->pane);
  g_assert_nonnull (find_box (self, "Train"));
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "Train"));
}

static void
test_boxes_nothing_sure (Answers       *self,
                         gconstpointer  data)
{
  give_boxes (self);
  g_object_set (self->pane, "threshold", 1.0, NULL);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "The best guess is <i>Building</i>, 93.9\302\240%."));
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "concepts.lower-threshold", NULL);
  test_wait_until (has_rows, self->pane);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "Building"));
}

static GtkWidget *
find_lit_row (Answers *self)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = answers_find (GTK_WIDGET (self->pane), SURMISE_TYPE_REGION_ROW, i);

      if (row == NULL || gtk_widget_has_css_class (gtk_widget_get_parent (row), "lit"))
        return row;
    }
}

static void
test_lit_in_list (Answers       *self,
                  gconstpointer  data)
{
  GtkWidget *row;

  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  gtk_widget_grab_focus (GTK_WIDGET (find_box (self, "Tree")));

  row = find_lit_row (self);
  g_assert_nonnull (row);
  g_assert_true (answers_shows (row, "Tree"));
}

static void
test_lit_in_picture (Answers       *self,
                     gconstpointer  data)
{
  g_autoptr(ClarifaiRegion) lit = NULL;
  GtkWidget *list;

  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  list = gtk_widget_get_ancestor (answers_find (GTK_WIDGET (self->pane), SURMISE_TYPE_REGION_ROW, 0), GTK_TYPE_LIST_VIEW);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);

  g_object_get (self->view, "lit", &lit, NULL);
  g_assert_true (lit == surmise_region_box_get_region (find_box (self, "Person")));
}

static void
test_boxes_keyboard (Answers       *self,
                     gconstpointer  data)
{
  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (find_box (self, "Building")));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (self->window) == GTK_WIDGET (find_box (self, "Person")));
  /* All boxes are one stop. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_false (SURMISE_IS_REGION_BOX (gtk_window_get_focus (self->window)));
}

static void
test_boxes_strange (Answers       *self,
                    gconstpointer  data)
{
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autoptr(GListModel) regions
    = answers_make_list (answers_make_region (-3, -1, 4, 0.5, 0.9, "<b>outside</b>"),
                         answers_make_region (0.9, 0.8, 0.1, 0.2, 0.9, "inverted\nand on two lines"),
                         answers_make_region (0.5, 0.5, 0.5, 0.5, 0.9, "empty"),
                         answers_make_region (0, 0, 1, 1, NAN, "unsure"),
                         answers_make_region (0.2, 0.2, 0.3, 0.3, 7, "\342\200\256sure"),
                         answers_make_region (0.4, 0.4, 0.6, 0.6, 0.9, long_name), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .regions = regions });
  test_wait_until (has_rows, self->pane);
  assert_box_at (self, "<b>outside</b>", &(ClarifaiBox) { 0, 0, 1, 0.5 });
  assert_box_at (self, "inverted\nand on two lines", &(ClarifaiBox) { 0.1, 0.2, 0.9, 0.8 });
  assert_box_at (self, "empty", &(ClarifaiBox) { 0.5, 0.5, 0.5, 0.5 });
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "<b>outside</b>"));
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "inverted and on two lines"));
}

static void
test_boxes_layers (Answers       *self,
                   gconstpointer  data)
{
  g_autoptr(SurmisePicture) other = answers_make_picture (512, 340);
  g_autoptr(GListModel) regions = answers_make_list (answers_make_region (0.1, 0.1, 0.2, 0.2, 0.9, "Dog"), NULL);
  g_autoptr(ClarifaiOutput) output = clarifai_output_new (NULL, NULL, regions, NULL, NULL);
  SurmisePicture *const answers[] = { self->picture, other };

  give_boxes (self);
  test_wait_until (has_rows, self->pane);
  surmise_picture_view_set_layers (self->view, answers, (gboolean[]) { FALSE, TRUE }, 2);
  g_assert_null (find_box (self, "Person"));
  /* An answer that comes later is drawn as well. */
  _surmise_picture_finish (other, output, 0.1);
  g_assert_nonnull (find_box (self, "Dog"));

  surmise_picture_view_set_layers (self->view, NULL, NULL, 0);
  g_assert_nonnull (find_box (self, "Person"));
  g_assert_null (find_box (self, "Dog"));
}

static void
test_labels_apart (void)
{
  const graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, 800, 600);
  SurmiseRegionLabel labels[40];
  guint n_shown = 0;

  /* Forty boxes that begin at nearly the same spot. */
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      labels[i].box = GRAPHENE_RECT_INIT (100 + (float) (i % 3), 100 + (float) (i % 5), 300, 200);
      labels[i].size = GRAPHENE_SIZE_INIT (80, 20);
    }
  surmise_region_labels_place (labels, G_N_ELEMENTS (labels), &area);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      graphene_rect_t one = { labels[i].place, labels[i].size };

      if (!labels[i].shown)
        continue;
      n_shown++;
      g_assert_true (graphene_rect_contains_rect (&area, &one));
      for (guint j = i + 1; j < G_N_ELEMENTS (labels); j++)
        {
          graphene_rect_t other = { labels[j].place, labels[j].size };

          g_assert_false (labels[j].shown && graphene_rect_intersection (&one, &other, NULL));
        }
    }
  g_assert_cmpuint (n_shown, >=, 8);
  g_assert_true (labels[0].shown);
}

static gboolean
has_colors (gpointer user_data)
{
  return answers_find (user_data, SURMISE_TYPE_COLOR_ROW, 1) != NULL;
}

static void
assert_copied (Answers    *self,
               const char *text,
               const char *toast)
{
  SurmiseAnswerStack *stack
    = SURMISE_ANSWER_STACK (answers_find (GTK_WIDGET (self->pane), SURMISE_TYPE_ANSWER_STACK, 0));
  g_autofree char *ignored = NULL;
  g_autofree char *got = surmise_answer_stack_dup_text (stack, &ignored);

  g_assert_cmpstr (got, ==, text);
  gtk_widget_activate_action (GTK_WIDGET (self->pane), "concepts.copy-all", NULL);
  g_assert_cmpstr (self->toast, ==, toast);
}

static void
test_colors (Answers       *self,
             gconstpointer  data)
{
  g_autoptr(GListModel) colors
    = answers_make_list (clarifai_concept_new (NULL, "CornflowerBlue", 0.31575, "#7298e2"),
                         clarifai_concept_new (NULL, "Black", 0.20175, "#1e181b"), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .colors = colors });
  test_wait_until (has_colors, self->pane);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "CornflowerBlue"));
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "#7298e2"));
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "31.5\302\240%"));
  assert_copied (self, "CornflowerBlue\t#7298e2\t31.5\302\240%\nBlack\t#1e181b\t20.1\302\240%\n", "Copied 2 colours");
  /* No threshold holds for a share. */
  g_assert_null (answers_find (GTK_WIDGET (self->pane), GTK_TYPE_SCALE, 0));
}

static void
test_text (Answers       *self,
           gconstpointer  data)
{
  const char *text = "a photograph of a train station with a train on the <tracks>";

  answers_give (self, &(ClarifaiOutputFacts) { .text = text });
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), text));
  assert_copied (self, text, "Copied the text");
}

static void
test_text_long (Answers       *self,
                gconstpointer  data)
{
  g_autofree char *text = g_strnfill (200 * 1000, 'a');
  g_autofree char *copied = NULL;
  g_autofree char *toast = NULL;
  GtkTextBuffer *buffer;

  for (gsize i = 60; i < 200 * 1000; i += 60)
    text[i] = ' ';
  answers_give (self, &(ClarifaiOutputFacts) { .text = text });
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (answers_find (GTK_WIDGET (self->pane), GTK_TYPE_TEXT_VIEW, 0)));
  /* New lines stand for spaces. */
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 200 * 1000);
  copied = surmise_answer_stack_dup_text (SURMISE_ANSWER_STACK (answers_find (GTK_WIDGET (self->pane),
                                                                              SURMISE_TYPE_ANSWER_STACK, 0)), &toast);
  g_assert_cmpstr (copied, ==, text);
}

static void
test_embedding (Answers       *self,
                gconstpointer  data)
{
  const float numbers[] = { 0.025f, -0.5f, NAN };
  g_autoptr(ClarifaiEmbedding) embedding = clarifai_embedding_new (numbers, 2);
  g_autoptr(GListModel) embeddings = answers_make_list (g_object_ref (embedding), NULL);
  g_autofree char *json = clarifai_embedding_to_json (embedding);

  answers_give (self, &(ClarifaiOutputFacts) { .embeddings = embeddings });
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "2 Numbers"));
  g_assert_nonnull (answers_find (GTK_WIDGET (self->pane), SURMISE_TYPE_PLOT, 0));
  assert_copied (self, json, "Copied the numbers");
}

static gboolean
has_picture (gpointer user_data)
{
  GtkWidget *picture = answers_find (user_data, GTK_TYPE_PICTURE, 0);

  return picture != NULL && gtk_picture_get_paintable (GTK_PICTURE (picture)) != NULL;
}

static void
test_image (Answers       *self,
            gconstpointer  data)
{
  g_autoptr(GBytes) png = answers_make_png (64, 48, 0xff7800ff);
  g_autoptr(GListModel) images = answers_make_list (clarifai_image_new (png, NULL), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .images = images });
  test_wait_until (has_picture, self->pane);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "64×48"));
}

static gboolean
says_unreadable (gpointer user_data)
{
  return answers_shows (user_data, "This picture could not be read.");
}

static void
test_image_broken (Answers       *self,
                   gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("not a picture", 13);
  g_autoptr(GListModel) images = answers_make_list (clarifai_image_new (bytes, NULL), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .images = images });
  test_wait_until (says_unreadable, self->pane);
}

static gboolean
has_mask (gpointer user_data)
{
  return find_box (user_data, "sky") != NULL;
}

static void
test_mask (Answers       *self,
           gconstpointer  data)
{
  g_autoptr(GBytes) png = answers_make_png (64, 48, 0xffffffff);
  g_autoptr(ClarifaiImage) mask = clarifai_image_new (png, NULL);
  g_autoptr(GListModel) concepts = answers_make_list (clarifai_concept_new (NULL, "sky", 0.2, NULL), NULL);
  g_autoptr(GListModel) regions = answers_make_list (clarifai_region_new_full (NULL, 0, concepts, NULL, mask), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .regions = regions });
  test_wait_until (has_mask, self);
  assert_box_at (self, "sky", &(ClarifaiBox) { 0, 0, 1, 1 });
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "sky"));
}

static void
test_several (Answers       *self,
              gconstpointer  data)
{
  g_autoptr(GListModel) concepts = answers_make_list (clarifai_concept_new ("t", "train", 0.99, NULL), NULL);
  GtkWidget *text;

  answers_give (self, &(ClarifaiOutputFacts) { .concepts = concepts, .text = "a train" });
  g_assert_false (answers_shows (GTK_WIDGET (self->pane), "a train"));
  text = answers_find (GTK_WIDGET (self->pane), GTK_TYPE_TOGGLE_BUTTON, 1);
  g_assert_true (answers_shows (text, "Text"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (text), TRUE);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "a train"));
}

static void
test_other (Answers       *self,
            gconstpointer  data)
{
  GtkWidget *view, *search;

  answers_give (self, &(ClarifaiOutputFacts) { .raw = "{\"clusters\": [1, 2, \"É1\", 1]}", .has_other = TRUE });
  view = answers_find (GTK_WIDGET (self->pane), SURMISE_TYPE_RAW_VIEW, 0);
  g_assert_nonnull (view);
  search = answers_find (view, GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), "1");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (answers_shows (view, "1 of 3"));
  gtk_widget_activate_action (view, "raw.previous", NULL);
  g_assert_true (answers_shows (view, "3 of 3"));
  gtk_editable_set_text (GTK_EDITABLE (search), "é");
  g_signal_emit_by_name (search, "search-changed");
  g_assert_true (answers_shows (view, "1 of 1"));
}

static void
test_raw_window (Answers       *self,
                 gconstpointer  data)
{
  g_autoptr(GListModel) windows = NULL;
  GtkWidget *window;

  answers_give (self, &(ClarifaiOutputFacts) { .text = "a train", .raw = "{\n  \"status\": 10000\n}" });
  surmise_raw_window_show (self->window, self->picture);
  windows = g_object_ref (gtk_window_get_toplevels ());
  window = NULL;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) one = g_list_model_get_item (windows, i);

      if (SURMISE_IS_RAW_WINDOW (one))
        window = one;
    }
  g_assert_nonnull (window);
  g_assert_nonnull (answers_find (window, SURMISE_TYPE_RAW_VIEW, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_nothing (Answers       *self,
              gconstpointer  data)
{
  answers_give (self, &(ClarifaiOutputFacts) { .text = NULL });
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "No Concepts in This Answer"));
}

static gboolean
has_concept_rows (gpointer user_data)
{
  return answers_find (user_data, SURMISE_TYPE_CONCEPT_ROW, 0) != NULL;
}

static void
search_for (Answers    *self,
            const char *words)
{
  GtkWidget *search = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->pane), SURMISE_TYPE_CONCEPT_PANE, "search"));

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "search-changed");
}

static void
test_search_folds (Answers       *self,
                   gconstpointer  data)
{
  g_autoptr(GListModel) concepts = answers_make_list (clarifai_concept_new ("m", "Müll", 0.99, NULL),
                                                      clarifai_concept_new ("t", "train", 0.98, NULL), NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .concepts = concepts });
  test_wait_until (has_concept_rows, self->pane);
  search_for (self, "MU\314\210");
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "Müll"));
  g_assert_false (answers_shows (GTK_WIDGET (self->pane), "train"));
  search_for (self, "zebra");
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "No Concept Has These Letters"));
}

static void
test_second_language (Answers       *self,
                      gconstpointer  data)
{
  g_autoptr(GListModel) concepts = answers_make_list (clarifai_concept_new ("ai_1", "train", 0.99, NULL),
                                                      clarifai_concept_new ("ai_2", "bus", 0.98, NULL), NULL);
  g_autoptr(GListModel) german = answers_make_list (clarifai_concept_new ("ai_2", "Bus", 0.98, NULL),
                                                    clarifai_concept_new ("ai_1", "Zug", 0.99, NULL), NULL);
  g_autoptr(ClarifaiOutput) second = clarifai_output_new (NULL, german, NULL, NULL, NULL);

  answers_give (self, &(ClarifaiOutputFacts) { .concepts = concepts });
  _surmise_picture_set_second_output (self->picture, second);
  test_wait_until (has_concept_rows, self->pane);
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "train · Zug"));
  search_for (self, "zug");
  g_assert_true (answers_shows (GTK_WIDGET (self->pane), "train · Zug"));
  g_assert_false (answers_shows (GTK_WIDGET (self->pane), "bus · Bus"));
}

static void
test_words (Answers       *self,
            gconstpointer  data)
{
  g_autoptr(SurmisePicture) words = surmise_picture_new_for_words ("Write a poem about <trains>");

  surmise_picture_view_set_picture (self->view, words);
  g_assert_true (answers_shows (GTK_WIDGET (self->view), "Write a poem about <trains>"));
  surmise_picture_view_set_picture (self->view, self->picture);
  g_assert_false (answers_shows (GTK_WIDGET (self->view), "Write a poem about <trains>"));
}

#define add(path, func) g_test_add ("/answers/" path, Answers, NULL, answers_set_up, func, answers_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("boxes/extents", test_boxes_extents);
  add ("boxes/zoom", test_boxes_zoom);
  add ("boxes/names", test_boxes_names);
  add ("boxes/threshold", test_boxes_threshold);
  add ("boxes/nothing-sure", test_boxes_nothing_sure);
  add ("boxes/lit-in-list", test_lit_in_list);
  add ("boxes/lit-in-picture", test_lit_in_picture);
  add ("boxes/keyboard", test_boxes_keyboard);
  add ("boxes/strange", test_boxes_strange);
  add ("boxes/layers", test_boxes_layers);
  g_test_add_func ("/answers/labels/apart", test_labels_apart);
  add ("colors", test_colors);
  add ("text", test_text);
  add ("text/long", test_text_long);
  add ("embedding", test_embedding);
  add ("image", test_image);
  add ("image/broken", test_image_broken);
  add ("mask", test_mask);
  add ("several", test_several);
  add ("other", test_other);
  add ("raw-window", test_raw_window);
  add ("nothing", test_nothing);
  add ("search/folds", test_search_folds);
  add ("second-language", test_second_language);
  add ("words", test_words);

  return g_test_run ();
}
