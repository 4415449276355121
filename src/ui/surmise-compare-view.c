/* surmise-compare-view.c – what several models say of one picture, side by side
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-compare-heads.h"
#include "surmise-compare-list.h"
#include "surmise-compare-row.h"
#include "surmise-confidence.h"
#include "surmise-message.h"
#include "surmise-waiting.h"

/**
 * SurmiseCompareView:
 *
 * A head for each model and one list for all: what is waited for, what failed and how to try again is said in the
 * heads, so that no model holds up another. Below the heads stands what has been answered so far.
 */
struct _SurmiseCompareView
{
  AdwBin               parent_instance;

  GtkBox              *content;
  SurmiseCompareHeads *heads;
  GtkWidget           *heads_separator;
  GtkStack            *stack;
  GtkListView         *list;
  SurmiseMessage      *message;
  GtkWidget           *tools_separator;
  GtkWidget           *tools;
  GtkLabel            *threshold_label;
  GtkWidget           *threshold_scale;
  GtkAdjustment       *threshold_adjustment;

  SurmiseComparison   *comparison; /* (owned) (nullable) */
  SurmiseCompareList  *table;      /* (owned) (nullable) */
  GtkNoSelection      *selection;  /* (owned) */
  double               threshold;  /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseCompareView, surmise_compare_view, ADW_TYPE_BIN)

typedef enum {
  PROP_THRESHOLD = 1,
} SurmiseCompareViewProperty;

#define N_PROPS (PROP_THRESHOLD + 1)

static GParamSpec *properties[N_PROPS];

