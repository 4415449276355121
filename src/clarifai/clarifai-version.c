/* clarifai-version.c – one version of a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-method.h"
#include "clarifai-model-private.h"

struct _ClarifaiVersion
{
  GObject          parent_instance;

  char            *id;          /* (owned) */
  char            *status_text; /* (owned) (nullable) */
  char            *description; /* (owned) (nullable) */
  ClarifaiVerdict  usable;
  int              concept_count;
  GDateTime       *created;     /* (owned) (nullable) */
  GListModel      *methods;     /* (owned) of ClarifaiMethod */
};

G_DEFINE_FINAL_TYPE (ClarifaiVersion, clarifai_version, G_TYPE_OBJECT)

static void
clarifai_version_finalize (GObject *object)
{
  ClarifaiVersion *self = CLARIFAI_VERSION (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->status_text, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->created, g_date_time_unref);
  g_clear_object (&self->methods);

  G_OBJECT_CLASS (clarifai_version_parent_class)->finalize (object);
}

static void
clarifai_version_class_init (ClarifaiVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_version_finalize;
}

static void
clarifai_version_init (ClarifaiVersion *self)
{
}

ClarifaiVersion *
clarifai_version_new (const char                 *id,
                      const ClarifaiVersionFacts *facts)
{
  ClarifaiVersion *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_VERSION, NULL);
  self->id = g_strdup (id);
  self->status_text = g_strdup (facts->status_text);
  self->description = g_strdup (facts->description);
  self->usable = facts->usable;
  self->concept_count = facts->concept_count;
  self->created = facts->created != NULL ? g_date_time_ref (facts->created) : NULL;
  self->methods = facts->methods != NULL ? g_object_ref (facts->methods)
                                         : G_LIST_MODEL (g_list_store_new (CLARIFAI_TYPE_METHOD));

  return self;
}

/**
 * clarifai_version_get_id:
 *
 * Returns: (transfer none): its id
 */
const char *
clarifai_version_get_id (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), NULL);

  return self->id;
}

/**
 * clarifai_version_get_created:
 *
 * Returns: (transfer none) (nullable): when it was made, in UTC
 */
GDateTime *
clarifai_version_get_created (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), NULL);

  return self->created;
}

/**
 * clarifai_version_get_usable:
 *
 * Returns: whether it is trained (21100), which is the only state in which it answers
 */
ClarifaiVerdict
clarifai_version_get_usable (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->usable;
}

/**
 * clarifai_version_get_status_text:
 *
 * Returns: (transfer none) (nullable): its state in the service's own words, one line
 */
const char *
clarifai_version_get_status_text (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), NULL);

  return self->status_text;
}

/**
 * clarifai_version_get_description:
 *
 * Returns: (transfer none) (nullable): what its maker says of it
 */
const char *
clarifai_version_get_description (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), NULL);

  return self->description;
}

/**
 * clarifai_version_get_concept_count:
 *
 * Returns: how many concepts it can name; -1 where the service did not tell
 */
int
clarifai_version_get_concept_count (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), -1);

  return self->concept_count;
}

/**
 * clarifai_version_get_methods:
 *
 * Returns: (transfer none): #ClarifaiMethod, what it can be asked; empty for the classic ones
 */
GListModel *
clarifai_version_get_methods (ClarifaiVersion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_VERSION (self), NULL);

  return self->methods;
}
