/* clarifai-region.c – a part of the picture and what a model sees there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-region.h"

#include "clarifai-concept.h"
#include "clarifai-image.h"

struct _ClarifaiRegion
{
  GObject        parent_instance;

  gboolean       has_box;
  ClarifaiBox    box;
  double         value;
  GListModel    *concepts; /* (owned) */
  char          *text;     /* (owned) (nullable) */
  ClarifaiImage *mask;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiRegion, clarifai_region, G_TYPE_OBJECT)

static double
clamp_share (double value)
{
  return value > 0 ? MIN (value, 1) : 0;
}

static void
clarifai_region_finalize (GObject *object)
{
  ClarifaiRegion *self = CLARIFAI_REGION (object);

  g_clear_object (&self->concepts);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->mask);

  G_OBJECT_CLASS (clarifai_region_parent_class)->finalize (object);
}

static void
clarifai_region_class_init (ClarifaiRegionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_region_finalize;
}

static void
clarifai_region_init (ClarifaiRegion *self)
{
}

/* A region that is a box and no more, or not even that. */
ClarifaiRegion *
clarifai_region_new (const ClarifaiBox *box,
                     double             value,
                     GListModel        *concepts,
                     const char        *text)
{
  return clarifai_region_new_full (box, value, concepts, text, NULL);
}

/**
 * clarifai_region_new_full:
 * @box: (nullable): where it is; forced into the picture and into order
 * @value: how sure the model is that something is there, 0–1
 * @concepts: (nullable): #ClarifaiConcept, best first
 * @text: (nullable): what is written there
 * @mask: (nullable): which of the whole picture's pixels belong to it
 */
ClarifaiRegion *
clarifai_region_new_full (const ClarifaiBox *box,
                          double             value,
                          GListModel        *concepts,
                          const char        *text,
                          ClarifaiImage     *mask)
{
  ClarifaiRegion *self;

  g_return_val_if_fail (concepts == NULL || G_IS_LIST_MODEL (concepts), NULL);
  g_return_val_if_fail (mask == NULL || CLARIFAI_IS_IMAGE (mask), NULL);

  self = g_object_new (CLARIFAI_TYPE_REGION, NULL);
  if (box != NULL)
    {
      double left = clamp_share (box->left), right = clamp_share (box->right);
      double top = clamp_share (box->top), bottom = clamp_share (box->bottom);

      self->has_box = TRUE;
      self->box = (ClarifaiBox) { MIN (left, right), MIN (top, bottom), MAX (left, right),
                                  MAX (top, bottom) };
    }
  self->value = clamp_share (value);
  self->concepts = concepts != NULL ? g_object_ref (concepts)
                                    : G_LIST_MODEL (g_list_store_new (CLARIFAI_TYPE_CONCEPT));
  self->text = g_strdup (text);
  g_set_object (&self->mask, mask);

  return self;
}

/* FALSE, and @box as it was, where the service gave no box. */
gboolean
clarifai_region_get_box (ClarifaiRegion *self,
                         ClarifaiBox    *box)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (self), FALSE);

  if (self->has_box && box != NULL)
    *box = self->box;

  return self->has_box;
}

/* 0–1; 0 also where the model does not say, as some do that read text. */
double
clarifai_region_get_value (ClarifaiRegion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (self), 0);

  return self->value;
}

GListModel *
clarifai_region_get_concepts (ClarifaiRegion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (self), NULL);

  return self->concepts;
}

const char *
clarifai_region_get_text (ClarifaiRegion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (self), NULL);

  return self->text;
}

/* (transfer none) (nullable): as large as the whole picture, or of its shape; what belongs to the region is light. */
ClarifaiImage *
clarifai_region_get_mask (ClarifaiRegion *self)
{
  g_return_val_if_fail (CLARIFAI_IS_REGION (self), NULL);

  return self->mask;
}
