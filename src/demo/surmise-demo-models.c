/* surmise-demo-models.c – the demo's models and what each says about itself
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-models.h"

#include "surmise-demo-colors.h"
#include "surmise-demo-description.h"
#include "surmise-demo-embedding.h"
#include "surmise-demo-filter.h"
#include "surmise-demo-properties.h"
#include "surmise-demo-saliency.h"
#include "surmise-demo-segments.h"
#include "surmise-demo-words.h"

/* Ids and fields as the service's own list of model types has them. */
static const SurmiseDemoModelType TYPES[] = {
  {
    "visual-classifier",
    "Visual Classifier",
    "Says what a picture has, with a confidence for each concept.",
    { "image" },
    { "concepts" },
  },
  {
    "visual-detector",
    "Visual Detector",
    "Finds where things are in a picture and draws a box around each.",
    { "image" },
    { "regions[...].region_info.bounding_box", "regions[...].data.concepts" },
  },
  {
    "image-color-recognizer",
    "Image Color Recognizer",
    "Finds the main colors of a picture and the share of each.",
    { "image" },
    { "colors" },
  },
  {
    "visual-segmenter",
    "Visual Segmenter",
    "Parts a picture into areas and says what each is.",
    { "image" },
    { "regions[...].region_info.mask", "regions[...].data.concepts" },
  },
  {
    "visual-embedder",
    "Visual Embedder",
    "Makes a picture a row of numbers that is near to those of similar pictures.",
    { "image" },
    { "embeddings" },
  },
  {
    "image-to-text",
    "Image To Text",
    "Says in words what a picture has.",
    { "image" },
    { "text" },
  },
  {
    "multimodal-to-text",
    "Multimodal To Text",
    "Answers in words what is asked about a picture.",
    { "image", "text" },
    { "text" },
  },
  {
    "text-to-text",
    "Text To Text",
    "Answers words with words.",
    { "text" },
    { "text" },
  },
  {
    "any-to-any",
    "Any To Any",
    "Takes and gives what its method says.",
    { NULL },
    { NULL },
  },
};

enum {
  CLASSIFIER,
  DETECTOR,
  COLOR_RECOGNIZER,
  SEGMENTER,
  EMBEDDER,
  IMAGE_TO_TEXT,
  MULTIMODAL,
  TEXT_TO_TEXT,
  ANY_TO_ANY,
};

#define NOTHING_LEAVES " Nothing leaves this computer."

