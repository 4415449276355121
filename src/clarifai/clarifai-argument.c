/* clarifai-argument.c – one thing that a model's method wants to know
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-argument.h"

#include <math.h>

#include "clarifai-method-private.h"

struct _ClarifaiArgument
{
  GObject                parent_instance;

  char                  *name;        /* (owned) */
  char                  *description; /* (owned) (nullable) */
  ClarifaiDataType       type;
  ClarifaiArgumentKind   kind;
  gboolean               required;
  GVariant              *fallback;    /* (owned) (nullable) */
  char                 **choices;     /* (owned) */
  double                 min;
  double                 max;
};

G_DEFINE_FINAL_TYPE (ClarifaiArgument, clarifai_argument, G_TYPE_OBJECT)

static ClarifaiArgumentKind
choose_kind (ClarifaiDataType type,
             gboolean         has_choices)
{
  switch (type)
    {
    case CLARIFAI_DATA_TYPE_STRING:
    case CLARIFAI_DATA_TYPE_TEXT:
      return has_choices ? CLARIFAI_ARGUMENT_CHOICE : CLARIFAI_ARGUMENT_TEXT;

    case CLARIFAI_DATA_TYPE_INTEGER:
      return has_choices ? CLARIFAI_ARGUMENT_CHOICE : CLARIFAI_ARGUMENT_INTEGER;

    case CLARIFAI_DATA_TYPE_FLOAT:
      return has_choices ? CLARIFAI_ARGUMENT_CHOICE : CLARIFAI_ARGUMENT_NUMBER;

    case CLARIFAI_DATA_TYPE_BOOLEAN:
      return CLARIFAI_ARGUMENT_SWITCH;

    case CLARIFAI_DATA_TYPE_IMAGE:
      return CLARIFAI_ARGUMENT_PICTURE;

    case CLARIFAI_DATA_TYPE_UNKNOWN:
    default:
      return CLARIFAI_ARGUMENT_OTHER;
    }
}

/* Forms may give numbers of any kind, and choices give them as text. */
static gboolean
read_number (GVariant *value,
             double   *number)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    *number = g_variant_get_double (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    *number = (double) g_variant_get_int64 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    *number = g_variant_get_int32 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    *number = g_variant_get_uint32 (value);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      const char *text = g_variant_get_string (value, NULL);
      char *end;

      *number = g_ascii_strtod (text, &end);
      if (end == text || *end != '\0')
        return FALSE;
    }
  else
    return FALSE;

  return isfinite (*number);
}

/* (transfer floating) (nullable) */
static GVariant *
convert_integer (GVariant *value)
{
  double number;

  /* Not by way of a double, which would lose digits. */
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_new_int64 (g_variant_get_int64 (value));

  return read_number (value, &number) && fabs (number) <= 9e15 ? g_variant_new_int64 ((gint64) round (number)) : NULL;
}

static GVariant *
ref_if (GVariant           *value,
        const GVariantType *type)
{
  return g_variant_is_of_type (value, type) ? g_variant_ref (value) : NULL;
}

static void
clarifai_argument_finalize (GObject *object)
{
  ClarifaiArgument *self = CLARIFAI_ARGUMENT (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->fallback, g_variant_unref);
  g_clear_pointer (&self->choices, g_strfreev);

  G_OBJECT_CLASS (clarifai_argument_parent_class)->finalize (object);
}

static void
clarifai_argument_class_init (ClarifaiArgumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_argument_finalize;
}

static void
clarifai_argument_init (ClarifaiArgument *self)
{
}

