/* surmise-model-hint.c – well-known public models, as hints
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-model-hint.h"

/* Public models come and go: these are worth a question to the service, and nothing more is claimed of them. */
static const struct
{
  const char *text;
  const char *name;
} hints[] = {
  { "clarifai/main/general-image-recognition", "General Image Recognition" },
  { "clarifai/main/general-image-detection", "General Image Detection" },
  { "clarifai/main/color-recognition", "Color Recognition" },
  { "clarifai/main/food-item-recognition", "Food Item Recognition" },
  { "clarifai/main/face-detection", "Face Detection" },
  { "clarifai/main/apparel-recognition", "Apparel Recognition" },
  { "clarifai/main/logo-detection-v2", "Logo Detection" },
  { "clarifai/main/moderation-recognition", "Moderation Recognition" },
};

/**
 * surmise_model_hint_list:
 *
 * Returns: (transfer full): #ClarifaiModelRef of the public image models that most people look for; ask the service for
 *   each before offering it
 */
GListModel *
surmise_model_hint_list (void)
{
  GListStore *list = g_list_store_new (CLARIFAI_TYPE_MODEL_REF);

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_parse (hints[i].text, NULL);

      g_list_store_append (list, model);
    }

  return G_LIST_MODEL (list);
}

/**
 * surmise_model_hint_dup_name:
 * @model: any model
 *
 * Returns: (transfer full): a name to show before the service has told its own: "General Image Recognition" for
 *   general-image-recognition
 */
char *
surmise_model_hint_dup_name (ClarifaiModelRef *model)
{
  const char *id;
  char *name;
  gboolean start = TRUE;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  id = clarifai_model_ref_get_model_id (model);
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    {
      g_autoptr(ClarifaiModelRef) hint = clarifai_model_ref_parse (hints[i].text, NULL);

      if (g_str_equal (clarifai_model_ref_get_model_id (hint), id)
          && g_str_equal (clarifai_model_ref_get_user_id (hint), clarifai_model_ref_get_user_id (model)))
        return g_strdup (hints[i].name);
    }

  name = g_strdup (id);
  for (char *p = name; *p != '\0'; p++)
    {
      if (*p == '-' || *p == '_')
        *p = ' ';
      else if (start)
        *p = g_ascii_toupper (*p);
      start = *p == ' ';
    }

  return name;
}
