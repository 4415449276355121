/* surmise-context.c – the services that windows and commands share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-context.h"

#include "surmise-question-memory.h"

#define SCHEMA     APPLICATION_ID
#define MAX_RECENT 8

/**
 * SurmiseContext:
 *
 * One of each service that the whole program shares, made by whoever runs it and handed down: nothing looks services up
 * for itself.
 */
struct _SurmiseContext
{
  GObject             parent_instance;

  GSettings          *settings; /* (owned) */
  SurmiseAccountList *accounts; /* (owned) */
  SurmiseTagger      *tagger;   /* (owned) */
  SurmiseFavorites   *favorites; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseContext, surmise_context, G_TYPE_OBJECT)

static const char *
model_key (SurmiseAccount *account)
{
  return surmise_account_get_place (account) == SURMISE_ACCOUNT_PLACE_DEMO ? "demo-model" : "model";
}

static void
on_size_changed (GSettings  *settings,
                 const char *key,
                 gpointer    user_data)
{
  SurmiseContext *self = user_data;
  gboolean original = g_settings_get_boolean (settings, "original-size");

  surmise_tagger_set_max_edge (self->tagger, original ? 0 : SURMISE_PREPARE_EDGE);
}

static void
surmise_context_dispose (GObject *object)
{
  SurmiseContext *self = SURMISE_CONTEXT (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->favorites);
  g_clear_object (&self->tagger);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (surmise_context_parent_class)->dispose (object);
}

static void
surmise_context_class_init (SurmiseContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_context_dispose;
}

static void
surmise_context_init (SurmiseContext *self)
{
}

/**
 * surmise_context_new:
 * @error: return location for %G_IO_ERROR_NOT_FOUND when the settings' schema is not installed
 *
 * GSettings ends the program when it misses a schema, so it is looked for first.
 *
 * Returns: (transfer full) (nullable): the services
 */
SurmiseContext *
surmise_context_new (GError **error)
{
  g_autoptr(SurmiseContext) self = NULL;
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(SoupSession) session = NULL;
  g_autoptr(SurmiseFetcher) fetcher = NULL;
  g_autoptr(SurmisePreparer) preparer = NULL;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "the settings schema %s is not installed", SCHEMA);
      return NULL;
    }

  self = g_object_new (SURMISE_TYPE_CONTEXT, NULL);
  session = clarifai_session_new ();
  fetcher = surmise_fetcher_new ();
  preparer = surmise_preparer_new (fetcher);
  self->settings = g_settings_new_full (schema, NULL, NULL);
  self->accounts = surmise_account_list_new (session);
  self->tagger = surmise_tagger_new (preparer, self->accounts);
  self->favorites = surmise_favorites_new (self->settings);
  g_signal_connect_object (self->settings, "changed::original-size", G_CALLBACK (on_size_changed), self,
                           G_CONNECT_DEFAULT);
  on_size_changed (self->settings, "original-size", self);

  return g_steal_pointer (&self);
}

SurmiseAccountList *
surmise_context_get_accounts (SurmiseContext *self)
{
  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);

  return self->accounts;
}

SurmiseTagger *
surmise_context_get_tagger (SurmiseContext *self)
{
  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);

  return self->tagger;
}

/* Returns: (transfer none): a list of #ClarifaiModelRef */
SurmiseFavorites *
surmise_context_get_favorites (SurmiseContext *self)
{
  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);

  return self->favorites;
}

GSettings *
surmise_context_get_settings (SurmiseContext *self)
{
  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);

  return self->settings;
}

/**
 * surmise_context_dup_model:
 * @self: the context
 * @account: an account
 *
 * The demo's models and the service's are remembered apart, so that a look at the demo loses no choice.
 *
 * Returns: (transfer full): the model used last, or the one to begin with
 */
ClarifaiModelRef *
surmise_context_dup_model (SurmiseContext *self,
                           SurmiseAccount *account)
{
  g_autofree char *text = NULL;
  g_autoptr(GVariant) fallback = NULL;
  ClarifaiModelRef *model;
  const char *key;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  key = model_key (account);
  text = g_settings_get_string (self->settings, key);
  model = clarifai_model_ref_parse (text, NULL);
  if (model != NULL)
    return model;

  /* Somebody edited the setting by hand. */
  fallback = g_settings_get_default_value (self->settings, key);

  return clarifai_model_ref_parse (g_variant_get_string (fallback, NULL), NULL);
}

