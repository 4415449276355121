/* surmise-model-groups.c – all models that are offered to one account
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-groups.h"

#include "clarifai-model-ref.h"
#include "surmise-account-actions.h"
#include "surmise-model-known.h"
#include "surmise-model-own.h"
#include "surmise-model-results.h"
#include "surmise-model-words.h"

/**
 * SurmiseModelGroups:
 *
 * The favourites, the recent ones, the well-known ones and the account's own; as soon as there is something to search
 * for, the public ones instead of the well-known. One list with headings. Nothing is asked of the service before the
 * first refresh().
 */
struct _SurmiseModelGroups
{
  GObject               parent_instance;

  SurmiseContext       *context; /* (owned) */
  SurmiseAccount       *account; /* (owned) (nullable) */
  ClarifaiModelRef     *in_use;  /* (owned) (nullable) */
  SurmiseModelFilter    wanted;  /* its texts are owned */
  char                **words;   /* (owned) (nullable): case-folded */
  GtkFilter            *filter;  /* (owned) */

  GListStore           *parts;   /* (owned) of GListModel */
  GtkFlattenListModel  *list;    /* (owned) */

  SurmiseModelKnown    *known;   /* (owned) */
  SurmiseModelOwn      *own;     /* (owned) (nullable): NULL without an account */
  SurmiseModelResults  *results; /* (owned) (nullable): NULL without an account, and for the demo */
  gboolean              seen;    /* refreshed at least once */
};

G_DEFINE_FINAL_TYPE (SurmiseModelGroups, surmise_model_groups, G_TYPE_OBJECT)

static gboolean
is_demo (SurmiseModelGroups *self)
{
  return self->account != NULL && surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO;
}

static gboolean
is_filtered (SurmiseModelGroups *self)
{
  const SurmiseModelFilter *wanted = &self->wanted;

  return wanted->owner != NULL || wanted->kinds != 0 || wanted->featured || wanted->starred || wanted->show_all
         || wanted->sort != CLARIFAI_MODEL_SORT_RELEVANCE;
}

/* What names one model is not searched for. */
static gboolean
is_search (SurmiseModelGroups *self)
{
  if (self->wanted.words != NULL && surmise_model_words_is_path (self->wanted.words))
    return FALSE;

  return self->wanted.words != NULL || is_filtered (self);
}

static gboolean
filter_choice (gpointer item,
               gpointer user_data)
{
  SurmiseModelGroups *self = user_data;
  ClarifaiModelRef *ref = surmise_model_choice_get_ref (item);

  if (self->wanted.owner != NULL && g_ascii_strcasecmp (clarifai_model_ref_get_user_id (ref), self->wanted.owner) != 0)
    return FALSE;
  if (self->wanted.kinds != 0 && (surmise_model_choice_get_kinds (item) & self->wanted.kinds) == 0)
    return FALSE;

  return surmise_model_choice_matches (item, (const char * const *) self->words);
}

static void
on_failed (SurmiseModelGroups *self,
           const GError       *error)
{
  surmise_model_groups_note_error (self, error);
}

static void
on_facts_changed (SurmiseModelGroups *self)
{
  if (self->wanted.kinds != 0)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Which parts there are, in their order. Whether a model is featured or starred, the service alone knows. */
static void
arrange (SurmiseModelGroups *self)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new ();
  gboolean search = self->results != NULL && is_search (self);
  gboolean same;

  if (self->account != NULL && !(search && (self->wanted.featured || self->wanted.starred)))
    {
      g_ptr_array_add (wanted, surmise_model_known_get_list (self->known, SURMISE_MODEL_KNOWN_FAVORITES));
      g_ptr_array_add (wanted, surmise_model_known_get_list (self->known, SURMISE_MODEL_KNOWN_RECENT));
      if (!search)
        g_ptr_array_add (wanted, surmise_model_known_get_list (self->known, SURMISE_MODEL_KNOWN_HINTS));
      g_ptr_array_add (wanted, surmise_model_own_get_list (self->own));
    }
  if (search)
    g_ptr_array_add (wanted, surmise_model_results_get_list (self->results));

  same = wanted->len == g_list_model_get_n_items (G_LIST_MODEL (self->parts));
  for (guint i = 0; same && i < wanted->len; i++)
    {
      g_autoptr(GListModel) part = g_list_model_get_item (G_LIST_MODEL (self->parts), i);

      same = part == wanted->pdata[i];
    }
  if (!same)
    g_list_store_splice (self->parts, 0, g_list_model_get_n_items (G_LIST_MODEL (self->parts)),
                         wanted->pdata, wanted->len);
}

