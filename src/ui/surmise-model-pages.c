/* surmise-model-pages.c – one user's models as choices, fetched a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-pages.h"

#include <glib/gi18n.h>

#include "clarifai-model-list.h"
#include "clarifai-model-ref.h"
#include "surmise-error-text.h"

/* A screenful is about eight. */
#define PER_PAGE 50

/**
 * SurmiseModelPages:
 *
 * Fetches only when it is told to. What a model takes and gives is asked once for each type among those that came.
 * After stop() nothing changes any more.
 */
struct _SurmiseModelPages
{
  GObject             parent_instance;

  SurmiseAccount     *account;     /* (owned) */
  ClarifaiModelList  *models;      /* (owned) */
  GListStore         *choices;     /* (owned) of SurmiseModelChoice, one a model, in the models' order */
  SurmiseModelChoice *tail;        /* (owned) (nullable) */
  GHashTable         *types;       /* (owned) ID → ClarifaiModelType; NULL while it is asked for, or not told */
  ClarifaiModelRef   *in_use;      /* (owned) (nullable) */
  GCancellable       *cancellable; /* (owned) */
  gboolean            fetching;
  gboolean            failed;
};

G_DEFINE_FINAL_TYPE (SurmiseModelPages, surmise_model_pages, G_TYPE_OBJECT)

enum {
  TAIL_CHANGED,
  FAILED,
  FACTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_tail (SurmiseModelPages      *self,
          SurmiseModelChoiceKind  kind,
          const char             *text)
{
  g_clear_object (&self->tail);
  self->tail = surmise_model_choice_new (kind, text);
  g_signal_emit (self, signals[TAIL_CHANGED], 0);
}

static void
clear_tail (SurmiseModelPages *self)
{
  if (self->tail == NULL)
    return;

  g_clear_object (&self->tail);
  g_signal_emit (self, signals[TAIL_CHANGED], 0);
}

/* A list's entry stands for the model, not for the version that happens to be its latest. */
static SurmiseModelChoice *
make_choice (ClarifaiModel *model)
{
  ClarifaiModelRef *ref = clarifai_model_get_ref (model);
  g_autoptr(ClarifaiModelRef) latest = NULL;

  latest = clarifai_model_ref_new (clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                                   clarifai_model_ref_get_model_id (ref), NULL);

  return surmise_model_choice_new_model (latest, clarifai_model_get_name (model));
}

static gboolean
is_in_use (SurmiseModelPages  *self,
           SurmiseModelChoice *choice)
{
  return self->in_use != NULL && clarifai_model_ref_equal (surmise_model_choice_get_ref (choice), self->in_use);
}

static void
update_facts (SurmiseModelPages *self,
              const char        *type_id,
              ClarifaiModelType *type)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiModel) model = g_list_model_get_item (G_LIST_MODEL (self->models), i);
      g_autoptr(SurmiseModelChoice) choice = NULL;

      if (model == NULL || g_strcmp0 (clarifai_model_get_type_id (model), type_id) != 0)
        continue;
      choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      surmise_model_choice_set_facts (choice, surmise_model_verdict_of (model, type), type);
    }
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

typedef struct
{
  SurmiseModelPages *pages;   /* (owned) */
  char              *type_id; /* (owned) */
} TypeRequest;

static void
type_request_free (TypeRequest *request)
{
  g_clear_object (&request->pages);
  g_clear_pointer (&request->type_id, g_free);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TypeRequest, type_request_free)

static void
type_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(TypeRequest) request = user_data;
  SurmiseModelPages *self = request->pages;
  g_autoptr(ClarifaiModelType) type = surmise_model_type_load_finish (SURMISE_ACCOUNT (source), result, NULL);

  if (type == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  update_facts (self, request->type_id, type);
  g_hash_table_insert (self->types, g_strdup (request->type_id), g_steal_pointer (&type));
}

static void
load_type (SurmiseModelPages *self,
           const char        *type_id)
{
  TypeRequest *request = g_new0 (TypeRequest, 1);

  request->pages = g_object_ref (self);
  request->type_id = g_strdup (type_id);
  g_hash_table_insert (self->types, g_strdup (type_id), NULL);
  surmise_model_type_load_async (self->account, type_id, self->cancellable, type_loaded_cb, request);
}

static void
on_models_changed (GListModel *models,
                   guint       position,
                   guint       removed,
                   guint       added,
                   gpointer    user_data)
{
  SurmiseModelPages *self = user_data;
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < added; i++)
    {
      g_autoptr(ClarifaiModel) model = g_list_model_get_item (models, position + i);
      SurmiseModelChoice *choice = make_choice (model);
      const char *type_id = clarifai_model_get_type_id (model);
      ClarifaiModelType *type = NULL;

      g_ptr_array_add (choices, choice);
      if (type_id != NULL && *type_id != '\0' && !g_hash_table_contains (self->types, type_id))
        load_type (self, type_id);
      else if (type_id != NULL)
        type = g_hash_table_lookup (self->types, type_id);
      surmise_model_choice_set_facts (choice, surmise_model_verdict_of (model, type), type);
      surmise_model_choice_set_in_use (choice, is_in_use (self, choice));
    }
  g_list_store_splice (self->choices, position, removed, choices->pdata, choices->len);
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(SurmiseModelPages) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean good = clarifai_model_list_fetch_more_finish (CLARIFAI_MODEL_LIST (source), result, &error);

  self->fetching = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (!good)
    {
      g_autoptr(SurmiseErrorText) words = surmise_error_text_new (error);

      self->failed = TRUE;
      set_tail (self, SURMISE_MODEL_CHOICE_FAILED, words->title);
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  else if (clarifai_model_list_get_complete (self->models)
           && g_list_model_get_n_items (G_LIST_MODEL (self->choices)) == 0)
    set_tail (self, SURMISE_MODEL_CHOICE_NOTE, _("There are no models yet."));
  else
    clear_tail (self);
}

