/* clarifai-embedding.c – a picture as a list of numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-embedding.h"

#include <math.h>

struct _ClarifaiEmbedding
{
  GObject  parent_instance;

  GArray  *vector; /* (owned) of float */
};

G_DEFINE_FINAL_TYPE (ClarifaiEmbedding, clarifai_embedding, G_TYPE_OBJECT)

static void
clarifai_embedding_finalize (GObject *object)
{
  ClarifaiEmbedding *self = CLARIFAI_EMBEDDING (object);

  g_clear_pointer (&self->vector, g_array_unref);

  G_OBJECT_CLASS (clarifai_embedding_parent_class)->finalize (object);
}

static void
clarifai_embedding_class_init (ClarifaiEmbeddingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_embedding_finalize;
}

static void
clarifai_embedding_init (ClarifaiEmbedding *self)
{
  self->vector = g_array_new (FALSE, FALSE, sizeof (float));
}

/* @vector is copied, with 0 for what is no finite number. */
ClarifaiEmbedding *
clarifai_embedding_new (const float *vector,
                        gsize        n)
{
  ClarifaiEmbedding *self;

  g_return_val_if_fail (vector != NULL || n == 0, NULL);
  g_return_val_if_fail (n <= G_MAXUINT, NULL);

  self = g_object_new (CLARIFAI_TYPE_EMBEDDING, NULL);
  if (n > 0)
    g_array_append_vals (self->vector, vector, (guint) n);
  for (guint i = 0; i < self->vector->len; i++)
    if (!isfinite (g_array_index (self->vector, float, i)))
      g_array_index (self->vector, float, i) = 0;

  return self;
}

/**
 * clarifai_embedding_get_vector:
 * @n: (out): how many numbers there are
 *
 * Returns: (transfer none): finite numbers of no particular range; owned by the embedding
 */
const float *
clarifai_embedding_get_vector (ClarifaiEmbedding *self,
                               gsize             *n)
{
  g_return_val_if_fail (CLARIFAI_IS_EMBEDDING (self), NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = self->vector->len;

  return (const float *) (gpointer) self->vector->data;
}

/* As many as there are numbers, whatever the service says. */
guint
clarifai_embedding_get_dimensions (ClarifaiEmbedding *self)
{
  g_return_val_if_fail (CLARIFAI_IS_EMBEDDING (self), 0);

  return self->vector->len;
}

/* (transfer full): an array of numbers on one line, each with the nine digits that a float is known by. */
char *
clarifai_embedding_to_json (ClarifaiEmbedding *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  GString *json;

  g_return_val_if_fail (CLARIFAI_IS_EMBEDDING (self), NULL);

  json = g_string_new ("[");
  for (guint i = 0; i < self->vector->len; i++)
    {
      float value = g_array_index (self->vector, float, i);

      /* The fewest digits that are read back as the same number; the service prints about eight. */
      for (guint digits = 6; digits <= 9; digits++)
        {
          char format[8];

          g_snprintf (format, sizeof format, "%%.%ug", digits);
          g_ascii_formatd (number, sizeof number, format, (double) value);
          if ((float) g_ascii_strtod (number, NULL) == value)
            break;
        }
      g_string_append_printf (json, i > 0 ? ",%s" : "%s", number);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}
