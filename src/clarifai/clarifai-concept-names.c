/* clarifai-concept-names.c – what a model can say, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-concept-names.h"

#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "clarifai-wire-model.h"

#define PER_PAGE 200

/**
 * ClarifaiConceptNames:
 *
 * The concepts that one model knows, without doubles; tens of thousands for some.
 */
struct _ClarifaiConceptNames
{
  ClarifaiPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (ClarifaiConceptNames, clarifai_concept_names, CLARIFAI_TYPE_PAGED_LIST)

static char *
clarifai_concept_names_get_key (gpointer item)
{
  const char *id = clarifai_concept_get_id (item);

  return g_strdup (id != NULL ? id : clarifai_concept_get_name (item));
}

static void
clarifai_concept_names_class_init (ClarifaiConceptNamesClass *klass)
{
  ClarifaiPagedListClass *list_class = CLARIFAI_PAGED_LIST_CLASS (klass);

  list_class->item_type = CLARIFAI_TYPE_CONCEPT;
  list_class->member = "concepts";
  list_class->decode = clarifai_wire_decode_listed_concept;
  list_class->get_key = clarifai_concept_names_get_key;
}

static void
clarifai_concept_names_init (ClarifaiConceptNames *self)
{
}

/**
 * clarifai_concept_names_new:
 * @client: is asked
 * @model: with a version, that version's; else the latest one's
 * @search: (nullable): words that ids and names begin with or hold; the service searches
 * @language: (nullable): of the names, "de" say; a service that does not know the parameter gives its own names
 *
 * GET …/models/{model}[/versions/{version}]/concepts. Empty until the first fetch.
 *
 * Returns: (transfer full): a list of #ClarifaiConcept
 */
ClarifaiConceptNames *
clarifai_concept_names_new (ClarifaiClient   *client,
                            ClarifaiModelRef *model,
                            const char       *search,
                            const char       *language)
{
  g_autofree char *model_path = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GString) query = g_string_new (NULL);
  ClarifaiConceptNames *self;

  g_return_val_if_fail (client != NULL, NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  model_path = clarifai_model_ref_to_path (model);
  path = g_strconcat (model_path, "/concepts", NULL);
  clarifai_paged_list_append_query (query, "search", search);
  clarifai_paged_list_append_query (query, "language", language);
  self = g_object_new (CLARIFAI_TYPE_CONCEPT_NAMES, NULL);
  clarifai_paged_list_set_client (CLARIFAI_PAGED_LIST (self), client, PER_PAGE, query->str);
  clarifai_paged_list_set_paths (CLARIFAI_PAGED_LIST (self), (const char * const []) { path, NULL });

  return self;
}
