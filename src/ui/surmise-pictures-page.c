/* surmise-pictures-page.c – the chosen picture with its concepts, and all the others
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-pictures-page.h"

#include <glib/gi18n.h>

#include "surmise-batch-bar.h"
#include "surmise-compare-view.h"
#include "surmise-concept-pane.h"
#include "surmise-picture-tile.h"
#include "surmise-picture-view.h"
#include "surmise-split.h"

struct _SurmisePicturesPage
{
  AdwBin              parent_instance;

  GtkStack           *views;
  SurmiseSplit       *split;
  SurmisePictureView *view;
  GtkLabel           *caption;
  GtkBox             *tools;
  GtkStack           *answers;
  SurmiseConceptPane *pane;
  GtkWidget          *compare;   /* (nullable): in @answers, made for the first comparison */
  GtkGridView        *grid;
  GtkListView        *strip;
  GtkRevealer        *strip_revealer;
  SurmiseBatchBar    *batch;

  GtkSingleSelection *selection; /* (owned): the window's, of SurmisePicture */
  GSignalGroup       *signals;   /* (owned): of the chosen picture */
  SurmiseComparison  *comparison; /* (owned) (nullable): shown in place of the one answer */
};

G_DEFINE_FINAL_TYPE (SurmisePicturesPage, surmise_pictures_page, ADW_TYPE_BIN)

enum { ACTIVATED, COPIED, ADD_MODEL, N_SIGNALS };

static guint signals[N_SIGNALS];

/* "metro-north.jpg · 512×340 · 0.3 s" */
static void
update_caption (SurmisePicturesPage *self)
{
  SurmisePicture *picture = gtk_single_selection_get_selected_item (self->selection);
  SurmisePrepared *prepared = picture != NULL ? surmise_picture_get_prepared (picture) : NULL;
  g_autoptr(GString) text = g_string_new (picture != NULL ? surmise_picture_get_name (picture) : NULL);

  if (prepared != NULL)
    g_string_append_printf (text, " · %d×%d", surmise_prepared_get_full_width (prepared),
                            surmise_prepared_get_full_height (prepared));
  if (picture != NULL && surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_DONE)
    {
      double seconds = surmise_picture_get_elapsed (picture);
      /* Translators: how many seconds an answer took. */
      g_autofree char *elapsed = g_strdup_printf (_("%.*f s"), seconds < 0.1 ? 2 : 1, seconds);

      g_string_append_printf (text, " · %s", elapsed);
    }
  gtk_label_set_label (self->caption, text->str);
}

static void
on_selected (SurmisePicturesPage *self)
{
  SurmisePicture *picture = gtk_single_selection_get_selected_item (self->selection);

  g_signal_group_set_target (self->signals, picture);
  surmise_picture_view_set_picture (self->view, picture);
  surmise_concept_pane_set_picture (self->pane, picture);
  update_caption (self);
}

static void
on_stacked (SurmisePicturesPage *self)
{
  gboolean stacked = surmise_split_get_stacked (self->split);
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self->split), GTK_TYPE_SCROLLED_WINDOW);

  /* Side by side, the bars scroll by themselves and the picture stands still. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  surmise_concept_pane_set_stacked (self->pane, stacked);
  if (self->compare != NULL)
    surmise_compare_view_set_stacked (SURMISE_COMPARE_VIEW (self->compare), stacked);
}

static void
on_activated (SurmisePicturesPage *self,
              guint                position)
{
  gtk_single_selection_set_selected (self->selection, position);
  g_signal_emit (self, signals[ACTIVATED], 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->strip));
}

static void
on_copied (SurmisePicturesPage *self,
           const char          *text)
{
  g_signal_emit (self, signals[COPIED], 0, text);
}

/* The boxes of the models that are compared, as far as they are wanted. */
static void
update_layers (SurmisePicturesPage *self)
{
  SurmisePicture *answers[SURMISE_COMPARISON_MOST];
  gboolean shown[SURMISE_COMPARISON_MOST];
  SurmisePicture *picture;
  guint n;

  /* As the window goes, its answers do, and the comparison tells of each. */
  if (self->selection == NULL)
    return;

  picture = gtk_single_selection_get_selected_item (self->selection);
  n = self->comparison != NULL && picture != NULL ? surmise_comparison_get_n_models (self->comparison) : 0;
  for (guint i = 0; i < n; i++)
    {
      answers[i] = surmise_comparison_get_answer (self->comparison, i);
      shown[i] = answers[i] != NULL && surmise_compare_view_get_boxes (SURMISE_COMPARE_VIEW (self->compare), i);
      /* Where a model has not answered yet, nothing is drawn in its style. */
      if (answers[i] == NULL)
        answers[i] = picture;
    }
  surmise_picture_view_set_layers (self->view, answers, shown, n);
}

static void
on_add_model (SurmisePicturesPage *self)
{
  g_signal_emit (self, signals[ADD_MODEL], 0);
}

