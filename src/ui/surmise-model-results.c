/* surmise-model-results.c – the public models that a search finds, as lines of the chooser
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-results.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "clarifai-model-ref.h"
#include "surmise-error-text.h"
#include "surmise-model-check.h"
#include "surmise-model-section.h"
#include "surmise-model-types.h"

/* Long enough that typing does not ask about every letter. */
#define PAUSE_MS 250
/* What fills the chooser twice, so that the rest, whose rows take time, waits until somebody scrolls. */
#define AT_FIRST 20

/**
 * SurmiseModelResults:
 *
 * Lines are made for the models that are looked at, not for all that were found: those may be thousands.
 */
struct _SurmiseModelResults
{
  GObject              parent_instance;

  SurmiseAccount      *account;  /* (owned) */
  SurmiseModelSearch  *search;   /* (owned) */
  GtkSliceListModel   *slice;    /* (owned): as many of what was found as have been scrolled to */
  GtkMapListModel     *choices;  /* (owned) */
  SurmiseModelSection *section;  /* (owned) */
  SurmiseModelFilter   filter;   /* its texts are owned */
  gboolean             asked;    /* there is a filter */
  guint                pause_id;
};

G_DEFINE_FINAL_TYPE (SurmiseModelResults, surmise_model_results, G_TYPE_OBJECT)

enum {
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a line is made with; a view may keep the list, and with it this, a moment longer than there is a search. */
typedef struct
{
  SurmiseAccount   *account; /* (owned) */
  ClarifaiModelRef *in_use;  /* (owned) (nullable) */
} Maker;

static void
maker_free (gpointer data)
{
  Maker *maker = data;

  g_clear_object (&maker->account);
  g_clear_object (&maker->in_use);
  g_free (maker);
}

static gpointer
make_choice (gpointer item,
             gpointer user_data)
{
  Maker *maker = user_data;
  g_autoptr(ClarifaiModel) model = item;
  ClarifaiModelRef *ref = clarifai_model_get_ref (model);
  g_autoptr(ClarifaiModelRef) latest = NULL;
  ClarifaiModelType *type = NULL;
  SurmiseModelChoice *choice;

  latest = clarifai_model_ref_new (clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                                   clarifai_model_ref_get_model_id (ref), NULL);
  choice = surmise_model_choice_new_model (latest, clarifai_model_get_name (model));
  if (clarifai_model_get_type_id (model) != NULL)
    type = surmise_model_types_lookup (maker->account, clarifai_model_get_type_id (model));
  surmise_model_choice_set_facts (choice, surmise_model_verdict_of (model, type), type);
  surmise_model_choice_set_in_use (choice, maker->in_use != NULL && clarifai_model_ref_equal (latest, maker->in_use));

  return choice;
}

static gboolean
is_empty (SurmiseModelResults *self)
{
  return g_list_model_get_n_items (surmise_model_search_get_list (self->search)) == 0;
}

/* (transfer full) (nullable): what stands after the models */
static SurmiseModelChoice *
make_tail (SurmiseModelResults *self)
{
  if (!self->asked)
    return NULL;
  if (self->pause_id != 0)
    return is_empty (self) ? surmise_model_choice_new (SURMISE_MODEL_CHOICE_LOADING, NULL) : NULL;

  switch (surmise_model_search_get_state (self->search))
    {
    case SURMISE_FEED_STATE_LOADING:
      return surmise_model_choice_new (SURMISE_MODEL_CHOICE_LOADING, NULL);

    case SURMISE_FEED_STATE_FAILED:
      {
        g_autoptr(SurmiseErrorText) words = surmise_error_text_new (surmise_model_search_get_error (self->search));

        return surmise_model_choice_new (SURMISE_MODEL_CHOICE_FAILED, words->title);
      }

    case SURMISE_FEED_STATE_COMPLETE:
      return is_empty (self) ? surmise_model_choice_new (SURMISE_MODEL_CHOICE_NOTE, _("No public model fits.")) : NULL;

    case SURMISE_FEED_STATE_IDLE:
    default:
      return NULL;
    }
}

static void
update_tail (SurmiseModelResults *self)
{
  g_autoptr(SurmiseModelChoice) tail = make_tail (self);

  surmise_model_section_set_tail (self->section, tail);
}

static void
on_state_changed (SurmiseModelResults *self)
{
  update_tail (self);
  if (surmise_model_search_get_state (self->search) == SURMISE_FEED_STATE_FAILED)
    g_signal_emit (self, signals[FAILED], 0, surmise_model_search_get_error (self->search));
}

static gboolean
on_pause (gpointer user_data)
{
  SurmiseModelResults *self = user_data;

  self->pause_id = 0;
  surmise_model_search_set_filter (self->search, &self->filter);
  update_tail (self);

  return G_SOURCE_REMOVE;
}

static gboolean
is_same (const SurmiseModelFilter *a,
         const SurmiseModelFilter *b)
{
  return g_strcmp0 (a->words, b->words) == 0 && g_strcmp0 (a->owner, b->owner) == 0 && a->kinds == b->kinds
         && a->featured == b->featured && a->starred == b->starred && a->show_all == b->show_all && a->sort == b->sort;
}

static void
clear_filter (SurmiseModelResults *self)
{
  g_free ((char *) self->filter.words);
  g_free ((char *) self->filter.owner);
  self->filter = (SurmiseModelFilter) { 0 };
}

static void
surmise_model_results_dispose (GObject *object)
{
  SurmiseModelResults *self = SURMISE_MODEL_RESULTS (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      surmise_model_search_set_account (self->search, NULL);
    }

  G_OBJECT_CLASS (surmise_model_results_parent_class)->dispose (object);
}

static void
surmise_model_results_finalize (GObject *object)
{
  SurmiseModelResults *self = SURMISE_MODEL_RESULTS (object);

  clear_filter (self);
  g_clear_object (&self->section);
  g_clear_object (&self->choices);
  g_clear_object (&self->slice);
  g_clear_object (&self->search);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_model_results_parent_class)->finalize (object);
}

