/* surmise-model-chooser.c – the popover in which a model is chosen
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-chooser-private.h"

#include "clarifai-model-ref.h"
#include "surmise-model-list-keys.h"
#include "surmise-model-words.h"

#define WIDTH       460
#define LEAST_WIDTH 240
#define MARGIN      24
#define LOOK_AHEAD  12

G_DEFINE_FINAL_TYPE (SurmiseModelChooser, surmise_model_chooser, GTK_TYPE_POPOVER)

enum {
  CHOSEN,
  COMPARE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What comes in above the first line that is shown would stay above it. */
static void
scroll_to_top (SurmiseModelChooser *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", 0);
}

static void
update_nothing (SurmiseModelChooser *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->selection)) == 0;
  gboolean card = gtk_widget_get_visible (GTK_WIDGET (self->card));

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !empty);
  gtk_widget_set_visible (self->nothing_label, empty && !card);
}

/* Near the top, what can be used before what cannot. */
static guint
find_first (SurmiseModelChooser *self)
{
  GListModel *list = G_LIST_MODEL (self->selection);
  guint first = surmise_model_list_next (list, -1, 1);
  guint position = first;

  for (guint i = 0; position != GTK_INVALID_LIST_POSITION && i < LOOK_AHEAD; i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (list, position);

      if (surmise_model_choice_get_usable (choice))
        return position;
      position = surmise_model_list_next (list, (int) position, 1);
    }

  return first;
}

/* The first model is what Enter uses, and looks like it, once words have been typed. */
static void
select_first (SurmiseModelChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint first = GTK_INVALID_LIST_POSITION;

  if (*text != '\0' && !surmise_model_words_is_path (text))
    first = find_first (self);
  gtk_single_selection_set_selected (self->selection, first);
}

static void
on_scrolled (SurmiseModelChooser *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);
  double left = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment) - page;

  /* One page ahead, so that reading on needs no waiting. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && left <= page)
    surmise_model_groups_fetch_more (self->groups);
}

static gboolean
look_ahead (gpointer user_data)
{
  SurmiseModelChooser *self = user_data;

  self->look_id = 0;
  on_scrolled (self);

  return G_SOURCE_REMOVE;
}

static void
on_items_changed (SurmiseModelChooser *self)
{
  SurmiseModelChoice *selected;

  if (self->entry == NULL)
    return;

  update_nothing (self);
  /* Other models in as many rows leave the place in the list where it was. */
  if (self->look_id == 0)
    self->look_id = g_idle_add_full (G_PRIORITY_LOW, look_ahead, self, NULL);
  /* Whoever has gone to a row stays there. */
  selected = gtk_single_selection_get_selected_item (self->selection);
  if (selected == NULL
      || (!surmise_model_choice_get_usable (selected)
          && gtk_widget_get_focus_child (self->content) == GTK_WIDGET (self->entry)))
    select_first (self);
}

/* The card's place and words are those of the resolver's state. */
static void
on_resolver_changed (SurmiseModelChooser *self)
{
  SurmiseModelResolverState state = surmise_model_resolver_get_state (self->resolver);
  const GError *error = surmise_model_resolver_get_error (self->resolver);

  gtk_widget_set_visible (GTK_WIDGET (self->card), state != SURMISE_MODEL_RESOLVER_IDLE);
  switch (state)
    {
    case SURMISE_MODEL_RESOLVER_IDLE:
      break;

    case SURMISE_MODEL_RESOLVER_UNCLEAR:
      {
        g_autofree char *words = surmise_model_words_typing (gtk_editable_get_text (GTK_EDITABLE (self->entry)), error);

        surmise_model_card_show_typing (self->card, words);
      }
      break;

    case SURMISE_MODEL_RESOLVER_ASKING:
      surmise_model_card_show_checking (self->card, surmise_model_resolver_get_ref (self->resolver));
      break;

    case SURMISE_MODEL_RESOLVER_KNOWN:
      surmise_model_card_show_check (self->card, surmise_model_resolver_get_check (self->resolver));
      break;

    case SURMISE_MODEL_RESOLVER_FAILED:
      surmise_model_card_show_error (self->card, error);
      surmise_model_groups_note_error (self->groups, error);
      break;

    default:
      g_assert_not_reached ();
    }
  update_nothing (self);
}

static void
on_changed (SurmiseModelChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  SurmiseModelFilter filter = { 0 };
  ClarifaiModelRef *ref;
  g_autofree char *path = NULL;

  surmise_model_resolver_set_text (self->resolver, text);
  ref = surmise_model_resolver_get_ref (self->resolver);
  if (ref != NULL)
    path = clarifai_model_ref_to_string (ref);

  surmise_model_filter_bar_fill (self->filter_bar, &filter);
  filter.words = path != NULL ? path : text;
  surmise_model_groups_set_filter (self->groups, &filter);
  select_first (self);
  scroll_to_top (self);
}

