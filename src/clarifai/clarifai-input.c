/* clarifai-input.c – one thing that a model is asked about
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-input.h"

#include "clarifai-method.h"

struct _ClarifaiInput
{
  GObject         parent_instance;

  GBytes         *bytes;   /* (owned) (nullable) */
  char           *address; /* (owned) (nullable) */
  char           *words;   /* (owned) (nullable) */
  ClarifaiMethod *method;  /* (owned) (nullable) */
  GVariant       *values;  /* (owned) (nullable): with a method only */
};

G_DEFINE_FINAL_TYPE (ClarifaiInput, clarifai_input, G_TYPE_OBJECT)

static void
clarifai_input_finalize (GObject *object)
{
  ClarifaiInput *self = CLARIFAI_INPUT (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->words, g_free);
  g_clear_object (&self->method);
  g_clear_pointer (&self->values, g_variant_unref);

  G_OBJECT_CLASS (clarifai_input_parent_class)->finalize (object);
}

static void
clarifai_input_class_init (ClarifaiInputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_input_finalize;
}

static void
clarifai_input_init (ClarifaiInput *self)
{
}

/* @image: a whole picture file, which is uploaded. */
ClarifaiInput *
clarifai_input_new_for_bytes (GBytes *image)
{
  g_return_val_if_fail (image != NULL, NULL);

  return clarifai_input_new_with_words (image, NULL, NULL);
}

/* @address: of a picture that the service itself fetches. */
ClarifaiInput *
clarifai_input_new_for_address (const char *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  return clarifai_input_new_with_words (NULL, address, NULL);
}

/* @words: all that there is: no picture. */
ClarifaiInput *
clarifai_input_new_for_words (const char *words)
{
  g_return_val_if_fail (words != NULL, NULL);

  return clarifai_input_new_with_words (NULL, NULL, words);
}

/**
 * clarifai_input_new_with_words:
 * @image: (nullable): a whole picture file, which is uploaded
 * @address: (nullable): of a picture that the service itself fetches; not looked at where there are bytes
 * @words: (nullable): what is asked about it
 */
ClarifaiInput *
clarifai_input_new_with_words (GBytes     *image,
                               const char *address,
                               const char *words)
{
  ClarifaiInput *self;

  g_return_val_if_fail (image != NULL || address != NULL || words != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_INPUT, NULL);
  self->bytes = image != NULL ? g_bytes_ref (image) : NULL;
  self->address = g_strdup (address);
  self->words = g_strdup (words);

  return self;
}

/**
 * clarifai_input_new_for_method:
 * @values: (nullable): a{sv}, by the arguments' names, of the types that #ClarifaiArgumentKind names; a floating one is
 *   taken. What is left out gets the model's own default, and what fits no argument is not sent.
 * @image: (nullable): a whole picture file, for the arguments that are pictures
 * @address: (nullable): of a picture that the service itself fetches; not looked at where there are bytes
 *
 * The picture goes to the first argument that is one and to all that are required; a value of type b says otherwise.
 */
ClarifaiInput *
clarifai_input_new_for_method (ClarifaiMethod *method,
                               GVariant       *values,
                               GBytes         *image,
                               const char     *address)
{
  g_autoptr(GVariant) kept = values != NULL ? g_variant_ref_sink (values) : NULL;
  ClarifaiInput *self;

  g_return_val_if_fail (CLARIFAI_IS_METHOD (method), NULL);
  g_return_val_if_fail (kept == NULL || g_variant_is_of_type (kept, G_VARIANT_TYPE_VARDICT), NULL);

  self = g_object_new (CLARIFAI_TYPE_INPUT, NULL);
  self->bytes = image != NULL ? g_bytes_ref (image) : NULL;
  self->address = g_strdup (address);
  self->method = g_object_ref (method);
  self->values = g_steal_pointer (&kept);

  return self;
}

/* (transfer none) (nullable) */
GBytes *
clarifai_input_get_bytes (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->bytes;
}

/* (nullable) */
const char *
clarifai_input_get_address (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->address;
}

/* (nullable) */
const char *
clarifai_input_get_words (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->words;
}

/* (transfer none) (nullable) */
ClarifaiMethod *
clarifai_input_get_method (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->method;
}

/* (transfer none) (nullable): a{sv} */
GVariant *
clarifai_input_get_values (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->values;
}
