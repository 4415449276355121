/* surmise-region-bars.c – a list of the regions of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-bars.h"

#include <glib/gi18n.h>

#include "surmise-answer-view.h"
#include "surmise-region-row.h"
#include "surmise-region-words.h"
#include "surmise-swatch.h"

/**
 * SurmiseRegionBars:
 *
 * What the pointer or the focus is on lights up in the picture as well, and the other way round: then it is brought into
 * sight here.
 */
struct _SurmiseRegionBars
{
  AdwBin              parent_instance;

  GtkScrolledWindow  *scroller;
  GtkListView        *view;

  SurmiseRegionList  *list;      /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GPtrArray          *rows;      /* (owned) of SurmiseRegionRow: those that show a region now */
  ClarifaiRegion     *lit;       /* (owned) (nullable) */
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseRegionBars, surmise_region_bars, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

enum { ACTIVATED, LIT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const GdkRGBA *
get_color (SurmiseRegionBars *self,
           ClarifaiRegion    *region)
{
  if (clarifai_region_get_mask (region) == NULL)
    return NULL;

  return surmise_mask_color (surmise_region_list_get_index (self->list, region));
}

static void
light (SurmiseRegionBars *self,
       ClarifaiRegion    *lit,
       gboolean           scroll)
{
  guint position;

  if (!g_set_object (&self->lit, lit))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SurmiseRegionRow *row = g_ptr_array_index (self->rows, i);

      surmise_region_row_set_lit (row, lit != NULL && surmise_region_row_get_region (row) == lit);
    }
  position = scroll ? surmise_region_list_get_position (self->list, lit) : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, surmise_region_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  SurmiseRegionBars *self = user_data;
  ClarifaiRegion *region = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *spoken = surmise_region_to_spoken (region);

  surmise_region_row_set_region (SURMISE_REGION_ROW (row), region, get_color (self, region));
  surmise_region_row_set_lit (SURMISE_REGION_ROW (row), region == self->lit);
  g_ptr_array_add (self->rows, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
on_unbind (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  SurmiseRegionBars *self = user_data;
  GtkWidget *row = gtk_list_item_get_child (item);

  if (self->rows != NULL)
    g_ptr_array_remove_fast (self->rows, row);
  surmise_region_row_set_lit (SURMISE_REGION_ROW (row), FALSE);
  surmise_region_row_set_region (SURMISE_REGION_ROW (row), NULL, NULL);
}

static void
on_activate (SurmiseRegionBars *self,
             guint              position)
{
  g_autoptr(ClarifaiRegion) region = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (region != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, region);
}

static void
on_selected (SurmiseRegionBars *self)
{
  ClarifaiRegion *selected = gtk_single_selection_get_selected_item (self->selection);

  if (selected != NULL)
    light (self, selected, FALSE);
}

static void
on_motion (SurmiseRegionBars *self,
           double             x,
           double             y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = at != NULL ? gtk_widget_get_ancestor (at, SURMISE_TYPE_REGION_ROW) : NULL;

  /* The row's own edge, around what it shows. */
  if (row == NULL && at != NULL && SURMISE_IS_REGION_ROW (gtk_widget_get_first_child (at)))
    row = gtk_widget_get_first_child (at);
  light (self, row != NULL ? surmise_region_row_get_region (SURMISE_REGION_ROW (row)) : NULL, FALSE);
}

/* What the focus is on stays lit. */
static void
on_leave (SurmiseRegionBars *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->view)) != NULL;

  light (self, focused ? gtk_single_selection_get_selected_item (self->selection) : NULL, FALSE);
}

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  SurmiseRegionBars *self = SURMISE_REGION_BARS (view);
  guint n = g_list_model_get_n_items (surmise_region_list_get_shown (self->list));

  *toast = g_strdup_printf (ngettext ("Copied %u box", "Copied %u boxes", n), n);

  return surmise_region_list_to_text (self->list);
}

static void
set_stacked (SurmiseAnswerView *view,
             gboolean           stacked)
{
  gtk_scrolled_window_set_policy (SURMISE_REGION_BARS (view)->scroller, GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_stacked = set_stacked;
}

static void
surmise_region_bars_dispose (GObject *object)
{
  SurmiseRegionBars *self = SURMISE_REGION_BARS (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_REGION_BARS);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->lit);

  G_OBJECT_CLASS (surmise_region_bars_parent_class)->dispose (object);
}

static void
surmise_region_bars_class_init (SurmiseRegionBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_region_bars_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SURMISE_TYPE_REGION_BARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, CLARIFAI_TYPE_REGION);
  signals[LIT_CHANGED] = g_signal_new ("lit-changed", SURMISE_TYPE_REGION_BARS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-region-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionBars, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionBars, view);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
surmise_region_bars_init (SurmiseRegionBars *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), motion);
}

/**
 * surmise_region_bars_new:
 * @list: what is shown, now and later
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
surmise_region_bars_new (SurmiseRegionList *list)
{
  SurmiseRegionBars *self;

  g_return_val_if_fail (SURMISE_IS_REGION_LIST (list), NULL);

  self = g_object_new (SURMISE_TYPE_REGION_BARS, NULL);
  self->list = g_object_ref (list);
  gtk_single_selection_set_model (self->selection, surmise_region_list_get_shown (list));
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);

  return GTK_WIDGET (self);
}

/* A new answer is in the list: nothing is selected, and nothing stands out. */
void
surmise_region_bars_begin (SurmiseRegionBars *self)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_REGION_BARS (self));

  light (self, NULL, FALSE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  spoken = surmise_region_list_to_spoken (self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* (transfer none) (nullable) */
ClarifaiRegion *
surmise_region_bars_get_selected (SurmiseRegionBars *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_BARS (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

/* (transfer none) (nullable) */
ClarifaiRegion *
surmise_region_bars_get_lit (SurmiseRegionBars *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_BARS (self), NULL);

  return self->lit;
}

void
surmise_region_bars_set_lit (SurmiseRegionBars *self,
                             ClarifaiRegion    *lit)
{
  g_return_if_fail (SURMISE_IS_REGION_BARS (self));

  light (self, lit, TRUE);
}
