/* clarifai-concept.c – one thing that a model sees, and how sure it is
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-concept.h"

struct _ClarifaiConcept
{
  GObject  parent_instance;

  char    *id;   /* (owned) (nullable) */
  char    *name; /* (owned) */
  double   value;
  char    *hex;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiConcept, clarifai_concept, G_TYPE_OBJECT)

typedef enum {
  PROP_ID = 1,
  PROP_NAME,
  PROP_VALUE,
  PROP_HEX,
} ClarifaiConceptProperty;

static GParamSpec *properties[PROP_HEX + 1];

static void
clarifai_concept_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ClarifaiConcept *self = CLARIFAI_CONCEPT (object);

  switch ((ClarifaiConceptProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_VALUE:
      g_value_set_double (value, self->value);
      break;

    case PROP_HEX:
      g_value_set_string (value, self->hex);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clarifai_concept_finalize (GObject *object)
{
  ClarifaiConcept *self = CLARIFAI_CONCEPT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->hex, g_free);

  G_OBJECT_CLASS (clarifai_concept_parent_class)->finalize (object);
}

static void
clarifai_concept_class_init (ClarifaiConceptClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = clarifai_concept_get_property;
  object_class->finalize = clarifai_concept_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_double ("value", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_HEX] = g_param_spec_string ("hex", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clarifai_concept_init (ClarifaiConcept *self)
{
}

/**
 * clarifai_concept_new:
 * @id: (nullable): the service's id, which stays the same in all languages
 * @name: what people read
 * @value: the confidence, or the share of the picture for a colour; forced into 0–1
 * @hex: (nullable): "#rrggbb" for a colour
 */
ClarifaiConcept *
clarifai_concept_new (const char *id,
                      const char *name,
                      double      value,
                      const char *hex)
{
  ClarifaiConcept *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_CONCEPT, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name);
  /* Not CLAMP: that would let a NaN through. */
  self->value = value > 0 ? MIN (value, 1) : 0;
  self->hex = g_strdup (hex);

  return self;
}

const char *
clarifai_concept_get_id (ClarifaiConcept *self)
{
  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (self), NULL);

  return self->id;
}

const char *
clarifai_concept_get_name (ClarifaiConcept *self)
{
  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (self), NULL);

  return self->name;
}

double
clarifai_concept_get_value (ClarifaiConcept *self)
{
  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (self), 0);

  return self->value;
}

const char *
clarifai_concept_get_hex (ClarifaiConcept *self)
{
  g_return_val_if_fail (CLARIFAI_IS_CONCEPT (self), NULL);

  return self->hex;
}