enum { ADD_CLICKED, BOXES_CHANGED, COPIED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_message (SurmiseCompareView *self,
              const char         *title,
              const char         *hint,
              const char         *button,
              const char         *action)
{
  surmise_message_show (self->message, title, hint, button, action);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_nothing (SurmiseCompareView *self)
{
  g_autoptr(SurmiseComparisonRow) best = surmise_compare_list_dup_best (self->table);
  g_autofree char *percent = surmise_confidence_to_text (surmise_comparison_row_get_best (best));
  g_autofree char *name = g_markup_escape_text (surmise_comparison_row_get_name (best), -1);
  g_autofree char *title = NULL;
  g_autofree char *hint = NULL;

  /* Translators: a whole percentage, the threshold. */
  title = g_strdup_printf (_("Nothing Above %d\302\240%%"), (int) lround (self->threshold * 100));
  /* Translators: a concept's name and its confidence. */
  hint = g_strdup_printf (_("The best guess is <i>%s</i>, %s."), name, percent);
  show_message (self, title, hint, _("_Lower the Threshold"), "compare.lower-threshold");
}

/* How many of the answers are in @state; %SURMISE_PICTURE_STATE_WAITING stands for all that are still to come. */
static guint
count (SurmiseCompareView  *self,
       SurmisePictureState  state)
{
  guint n = 0;

  for (guint i = 0; i < surmise_comparison_get_n_models (self->comparison); i++)
    {
      SurmisePicture *answer = surmise_comparison_get_answer (self->comparison, i);

      if (answer == NULL || surmise_picture_is_busy (answer))
        n += state == SURMISE_PICTURE_STATE_WAITING;
      else
        n += state == surmise_picture_get_state (answer);
    }

  return n;
}

static void
update_state (SurmiseCompareView *self)
{
  guint n_rows = g_list_model_get_n_items (surmise_comparison_get_table (self->comparison));
  guint n_shown = g_list_model_get_n_items (surmise_compare_list_get_shown (self->table));
  g_autofree char *texts = n_rows == 0 ? surmise_compare_list_dup_texts (self->table) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.copy", n_shown > 0);
  if (n_shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "table");
  else if (surmise_comparison_get_answer (self->comparison, 0) == NULL)
    show_message (self, _("No Picture Yet"), _("Drop one, and these models are all asked about it."), NULL, NULL);
  else if (count (self, SURMISE_PICTURE_STATE_WAITING) > 0)
    gtk_stack_set_visible_child_name (self->stack, "waiting");
  else if (n_rows > 0)
    show_nothing (self);
  else if (texts != NULL)
    show_message (self, _("Answers in Words"), texts, NULL, NULL);
  else if (count (self, SURMISE_PICTURE_STATE_DONE) > 0)
    show_message (self, _("No Concepts to Compare"), _("The models found nothing to name, or answer in another way."),
                  NULL, NULL);
  else
    show_message (self, _("No Model Has Answered"), _("The reasons stand above. Your picture is still here."),
                  _("_Try Again"), "compare.retry");
}

static void
update_threshold (SurmiseCompareView *self)
{
  /* Translators: the least confidence that is shown, a whole percentage. */
  g_autofree char *label = g_strdup_printf (_("at least %d\302\240%%"), (int) lround (self->threshold * 100));

  gtk_label_set_label (self->threshold_label, label);
}

static void
show_row (SurmiseCompareView   *self,
          GtkWidget            *widget,
          SurmiseComparisonRow *row)
{
  g_autofree char *label = surmise_compare_row_to_spoken (self->comparison, row);

  surmise_compare_row_show (SURMISE_COMPARE_ROW (widget), self->comparison, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (widget)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* Rows that say the same as before stay in the list, though what stands around them may be another. */
static void
on_changed (SurmiseCompareView *self)
{
  surmise_compare_heads_update (self->heads);
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);
      SurmiseComparisonRow *row = NULL;

      if (SURMISE_IS_COMPARE_ROW (child))
        row = surmise_compare_row_get_row (SURMISE_COMPARE_ROW (child));

      if (row != NULL)
        show_row (self, child, row);
    }
  update_state (self);
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, surmise_compare_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  show_row (user_data, gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

static void
on_add_clicked (SurmiseCompareView *self)
{
  g_signal_emit (self, signals[ADD_CLICKED], 0);
}

static void
on_boxes_changed (SurmiseCompareView *self)
{
  g_signal_emit (self, signals[BOXES_CHANGED], 0);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseCompareView *self = SURMISE_COMPARE_VIEW (widget);
  g_autofree char *text = surmise_comparison_to_text (self->comparison, self->threshold);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_signal_emit (self, signals[COPIED], 0, _("Copied the comparison as a table"));
}

static void
on_retry (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  SurmiseCompareView *self = SURMISE_COMPARE_VIEW (widget);

  for (guint i = 0; i < surmise_comparison_get_n_models (self->comparison); i++)
    surmise_comparison_retry (self->comparison, i);
}

static void
on_lower_threshold (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  g_autoptr(SurmiseComparisonRow) best = surmise_compare_list_dup_best (SURMISE_COMPARE_VIEW (widget)->table);

  /* To a round number below the best one, so that its neighbours come into sight with it. */
  if (best != NULL)
    g_object_set (widget, "threshold", floor (surmise_comparison_row_get_best (best) * 10) / 10, NULL);
}

static void
set_threshold (SurmiseCompareView *self,
               double              threshold)
{
  if (threshold == self->threshold)
    return;

  self->threshold = threshold;
  surmise_compare_list_set_threshold (self->table, threshold);
  gtk_adjustment_set_value (self->threshold_adjustment, threshold);
  update_threshold (self);
  update_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THRESHOLD]);
}

static void
on_adjusted (SurmiseCompareView *self)
{
  set_threshold (self, gtk_adjustment_get_value (self->threshold_adjustment));
}

static void
surmise_compare_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmiseCompareView *self = SURMISE_COMPARE_VIEW (object);

  switch ((SurmiseCompareViewProperty) prop_id)
    {
    case PROP_THRESHOLD:
      g_value_set_double (value, self->threshold);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_compare_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmiseCompareView *self = SURMISE_COMPARE_VIEW (object);

  switch ((SurmiseCompareViewProperty) prop_id)
    {
    case PROP_THRESHOLD:
      set_threshold (self, g_value_get_double (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_compare_view_dispose (GObject *object)
{
  SurmiseCompareView *self = SURMISE_COMPARE_VIEW (object);

  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_COMPARE_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->table);
  g_clear_object (&self->comparison);

  G_OBJECT_CLASS (surmise_compare_view_parent_class)->dispose (object);
}

static void
surmise_compare_view_class_init (SurmiseCompareViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_compare_view_dispose;
  object_class->get_property = surmise_compare_view_get_property;
  object_class->set_property = surmise_compare_view_set_property;

  properties[PROP_THRESHOLD] = g_param_spec_double ("threshold", NULL, NULL, 0, 1, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ADD_CLICKED] = g_signal_new ("add-clicked", SURMISE_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[BOXES_CHANGED] = g_signal_new ("boxes-changed", SURMISE_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[COPIED] = g_signal_new ("copied", SURMISE_TYPE_COMPARE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (SURMISE_TYPE_COMPARE_HEADS);
  g_type_ensure (SURMISE_TYPE_MESSAGE);
  g_type_ensure (SURMISE_TYPE_WAITING);
  gtk_widget_class_set_css_name (widget_class, "compareview");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-compare-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, content);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, heads);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, heads_separator);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, list);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, message);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, tools_separator);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, tools);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, threshold_scale);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareView, threshold_adjustment);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "compare.retry", NULL, on_retry);
  gtk_widget_class_install_action (widget_class, "compare.lower-threshold", NULL, on_lower_threshold);
}