static void
ensure_compare (SurmisePicturesPage *self)
{
  if (self->compare != NULL)
    return;

  self->compare = surmise_compare_view_new (self->comparison);
  gtk_widget_add_css_class (self->compare, "concept-pane");
  g_object_bind_property (self->pane, "threshold", self->compare, "threshold", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->compare, "copied", G_CALLBACK (on_copied), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare, "add-clicked", G_CALLBACK (on_add_model), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare, "boxes-changed", G_CALLBACK (update_layers), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->comparison, "changed", G_CALLBACK (update_layers), self, G_CONNECT_SWAPPED);
  gtk_stack_add_child (self->answers, self->compare);
  surmise_compare_view_set_stacked (SURMISE_COMPARE_VIEW (self->compare), surmise_split_get_stacked (self->split));
}

static void
surmise_pictures_page_dispose (GObject *object)
{
  SurmisePicturesPage *self = SURMISE_PICTURES_PAGE (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_PICTURES_PAGE);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (surmise_pictures_page_parent_class)->dispose (object);
}

static void
surmise_pictures_page_class_init (SurmisePicturesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_pictures_page_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SURMISE_TYPE_PICTURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", SURMISE_TYPE_PICTURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[ADD_MODEL] = g_signal_new ("add-model", SURMISE_TYPE_PICTURES_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (SURMISE_TYPE_BATCH_BAR);
  g_type_ensure (SURMISE_TYPE_CONCEPT_PANE);
  g_type_ensure (SURMISE_TYPE_PICTURE_VIEW);
  g_type_ensure (SURMISE_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-pictures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, views);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, split);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, view);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, caption);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, tools);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, answers);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, pane);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, grid);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, strip_revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmisePicturesPage, batch);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_copied);
}

static void
surmise_pictures_page_init (SurmisePicturesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::prepared", G_CALLBACK (update_caption), self);
  g_signal_group_connect_swapped (self->signals, "notify::state", G_CALLBACK (update_caption), self);
  g_signal_connect_object (self->split, "notify::stacked", G_CALLBACK (on_stacked), self, G_CONNECT_SWAPPED);
  on_stacked (self);
}

/**
 * surmise_pictures_page_new:
 * @selection: the pictures, one of which is chosen
 * @settings: where the threshold is remembered
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
surmise_pictures_page_new (GtkSingleSelection *selection,
                           GSettings          *settings)
{
  g_autoptr(GtkListItemFactory) strip_factory = surmise_picture_tile_new_factory ();
  g_autoptr(GtkListItemFactory) grid_factory = surmise_picture_tile_new_factory ();
  SurmisePicturesPage *self;

  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (selection), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SURMISE_TYPE_PICTURES_PAGE, NULL);
  self->selection = g_object_ref (selection);
  gtk_list_view_set_factory (self->strip, strip_factory);
  gtk_list_view_set_model (self->strip, GTK_SELECTION_MODEL (selection));
  gtk_grid_view_set_factory (self->grid, grid_factory);
  gtk_grid_view_set_model (self->grid, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_settings_bind (settings, "threshold", self->pane, "threshold", G_SETTINGS_BIND_DEFAULT);
  on_selected (self);

  return GTK_WIDGET (self);
}

/**
 * surmise_pictures_page_update:
 * @self: the page
 * @show_grid: all pictures instead of the chosen one, where there are several
 */
void
surmise_pictures_page_update (SurmisePicturesPage *self,
                              gboolean             show_grid)
{
  gboolean was_grid;
  guint n;

  g_return_if_fail (SURMISE_IS_PICTURES_PAGE (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  was_grid = g_str_equal (gtk_stack_get_visible_child_name (self->views), "grid");
  gtk_stack_set_visible_child_name (self->views, show_grid && n > 1 ? "grid" : "one");
  if (show_grid && n > 1 && !was_grid)
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  gtk_revealer_set_reveal_child (self->strip_revealer, n > 1 && !show_grid);
  surmise_batch_bar_update (self->batch, G_LIST_MODEL (self->selection));
}

/**
 * surmise_pictures_page_add_tool:
 * @self: the page
 * @tool: goes beside the caption of the chosen picture
 */
void
surmise_pictures_page_add_tool (SurmisePicturesPage *self,
                                GtkWidget           *tool)
{
  g_return_if_fail (SURMISE_IS_PICTURES_PAGE (self));

  gtk_box_prepend (self->tools, tool);
}

/**
 * surmise_pictures_page_set_comparison:
 * @self: the page
 * @comparison: (nullable): always the same one, or NULL for the answer of one model
 */
void
surmise_pictures_page_set_comparison (SurmisePicturesPage *self,
                                      SurmiseComparison   *comparison)
{
  g_return_if_fail (SURMISE_IS_PICTURES_PAGE (self));

  if (!g_set_object (&self->comparison, comparison))
    return;

  if (comparison != NULL)
    ensure_compare (self);
  gtk_stack_set_visible_child (self->answers, comparison != NULL ? self->compare : GTK_WIDGET (self->pane));
  surmise_split_set_wide_end (self->split, comparison != NULL);
  update_layers (self);
}

void
surmise_pictures_page_copy (SurmisePicturesPage *self)
{
  g_return_if_fail (SURMISE_IS_PICTURES_PAGE (self));

  if (self->comparison != NULL)
    {
      gtk_widget_activate_action (self->compare, "compare.copy", NULL);
      return;
    }

  surmise_concept_pane_copy (self->pane);
}

void
surmise_pictures_page_search (SurmisePicturesPage *self)
{
  g_return_if_fail (SURMISE_IS_PICTURES_PAGE (self));

  surmise_concept_pane_search (self->pane);
}