/**
 * surmise_context_remember_model:
 * @self: the context
 * @account: the account that it is used with
 * @model: the model that is now in use
 * @name: (nullable): how the service calls it
 *
 * Keeps it for the next start and puts it first among the recent ones.
 */
void
surmise_context_remember_model (SurmiseContext   *self,
                                SurmiseAccount   *account,
                                ClarifaiModelRef *model,
                                const char       *name)
{
  g_autofree char *text = NULL;
  g_autoptr(GVariant) recent = NULL;
  GVariantBuilder builder;
  guint n = 1;

  g_return_if_fail (SURMISE_IS_CONTEXT (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  text = clarifai_model_ref_to_string (model);
  g_settings_set_string (self->settings, model_key (account), text);
  if (surmise_account_get_place (account) == SURMISE_ACCOUNT_PLACE_DEMO)
    return;

  recent = g_settings_get_value (self->settings, "recent-models");
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&builder, "(ss)", text, name != NULL ? name : "");
  for (gsize i = 0; i < g_variant_n_children (recent) && n < MAX_RECENT; i++)
    {
      const char *old_text, *old_name;

      g_variant_get_child (recent, i, "(&s&s)", &old_text, &old_name);
      if (!g_str_equal (old_text, text))
        {
          g_variant_builder_add (&builder, "(ss)", old_text, old_name);
          n++;
        }
    }
  g_settings_set_value (self->settings, "recent-models", g_variant_builder_end (&builder));
}

/**
 * surmise_context_dup_model_name:
 * @self: the context
 * @model: a model
 *
 * Returns: (transfer full): what it was called when it was last used or marked, else its ID in words
 */
char *
surmise_context_dup_model_name (SurmiseContext   *self,
                                ClarifaiModelRef *model)
{
  g_autofree char *text = NULL;
  g_autoptr(GVariant) recent = NULL;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  text = clarifai_model_ref_to_string (model);
  recent = g_settings_get_value (self->settings, "recent-models");
  for (gsize i = 0; i < g_variant_n_children (recent); i++)
    {
      const char *known, *name;

      g_variant_get_child (recent, i, "(&s&s)", &known, &name);
      if (g_str_equal (known, text) && *name != '\0')
        return g_strdup (name);
    }

  return surmise_favorites_dup_name (self->favorites, model);
}

/**
 * surmise_context_list_recent:
 * @self: the context
 *
 * Returns: (transfer full): a list of #ClarifaiModelRef, the latest first
 */
GListModel *
surmise_context_list_recent (SurmiseContext *self)
{
  g_autoptr(GVariant) recent = NULL;
  GListStore *list;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);

  list = g_list_store_new (CLARIFAI_TYPE_MODEL_REF);
  recent = g_settings_get_value (self->settings, "recent-models");
  for (gsize i = 0; i < g_variant_n_children (recent); i++)
    {
      const char *text, *name;
      g_autoptr(ClarifaiModelRef) model = NULL;

      g_variant_get_child (recent, i, "(&s&s)", &text, &name);
      model = clarifai_model_ref_parse (text, NULL);
      if (model != NULL)
        g_list_store_append (list, model);
    }

  return G_LIST_MODEL (list);
}

/**
 * surmise_context_dup_question:
 * @self: the context
 * @model: a model; its own version, where it has one, goes before the remembered one
 *
 * Returns: (transfer full): how the model was asked last, without words and arguments; the plain question where it is
 *   not known
 */
SurmiseQuestion *
surmise_context_dup_question (SurmiseContext   *self,
                              ClarifaiModelRef *model)
{
  g_autoptr(GVariant) kept = NULL;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (self), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  kept = g_settings_get_value (self->settings, "questions");

  return surmise_question_memory_find (kept, model);
}

/**
 * surmise_context_remember_question:
 * @self: the context
 * @question: a question
 *
 * Keeps how its model is asked: all but the words and arguments, which belong to one picture. Those of 100 models are
 * kept, the latest ones. A plain question is forgotten, for that is what one begins with.
 */
void
surmise_context_remember_question (SurmiseContext  *self,
                                   SurmiseQuestion *question)
{
  g_autoptr(GVariant) kept = NULL;

  g_return_if_fail (SURMISE_IS_CONTEXT (self));
  g_return_if_fail (SURMISE_IS_QUESTION (question));

  kept = g_settings_get_value (self->settings, "questions");
  g_settings_set_value (self->settings, "questions", surmise_question_memory_put (kept, question));
}