static void
surmise_model_results_class_init (SurmiseModelResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_results_dispose;
  object_class->finalize = surmise_model_results_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
surmise_model_results_init (SurmiseModelResults *self)
{
}

SurmiseModelResults *
surmise_model_results_new (SurmiseAccount *account)
{
  SurmiseModelResults *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_RESULTS, NULL);
  self->account = g_object_ref (account);
  self->search = surmise_model_search_new ();
  surmise_model_search_set_account (self->search, account);
  g_signal_connect_object (self->search, "notify::state", G_CALLBACK (on_state_changed), self, G_CONNECT_SWAPPED);
  self->slice = gtk_slice_list_model_new (g_object_ref (surmise_model_search_get_list (self->search)), 0, AT_FIRST);
  self->choices = gtk_map_list_model_new (g_object_ref (G_LIST_MODEL (self->slice)), NULL, NULL, NULL);
  surmise_model_results_set_in_use (self, NULL);
  self->section = surmise_model_section_new (C_("models", "Public"), G_LIST_MODEL (self->choices), NULL);

  return self;
}

GListModel *
surmise_model_results_get_list (SurmiseModelResults *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_RESULTS (self), NULL);

  return surmise_model_section_get_list (self->section);
}

void
surmise_model_results_set_filter (SurmiseModelResults      *self,
                                  const SurmiseModelFilter *filter)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESULTS (self));
  g_return_if_fail (filter != NULL);

  if (self->asked && is_same (&self->filter, filter))
    return;

  clear_filter (self);
  self->filter = *filter;
  self->filter.words = g_strdup (filter->words);
  self->filter.owner = g_strdup (filter->owner);
  self->asked = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add (PAUSE_MS, on_pause, self);
  gtk_slice_list_model_set_size (self->slice, AT_FIRST);
  update_tail (self);
}

/* @ref: (nullable): the one to mark */
void
surmise_model_results_set_in_use (SurmiseModelResults *self,
                                  ClarifaiModelRef    *ref)
{
  Maker *maker;

  g_return_if_fail (SURMISE_IS_MODEL_RESULTS (self));

  maker = g_new0 (Maker, 1);
  maker->account = g_object_ref (self->account);
  maker->in_use = ref != NULL ? g_object_ref (ref) : NULL;
  gtk_map_list_model_set_map_func (self->choices, make_choice, maker, maker_free);
}

/* The end of the list is near. */
void
surmise_model_results_fetch_more (SurmiseModelResults *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESULTS (self));

  if (!self->asked || self->pause_id != 0)
    return;

  if (gtk_slice_list_model_get_size (self->slice) == AT_FIRST)
    {
      gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
      /* Those that waited are enough for now. */
      if (g_list_model_get_n_items (surmise_model_search_get_list (self->search)) > AT_FIRST)
        return;
    }
  surmise_model_search_fetch_more (self->search);
}

void
surmise_model_results_retry (SurmiseModelResults *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESULTS (self));

  if (self->asked && surmise_model_search_get_state (self->search) == SURMISE_FEED_STATE_FAILED)
    surmise_model_search_retry (self->search);
}

void
surmise_model_results_stop (SurmiseModelResults *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESULTS (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->asked = FALSE;
  update_tail (self);
}
