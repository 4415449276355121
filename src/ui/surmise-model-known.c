/* surmise-model-known.c – the models that are known without asking: favourites, recent and well-known ones
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-known.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-model-hint.h"
#include "surmise-model-section.h"
#include "surmise-model-verifier.h"

#define N_PARTS (SURMISE_MODEL_KNOWN_LAST + 1)

/**
 * SurmiseModelKnown:
 *
 * There without a network. What stands in one part is left out of those after it. The service is asked about each, and
 * a hint is worth nothing once it has said no.
 */
struct _SurmiseModelKnown
{
  GObject               parent_instance;

  SurmiseContext       *context;           /* (owned) */
  SurmiseAccount       *account;           /* (owned) (nullable) */
  ClarifaiModelRef     *in_use;            /* (owned) (nullable) */
  GListStore           *stores[N_PARTS];   /* (owned) of SurmiseModelChoice */
  SurmiseModelSection  *sections[N_PARTS]; /* (owned) */
  SurmiseModelVerifier *verifier;          /* (owned) (nullable): NULL without an account */
};

G_DEFINE_FINAL_TYPE (SurmiseModelKnown, surmise_model_known, G_TYPE_OBJECT)

enum {
  FAILED,
  FACTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
holds (GListStore       *store,
       ClarifaiModelRef *ref)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (clarifai_model_ref_equal (surmise_model_choice_get_ref (choice), ref))
        return TRUE;
    }

  return FALSE;
}

/* Whether it can be asked by this account at all: the demo's models are nobody else's. */
static gboolean
belongs (SurmiseModelKnown *self,
         ClarifaiModelRef  *ref)
{
  gboolean demo = self->account != NULL && surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO;

  return g_str_equal (clarifai_model_ref_get_user_id (ref), "demo") == demo;
}

static SurmiseModelChoice *
make_choice (SurmiseModelKnown *self,
             ClarifaiModelRef  *ref)
{
  SurmiseFavorites *favorites = surmise_context_get_favorites (self->context);
  g_autofree char *name = NULL;
  SurmiseModelChoice *choice;

  if (surmise_favorites_contains (favorites, ref))
    name = surmise_favorites_dup_name (favorites, ref);
  if (name == NULL || *name == '\0')
    {
      g_free (name);
      name = surmise_context_dup_model_name (self->context, ref);
    }
  choice = surmise_model_choice_new_model (ref, name);
  surmise_model_choice_set_in_use (choice, self->in_use != NULL && clarifai_model_ref_equal (ref, self->in_use));

  return choice;
}

static void
on_choice_changed (SurmiseModelChoice *choice,
                   gpointer            user_data)
{
  SurmiseModelKnown *self = user_data;
  GListStore *hints = self->stores[SURMISE_MODEL_KNOWN_HINTS];
  guint position;

  if (surmise_model_choice_get_checked (choice) && !surmise_model_choice_get_usable (choice)
      && g_list_store_find (hints, choice, &position))
    g_list_store_remove (hints, position);
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

static void
fill (SurmiseModelKnown     *self,
      SurmiseModelKnownPart  part,
      GListModel            *refs)
{
  GListStore *store = self->stores[part];
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (refs); i++)
    {
      g_autoptr(ClarifaiModelRef) ref = g_list_model_get_item (refs, i);
      gboolean doubled = FALSE;

      for (guint earlier = 0; earlier < part; earlier++)
        doubled = doubled || holds (self->stores[earlier], ref);
      if (!doubled && belongs (self, ref))
        g_ptr_array_add (choices, make_choice (self, ref));
    }
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), choices->pdata, choices->len);
  for (guint i = 0; i < choices->len; i++)
    g_signal_connect_object (choices->pdata[i], "changed", G_CALLBACK (on_choice_changed), self, G_CONNECT_DEFAULT);
}

