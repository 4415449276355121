/* surmise-model-groups.c – all models that are offered to one account
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-groups.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-account-actions.h"
#include "surmise-model-hint.h"
#include "surmise-model-pages.h"
#include "surmise-model-section.h"
#include "surmise-model-verifier.h"

/**
 * SurmiseModelGroups:
 *
 * The recent ones, the well-known ones, and the account's own, one list with headings. Nothing is asked of the service
 * before the first refresh().
 */
struct _SurmiseModelGroups
{
  GObject               parent_instance;

  SurmiseContext       *context;  /* (owned) */
  SurmiseAccount       *account;  /* (owned) (nullable) */
  ClarifaiModelRef     *in_use;   /* (owned) (nullable) */
  char                **words;    /* (owned) (nullable): case-folded */
  GtkFilter            *filter;   /* (owned) */

  GListStore           *sections; /* (owned) of GListModel */
  GtkFlattenListModel  *list;     /* (owned) */
  GListStore           *recent;   /* (owned) of SurmiseModelChoice */
  GListStore           *known;    /* (owned) of SurmiseModelChoice */
  SurmiseModelSection  *parts[3]; /* (owned) (nullable): recent, known, own */

  SurmiseModelVerifier *verifier; /* (owned) (nullable): NULL without an account */
  SurmiseModelPages    *pages;    /* (owned) (nullable): NULL without an account */
  gboolean              seen;     /* refreshed at least once */
};

G_DEFINE_FINAL_TYPE (SurmiseModelGroups, surmise_model_groups, G_TYPE_OBJECT)

static gboolean
is_demo (SurmiseModelGroups *self)
{
  return self->account != NULL && surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO;
}

static gboolean
filter_choice (gpointer item,
               gpointer user_data)
{
  SurmiseModelGroups *self = user_data;

  return surmise_model_choice_matches (item, (const char * const *) self->words);
}

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

static SurmiseModelChoice *
make_choice (SurmiseModelGroups *self,
             ClarifaiModelRef   *ref)
{
  g_autofree char *name = surmise_context_dup_model_name (self->context, ref);
  SurmiseModelChoice *choice = surmise_model_choice_new_model (ref, name);

  surmise_model_choice_set_in_use (choice, self->in_use != NULL && clarifai_model_ref_equal (ref, self->in_use));

  return choice;
}

/* A hint is worth nothing once the service has said no. */
static void
on_known_changed (SurmiseModelChoice *choice,
                  gpointer            user_data)
{
  SurmiseModelGroups *self = user_data;
  guint position;

  if (surmise_model_choice_get_checked (choice) && !surmise_model_choice_get_usable (choice)
      && g_list_store_find (self->known, choice, &position))
    g_list_store_remove (self->known, position);
}

static void
fill_recent (SurmiseModelGroups *self)
{
  g_autoptr(GListModel) refs = surmise_context_list_recent (self->context);
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (refs) && !is_demo (self); i++)
    {
      g_autoptr(ClarifaiModelRef) ref = g_list_model_get_item (refs, i);

      g_ptr_array_add (choices, make_choice (self, ref));
    }
  g_list_store_splice (self->recent, 0, g_list_model_get_n_items (G_LIST_MODEL (self->recent)),
                       choices->pdata, choices->len);
}

static void
fill_known (SurmiseModelGroups *self)
{
  g_autoptr(GListModel) refs = surmise_model_hint_list ();
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (refs) && !is_demo (self); i++)
    {
      g_autoptr(ClarifaiModelRef) ref = g_list_model_get_item (refs, i);

      if (!holds (self->recent, ref))
        g_ptr_array_add (choices, make_choice (self, ref));
    }
  g_list_store_splice (self->known, 0, g_list_model_get_n_items (G_LIST_MODEL (self->known)),
                       choices->pdata, choices->len);
  for (guint i = 0; i < choices->len; i++)
    g_signal_connect_object (choices->pdata[i], "changed", G_CALLBACK (on_known_changed), self, G_CONNECT_DEFAULT);
}

static void
verify (SurmiseModelGroups *self,
        GListStore         *store)
{
  g_autoptr(GPtrArray) choices = g_ptr_array_new_with_free_func (g_object_unref);

  /* What is already known to be gone leaves the store at once. */
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    g_ptr_array_add (choices, g_list_model_get_item (G_LIST_MODEL (store), i));
  for (guint i = 0; i < choices->len; i++)
    surmise_model_verifier_add (self->verifier, choices->pdata[i]);
}

static void
on_failed (SurmiseModelGroups *self,
           const GError       *error)
{
  surmise_model_groups_note_error (self, error);
}

static void
on_tail_changed (SurmiseModelGroups *self)
{
  surmise_model_section_set_tail (self->parts[2], surmise_model_pages_get_tail (self->pages));
}

