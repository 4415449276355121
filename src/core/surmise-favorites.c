/* surmise-favorites.c – the models that a person marked to find them again
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-favorites.h"

#include "surmise-model-hint.h"

#define KEY "favorite-models"

/**
 * SurmiseFavorites:
 *
 * A list of #ClarifaiModelRef without versions: a favourite is a model, whatever version is in use. They are kept in the
 * settings with their names, so that they can be shown before, and without, any answer of a service. What another window
 * or program changes there is followed.
 */
struct _SurmiseFavorites
{
  GObject    parent_instance;

  GSettings *settings; /* (owned) */
  GPtrArray *models;   /* (owned) of ClarifaiModelRef (owned) */
  GPtrArray *names;    /* (owned) of strings (owned), at the models' places; may be empty */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseFavorites, surmise_favorites, G_TYPE_OBJECT,
  G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Returns: (transfer full) */
static ClarifaiModelRef *
without_version (ClarifaiModelRef *model)
{
  return clarifai_model_ref_new (clarifai_model_ref_get_user_id (model), clarifai_model_ref_get_app_id (model),
                                 clarifai_model_ref_get_model_id (model), NULL);
}

static gboolean
find (SurmiseFavorites *self,
      ClarifaiModelRef *model,
      guint            *position)
{
  g_autoptr(ClarifaiModelRef) plain = without_version (model);

  return g_ptr_array_find_with_equal_func (self->models, plain, clarifai_model_ref_equal, position);
}

static GPtrArray *
copy_models (GPtrArray *models)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < models->len; i++)
    g_ptr_array_add (copy, g_object_ref (models->pdata[i]));

  return copy;
}

static GPtrArray *
copy_names (GPtrArray *names)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (copy, g_strdup (names->pdata[i]));

  return copy;
}

static void
store (SurmiseFavorites *self,
       GPtrArray        *models,
       GPtrArray        *names)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < models->len; i++)
    {
      g_autofree char *text = clarifai_model_ref_to_string (models->pdata[i]);

      g_variant_builder_add (&builder, "(ss)", text, names->pdata[i]);
    }
  g_settings_set_value (self->settings, KEY, g_variant_builder_end (&builder));
}

/* What somebody wrote there by hand and names no model is passed over. */
static void
read_settings (SurmiseFavorites *self)
{
  g_autoptr(GVariant) value = g_settings_get_value (self->settings, KEY);

  g_ptr_array_set_size (self->models, 0);
  g_ptr_array_set_size (self->names, 0);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      const char *text, *name;
      g_autoptr(ClarifaiModelRef) model = NULL;

      g_variant_get_child (value, i, "(&s&s)", &text, &name);
      model = clarifai_model_ref_parse (text, NULL);
      if (model == NULL || find (self, model, NULL))
        continue;
      g_ptr_array_add (self->models, without_version (model));
      g_ptr_array_add (self->names, g_strdup (name));
    }
}

static gboolean
same_at (GPtrArray *a,
         guint      i,
         GPtrArray *b,
         guint      j)
{
  return clarifai_model_ref_equal (a->pdata[i], b->pdata[j]);
}

/* Says what changed between @old and now, and no more: a list keeps its place and its focus then. */
static void
tell (SurmiseFavorites *self,
      GPtrArray        *old)
{
  guint shorter = MIN (old->len, self->models->len);
  guint start = 0, end = 0;

  while (start < shorter && same_at (old, start, self->models, start))
    start++;
  while (end < shorter - start && same_at (old, old->len - 1 - end, self->models, self->models->len - 1 - end))
    end++;

  if (old->len - start - end > 0 || self->models->len - start - end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                self->models->len - start - end);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_settings_changed (GSettings  *settings,
                     const char *key,
                     gpointer    user_data)
{
  SurmiseFavorites *self = user_data;
  g_autoptr(GPtrArray) old = self->models;

  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  read_settings (self);
  tell (self, old);
}

static GType
get_item_type (GListModel *list)
{
  return CLARIFAI_TYPE_MODEL_REF;
}

static guint
get_n_items (GListModel *list)
{
  return SURMISE_FAVORITES (list)->models->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  SurmiseFavorites *self = SURMISE_FAVORITES (list);

  return position < self->models->len ? g_object_ref (self->models->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
surmise_favorites_finalize (GObject *object)
{
  SurmiseFavorites *self = SURMISE_FAVORITES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_favorites_parent_class)->finalize (object);
}

static void
surmise_favorites_class_init (SurmiseFavoritesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_favorites_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_favorites_init (SurmiseFavorites *self)
{
  self->models = g_ptr_array_new_with_free_func (g_object_unref);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * surmise_favorites_new:
 * @settings: where they are kept, under "favorite-models"
 *
 * Returns: (transfer full): the favourites
 */
SurmiseFavorites *
surmise_favorites_new (GSettings *settings)
{
  SurmiseFavorites *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (SURMISE_TYPE_FAVORITES, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (on_settings_changed), self, G_CONNECT_DEFAULT);
  read_settings (self);

  return self;
}

/* Returns: whether @model is one, in whichever version */
gboolean
surmise_favorites_contains (SurmiseFavorites *self,
                            ClarifaiModelRef *model)
{
  g_return_val_if_fail (SURMISE_IS_FAVORITES (self), FALSE);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), FALSE);

  return find (self, model, NULL);
}

/**
 * surmise_favorites_add:
 * @self: the favourites
 * @model: a model; its version does not matter
 * @name: (nullable): what it is called
 *
 * Puts it last. One that is there already keeps its place, and gets the name where one is given.
 */
void
surmise_favorites_add (SurmiseFavorites *self,
                       ClarifaiModelRef *model,
                       const char       *name)
{
  g_autoptr(GPtrArray) models = NULL;
  g_autoptr(GPtrArray) names = NULL;
  guint position;

  g_return_if_fail (SURMISE_IS_FAVORITES (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  models = copy_models (self->models);
  names = copy_names (self->names);
  if (!find (self, model, &position))
    {
      g_ptr_array_add (models, without_version (model));
      g_ptr_array_add (names, g_utf8_make_valid (name != NULL ? name : "", -1));
    }
  else if (name != NULL)
    {
      g_free (names->pdata[position]);
      names->pdata[position] = g_utf8_make_valid (name, -1);
    }
  store (self, models, names);
}

/* Nothing happens where @model is none of them. */
void
surmise_favorites_remove (SurmiseFavorites *self,
                          ClarifaiModelRef *model)
{
  g_autoptr(GPtrArray) models = NULL;
  g_autoptr(GPtrArray) names = NULL;
  guint position;

  g_return_if_fail (SURMISE_IS_FAVORITES (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  if (!find (self, model, &position))
    return;

  models = copy_models (self->models);
  names = copy_names (self->names);
  g_ptr_array_remove_index (models, position);
  g_ptr_array_remove_index (names, position);
  store (self, models, names);
}

/**
 * surmise_favorites_dup_name:
 * @self: the favourites
 * @model: a model
 *
 * Returns: (transfer full): what it was called when it was added, else its ID in words
 */
char *
surmise_favorites_dup_name (SurmiseFavorites *self,
                            ClarifaiModelRef *model)
{
  guint position;

  g_return_val_if_fail (SURMISE_IS_FAVORITES (self), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  if (find (self, model, &position) && *(const char *) self->names->pdata[position] != '\0')
    return g_strdup (self->names->pdata[position]);

  return surmise_model_hint_dup_name (model);
}
