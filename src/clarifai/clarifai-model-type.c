/* clarifai-model-type.c – what a kind of model takes and gives
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-model-private.h"

struct _ClarifaiModelType
{
  GObject           parent_instance;

  char             *id;            /* (owned) */
  char             *title;         /* (owned) */
  char            **input_fields;  /* (owned) */
  char            **output_fields; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ClarifaiModelType, clarifai_model_type, G_TYPE_OBJECT)

/* Their inputs are named by each model's own signature, or hold pictures without saying so. */
static const char * const takes_anything[] = { "any-to-any", "multimodal-to-text", NULL };

static void
clarifai_model_type_finalize (GObject *object)
{
  ClarifaiModelType *self = CLARIFAI_MODEL_TYPE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->input_fields, g_strfreev);
  g_clear_pointer (&self->output_fields, g_strfreev);

  G_OBJECT_CLASS (clarifai_model_type_parent_class)->finalize (object);
}

static void
clarifai_model_type_class_init (ClarifaiModelTypeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_model_type_finalize;
}

static void
clarifai_model_type_init (ClarifaiModelType *self)
{
}

/* @title: (nullable): the id where NULL. */
ClarifaiModelType *
clarifai_model_type_new (const char         *id,
                         const char         *title,
                         const char * const *input_fields,
                         const char * const *output_fields)
{
  ClarifaiModelType *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL_TYPE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title != NULL ? title : id);
  self->input_fields = g_strdupv ((char **) input_fields);
  self->output_fields = g_strdupv ((char **) output_fields);

  return self;
}

const char *
clarifai_model_type_get_id (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), NULL);

  return self->id;
}

const char *
clarifai_model_type_get_title (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), NULL);

  return self->title;
}

/* Names of fields of the input's data; a name may be several, divided by commas, which are then all
 * needed. */
const char * const *
clarifai_model_type_get_input_fields (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), NULL);

  return (const char * const *) self->input_fields;
}

const char * const *
clarifai_model_type_get_output_fields (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), NULL);

  return (const char * const *) self->output_fields;
}

ClarifaiVerdict
clarifai_model_type_get_takes_images (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), CLARIFAI_VERDICT_UNKNOWN);

  if (g_strv_contains (takes_anything, self->id))
    return CLARIFAI_VERDICT_YES;
  if (self->input_fields == NULL || self->input_fields[0] == NULL)
    return CLARIFAI_VERDICT_UNKNOWN;

  for (guint i = 0; self->input_fields[i] != NULL; i++)
    if (strstr (self->input_fields[i], "image") != NULL)
      return CLARIFAI_VERDICT_YES;

  return CLARIFAI_VERDICT_NO;
}