static void
surmise_compare_view_init (SurmiseCompareView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_no_selection_new (NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->heads, "add-clicked", G_CALLBACK (on_add_clicked), self);
  g_signal_connect_swapped (self->heads, "boxes-changed", G_CALLBACK (on_boxes_changed), self);
  g_signal_connect_swapped (self->threshold_adjustment, "value-changed", G_CALLBACK (on_adjusted), self);
  update_threshold (self);
}

/**
 * surmise_compare_view_new:
 * @comparison: what is shown
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
surmise_compare_view_new (SurmiseComparison *comparison)
{
  SurmiseCompareView *self;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (comparison), NULL);

  self = g_object_new (SURMISE_TYPE_COMPARE_VIEW, NULL);
  self->comparison = g_object_ref (comparison);
  surmise_compare_heads_set_comparison (self->heads, comparison);
  self->table = surmise_compare_list_new (comparison);
  gtk_no_selection_set_model (self->selection, surmise_compare_list_get_shown (self->table));
  g_signal_connect_object (comparison, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  on_changed (self);

  return GTK_WIDGET (self);
}

gboolean
surmise_compare_view_get_boxes (SurmiseCompareView *self,
                                guint               i)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_VIEW (self), FALSE);

  return surmise_compare_heads_get_boxes (self->heads, i);
}

/**
 * surmise_compare_view_set_stacked:
 * @self: the view
 * @stacked: whether it stands below the picture instead of beside it
 *
 * Stacked, everything scrolls together in the window: the tools stand above the table then, where they are seen without
 * scrolling past all of it.
 */
void
surmise_compare_view_set_stacked (SurmiseCompareView *self,
                                  gboolean            stacked)
{
  GtkWidget *first, *last;

  g_return_if_fail (SURMISE_IS_COMPARE_VIEW (self));

  first = stacked ? self->tools : GTK_WIDGET (self->stack);
  last = stacked ? GTK_WIDGET (self->stack) : self->tools;
  gtk_box_reorder_child_after (self->content, first, self->heads_separator);
  gtk_box_reorder_child_after (self->content, self->tools_separator, first);
  gtk_box_reorder_child_after (self->content, last, self->tools_separator);
  if (stacked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stacked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stacked");
}