static void
update (SurmiseModelGroups *self)
{
  if (self->results != NULL && is_search (self))
    surmise_model_results_set_filter (self->results, &self->wanted);
  else if (self->results != NULL)
    surmise_model_results_stop (self->results);
  arrange (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
clear_account (SurmiseModelGroups *self)
{
  if (self->parts != NULL)
    g_list_store_remove_all (self->parts);
  if (self->own != NULL)
    surmise_model_own_stop (self->own);
  if (self->results != NULL)
    surmise_model_results_stop (self->results);
  g_clear_object (&self->own);
  g_clear_object (&self->results);
}

static void
build (SurmiseModelGroups *self)
{
  clear_account (self);
  if (self->account == NULL)
    return;

  self->own = surmise_model_own_new (self->account, self->filter);
  surmise_model_own_set_in_use (self->own, self->in_use);
  g_signal_connect_object (self->own, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->own, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);
  if (!is_demo (self))
    {
      self->results = surmise_model_results_new (self->account);
      surmise_model_results_set_in_use (self->results, self->in_use);
      g_signal_connect_object (self->results, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
on_owner_changed (SurmiseModelGroups *self)
{
  build (self);
  if (self->seen)
    surmise_model_groups_refresh (self);
}

static void
surmise_model_groups_dispose (GObject *object)
{
  SurmiseModelGroups *self = SURMISE_MODEL_GROUPS (object);

  clear_account (self);
  surmise_model_known_set_account (self->known, NULL);
  /* A view may keep the list for a moment longer than this lives. */
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_object (&self->account);
  g_clear_object (&self->context);
  g_clear_object (&self->in_use);

  G_OBJECT_CLASS (surmise_model_groups_parent_class)->dispose (object);
}

static void
surmise_model_groups_finalize (GObject *object)
{
  SurmiseModelGroups *self = SURMISE_MODEL_GROUPS (object);

  g_clear_object (&self->list);
  g_clear_object (&self->parts);
  g_clear_object (&self->known);
  g_clear_object (&self->filter);
  g_free ((char *) self->wanted.words);
  g_free ((char *) self->wanted.owner);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (surmise_model_groups_parent_class)->finalize (object);
}

static void
surmise_model_groups_class_init (SurmiseModelGroupsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_groups_dispose;
  object_class->finalize = surmise_model_groups_finalize;
}

static void
surmise_model_groups_init (SurmiseModelGroups *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_choice, self, NULL));
  self->parts = g_list_store_new (G_TYPE_LIST_MODEL);
  self->list = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->parts)));
}

SurmiseModelGroups *
surmise_model_groups_new (SurmiseContext *context)
{
  SurmiseModelGroups *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_GROUPS, NULL);
  self->context = g_object_ref (context);
  self->known = surmise_model_known_new (context, self->filter);
  g_signal_connect_object (self->known, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->known, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/* (transfer none): of SurmiseModelChoice */
GListModel *
surmise_model_groups_get_list (SurmiseModelGroups *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_GROUPS (self), NULL);

  return G_LIST_MODEL (self->list);
}

/* @account: (nullable) */
void
surmise_model_groups_set_account (SurmiseModelGroups *self,
                                  SurmiseAccount     *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->account == account)
    return;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_set_object (&self->account, account);
  surmise_model_known_set_account (self->known, account);
  build (self);
  if (account != NULL)
    g_signal_connect_object (account, "notify::owner-id", G_CALLBACK (on_owner_changed), self, G_CONNECT_SWAPPED);
}

/* @ref: (nullable) */
void
surmise_model_groups_set_in_use (SurmiseModelGroups *self,
                                 ClarifaiModelRef   *ref)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  g_set_object (&self->in_use, ref);
  surmise_model_known_set_in_use (self->known, ref);
  if (self->own != NULL)
    surmise_model_own_set_in_use (self->own, ref);
  if (self->results != NULL)
    surmise_model_results_set_in_use (self->results, ref);
}

/* @filter: its words have to be in a model's name or path, all of them; the public ones are searched by the service */
void
surmise_model_groups_set_filter (SurmiseModelGroups       *self,
                                 const SurmiseModelFilter *filter)
{
  g_autofree char *folded = NULL;
  g_autofree char *words = NULL;
  g_autofree char *owner = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));
  g_return_if_fail (filter != NULL);

  words = g_strstrip (g_strdelimit (g_strdup (filter->words != NULL ? filter->words : ""), "\t\n\r", ' '));
  owner = g_strstrip (g_strdup (filter->owner != NULL ? filter->owner : ""));
  g_free ((char *) self->wanted.words);
  g_free ((char *) self->wanted.owner);
  self->wanted = *filter;
  self->wanted.owner = *owner != '\0' ? g_steal_pointer (&owner) : NULL;
  folded = g_utf8_casefold (words, -1);
  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (folded, " ", -1);
  self->wanted.words = *words != '\0' ? g_steal_pointer (&words) : NULL;
  update (self);
}

/* To be called whenever the list is about to be seen: offers what was used lately, and asks about what is offered. */
void
surmise_model_groups_refresh (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->account == NULL)
    return;

  self->seen = TRUE;
  surmise_model_known_refresh (self->known);
  surmise_model_own_begin (self->own);
}

/* The end of the list is near. */
void
surmise_model_groups_fetch_more (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->own != NULL)
    surmise_model_own_fetch_more (self->own);
  if (self->results != NULL && is_search (self))
    surmise_model_results_fetch_more (self->results);
}

void
surmise_model_groups_retry (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->own != NULL)
    surmise_model_own_retry (self->own);
  if (self->results != NULL)
    surmise_model_results_retry (self->results);
}

/* What it means for the account is the account list's to say. */
void
surmise_model_groups_note_error (SurmiseModelGroups *self,
                                 const GError       *error)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->account != NULL)
    surmise_account_list_note_error (surmise_context_get_accounts (self->context), self->account, error);
}
