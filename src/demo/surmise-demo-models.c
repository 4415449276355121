/* surmise-demo-models.c – the demo's models and what each says about itself
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-models.h"

#include "surmise-demo-colors.h"
#include "surmise-demo-properties.h"
#include "surmise-demo-saliency.h"

/* Ids and fields as the service's own list of model types has them. */
static const SurmiseDemoModelType TYPES[] = {
  {
    "visual-classifier",
    "Visual Classifier",
    "Says what a picture has, with a confidence for each concept.",
    { "concepts" },
  },
  {
    "visual-detector",
    "Visual Detector",
    "Finds where things are in a picture and draws a box around each.",
    { "regions[...].region_info.bounding_box", "regions[...].data.concepts" },
  },
  {
    "image-color-recognizer",
    "Image Color Recognizer",
    "Finds the main colors of a picture and the share of each.",
    { "colors" },
  },
};

/* A method that changes gets a new version: the history keeps results by it. */
static const SurmiseDemoModel MODELS[] = {
  {
    "picture-properties",
    "Picture Properties",
    "Light, color, sharpness, composition and format of a picture, measured from its pixels "
    "on this computer. It recognizes no things.",
    "Each concept is one measured quantity, such as the mean lightness in CIE L\\*a\\*b\\*, "
    "put through a smooth curve that crosses 50 % at a fixed threshold. Nothing leaves this computer.",
    "6d5a1f0e3b7c4c7f9a1be2c8d04f7a01",
    &TYPES[0],
    surmise_demo_properties_predict,
  },
  {
    "salient-region",
    "Salient Region",
    "Boxes around what stands out from its surroundings in color and light, found on this computer. "
    "It does not know what it is.",
    "Every pixel is compared with the mean color of its surroundings in CIE L\\*a\\*b\\*. Connected areas "
    "that stand out clearly become boxes; the confidence says how clearly. Nothing leaves this computer.",
    "91c2e7b45d0843dd8f6e0a7b3c5d1e02",
    &TYPES[1],
    surmise_demo_saliency_predict,
  },
  {
    "color-recognition",
    "Color Recognition",
    "The main colors of a picture, the share of each and the closest W3C color name, computed "
    "on this computer.",
    "Pixels are grouped by k-means in CIE L\\*a\\*b\\*; each group is named after the nearest CSS color. "
    "The shares add up to 1. Nothing leaves this computer.",
    "2f80b6d9a3e14a5c8c7d5e9f1a6b4c03",
    &TYPES[2],
    surmise_demo_colors_predict,
  },
};

const SurmiseDemoModel *
surmise_demo_model_nth (guint position)
{
  return position < G_N_ELEMENTS (MODELS) ? &MODELS[position] : NULL;
}

const SurmiseDemoModel *
surmise_demo_model_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (MODELS); i++)
    if (g_str_equal (MODELS[i].id, id))
      return &MODELS[i];

  return NULL;
}

const SurmiseDemoModelType *
surmise_demo_model_type_nth (guint position)
{
  return position < G_N_ELEMENTS (TYPES) ? &TYPES[position] : NULL;
}

const SurmiseDemoModelType *
surmise_demo_model_type_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (g_str_equal (TYPES[i].id, id))
      return &TYPES[i];

  return NULL;
}
