/* clarifai-output.c – what a model answered for one input
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-output.h"

#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "clarifai-region.h"

struct _ClarifaiOutput
{
  GObject           parent_instance;

  ClarifaiModelRef *model;    /* (owned) (nullable) */
  GListModel       *concepts; /* (owned) */
  GListModel       *regions;  /* (owned) */
  GListModel       *colors;   /* (owned) */
  GListModel       *summary;  /* (owned) (nullable): made when first asked for */
  char             *text;     /* (owned) (nullable) */
  GError           *error;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiOutput, clarifai_output, G_TYPE_OBJECT)

static GListModel *
ref_or_empty (GListModel *list,
              GType       type)
{
  return list != NULL ? g_object_ref (list) : G_LIST_MODEL (g_list_store_new (type));
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  double left = clarifai_concept_get_value ((ClarifaiConcept *) a);
  double right = clarifai_concept_get_value ((ClarifaiConcept *) b);

  return (left < right) - (left > right);
}

/* Each name's best among all regions, best first. */
static GListModel *
summarize_regions (GListModel *regions)
{
  GListStore *summary = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (regions); i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);
      GListModel *concepts = clarifai_region_get_concepts (region);

      for (guint j = 0; j < g_list_model_get_n_items (concepts); j++)
        {
          g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, j);
          const char *name = clarifai_concept_get_name (concept);
          ClarifaiConcept *known = g_hash_table_lookup (best, name);

          if (known == NULL)
            g_ptr_array_add (names, (char *) name);
          /* The regions keep the concepts, and with them the names. */
          if (known == NULL || clarifai_concept_get_value (known) < clarifai_concept_get_value (concept))
            g_hash_table_replace (best, (char *) name, concept);
        }
    }

  for (guint i = 0; i < names->len; i++)
    g_list_store_append (summary, g_hash_table_lookup (best, g_ptr_array_index (names, i)));
  g_list_store_sort (summary, compare_values, NULL);

  return G_LIST_MODEL (summary);
}

static void
clarifai_output_finalize (GObject *object)
{
  ClarifaiOutput *self = CLARIFAI_OUTPUT (object);

  g_clear_object (&self->model);
  g_clear_object (&self->concepts);
  g_clear_object (&self->regions);
  g_clear_object (&self->colors);
  g_clear_object (&self->summary);
  g_clear_pointer (&self->text, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (clarifai_output_parent_class)->finalize (object);
}

static void
clarifai_output_class_init (ClarifaiOutputClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_output_finalize;
}

static void
clarifai_output_init (ClarifaiOutput *self)
{
}

/**
 * clarifai_output_new:
 * @model: (nullable): which model answered, with its version
 * @concepts: (nullable): #ClarifaiConcept, best first
 * @regions: (nullable): #ClarifaiRegion
 * @colors: (nullable): #ClarifaiConcept with a hex, largest share first
 * @text: (nullable): a caption, or what is written in the picture
 *
 * The lists are shared, not copied, and do not change from here on.
 */
ClarifaiOutput *
clarifai_output_new (ClarifaiModelRef *model,
                     GListModel       *concepts,
                     GListModel       *regions,
                     GListModel       *colors,
                     const char       *text)
{
  ClarifaiOutput *self;

  g_return_val_if_fail (model == NULL || CLARIFAI_IS_MODEL_REF (model), NULL);
  g_return_val_if_fail (concepts == NULL || G_IS_LIST_MODEL (concepts), NULL);
  g_return_val_if_fail (regions == NULL || G_IS_LIST_MODEL (regions), NULL);
  g_return_val_if_fail (colors == NULL || G_IS_LIST_MODEL (colors), NULL);

  self = g_object_new (CLARIFAI_TYPE_OUTPUT, NULL);
  g_set_object (&self->model, model);
  self->concepts = ref_or_empty (concepts, CLARIFAI_TYPE_CONCEPT);
  self->regions = ref_or_empty (regions, CLARIFAI_TYPE_REGION);
  self->colors = ref_or_empty (colors, CLARIFAI_TYPE_CONCEPT);
  self->text = g_strdup (text);

  return self;
}

/* @error is copied. */
ClarifaiOutput *
clarifai_output_new_failed (const GError *error)
{
  ClarifaiOutput *self;

  g_return_val_if_fail (error != NULL, NULL);

  self = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);
  self->error = g_error_copy (error);

  return self;
}

/* (transfer none) (nullable): NULL where the model answered. */
const GError *
clarifai_output_get_error (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->error;
}

ClarifaiModelRef *
clarifai_output_get_model (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->model;
}

GListModel *
clarifai_output_get_concepts (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->concepts;
}

GListModel *
clarifai_output_get_regions (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->regions;
}

GListModel *
clarifai_output_get_colors (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->colors;
}

const char *
clarifai_output_get_text (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->text;
}

/* (transfer none): empty where nothing can stand as a bar, as with a caption. */
GListModel *
clarifai_output_get_summary (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  if (self->summary == NULL)
    {
      if (g_list_model_get_n_items (self->concepts) > 0)
        self->summary = g_object_ref (self->concepts);
      else
        self->summary = summarize_regions (self->regions);
      if (g_list_model_get_n_items (self->summary) == 0)
        g_set_object (&self->summary, self->colors);
    }

  return self->summary;
}

/* (transfer none) (nullable): the first of the summary. */
ClarifaiConcept *
clarifai_output_get_best (ClarifaiOutput *self)
{
  g_autoptr(ClarifaiConcept) best = NULL;

  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  best = g_list_model_get_item (clarifai_output_get_summary (self), 0);

  return best;
}
