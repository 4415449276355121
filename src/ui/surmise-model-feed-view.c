/* surmise-model-feed-view.c – a list that grows as it is scrolled, and what it has to say
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-feed-view.h"

#include "surmise-compat.h"
#include "surmise-error-text.h"

/**
 * SurmiseModelFeedView:
 *
 * Asks for the next page while there is still a page to read. A page that failed is said below the list, which stays,
 * and is asked for again from there. What another feed had stays as well, until this one has something or has ended.
 */
struct _SurmiseModelFeedView
{
  AdwBin              parent_instance;

  GtkScrolledWindow  *scroller;
  GtkListView        *list_view;
  GtkStack           *status;
  GtkSpinner         *spinner;
  GtkLabel           *empty_label;
  GtkLabel           *failed_label;
  GtkWidget          *retry_button;

  SurmiseFeed        *feed;    /* (owned) (nullable) */
  gboolean            pending; /* the list is still the one of the feed before */
};

G_DEFINE_FINAL_TYPE (SurmiseModelFeedView, surmise_model_feed_view, ADW_TYPE_BIN)

enum {
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_empty (SurmiseModelFeedView *self)
{
  return self->feed == NULL || g_list_model_get_n_items (surmise_feed_get_list (self->feed)) == 0;
}

static void
show_list (SurmiseModelFeedView *self)
{
  g_autoptr(GtkSelectionModel) selection = NULL;

  if (self->feed != NULL)
    selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (surmise_feed_get_list (self->feed))));
  self->pending = FALSE;
  gtk_list_view_set_model (self->list_view, selection);
}

/* The page of the status that is to be seen; NULL for none. */
static const char *
get_status (SurmiseModelFeedView *self)
{
  switch (self->feed != NULL ? surmise_feed_get_state (self->feed) : SURMISE_FEED_STATE_IDLE)
    {
    case SURMISE_FEED_STATE_LOADING:
      return "loading";

    case SURMISE_FEED_STATE_FAILED:
      return "failed";

    case SURMISE_FEED_STATE_COMPLETE:
      return is_empty (self) ? "empty" : NULL;

    case SURMISE_FEED_STATE_IDLE:
    default:
      return NULL;
    }
}

static void
update (SurmiseModelFeedView *self)
{
  const char *page = get_status (self);
  gboolean failed = g_strcmp0 (page, "failed") == 0;

  gtk_spinner_set_spinning (self->spinner, g_strcmp0 (page, "loading") == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->status), page != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), page == NULL || self->pending || !is_empty (self));
  if (failed)
    {
      g_autoptr(SurmiseErrorText) words = surmise_error_text_new (surmise_feed_get_error (self->feed));
      g_autofree char *text = g_strdup_printf ("%s\n%s", words->title, words->hint);

      gtk_label_set_label (self->failed_label, text);
      surmise_announce (GTK_WIDGET (self), words->title);
    }
  if (page != NULL)
    gtk_stack_set_visible_child_name (self->status, page);
}

static void
fetch_near_end (SurmiseModelFeedView *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  if (self->feed != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) && (left <= page || is_empty (self)))
    surmise_feed_fetch_more (self->feed);
}

static void
on_state_changed (SurmiseModelFeedView *self)
{
  if (self->pending && (!is_empty (self) || surmise_feed_get_state (self->feed) == SURMISE_FEED_STATE_COMPLETE
                        || surmise_feed_get_state (self->feed) == SURMISE_FEED_STATE_FAILED))
    show_list (self);
  update (self);
  /* A page that filled less than the window. */
  if (surmise_feed_get_state (self->feed) == SURMISE_FEED_STATE_IDLE)
    fetch_near_end (self);
}

static void
on_retry_clicked (SurmiseModelFeedView *self)
{
  if (self->feed != NULL)
    surmise_feed_retry (self->feed);
}

static void
on_activate (SurmiseModelFeedView *self,
             guint                 position)
{
  g_signal_emit (self, signals[ACTIVATE], 0, position);
}

static void
surmise_model_feed_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (surmise_model_feed_view_parent_class)->map (widget);

  fetch_near_end (SURMISE_MODEL_FEED_VIEW (widget));
}

static void
surmise_model_feed_view_dispose (GObject *object)
{
  SurmiseModelFeedView *self = SURMISE_MODEL_FEED_VIEW (object);

  if (self->feed != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->feed, self);
      surmise_feed_stop (self->feed);
    }
  g_clear_object (&self->feed);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_FEED_VIEW);

  G_OBJECT_CLASS (surmise_model_feed_view_parent_class)->dispose (object);
}

static void
surmise_model_feed_view_class_init (SurmiseModelFeedViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_feed_view_dispose;
  widget_class->map = surmise_model_feed_view_map;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-feed-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, list_view);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, status);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, empty_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, failed_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFeedView, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
surmise_model_feed_view_init (SurmiseModelFeedView *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (fetch_near_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (fetch_near_end), self, G_CONNECT_SWAPPED);
}

/* @factory: for the rows; @label: what the list is called; @empty_text: what is said when there is nothing in it */
GtkWidget *
surmise_model_feed_view_new (GtkListItemFactory *factory,
                             const char         *label,
                             const char         *empty_text)
{
  SurmiseModelFeedView *self;

  g_return_val_if_fail (GTK_IS_LIST_ITEM_FACTORY (factory), NULL);
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (empty_text != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_FEED_VIEW, NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_label_set_label (self->empty_label, empty_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/* (transfer none) (nullable) */
SurmiseFeed *
surmise_model_feed_view_get_feed (SurmiseModelFeedView *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_FEED_VIEW (self), NULL);

  return self->feed;
}

void
surmise_model_feed_view_set_feed (SurmiseModelFeedView *self,
                                  SurmiseFeed          *feed)
{
  g_return_if_fail (SURMISE_IS_MODEL_FEED_VIEW (self));
  g_return_if_fail (feed == NULL || SURMISE_IS_FEED (feed));

  if (self->feed == feed)
    return;

  if (self->feed != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->feed, self);
      surmise_feed_stop (self->feed);
    }
  g_set_object (&self->feed, feed);
  self->pending = feed != NULL;
  if (feed != NULL)
    g_signal_connect_object (feed, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  else
    show_list (self);
  update (self);
  fetch_near_end (self);
}
