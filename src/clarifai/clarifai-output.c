/* clarifai-output.c – what a model answered for one input
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-output.h"

#include "clarifai-concept.h"
#include "clarifai-embedding.h"
#include "clarifai-image.h"
#include "clarifai-model-ref.h"
#include "clarifai-raw.h"
#include "clarifai-region.h"

struct _ClarifaiOutput
{
  GObject              parent_instance;

  ClarifaiModelRef    *model;      /* (owned) (nullable) */
  ClarifaiOutputKinds  kinds;
  GListModel          *concepts;   /* (owned) */
  GListModel          *regions;    /* (owned) */
  GListModel          *colors;     /* (owned) */
  GListModel          *embeddings; /* (owned) */
  GListModel          *images;     /* (owned) */
  GListModel          *summary;    /* (owned) (nullable): made when first asked for */
  char                *text;       /* (owned) (nullable) */
  GBytes              *raw;        /* (owned) (nullable): packed */
  GError              *error;      /* (owned) (nullable) */
  int                  prompt_tokens;
  int                  completion_tokens;
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

static gboolean
has_mask (GListModel *regions)
{
  for (guint i = 0; i < g_list_model_get_n_items (regions); i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);

      if (clarifai_region_get_mask (region) != NULL)
        return TRUE;
    }

  return FALSE;
}

static ClarifaiOutputKinds
find_kinds (ClarifaiOutput *self,
            gboolean        has_other)
{
  ClarifaiOutputKinds kinds = 0;

  if (g_list_model_get_n_items (self->concepts) > 0)
    kinds |= CLARIFAI_OUTPUT_KIND_CONCEPTS;
  if (g_list_model_get_n_items (self->regions) > 0)
    kinds |= CLARIFAI_OUTPUT_KIND_REGIONS;
  if (has_mask (self->regions))
    kinds |= CLARIFAI_OUTPUT_KIND_MASKS;
  if (g_list_model_get_n_items (self->colors) > 0)
    kinds |= CLARIFAI_OUTPUT_KIND_COLORS;
  if (self->text != NULL)
    kinds |= CLARIFAI_OUTPUT_KIND_TEXT;
  if (g_list_model_get_n_items (self->embeddings) > 0)
    kinds |= CLARIFAI_OUTPUT_KIND_EMBEDDINGS;
  if (g_list_model_get_n_items (self->images) > 0)
    kinds |= CLARIFAI_OUTPUT_KIND_IMAGES;

  return kinds == 0 && has_other ? CLARIFAI_OUTPUT_KIND_OTHER : kinds;
}

static void
clarifai_output_finalize (GObject *object)
{
  ClarifaiOutput *self = CLARIFAI_OUTPUT (object);

  g_clear_object (&self->model);
  g_clear_object (&self->concepts);
  g_clear_object (&self->regions);
  g_clear_object (&self->colors);
  g_clear_object (&self->embeddings);
  g_clear_object (&self->images);
  g_clear_object (&self->summary);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->raw, g_bytes_unref);
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

/* The facts that most answers have; see clarifai_output_new_full(). */
ClarifaiOutput *
clarifai_output_new (ClarifaiModelRef *model,
                     GListModel       *concepts,
                     GListModel       *regions,
                     GListModel       *colors,
                     const char       *text)
{
  ClarifaiOutputFacts facts = {
    .model = model,
    .concepts = concepts,
    .regions = regions,
    .colors = colors,
    .text = text,
  };

  return clarifai_output_new_full (&facts);
}

/**
 * clarifai_output_new_full:
 * @facts: which model answered, with its version; #ClarifaiConcept, best first; #ClarifaiRegion; colours:
 *   #ClarifaiConcept with a hex, largest share first; #ClarifaiEmbedding; #ClarifaiImage; a caption, or what is written
 *   in the picture; the service's own words as JSON; why it failed; 0 tokens where their number is unknown; and whether
 *   there was something that is none of these
 *
 * The lists are shared, not copied, and do not change from here on.
 */
ClarifaiOutput *
clarifai_output_new_full (const ClarifaiOutputFacts *facts)
{
  ClarifaiOutput *self;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (facts->model == NULL || CLARIFAI_IS_MODEL_REF (facts->model), NULL);

  self = g_object_new (CLARIFAI_TYPE_OUTPUT, NULL);
  g_set_object (&self->model, facts->model);
  self->concepts = ref_or_empty (facts->concepts, CLARIFAI_TYPE_CONCEPT);
  self->regions = ref_or_empty (facts->regions, CLARIFAI_TYPE_REGION);
  self->colors = ref_or_empty (facts->colors, CLARIFAI_TYPE_CONCEPT);
  self->embeddings = ref_or_empty (facts->embeddings, CLARIFAI_TYPE_EMBEDDING);
  self->images = ref_or_empty (facts->images, CLARIFAI_TYPE_IMAGE);
  self->text = g_strdup (facts->text);
  self->raw = facts->raw != NULL ? clarifai_raw_pack (facts->raw) : NULL;
  self->error = facts->error != NULL ? g_error_copy (facts->error) : NULL;
  self->prompt_tokens = facts->prompt_tokens > 0 ? facts->prompt_tokens : -1;
  self->completion_tokens = facts->completion_tokens > 0 ? facts->completion_tokens : -1;
  self->kinds = find_kinds (self, facts->has_other);

  return self;
}

/* @error is copied. */
ClarifaiOutput *
clarifai_output_new_failed (const GError *error)
{
  ClarifaiOutputFacts facts = { .error = error };

  g_return_val_if_fail (error != NULL, NULL);

  return clarifai_output_new_full (&facts);
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

/* What this answer holds; 0 where the model found nothing, or failed. */
ClarifaiOutputKinds
clarifai_output_get_kinds (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), 0);

  return self->kinds;
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

/* (transfer none): of #ClarifaiEmbedding; those of regions stand after those of the whole picture. */
GListModel *
clarifai_output_get_embeddings (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->embeddings;
}

/* (transfer none): of #ClarifaiImage: what the model made, then its heatmaps. */
GListModel *
clarifai_output_get_images (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->images;
}

const char *
clarifai_output_get_text (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  return self->text;
}

/* How many the question took, or -1 where the service does not say. */
int
clarifai_output_get_prompt_tokens (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), -1);

  return self->prompt_tokens;
}

/* How many the answer took, or -1 where the service does not say. */
int
clarifai_output_get_completion_tokens (ClarifaiOutput *self)
{
  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), -1);

  return self->completion_tokens;
}

/**
 * clarifai_output_dup_raw:
 *
 * The service's own object for this input, failed or not, without the echoed input. Base64 longer than 2000 characters is
 * named, not shown. It is unpacked for each call, which takes a moment for thousands of concepts.
 *
 * Returns: (transfer full) (nullable): indented JSON; NULL where the service said nothing about this input
 */
char *
clarifai_output_dup_raw (ClarifaiOutput *self)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (CLARIFAI_IS_OUTPUT (self), NULL);

  if (self->raw == NULL)
    return NULL;

  json = clarifai_raw_unpack (self->raw);

  return clarifai_raw_indent (json);
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