static void
clear_account (SurmiseModelGroups *self)
{
  if (self->sections != NULL)
    g_list_store_remove_all (self->sections);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_clear_object (&self->parts[i]);
  if (self->pages != NULL)
    surmise_model_pages_stop (self->pages);
  if (self->verifier != NULL)
    surmise_model_verifier_stop (self->verifier);
  g_clear_object (&self->pages);
  g_clear_object (&self->verifier);
}

static char *
own_title (SurmiseModelGroups *self,
           const char         *owner)
{
  const char *user = surmise_account_get_user_id (self->account);

  if (is_demo (self))
    return g_strdup (C_("models", "Demo"));
  if (owner != NULL && user != NULL && !g_str_equal (owner, user))
    /* Translators: a heading; %s is the identifier of an organisation. */
    return g_strdup_printf (C_("models", "Of %s"), owner);

  return g_strdup (C_("models", "Yours"));
}

static void
build (SurmiseModelGroups *self)
{
  g_autofree char *title = NULL;
  const char *owner;

  clear_account (self);
  if (self->account == NULL)
    return;

  owner = is_demo (self) ? "demo" : surmise_account_get_owner_id (self->account);
  title = own_title (self, owner);
  self->verifier = surmise_model_verifier_new (self->account);
  /* The service knows whose token it is, even before this program does. */
  self->pages = surmise_model_pages_new (self->account, owner != NULL ? owner : "me");
  surmise_model_pages_set_in_use (self->pages, self->in_use);

  self->parts[0] = surmise_model_section_new (C_("models", "Recent"), G_LIST_MODEL (self->recent), self->filter);
  self->parts[1] = surmise_model_section_new (C_("models", "Well-Known"), G_LIST_MODEL (self->known), self->filter);
  self->parts[2] = surmise_model_section_new (title, surmise_model_pages_get_choices (self->pages), self->filter);
  for (guint i = 0; i < G_N_ELEMENTS (self->parts); i++)
    g_list_store_append (self->sections, surmise_model_section_get_list (self->parts[i]));

  g_signal_connect_object (self->pages, "tail-changed", G_CALLBACK (on_tail_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pages, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verifier, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

static void
on_owner_changed (SurmiseModelGroups *self)
{
  build (self);
  if (self->seen)
    surmise_model_groups_refresh (self);
}

static void
mark (GListStore       *store,
      ClarifaiModelRef *ref)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (G_LIST_MODEL (store), i);

      surmise_model_choice_set_in_use (choice, ref != NULL
                                               && clarifai_model_ref_equal (surmise_model_choice_get_ref (choice), ref));
    }
}

static void
surmise_model_groups_dispose (GObject *object)
{
  SurmiseModelGroups *self = SURMISE_MODEL_GROUPS (object);

  clear_account (self);
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
  g_clear_object (&self->sections);
  g_clear_object (&self->recent);
  g_clear_object (&self->known);
  g_clear_object (&self->filter);
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
  self->recent = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);
  self->known = g_list_store_new (SURMISE_TYPE_MODEL_CHOICE);
  self->sections = g_list_store_new (G_TYPE_LIST_MODEL);
  self->list = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->sections)));
}

SurmiseModelGroups *
surmise_model_groups_new (SurmiseContext *context)
{
  SurmiseModelGroups *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_GROUPS, NULL);
  self->context = g_object_ref (context);

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
  mark (self->recent, ref);
  mark (self->known, ref);
  if (self->pages != NULL)
    surmise_model_pages_set_in_use (self->pages, ref);
}

/* @text: words that have to be in a model's name or path, all of them */
void
surmise_model_groups_set_words (SurmiseModelGroups *self,
                                const char         *text)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));
  g_return_if_fail (text != NULL);

  folded = g_utf8_casefold (text, -1);
  g_strdelimit (folded, "\t\n\r", ' ');
  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (folded, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* To be called whenever the list is about to be seen: offers what was used lately, and asks about what is offered. */
void
surmise_model_groups_refresh (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->account == NULL)
    return;

  self->seen = TRUE;
  fill_recent (self);
  fill_known (self);
  verify (self, self->recent);
  verify (self, self->known);
  if (g_list_model_get_n_items (surmise_model_pages_get_choices (self->pages)) == 0)
    surmise_model_pages_fetch_more (self->pages);
}

/* The end of the list is near. */
void
surmise_model_groups_fetch_more (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->pages != NULL)
    surmise_model_pages_fetch_more (self->pages);
}

void
surmise_model_groups_retry (SurmiseModelGroups *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_GROUPS (self));

  if (self->pages != NULL)
    surmise_model_pages_retry (self->pages);
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