static void
verify (SurmiseModelKnown *self,
        GListStore        *store)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  /* What is already known to be gone leaves the store at once. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    g_ptr_array_add (choices, g_list_model_get_item (G_LIST_MODEL (store), i));
  for (guint i = 0; i < choices->len; i++)
    surmise_model_verifier_add (self->verifier, choices->pdata[i]);
}

static void
on_failed (SurmiseModelKnown *self,
           const GError      *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
surmise_model_known_dispose (GObject *object)
{
  SurmiseModelKnown *self = SURMISE_MODEL_KNOWN (object);

  surmise_model_known_set_account (self, NULL);
  g_clear_object (&self->context);
  g_clear_object (&self->in_use);

  G_OBJECT_CLASS (surmise_model_known_parent_class)->dispose (object);
}

static void
surmise_model_known_finalize (GObject *object)
{
  SurmiseModelKnown *self = SURMISE_MODEL_KNOWN (object);

  for (guint i = 0; i < N_PARTS; i++)
    {
      g_clear_object (&self->sections[i]);
      g_clear_object (&self->stores[i]);
    }

  G_OBJECT_CLASS (surmise_model_known_parent_class)->finalize (object);
}

static void
surmise_model_known_class_init (SurmiseModelKnownClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_known_dispose;
  object_class->finalize = surmise_model_known_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FACTS_CHANGED] = g_signal_new ("facts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
surmise_model_known_init (SurmiseModelKnown *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    self->stores[i] = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);
}

/* @filter: goes over the models of all parts */
SurmiseModelKnown *
surmise_model_known_new (SurmiseContext *context,
                         GtkFilter      *filter)
{
  SurmiseModelKnown *self;
  const char *titles[N_PARTS];

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (GTK_IS_FILTER (filter), NULL);

  titles[SURMISE_MODEL_KNOWN_FAVORITES] = C_("models", "Favourites");
  titles[SURMISE_MODEL_KNOWN_RECENT] = C_("models", "Recent");
  titles[SURMISE_MODEL_KNOWN_HINTS] = C_("models", "Well-Known");

  self = g_object_new (SURMISE_TYPE_MODEL_KNOWN, NULL);
  self->context = g_object_ref (context);
  for (guint i = 0; i < N_PARTS; i++)
    self->sections[i] = surmise_model_section_new (titles[i], G_LIST_MODEL (self->stores[i]), filter);

  return self;
}

GListModel *
surmise_model_known_get_list (SurmiseModelKnown     *self,
                              SurmiseModelKnownPart  part)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_KNOWN (self), NULL);
  g_return_val_if_fail (part <= SURMISE_MODEL_KNOWN_LAST, NULL);

  return surmise_model_section_get_list (self->sections[part]);
}

/* @account: (nullable): whose service is asked */
void
surmise_model_known_set_account (SurmiseModelKnown *self,
                                 SurmiseAccount    *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_KNOWN (self));

  if (!g_set_object (&self->account, account))
    return;

  if (self->verifier != NULL)
    surmise_model_verifier_stop (self->verifier);
  g_clear_object (&self->verifier);
  for (guint i = 0; i < N_PARTS; i++)
    g_list_store_remove_all (self->stores[i]);
  if (account == NULL)
    return;

  self->verifier = surmise_model_verifier_new (account);
  g_signal_connect_object (self->verifier, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

/* @ref: (nullable): the one to mark */
void
surmise_model_known_set_in_use (SurmiseModelKnown *self,
                                ClarifaiModelRef  *ref)
{
  g_return_if_fail (SURMISE_IS_MODEL_KNOWN (self));

  g_set_object (&self->in_use, ref);
  for (guint part = 0; part < N_PARTS; part++)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->stores[part])); i++)
      {
        g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->stores[part]), i);
        ClarifaiModelRef *own = surmise_model_choice_get_ref (choice);

        surmise_model_choice_set_in_use (choice, ref != NULL && clarifai_model_ref_equal (own, ref));
      }
}

void
surmise_model_known_refresh (SurmiseModelKnown *self)
{
  g_autoptr(GListModel) recent = NULL;
  g_autoptr(GListModel) hints = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_KNOWN (self));

  if (self->account == NULL)
    return;

  recent = surmise_context_list_recent (self->context);
  hints = surmise_model_hint_list ();
  fill (self, SURMISE_MODEL_KNOWN_FAVORITES, G_LIST_MODEL (surmise_context_get_favorites (self->context)));
  fill (self, SURMISE_MODEL_KNOWN_RECENT, recent);
  fill (self, SURMISE_MODEL_KNOWN_HINTS, hints);
  for (guint i = 0; i < N_PARTS; i++)
    verify (self, self->stores[i]);
}