/* A method that changes gets a new version: the history keeps results by it. */
static const SurmiseDemoModel MODELS[] = {
  {
    .id = "picture-properties",
    .name = "Picture Properties",
    .description =
      "Light, color, sharpness, composition and format of a picture, measured from its pixels on this "
      "computer. It recognizes no things.",
    .notes =
      "Each concept is one **measured quantity**, such as the mean lightness in [CIE "
      "L\\*a\\*b\\*](https://en.wikipedia.org/wiki/CIELAB_color_space), put through a smooth curve that "
      "crosses 50 % at a fixed threshold.\n\n"
      "- *Light*: bright, dark, contrast, and where it is\n"
      "- *Color*: how colorful, warm or cool, and which tones\n"
      "- *Structure*: sharp, detailed, noisy, symmetric\n\n"
      "It recognizes no things." NOTHING_LEAVES,
    .version = "6d5a1f0e3b7c4c7f9a1be2c8d04f7a01",
    .type = &TYPES[CLASSIFIER],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .name_nth = surmise_demo_properties_name_nth,
    .languages = { "en", "de" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_properties_predict,
  },
  {
    .id = "salient-region",
    .name = "Salient Region",
    .description =
      "Boxes around what stands out from its surroundings in color and light, found on this computer. "
      "It does not know what it is.",
    .notes =
      "Every pixel is compared with the mean color of its surroundings in [CIE "
      "L\\*a\\*b\\*](https://en.wikipedia.org/wiki/CIELAB_color_space). Connected areas that stand out "
      "clearly become boxes; the confidence says how clearly." NOTHING_LEAVES,
    .version = "91c2e7b45d0843dd8f6e0a7b3c5d1e02",
    .type = &TYPES[DETECTOR],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .name_nth = surmise_demo_saliency_name_nth,
    .languages = { "en", "de" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_saliency_predict,
  },
  {
    .id = "color-recognition",
    .name = "Color Recognition",
    .description =
      "The main colors of a picture, the share of each and the closest W3C color name, computed on this"
      " computer.",
    .notes =
      "Pixels are grouped by [k-means](https://en.wikipedia.org/wiki/K-means_clustering) in [CIE "
      "L\\*a\\*b\\*](https://en.wikipedia.org/wiki/CIELAB_color_space); each group is named after the "
      "nearest CSS color. The shares add up to 1." NOTHING_LEAVES,
    .version = "2f80b6d9a3e14a5c8c7d5e9f1a6b4c03",
    .type = &TYPES[COLOR_RECOGNIZER],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .languages = { "en" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_colors_predict,
  },
  {
    .id = "color-segments",
    .name = "Color Segments",
    .description =
      "Parts a picture into the areas of its main colors, computed on this computer.",
    .notes =
      "The colors are those of *Color Recognition*; each area is all pixels that are nearest to one. "
      "The confidence says how clearly, in the mean, they belong to that color and not to the next." NOTHING_LEAVES,
    .version = "a84d19c0f7b243e6b5127d3e8c6f9004",
    .type = &TYPES[SEGMENTER],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .name_nth = surmise_demo_segments_name_nth,
    .languages = { "en" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_segments_predict,
  },
  {
    .id = "picture-signature",
    .name = "Picture Signature",
    .description =
      "A row of 64 numbers, computed on this computer, that is near to those of pictures with similar "
      "colors in similar places.",
    .notes =
      "48 numbers are the mean colors of 4 × 4 fields in CIE L\\*a\\*b\\*, 16 are a histogram of the "
      "directions of edges. Its length is 1." NOTHING_LEAVES,
    .version = "c35e70b2d8914f0aa6e3185d7f4b2c05",
    .type = &TYPES[EMBEDDER],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .languages = { "en" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_embedding_predict,
  },
  {
    .id = "picture-description",
    .name = "Picture Description",
    .description =
      "Says in a sentence what the other models measured on this computer. It recognizes no things.",
    .notes =
      "Format, the surest of the *Picture Properties*, and the first of the *Color Recognition*, put "
      "into words." NOTHING_LEAVES,
    .version = "e7f1829d4b6c4a3d90b5c6d8e2a13f06",
    .type = &TYPES[IMAGE_TO_TEXT],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .languages = { "en", "de" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_description_predict,
  },
  {
    .id = "color-question",
    .name = "Color Question",
    .description =
      "Asked about colors, it says how much of a picture is near each, measured on this computer.",
    .notes =
      "Ask with [CSS color names](https://en.wikipedia.org/wiki/Web_colors) or `#rrggbb`: *How much "
      "steel blue is there?* A pixel is near a color within a distance of 20 in CIE L\\*a\\*b\\*. It "
      "understands nothing else." NOTHING_LEAVES,
    .version = "5b9d3c7e1f2048a6bd84f0c9e6a71207",
    .type = &TYPES[MULTIMODAL],
    .takes = SURMISE_DEMO_TAKES_PICTURE | SURMISE_DEMO_TAKES_WORDS,
    .languages = { "en", "de" },
    .edge = SURMISE_DEMO_EDGE,
    .predict = surmise_demo_words_question,
  },
  {
    .id = "word-count",
    .name = "Word Count",
    .description =
      "Counts the characters, words and sentences of a text on this computer. It understands none of "
      "them.",
    .notes =
      "A word is a run of letters and digits; a sentence ends with a full stop, a question mark or an "
      "exclamation mark." NOTHING_LEAVES,
    .version = "08e4a6f2c9d74b51a3f68b2d5e7c9108",
    .type = &TYPES[TEXT_TO_TEXT],
    .takes = SURMISE_DEMO_TAKES_WORDS,
    .languages = { "en", "de" },
    .edge = 0,
    .predict = surmise_demo_words_count,
  },
  {
    .id = "picture-filter",
    .name = "Picture Filter",
    .description =
      "Changes a picture on this computer and gives it back.",
    .notes =
      "Blocks, steps of color, the negative or edges, as strong as you like, in color or gray, and "
      "dyed." NOTHING_LEAVES,
    .version = "d16b8e5a7c3f4e92b0a94d7f2c8e6509",
    .type = &TYPES[ANY_TO_ANY],
    .takes = SURMISE_DEMO_TAKES_PICTURE,
    .languages = { "en" },
    .method = &SURMISE_DEMO_FILTER_METHOD,
    .edge = SURMISE_DEMO_WIDE_EDGE,
    .predict = surmise_demo_filter_predict,
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
