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

/* Fields of the Data message, and what an output that fills them shows. */
static const struct
{
  const char          *field;
  ClarifaiOutputKinds  kind;
} fields[] = {
  { "concepts", CLARIFAI_OUTPUT_KIND_CONCEPTS },
  { "colors", CLARIFAI_OUTPUT_KIND_COLORS },
  { "text", CLARIFAI_OUTPUT_KIND_TEXT },
  { "string_value", CLARIFAI_OUTPUT_KIND_TEXT },
  { "embeddings", CLARIFAI_OUTPUT_KIND_EMBEDDINGS },
  { "image", CLARIFAI_OUTPUT_KIND_IMAGES },
  { "heatmaps", CLARIFAI_OUTPUT_KIND_IMAGES },
};

/* "regions[...].data.text" and the like: a box, or a mask, and what is said about it. The concepts of a region are its
 * label, and no answer of their own. */
static ClarifaiOutputKinds
read_region_field (const char *field)
{
  ClarifaiOutputKinds kinds = CLARIFAI_OUTPUT_KIND_REGIONS;

  if (strstr (field, ".mask") != NULL)
    kinds = CLARIFAI_OUTPUT_KIND_MASKS;
  if (strstr (field, ".data.text") != NULL)
    kinds |= CLARIFAI_OUTPUT_KIND_TEXT;
  if (strstr (field, ".data.embeddings") != NULL)
    kinds |= CLARIFAI_OUTPUT_KIND_EMBEDDINGS;

  return kinds;
}

static ClarifaiOutputKinds
read_field (const char *field)
{
  gsize length = strcspn (field, ".[");

  if (*field == '\0')
    return 0;
  if (length == strlen ("regions") && strncmp (field, "regions", length) == 0)
    return read_region_field (field);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (length == strlen (fields[i].field) && strncmp (field, fields[i].field, length) == 0)
      return fields[i].kind;

  return CLARIFAI_OUTPUT_KIND_OTHER;
}

/* Several fields with commas are all there at once. A segment has a mask for its place, and needs no box. */
static ClarifaiOutputKinds
read_entry (const char *entry)
{
  g_auto(GStrv) parts = g_strsplit (entry, ",", -1);
  ClarifaiOutputKinds kinds = 0;

  for (guint i = 0; parts[i] != NULL; i++)
    kinds |= read_field (g_strstrip (parts[i]));
  if ((kinds & CLARIFAI_OUTPUT_KIND_MASKS) != 0 && strstr (entry, "bounding_box") == NULL)
    kinds &= ~CLARIFAI_OUTPUT_KIND_REGIONS;

  return kinds;
}

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

/**
 * clarifai_model_type_get_takes_text:
 *
 * Returns: whether its models can be given words, as its input fields say
 */
ClarifaiVerdict
clarifai_model_type_get_takes_text (ClarifaiModelType *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), CLARIFAI_VERDICT_UNKNOWN);

  if (self->input_fields == NULL || self->input_fields[0] == NULL)
    return CLARIFAI_VERDICT_UNKNOWN;

  for (guint i = 0; self->input_fields[i] != NULL; i++)
    if (strstr (self->input_fields[i], "text") != NULL)
      return CLARIFAI_VERDICT_YES;

  return g_strv_contains (takes_anything, self->id) ? CLARIFAI_VERDICT_UNKNOWN : CLARIFAI_VERDICT_NO;
}

/**
 * clarifai_model_type_get_output_kinds:
 *
 * Returns: what its models give back, as its output fields say; 0 where they say nothing, %CLARIFAI_OUTPUT_KIND_OTHER
 *   for fields that are not understood
 */
ClarifaiOutputKinds
clarifai_model_type_get_output_kinds (ClarifaiModelType *self)
{
  ClarifaiOutputKinds kinds = 0;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_TYPE (self), 0);

  for (guint i = 0; self->output_fields != NULL && self->output_fields[i] != NULL; i++)
    kinds |= read_entry (self->output_fields[i]);

  return kinds;
}
