/* clarifai-wire-found.c – what has been found so far in one output
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-found.h"

#include "clarifai-concept.h"
#include "clarifai-embedding.h"
#include "clarifai-image.h"
#include "clarifai-json-write.h"
#include "clarifai-json.h"
#include "clarifai-region.h"
#include "clarifai-wire-media.h"

#define MOST_EMBEDDINGS 10000
#define MOST_IMAGES 1000
/* Single numbers up to here are told as text; more of them are a list of numbers. */
#define MOST_SINGLE_NUMBERS 8

/* g_ptr_array_sort () keeps the service's order among equals. */
static int
compare_concepts (gconstpointer a,
                  gconstpointer b)
{
  double left = clarifai_concept_get_value (*(ClarifaiConcept **) a);
  double right = clarifai_concept_get_value (*(ClarifaiConcept **) b);

  return (left < right) - (left > right);
}

static GListModel *
to_list (GPtrArray *items,
         GType      type)
{
  GListStore *list = g_list_store_new (type);

  g_list_store_splice (list, 0, 0, items->pdata, items->len);

  return G_LIST_MODEL (list);
}

/* Many single numbers are how the newer models return a list of them. */
static void
settle_numbers (ClarifaiFound *self)
{
  if (self->numbers->len > MOST_SINGLE_NUMBERS)
    {
      g_autofree float *vector = g_new (float, self->numbers->len);

      for (guint i = 0; i < self->numbers->len; i++)
        vector[i] = (float) g_array_index (self->numbers, double, i);
      clarifai_found_add_embedding (self, clarifai_embedding_new (vector, self->numbers->len));
      return;
    }

  for (guint i = 0; i < self->numbers->len; i++)
    {
      g_autoptr(GString) digits = g_string_new (NULL);

      clarifai_json_append_double (digits, g_array_index (self->numbers, double, i));
      clarifai_found_add_text (self, digits->str);
    }
}

void
clarifai_found_init (ClarifaiFound *self)
{
  self->concepts = g_ptr_array_new_with_free_func (g_object_unref);
  self->regions = g_ptr_array_new_with_free_func (g_object_unref);
  self->colors = g_ptr_array_new_with_free_func (g_object_unref);
  self->embeddings = g_ptr_array_new_with_free_func (g_object_unref);
  self->images = g_ptr_array_new_with_free_func (g_object_unref);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (double));
  self->text = g_string_new (NULL);
}

void
clarifai_found_clear (ClarifaiFound *self)
{
  g_clear_pointer (&self->concepts, g_ptr_array_unref);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->colors, g_ptr_array_unref);
  g_clear_pointer (&self->embeddings, g_ptr_array_unref);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_array_unref);
  if (self->text != NULL)
    g_string_free (g_steal_pointer (&self->text), TRUE);
}

/* @text: (nullable). Several texts are lines of one. */
void
clarifai_found_add_text (ClarifaiFound *self,
                         const char    *text)
{
  if (text == NULL || self->text->len > CLARIFAI_LONGEST_TEXT)
    return;

  if (self->text->len > 0)
    g_string_append_c (self->text, '\n');
  g_string_append (self->text, text);
}

/* @image: (nullable): an Image */
void
clarifai_found_add_image (ClarifaiFound *self,
                          JsonObject    *image)
{
  ClarifaiImage *object = self->images->len < MOST_IMAGES ? clarifai_wire_decode_image (image) : NULL;

  if (object != NULL)
    g_ptr_array_add (self->images, object);
}

/* @embedding: (transfer full) (nullable) */
void
clarifai_found_add_embedding (ClarifaiFound     *self,
                              ClarifaiEmbedding *embedding)
{
  g_autoptr(ClarifaiEmbedding) taken = embedding;

  if (taken != NULL && self->embeddings->len < MOST_EMBEDDINGS)
    g_ptr_array_add (self->embeddings, g_steal_pointer (&taken));
}

/* (transfer full): a list of them, best first. */
GListModel *
clarifai_found_sort (GPtrArray *concepts)
{
  g_ptr_array_sort (concepts, compare_concepts);

  return to_list (concepts, CLARIFAI_TYPE_CONCEPT);
}

/* (transfer full): an output with what was found and the other @facts. */
ClarifaiOutput *
clarifai_found_to_output (ClarifaiFound       *self,
                          ClarifaiOutputFacts *facts)
{
  g_autoptr(GListModel) concepts = clarifai_found_sort (self->concepts);
  g_autoptr(GListModel) colors = clarifai_found_sort (self->colors);
  g_autoptr(GListModel) regions = to_list (self->regions, CLARIFAI_TYPE_REGION);
  g_autoptr(GListModel) images = to_list (self->images, CLARIFAI_TYPE_IMAGE);
  g_autoptr(GListModel) embeddings = NULL;

  settle_numbers (self);
  embeddings = to_list (self->embeddings, CLARIFAI_TYPE_EMBEDDING);

  facts->concepts = concepts;
  facts->regions = regions;
  facts->colors = colors;
  facts->embeddings = embeddings;
  facts->images = images;
  facts->text = self->text->len > 0 ? self->text->str : NULL;
  facts->has_other = self->has_other;

  return clarifai_output_new_full (facts);
}
