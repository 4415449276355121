/* clarifai-model.c – what the service says about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-private.h"

#include "clarifai-method.h"
#include "clarifai-model-ref.h"

struct _ClarifaiModel
{
  GObject             parent_instance;

  ClarifaiModelRef   *ref;   /* (owned) */
  ClarifaiModelFacts  facts; /* (owned): all that it points to */
};

G_DEFINE_FINAL_TYPE (ClarifaiModel, clarifai_model, G_TYPE_OBJECT)

static void
clear_facts (ClarifaiModelFacts *facts)
{
  g_free ((char *) facts->name);
  g_free ((char *) facts->type_id);
  g_free ((char *) facts->description);
  g_free ((char *) facts->notes);
  g_free ((char *) facts->license);
  g_strfreev ((char **) facts->language_ids);
  g_strfreev ((char **) facts->language_names);
  g_clear_pointer (&facts->created, g_date_time_unref);
  g_clear_pointer (&facts->modified, g_date_time_unref);
  g_clear_object (&facts->methods);
}

static const char * const *
copy_strv (const char * const *strings)
{
  return (const char * const *) (strings != NULL ? g_strdupv ((char **) strings) : g_new0 (char *, 1));
}

static GDateTime *
ref_date (GDateTime *date)
{
  return date != NULL ? g_date_time_ref (date) : NULL;
}

/* Most models have no methods, and there can be ten thousand of them. Never freed. */
static GListModel *
get_no_methods (void)
{
  static gsize none;

  if (g_once_init_enter (&none))
    g_once_init_leave (&none, (gsize) g_list_store_new (CLARIFAI_TYPE_METHOD));

  return G_LIST_MODEL ((gpointer) none);
}

static void
copy_facts (ClarifaiModelFacts       *to,
            const ClarifaiModelFacts *from)
{
  *to = *from;
  to->name = g_strdup (from->name);
  to->type_id = g_strdup (from->type_id);
  to->description = g_strdup (from->description);
  to->notes = g_strdup (from->notes);
  to->license = g_strdup (from->license);
  to->language_ids = copy_strv (from->language_ids);
  to->language_names = copy_strv (from->language_names);
  to->created = ref_date (from->created);
  to->modified = ref_date (from->modified);
  to->methods = g_object_ref (from->methods != NULL && g_list_model_get_n_items (from->methods) > 0
                              ? from->methods : get_no_methods ());
}

static void
clarifai_model_finalize (GObject *object)
{
  ClarifaiModel *self = CLARIFAI_MODEL (object);

  g_clear_object (&self->ref);
  clear_facts (&self->facts);

  G_OBJECT_CLASS (clarifai_model_parent_class)->finalize (object);
}

static void
clarifai_model_class_init (ClarifaiModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_model_finalize;
}

static void
clarifai_model_init (ClarifaiModel *self)
{
}

/* The name is the model's id where it is NULL. */
ClarifaiModel *
clarifai_model_new (ClarifaiModelRef         *ref,
                    const ClarifaiModelFacts *facts)
{
  ClarifaiModel *self;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (ref), NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL, NULL);
  self->ref = g_object_ref (ref);
  copy_facts (&self->facts, facts);
  if (self->facts.name == NULL)
    self->facts.name = g_strdup (clarifai_model_ref_get_model_id (ref));

  return self;
}

/* (transfer none) */
const ClarifaiModelFacts *
clarifai_model_get_facts (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return &self->facts;
}

/* (transfer none) */
ClarifaiModelRef *
clarifai_model_get_ref (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->ref;
}

const char *
clarifai_model_get_name (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.name;
}

const char *
clarifai_model_get_type_id (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.type_id;
}

const char *
clarifai_model_get_description (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.description;
}

ClarifaiVerdict
clarifai_model_get_usable (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->facts.usable;
}

ClarifaiVerdict
clarifai_model_get_signature_takes_images (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->facts.signature_takes_images;
}

/**
 * clarifai_model_get_signature_output_kinds:
 *
 * Returns: what its "method_signatures" give back; 0 for the classic models, which go by their type
 */
ClarifaiOutputKinds
clarifai_model_get_signature_output_kinds (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), 0);

  return self->facts.signature_output_kinds;
}

/**
 * clarifai_model_get_notes:
 *
 * Returns: (transfer none) (nullable): its notes, Markdown of at most 64 KB; from anybody, so never to be taken as markup.
 *   NULL for a model out of a list, which also has only the beginning of its description: ask for the model itself
 */
const char *
clarifai_model_get_notes (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.notes;
}

/**
 * clarifai_model_get_license:
 *
 * Returns: (transfer none) (nullable): its version's licence in the service's words
 */
const char *
clarifai_model_get_license (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.license;
}

/**
 * clarifai_model_get_star_count:
 *
 * Returns: how many users starred it; -1 where the service was not asked, or did not tell
 */
int
clarifai_model_get_star_count (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), -1);

  return self->facts.star_count;
}

/**
 * clarifai_model_get_starred:
 *
 * Returns: whether the token's owner starred it
 */
ClarifaiVerdict
clarifai_model_get_starred (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->facts.starred;
}

/**
 * clarifai_model_get_created:
 *
 * Returns: (transfer none) (nullable): when it was made, in UTC
 */
GDateTime *
clarifai_model_get_created (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.created;
}

/**
 * clarifai_model_get_modified:
 *
 * Returns: (transfer none) (nullable): when its latest version was made, in UTC
 */
GDateTime *
clarifai_model_get_modified (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.modified;
}

/**
 * clarifai_model_get_language_ids:
 *
 * Returns: (transfer none): the languages that it knows, "en" say; empty where none are named
 */
const char * const *
clarifai_model_get_language_ids (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.language_ids;
}

/**
 * clarifai_model_get_language_names:
 *
 * Returns: (transfer none): the same, by their names; the id where there is none
 */
const char * const *
clarifai_model_get_language_names (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.language_names;
}

/**
 * clarifai_model_get_concept_count:
 *
 * Returns: how many concepts its version can name; -1 where the service did not tell
 */
int
clarifai_model_get_concept_count (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), -1);

  return self->facts.concept_count;
}

/**
 * clarifai_model_get_version_count:
 *
 * Returns: how many versions there are; -1 where the service did not tell
 */
int
clarifai_model_get_version_count (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), -1);

  return self->facts.version_count;
}

/**
 * clarifai_model_get_public:
 *
 * Returns: whether everybody may see it: "visibility.gettable" 50, or PUBLIC
 */
ClarifaiVerdict
clarifai_model_get_public (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->facts.is_public;
}

/**
 * clarifai_model_get_methods:
 *
 * Returns: (transfer none): #ClarifaiMethod, what it can be asked; empty for the classic models
 */
GListModel *
clarifai_model_get_methods (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->facts.methods;
}