static void
token_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseModelPages) self = user_data;
  g_autoptr(SurmiseToken) token = NULL;
  g_autoptr(GError) error = NULL;

  token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (token == NULL)
    {
      g_autoptr(SurmiseErrorText) words = surmise_error_text_new (error);

      self->fetching = FALSE;
      self->failed = TRUE;
      set_tail (self, SURMISE_MODEL_CHOICE_FAILED, words->title);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  clarifai_model_list_fetch_more_async (self->models, token, self->cancellable, fetched_cb, g_object_ref (self));
}

static void
surmise_model_pages_dispose (GObject *object)
{
  SurmiseModelPages *self = SURMISE_MODEL_PAGES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->models);
  g_clear_object (&self->choices);
  g_clear_object (&self->tail);
  g_clear_object (&self->in_use);
  g_clear_object (&self->account);
  g_clear_pointer (&self->types, g_hash_table_unref);

  G_OBJECT_CLASS (surmise_model_pages_parent_class)->dispose (object);
}

static void
surmise_model_pages_finalize (GObject *object)
{
  SurmiseModelPages *self = SURMISE_MODEL_PAGES (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (surmise_model_pages_parent_class)->finalize (object);
}

static void
type_unref (gpointer data)
{
  g_autoptr(ClarifaiModelType) type = data;
}

static void
surmise_model_pages_class_init (SurmiseModelPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_pages_dispose;
  object_class->finalize = surmise_model_pages_finalize;

  signals[TAIL_CHANGED] = g_signal_new ("tail-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FACTS_CHANGED] = g_signal_new ("facts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
surmise_model_pages_init (SurmiseModelPages *self)
{
  self->choices = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, type_unref);
  self->cancellable = g_cancellable_new ();
}

SurmiseModelPages *
surmise_model_pages_new (SurmiseAccount *account,
                         const char     *user_id)
{
  SurmiseModelPages *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (user_id != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_PAGES, NULL);
  self->account = g_object_ref (account);
  self->models = clarifai_model_list_new_for_user (surmise_account_get_client (account), user_id, PER_PAGE);
  g_signal_connect_object (self->models, "items-changed", G_CALLBACK (on_models_changed), self, G_CONNECT_DEFAULT);

  return self;
}

/* (transfer none): of SurmiseModelChoice */
GListModel *
surmise_model_pages_get_choices (SurmiseModelPages *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_PAGES (self), NULL);

  return G_LIST_MODEL (self->choices);
}

/* (transfer none) (nullable): what stands after the models: that more are coming, or why not */
SurmiseModelChoice *
surmise_model_pages_get_tail (SurmiseModelPages *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_PAGES (self), NULL);

  return self->tail;
}

gboolean
surmise_model_pages_get_complete (SurmiseModelPages *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_PAGES (self), FALSE);

  return clarifai_model_list_get_complete (self->models);
}

/* Whether it waits for retry(). */
gboolean
surmise_model_pages_get_failed (SurmiseModelPages *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_PAGES (self), FALSE);

  return self->failed;
}

/* Does nothing while a page is on its way, after the last one, and after one that failed: that waits for retry(). */
void
surmise_model_pages_fetch_more (SurmiseModelPages *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_PAGES (self));

  if (self->fetching || self->failed || clarifai_model_list_get_complete (self->models)
      || g_cancellable_is_cancelled (self->cancellable))
    return;

  self->fetching = TRUE;
  set_tail (self, SURMISE_MODEL_CHOICE_LOADING, NULL);
  surmise_account_load_token_async (self->account, self->cancellable, token_loaded_cb, g_object_ref (self));
}

void
surmise_model_pages_retry (SurmiseModelPages *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_PAGES (self));

  self->failed = FALSE;
  surmise_model_pages_fetch_more (self);
}

void
surmise_model_pages_stop (SurmiseModelPages *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_PAGES (self));

  g_cancellable_cancel (self->cancellable);
}

/* @ref: (nullable): the one to mark, among those that are there and those to come */
void
surmise_model_pages_set_in_use (SurmiseModelPages *self,
                                ClarifaiModelRef  *ref)
{
  guint n;

  g_return_if_fail (SURMISE_IS_MODEL_PAGES (self));

  g_set_object (&self->in_use, ref);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      surmise_model_choice_set_in_use (choice, is_in_use (self, choice));
    }
}
