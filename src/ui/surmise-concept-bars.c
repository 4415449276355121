/* surmise-concept-bars.c – a list of concepts with their bars
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-bars.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-answer-view.h"
#include "surmise-concept-row.h"
#include "surmise-confidence.h"

/* A little longer than the style sheet's animation. */
#define GROW_MS 400
/* Rows at first, and again with each letter that is looked for: the list makes 200 of them where it may, most of them
 * far below what is seen. More are there as one scrolls near the end. */
#define FIRST_ROWS 16
#define MOST_SPARE 64

struct _SurmiseConceptBars
{
  AdwBin              parent_instance;

  GtkScrolledWindow  *scroller;
  GtkListView        *list;
  GMenuModel         *row_menu;
  GtkWidget          *menu;      /* (owned by being its parent) */

  SurmiseConceptList *concepts;  /* (owned) (nullable) */
  GtkSliceListModel  *slice;     /* (owned): what the rows are made for */
  GtkSingleSelection *selection; /* (owned): of @slice */
  GQueue              spare;     /* (owned) of SurmiseConceptRow: those that no item needs now */
  guint               grow_id;
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseConceptBars, surmise_concept_bars, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

enum { ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
on_grown (gpointer user_data)
{
  SurmiseConceptBars *self = user_data;

  self->grow_id = 0;
  gtk_widget_remove_css_class (GTK_WIDGET (self->list), "growing");

  return G_SOURCE_REMOVE;
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  SurmiseConceptBars *self = user_data;
  g_autoptr(GtkWidget) row = g_queue_pop_head (&self->spare);

  if (row == NULL)
    row = g_object_ref_sink (surmise_concept_row_new ());
  gtk_list_item_set_child (item, row);
}

/* A row takes far longer to make than to fill. */
static void
on_teardown (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             gpointer                  user_data)
{
  SurmiseConceptBars *self = user_data;
  GtkWidget *row = gtk_list_item_get_child (item);

  if (row == NULL || self->slice == NULL || self->spare.length >= MOST_SPARE)
    return;

  g_queue_push_head (&self->spare, g_object_ref (row));
  gtk_list_item_set_child (item, NULL);
}

/* Twice as many: a list that does not scroll by itself is soon as long as it is. */
static void
on_scrolled (SurmiseConceptBars *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->slice)) == size
      && gtk_adjustment_get_value (adjustment) + page * 5 / 4 >= gtk_adjustment_get_upper (adjustment))
    gtk_slice_list_model_set_size (self->slice, 2 * size);
}

static void
on_will_change (SurmiseConceptBars *self)
{
  /* A tall window needs some more, again and again: they are kept. */
  if (gtk_slice_list_model_get_size (self->slice) > 2 * FIRST_ROWS
      || gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) > 0)
    gtk_slice_list_model_set_size (self->slice, FIRST_ROWS);
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SurmiseConceptBars *self = user_data;
  ClarifaiConcept *concept = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *spoken = surmise_confidence_to_spoken (clarifai_concept_get_value (concept));
  /* Translators: for screen readers: a concept's name and its confidence. */
  g_autofree char *label = g_strdup_printf (_("%s, %s"), clarifai_concept_get_name (concept), spoken);

  surmise_concept_row_set_concept (SURMISE_CONCEPT_ROW (row), concept,
                                   surmise_concept_list_get_second_name (self->concepts, concept),
                                   concept == surmise_concept_list_get_best (self->concepts));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
on_secondary_click (SurmiseConceptBars *self,
                    int                 n_press,
                    double              x,
                    double              y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_activate (SurmiseConceptBars *self,
             guint               position)
{
  g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (concept != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, concept);
}

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  SurmiseConceptBars *self = SURMISE_CONCEPT_BARS (view);
  guint n = g_list_model_get_n_items (surmise_concept_list_get_shown (self->concepts));

  *toast = g_strdup_printf (ngettext ("Copied %u concept", "Copied %u concepts", n), n);

  return surmise_concept_list_to_text (self->concepts);
}

static void
set_stacked (SurmiseAnswerView *view,
             gboolean           stacked)
{
  gtk_scrolled_window_set_policy (SURMISE_CONCEPT_BARS (view)->scroller, GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_stacked = set_stacked;
}

static void
surmise_concept_bars_dispose (GObject *object)
{
  SurmiseConceptBars *self = SURMISE_CONCEPT_BARS (object);

  g_clear_handle_id (&self->grow_id, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_CONCEPT_BARS);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->concepts);
  g_queue_clear_full (&self->spare, g_object_unref);

  G_OBJECT_CLASS (surmise_concept_bars_parent_class)->dispose (object);
}

static void
surmise_concept_bars_class_init (SurmiseConceptBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_concept_bars_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SURMISE_TYPE_CONCEPT_BARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, CLARIFAI_TYPE_CONCEPT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-concept-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptBars, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptBars, list);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptBars, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
surmise_concept_bars_init (SurmiseConceptBars *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->slice = gtk_slice_list_model_new (NULL, 0, FIRST_ROWS);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->slice)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (on_scrolled),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed", G_CALLBACK (on_scrolled), self,
                           G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
  self->menu = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/**
 * surmise_concept_bars_set_list:
 * @self: the bars
 * @list: what they show, now and later
 */
void
surmise_concept_bars_set_list (SurmiseConceptBars *self,
                               SurmiseConceptList *list)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_BARS (self));
  g_return_if_fail (SURMISE_IS_CONCEPT_LIST (list));

  if (!g_set_object (&self->concepts, list))
    return;

  /* Before the slice hears of a change itself. */
  g_signal_connect_object (surmise_concept_list_get_shown (list), "will-change", G_CALLBACK (on_will_change), self,
                           G_CONNECT_SWAPPED);
  gtk_slice_list_model_set_model (self->slice, surmise_concept_list_get_shown (list));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

/* (transfer none) (nullable) */
ClarifaiConcept *
surmise_concept_bars_get_selected (SurmiseConceptBars *self)
{
  g_return_val_if_fail (SURMISE_IS_CONCEPT_BARS (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * surmise_concept_bars_begin:
 * @self: the bars
 * @label: what the list says of itself to a screen reader
 *
 * A new answer is there: nothing is selected, and the bars grow in. The style sheet lets them grow, and they stand still
 * by themselves where the system asks for that.
 */
void
surmise_concept_bars_begin (SurmiseConceptBars *self,
                            const char         *label)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_BARS (self));

  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_clear_handle_id (&self->grow_id, g_source_remove);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "growing");
  self->grow_id = g_timeout_add (GROW_MS, on_grown, self);
}

/* Names in another language have come, or gone: the rows are filled again. */
void
surmise_concept_bars_rename (SurmiseConceptBars *self)
{
  g_return_if_fail (SURMISE_IS_CONCEPT_BARS (self));

  gtk_slice_list_model_set_model (self->slice, NULL);
  gtk_slice_list_model_set_model (self->slice, surmise_concept_list_get_shown (self->concepts));
}
