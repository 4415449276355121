/* clarifai-output-config.c – what is asked of an answer, kept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-output-config.h"

#include "clarifai-concept.h"

static GListModel *
copy_list (GListModel *list)
{
  GListStore *copy = g_list_store_new (CLARIFAI_TYPE_CONCEPT);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (list, i);

      g_list_store_append (copy, concept);
    }

  return G_LIST_MODEL (copy);
}

/* @config: (nullable). The copy may be read in another thread: the caller's list goes its own way. */
ClarifaiOutputConfig *
clarifai_output_config_copy (const ClarifaiOutputConfig *config)
{
  ClarifaiOutputConfig *copy;

  if (config == NULL)
    return NULL;

  copy = g_memdup2 (config, sizeof *config);
  copy->language = g_strdup (config->language);
  copy->select_concepts = config->select_concepts != NULL ? copy_list (config->select_concepts) : NULL;

  return copy;
}

/* @config: (nullable): a copy, never one on somebody's stack. */
void
clarifai_output_config_free (ClarifaiOutputConfig *config)
{
  if (config == NULL)
    return;

  g_free ((char *) config->language);
  g_clear_object (&config->select_concepts);
  g_free (config);
}
