/* surmise-model-own.c – the models of an account and of its organisations
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-own.h"

#include <glib/gi18n.h>

#include "clarifai-client.h"
#include "clarifai-model-ref.h"
#include "clarifai-user.h"
#include "surmise-model-pages.h"
#include "surmise-model-section.h"

/* Each is a section and a request; nobody scrolls through more. */
#define MOST_OWNERS 12

/**
 * SurmiseModelOwn:
 *
 * A section an owner: the account's user first, then the organisations that they are in, as soon as these are known.
 */
struct _SurmiseModelOwn
{
  GObject              parent_instance;

  SurmiseAccount      *account;     /* (owned) */
  GtkFilter           *filter;      /* (owned) */
  GPtrArray           *pages;       /* (owned) of SurmiseModelPages */
  GPtrArray           *sections;    /* (owned) of SurmiseModelSection, at the pages' places */
  GListStore          *lists;       /* (owned) of GListModel */
  GtkFlattenListModel *list;        /* (owned) */
  ClarifaiModelRef    *in_use;      /* (owned) (nullable) */
  GCancellable        *cancellable; /* (owned) */
  gboolean             begun;
};

G_DEFINE_FINAL_TYPE (SurmiseModelOwn, surmise_model_own, G_TYPE_OBJECT)

enum {
  FAILED,
  FACTS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_demo (SurmiseModelOwn *self)
{
  return surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO;
}

static gboolean
is_known (const char *user)
{
  return user != NULL && *user != '\0';
}

static char *
make_title (SurmiseModelOwn *self,
            const char      *owner)
{
  const char *user = surmise_account_get_user_id (self->account);

  if (is_demo (self))
    return g_strdup (C_("models", "Demo"));
  if (is_known (owner) && is_known (user) && !g_str_equal (owner, user))
    /* Translators: a heading; %s is the identifier of an organisation. */
    return g_strdup_printf (C_("models", "Of %s"), owner);

  return g_strdup (C_("models", "Yours"));
}

static void
on_tail_changed (SurmiseModelOwn   *self,
                 SurmiseModelPages *pages)
{
  guint i;

  if (g_ptr_array_find (self->pages, pages, &i) && i < self->sections->len)
    surmise_model_section_set_tail (self->sections->pdata[i], surmise_model_pages_get_tail (pages));
}

static void
on_failed (SurmiseModelOwn *self,
           const GError    *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
on_facts_changed (SurmiseModelOwn *self)
{
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

/* @owner: (nullable): empty or NULL: whoever the token belongs to, as that is not known */
static SurmiseModelPages *
add_owner (SurmiseModelOwn *self,
           const char      *owner)
{
  g_autofree char *title = make_title (self, owner);
  SurmiseModelPages *pages;
  SurmiseModelSection *section;

  /* The service knows whose token it is, even before this program does. */
  pages = surmise_model_pages_new (self->account, is_demo (self) ? "demo" : is_known (owner) ? owner : "me");
  surmise_model_pages_set_in_use (pages, self->in_use);
  section = surmise_model_section_new (title, surmise_model_pages_get_choices (pages), self->filter);
  g_ptr_array_add (self->pages, pages);
  g_ptr_array_add (self->sections, section);
  g_list_store_append (self->lists, surmise_model_section_get_list (section));
  g_signal_connect_object (pages, "tail-changed", G_CALLBACK (on_tail_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pages, "facts-changed", G_CALLBACK (on_facts_changed), self, G_CONNECT_SWAPPED);

  return pages;
}

static void
organizations_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(SurmiseModelOwn) self = user_data;
  g_autoptr(GListModel) users = clarifai_client_list_organizations_finish (CLARIFAI_CLIENT (source), result, NULL);
  const char *owner = surmise_account_get_owner_id (self->account);

  /* Who may not list them has none to see. */
  if (users == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (users) && self->pages->len < MOST_OWNERS; i++)
    {
      g_autoptr(ClarifaiUser) user = g_list_model_get_item (users, i);
      const char *id = clarifai_user_get_id (user);

      if (id != NULL && *id != '\0' && g_strcmp0 (id, owner) != 0)
        surmise_model_pages_fetch_more (add_owner (self, id));
    }
}

static void
token_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(SurmiseModelOwn) self = user_data;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (SURMISE_ACCOUNT (source), result, NULL);
  const char *user = surmise_account_get_user_id (self->account);

  if (token == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  clarifai_client_list_organizations_async (surmise_account_get_client (self->account),
                                            is_known (user) ? user : "me", token, self->cancellable,
                                            organizations_cb, g_object_ref (self));
}

static void
surmise_model_own_dispose (GObject *object)
{
  surmise_model_own_stop (SURMISE_MODEL_OWN (object));

  G_OBJECT_CLASS (surmise_model_own_parent_class)->dispose (object);
}

static void
surmise_model_own_finalize (GObject *object)
{
  SurmiseModelOwn *self = SURMISE_MODEL_OWN (object);

  g_clear_object (&self->list);
  g_clear_object (&self->lists);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_object (&self->filter);
  g_clear_object (&self->account);
  g_clear_object (&self->in_use);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (surmise_model_own_parent_class)->finalize (object);
}

static void
surmise_model_own_class_init (SurmiseModelOwnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_own_dispose;
  object_class->finalize = surmise_model_own_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[FACTS_CHANGED] = g_signal_new ("facts-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
}

static void
surmise_model_own_init (SurmiseModelOwn *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->lists = g_list_store_new (G_TYPE_LIST_MODEL);
  self->list = gtk_flatten_list_model_new (G_LIST_MODEL (g_object_ref (self->lists)));
  self->cancellable = g_cancellable_new ();
}

SurmiseModelOwn *
surmise_model_own_new (SurmiseAccount *account,
                       GtkFilter      *filter)
{
  SurmiseModelOwn *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (GTK_IS_FILTER (filter), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_OWN, NULL);
  self->account = g_object_ref (account);
  self->filter = g_object_ref (filter);
  add_owner (self, surmise_account_get_owner_id (account));

  return self;
}

GListModel *
surmise_model_own_get_list (SurmiseModelOwn *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_OWN (self), NULL);

  return G_LIST_MODEL (self->list);
}

/* @ref: (nullable) */
void
surmise_model_own_set_in_use (SurmiseModelOwn  *self,
                              ClarifaiModelRef *ref)
{
  g_return_if_fail (SURMISE_IS_MODEL_OWN (self));

  g_set_object (&self->in_use, ref);
  for (guint i = 0; i < self->pages->len; i++)
    surmise_model_pages_set_in_use (self->pages->pdata[i], ref);
}

void
surmise_model_own_begin (SurmiseModelOwn *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_OWN (self));

  for (guint i = 0; i < self->pages->len; i++)
    if (g_list_model_get_n_items (surmise_model_pages_get_choices (self->pages->pdata[i])) == 0)
      surmise_model_pages_fetch_more (self->pages->pdata[i]);
  if (self->begun || is_demo (self) || surmise_account_get_user_id (self->account) == NULL)
    return;

  self->begun = TRUE;
  surmise_account_load_token_async (self->account, self->cancellable, token_loaded_cb, g_object_ref (self));
}

/* Of the first owner whose models are not all there. */
void
surmise_model_own_fetch_more (SurmiseModelOwn *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_OWN (self));

  for (guint i = 0; i < self->pages->len; i++)
    if (!surmise_model_pages_get_complete (self->pages->pdata[i]))
      {
        surmise_model_pages_fetch_more (self->pages->pdata[i]);
        return;
      }
}

void
surmise_model_own_retry (SurmiseModelOwn *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_OWN (self));

  for (guint i = 0; i < self->pages->len; i++)
    if (surmise_model_pages_get_failed (self->pages->pdata[i]))
      surmise_model_pages_retry (self->pages->pdata[i]);
}

void
surmise_model_own_stop (SurmiseModelOwn *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_OWN (self));

  g_cancellable_cancel (self->cancellable);
  for (guint i = 0; i < self->pages->len; i++)
    surmise_model_pages_stop (self->pages->pdata[i]);
}