/* A floating default is taken; one of another type than the kind's is left out by the caller. */
ClarifaiArgument *
clarifai_argument_new (const ClarifaiArgumentFacts *facts)
{
  static const char * const none[] = { NULL };
  ClarifaiArgument *self;

  g_return_val_if_fail (facts != NULL && facts->name != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_ARGUMENT, NULL);
  self->name = g_strdup (facts->name);
  self->description = g_strdup (facts->description);
  self->type = facts->type;
  self->choices = g_strdupv ((char **) (facts->choices != NULL ? facts->choices : none));
  self->kind = choose_kind (facts->type, self->choices[0] != NULL);
  self->required = facts->required;
  self->fallback = facts->fallback != NULL ? g_variant_ref_sink (facts->fallback) : NULL;
  if (isfinite (facts->min) && isfinite (facts->max) && facts->min < facts->max)
    {
      self->min = facts->min;
      self->max = facts->max;
    }

  return self;
}

/* As which field of a data object its value goes. */
ClarifaiDataType
clarifai_argument_get_data_type (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), CLARIFAI_DATA_TYPE_UNKNOWN);

  return self->type;
}

const char *
clarifai_argument_get_name (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), NULL);

  return self->name;
}

/* (nullable): the model's author's words. */
const char *
clarifai_argument_get_description (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), NULL);

  return self->description;
}

ClarifaiArgumentKind
clarifai_argument_get_kind (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), CLARIFAI_ARGUMENT_OTHER);

  return self->kind;
}

gboolean
clarifai_argument_get_required (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), FALSE);

  return self->required;
}

/* (transfer none) (nullable): of the kind's own type; what the model takes where nothing is sent. */
GVariant *
clarifai_argument_get_default (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), NULL);

  return self->fallback;
}

/* (transfer none): never NULL; empty where it is no choice. */
const char * const *
clarifai_argument_get_choices (ClarifaiArgument *self)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), NULL);

  return (const char * const *) self->choices;
}

/* FALSE, and both as they were, where the model names no range. */
gboolean
clarifai_argument_get_range (ClarifaiArgument *self,
                             double           *min,
                             double           *max)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), FALSE);

  if (self->min >= self->max)
    return FALSE;

  if (min != NULL)
    *min = self->min;
  if (max != NULL)
    *max = self->max;

  return TRUE;
}

/**
 * clarifai_argument_convert:
 * @value: what a form, or one of the choices, gives for it
 *
 * Returns: (transfer full) (nullable): the same as it is sent, of the type that the model wants: s, x, d or b; NULL where
 *   it is of another kind, or the argument is a picture or nothing that can be sent
 */
GVariant *
clarifai_argument_convert (ClarifaiArgument *self,
                           GVariant         *value)
{
  GVariant *converted = NULL;
  double number;

  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), NULL);
  g_return_val_if_fail (value != NULL, NULL);

  switch (self->type)
    {
    case CLARIFAI_DATA_TYPE_STRING:
    case CLARIFAI_DATA_TYPE_TEXT:
      return ref_if (value, G_VARIANT_TYPE_STRING);

    case CLARIFAI_DATA_TYPE_BOOLEAN:
      return ref_if (value, G_VARIANT_TYPE_BOOLEAN);

    case CLARIFAI_DATA_TYPE_INTEGER:
      converted = convert_integer (value);
      break;

    case CLARIFAI_DATA_TYPE_FLOAT:
      converted = read_number (value, &number) ? g_variant_new_double (number) : NULL;
      break;

    case CLARIFAI_DATA_TYPE_IMAGE:
    case CLARIFAI_DATA_TYPE_UNKNOWN:
    default:
      break;
    }

  return converted != NULL ? g_variant_ref_sink (converted) : NULL;
}

/**
 * clarifai_argument_gets_picture:
 * @value: (nullable): what is given for it
 * @is_first: whether it is the first of its method's arguments that are pictures
 *
 * Returns: whether the picture that is asked about goes to it: to the first, to those that need it, and as @value says
 *   where that is of type b
 */
gboolean
clarifai_argument_gets_picture (ClarifaiArgument *self,
                                GVariant         *value,
                                gboolean          is_first)
{
  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (self), FALSE);

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value);

  return is_first || self->required;
}
