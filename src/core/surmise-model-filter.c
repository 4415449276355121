/* surmise-model-filter.c – which models are looked for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-filter.h"

#include "surmise-model-types.h"

#define PER_PAGE 50

/* Whose public models are worth listing where the service does not list everybody's to an account. They may be gone. */
static const char * const known_owners[] = {
  "clarifai", "openai", "gcp", "qwen", "meta", "salesforce", "anthropic", "xai", "mistralai", "microsoft",
};

/* What a signature can name, whatever the model's type. */
#define SIGNED_KINDS \
  (CLARIFAI_OUTPUT_KIND_CONCEPTS | CLARIFAI_OUTPUT_KIND_REGIONS | CLARIFAI_OUTPUT_KIND_TEXT | \
   CLARIFAI_OUTPUT_KIND_EMBEDDINGS | CLARIFAI_OUTPUT_KIND_IMAGES | CLARIFAI_OUTPUT_KIND_OTHER)

static char *
dup_words (const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text != NULL ? text : ""));

  return *words != '\0' ? g_steal_pointer (&words) : NULL;
}

/* Unless it is certain that it does not. */
static gboolean
may_take_pictures (ClarifaiModel     *model,
                   ClarifaiModelType *type)
{
  ClarifaiVerdict verdict = clarifai_model_get_signature_takes_images (model);

  if (verdict == CLARIFAI_VERDICT_UNKNOWN && type != NULL)
    verdict = clarifai_model_type_get_takes_images (type);

  return verdict != CLARIFAI_VERDICT_NO;
}

/* Where one type alone gives what is wanted, the service can look for it: the one color recognizer is not searched for
 * among thousands of models here. Returns: (transfer none) (nullable): its id, as long as @types is there */
static const char *
find_only_type (const SurmiseModelFilter *self,
                GListModel               *types)
{
  const char *only = NULL;

  if (types == NULL || self->kinds == 0 || (self->kinds & SIGNED_KINDS) != 0)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (types); i++)
    {
      g_autoptr(ClarifaiModelType) type = g_list_model_get_item (types, i);

      if ((clarifai_model_type_get_output_kinds (type) & self->kinds) == 0 ||
          (!self->show_all && clarifai_model_type_get_takes_images (type) == CLARIFAI_VERDICT_NO))
        continue;
      if (only != NULL)
        return NULL;
      only = clarifai_model_type_get_id (type);
    }

  return only;
}

static void
set_owners (ClarifaiModelList *list,
            const char        *own)
{
  g_autoptr(GPtrArray) owners = g_ptr_array_new ();

  if (own != NULL && *own != '\0')
    g_ptr_array_add (owners, (gpointer) own);
  for (guint i = 0; i < G_N_ELEMENTS (known_owners); i++)
    if (g_strcmp0 (own, known_owners[i]) != 0)
      g_ptr_array_add (owners, (gpointer) known_owners[i]);
  g_ptr_array_add (owners, NULL);

  clarifai_model_list_set_owners (list, (const char * const *) owners->pdata);
}

/**
 * surmise_model_filter_copy:
 *
 * Returns: (transfer full): the same, without blanks around the words, and NULL for empty ones
 */
SurmiseModelFilter *
surmise_model_filter_copy (const SurmiseModelFilter *self)
{
  SurmiseModelFilter *copy = g_memdup2 (self, sizeof *self);

  copy->words = dup_words (self->words);
  copy->owner = dup_words (self->owner);

  return copy;
}

/* Of one that was copied. */
void
surmise_model_filter_free (SurmiseModelFilter *self)
{
  g_free ((char *) self->words);
  g_free ((char *) self->owner);
  g_free (self);
}

gboolean
surmise_model_filter_equal (const SurmiseModelFilter *a,
                            const SurmiseModelFilter *b)
{
  return g_strcmp0 (a->words, b->words) == 0 && g_strcmp0 (a->owner, b->owner) == 0 && a->kinds == b->kinds &&
         !a->featured == !b->featured && !a->starred == !b->starred && !a->show_all == !b->show_all &&
         a->sort == b->sort;
}

/**
 * surmise_model_filter_accepts:
 * @account: whose server told about the types of model
 * @model: one that the service found
 *
 * What the service cannot look for: whether it takes pictures, unless that does not count, and what it gives. A model's
 * own signature counts for more than its type; a model of which neither tells what it takes is let through.
 *
 * Returns: whether to list it
 */
gboolean
surmise_model_filter_accepts (const SurmiseModelFilter *self,
                              SurmiseAccount           *account,
                              ClarifaiModel            *model)
{
  const char *type_id = clarifai_model_get_type_id (model);
  ClarifaiModelType *type = type_id != NULL ? surmise_model_types_lookup (account, type_id) : NULL;
  ClarifaiOutputKinds kinds = clarifai_model_get_signature_output_kinds (model);

  if (!self->show_all && !may_take_pictures (model, type))
    return FALSE;
  if (self->kinds == 0)
    return TRUE;

  if (kinds == 0 && type != NULL)
    kinds = clarifai_model_type_get_output_kinds (type);

  return (kinds & self->kinds) != 0;
}

/**
 * surmise_model_filter_make_list:
 * @account: who asks
 * @types: (nullable): all types of model, where the service told them
 *
 * Returns: (transfer full): what the service is asked for; what it brings is to be looked through
 */
ClarifaiModelList *
surmise_model_filter_make_list (const SurmiseModelFilter *self,
                                SurmiseAccount           *account,
                                GListModel               *types)
{
  ClarifaiModelList *list;
  const ClarifaiModelQuery query = {
    .user_id = self->owner,
    .search = self->words,
    .type_id = find_only_type (self, types),
    .featured = self->featured,
    .starred = self->starred,
    .sort = self->sort,
    .per_page = PER_PAGE,
  };

  list = clarifai_model_list_new (surmise_account_get_client (account), &query);
  set_owners (list, surmise_account_get_owner_id (account));

  return list;
}
