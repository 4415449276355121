/* clarifai-image.c – a picture that a model made
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-image.h"

struct _ClarifaiImage
{
  GObject  parent_instance;

  GBytes  *bytes;   /* (owned) (nullable) */
  char    *address; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiImage, clarifai_image, G_TYPE_OBJECT)

static void
clarifai_image_finalize (GObject *object)
{
  ClarifaiImage *self = CLARIFAI_IMAGE (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (clarifai_image_parent_class)->finalize (object);
}

static void
clarifai_image_class_init (ClarifaiImageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_image_finalize;
}

static void
clarifai_image_init (ClarifaiImage *self)
{
}

/**
 * clarifai_image_new:
 * @bytes: (nullable): a whole picture file, as the service sent it: foreign bytes
 * @address: (nullable): where it can be fetched, http or https
 *
 * A generated picture, a heatmap or a segment's mask.
 */
ClarifaiImage *
clarifai_image_new (GBytes     *bytes,
                    const char *address)
{
  ClarifaiImage *self;

  g_return_val_if_fail (bytes != NULL || address != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_IMAGE, NULL);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->address = g_strdup (address);

  return self;
}

/* (transfer none) (nullable): not to be decoded outside of the preparer. */
GBytes *
clarifai_image_get_bytes (ClarifaiImage *self)
{
  g_return_val_if_fail (CLARIFAI_IS_IMAGE (self), NULL);

  return self->bytes;
}

/* (nullable) */
const char *
clarifai_image_get_address (ClarifaiImage *self)
{
  g_return_val_if_fail (CLARIFAI_IS_IMAGE (self), NULL);

  return self->address;
}