static void
on_card_use (SurmiseModelChooser *self)
{
  SurmiseModelCheck *check = surmise_model_resolver_get_check (self->resolver);

  if (check != NULL && surmise_model_verdict_may_be_used (surmise_model_check_get_verdict (check)))
    _surmise_model_chooser_choose (self, surmise_model_check_get_ref (check),
                                    clarifai_model_get_name (surmise_model_check_get_model (check)));
}

/* What is not shown yet is not used: Enter asks first, and a second Enter uses. */
static void
on_entry_activate (SurmiseModelChooser *self)
{
  if (surmise_model_resolver_get_state (self->resolver) == SURMISE_MODEL_RESOLVER_IDLE)
    _surmise_model_chooser_activate (self, gtk_single_selection_get_selected (self->selection));
  else if (surmise_model_resolver_get_check (self->resolver) != NULL)
    on_card_use (self);
  else
    surmise_model_resolver_ask (self->resolver);
}

static void
on_stop_search (SurmiseModelChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
surmise_model_chooser_map (GtkWidget *widget)
{
  SurmiseModelChooser *self = SURMISE_MODEL_CHOOSER (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  int room = root != NULL ? gtk_widget_get_width (GTK_WIDGET (root)) - MARGIN : WIDTH;

  /* A popover may stand out of a narrow window, but not out of a narrow screen. */
  gtk_widget_set_size_request (self->content, CLAMP (room, LEAST_WIDTH, WIDTH), -1);
  if (self->about == NULL)
    surmise_model_groups_refresh (self->groups);
  update_nothing (self);

  GTK_WIDGET_CLASS (surmise_model_chooser_parent_class)->map (widget);

  if (self->about == NULL)
    scroll_to_top (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
surmise_model_chooser_closed (GtkPopover *popover)
{
  SurmiseModelChooser *self = SURMISE_MODEL_CHOOSER (popover);

  /* What was found is there again after a look at one of them. */
  if (self->entry != NULL && self->about == NULL)
    _surmise_model_chooser_forget (self);
}

static void
surmise_model_chooser_dispose (GObject *object)
{
  SurmiseModelChooser *self = SURMISE_MODEL_CHOOSER (object);

  if (self->groups != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->resolver != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->resolver, self);
      surmise_model_resolver_set_account (self->resolver, NULL);
    }
  if (self->groups != NULL)
    surmise_model_groups_set_account (self->groups, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_CHOOSER);
  g_clear_object (&self->selection);
  g_clear_object (&self->groups);
  g_clear_object (&self->resolver);
  g_clear_object (&self->account);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (surmise_model_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, content);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, card);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, list_view);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelChooser, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_card_use);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_activate",
                                                G_CALLBACK (_surmise_model_chooser_activate));
}

static void
surmise_model_chooser_class_init (SurmiseModelChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_chooser_dispose;
  widget_class->map = surmise_model_chooser_map;
  GTK_POPOVER_CLASS (klass)->closed = surmise_model_chooser_closed;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING);
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING);

  bind_template (widget_class);
  g_type_ensure (SURMISE_TYPE_MODEL_CARD);
  g_type_ensure (SURMISE_TYPE_MODEL_FILTER_BAR);
}

static void
surmise_model_chooser_init (SurmiseModelChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->resolver = surmise_model_resolver_new ();
  g_signal_connect_object (self->resolver, "changed", G_CALLBACK (on_resolver_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "retry", G_CALLBACK (surmise_model_resolver_ask), self->resolver,
                           G_CONNECT_SWAPPED);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);

  /* Before the list, whose own arrows would stop at headings. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (_surmise_model_chooser_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->content, keys);
  gtk_search_entry_set_key_capture_widget (self->entry, self->content);
}

GtkWidget *
surmise_model_chooser_new (SurmiseContext *context)
{
  SurmiseModelChooser *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_CHOOSER, NULL);
  self->context = g_object_ref (context);
  _surmise_model_chooser_set_up_rows (self);
  self->groups = surmise_model_groups_new (context);
  self->selection = gtk_single_selection_new (g_object_ref (surmise_model_groups_get_list (self->groups)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return GTK_WIDGET (self);
}

/* @account: (nullable) */
void
surmise_model_chooser_set_account (SurmiseModelChooser *self,
                                   SurmiseAccount      *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_CHOOSER (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  g_set_object (&self->account, account);
  surmise_model_resolver_set_account (self->resolver, account);
  surmise_model_groups_set_account (self->groups, account);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      surmise_model_groups_refresh (self->groups);
      on_changed (self);
    }
}

/* @model: (nullable): the one in use */
void
surmise_model_chooser_set_model (SurmiseModelChooser *self,
                                 ClarifaiModelRef    *model)
{
  g_return_if_fail (SURMISE_IS_MODEL_CHOOSER (self));

  surmise_model_groups_set_in_use (self->groups, model);
}

/* What the person decided on, for whoever listens. */
void
_surmise_model_chooser_emit (SurmiseModelChooser *self,
                             ClarifaiModelRef    *model,
                             const char          *name,
                             gboolean             compare)
{
  g_signal_emit (self, signals[compare ? COMPARE : CHOSEN], 0, model, name);
}
