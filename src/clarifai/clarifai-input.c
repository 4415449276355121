/* clarifai-input.c – one thing that a model is asked about
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-input.h"

struct _ClarifaiInput
{
  GObject  parent_instance;

  GBytes  *bytes;   /* (owned) (nullable) */
  char    *address; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiInput, clarifai_input, G_TYPE_OBJECT)

static void
clarifai_input_finalize (GObject *object)
{
  ClarifaiInput *self = CLARIFAI_INPUT (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->address, g_free);

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
  ClarifaiInput *self;

  g_return_val_if_fail (image != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_INPUT, NULL);
  self->bytes = g_bytes_ref (image);

  return self;
}

/* @address: of a picture that the service itself fetches. */
ClarifaiInput *
clarifai_input_new_for_address (const char *address)
{
  ClarifaiInput *self;

  g_return_val_if_fail (address != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_INPUT, NULL);
  self->address = g_strdup (address);

  return self;
}

/* (transfer none) (nullable) */
GBytes *
clarifai_input_get_bytes (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->bytes;
}

const char *
clarifai_input_get_address (ClarifaiInput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_INPUT (self), NULL);

  return self->address;
}
