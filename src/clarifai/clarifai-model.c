/* clarifai-model.c – what the service says about a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-private.h"

#include "clarifai-model-ref.h"

struct _ClarifaiModel
{
  GObject           parent_instance;

  ClarifaiModelRef *ref;         /* (owned) */
  char             *name;        /* (owned) */
  char             *type_id;     /* (owned) (nullable) */
  char             *description; /* (owned) (nullable) */
  ClarifaiVerdict   usable;
  ClarifaiVerdict   signature_takes_images;
};

G_DEFINE_FINAL_TYPE (ClarifaiModel, clarifai_model, G_TYPE_OBJECT)

static void
clarifai_model_finalize (GObject *object)
{
  ClarifaiModel *self = CLARIFAI_MODEL (object);

  g_clear_object (&self->ref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->type_id, g_free);
  g_clear_pointer (&self->description, g_free);

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

/* @name: (nullable): the model's id where NULL. */
ClarifaiModel *
clarifai_model_new (ClarifaiModelRef *ref,
                    const char       *name,
                    const char       *type_id,
                    const char       *description,
                    ClarifaiVerdict   usable,
                    ClarifaiVerdict   signature_takes_images)
{
  ClarifaiModel *self;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (ref), NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL, NULL);
  self->ref = g_object_ref (ref);
  self->name = g_strdup (name != NULL ? name : clarifai_model_ref_get_model_id (ref));
  self->type_id = g_strdup (type_id);
  self->description = g_strdup (description);
  self->usable = usable;
  self->signature_takes_images = signature_takes_images;

  return self;
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

  return self->name;
}

const char *
clarifai_model_get_type_id (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->type_id;
}

const char *
clarifai_model_get_description (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), NULL);

  return self->description;
}

ClarifaiVerdict
clarifai_model_get_usable (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->usable;
}

ClarifaiVerdict
clarifai_model_get_signature_takes_images (ClarifaiModel *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL (self), CLARIFAI_VERDICT_UNKNOWN);

  return self->signature_takes_images;
}
