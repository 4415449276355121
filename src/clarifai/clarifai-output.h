/* clarifai-output.h – what a model answered for one input
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-output-kinds.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

/* What an output is made of; all may be left out. What each of them is stands at clarifai_output_new_full(). */
typedef struct {
  ClarifaiModelRef *model;
  GListModel       *concepts;
  GListModel       *regions;
  GListModel       *colors;
  GListModel       *embeddings;
  GListModel       *images;
  const char       *text;
  const char       *raw;
  const GError     *error;
  int               prompt_tokens;
  int               completion_tokens;
  gboolean          has_other;
} ClarifaiOutputFacts;

#define CLARIFAI_TYPE_OUTPUT (clarifai_output_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiOutput, clarifai_output, CLARIFAI, OUTPUT, GObject)

ClarifaiOutput      *clarifai_output_new          (ClarifaiModelRef          *model,
                                                   GListModel                *concepts,
                                                   GListModel                *regions,
                                                   GListModel                *colors,
                                                   const char                *text);
ClarifaiOutput      *clarifai_output_new_full     (const ClarifaiOutputFacts *facts);
ClarifaiOutput      *clarifai_output_new_failed   (const GError              *error);
const GError        *clarifai_output_get_error    (ClarifaiOutput            *self);
ClarifaiModelRef    *clarifai_output_get_model    (ClarifaiOutput            *self);
ClarifaiOutputKinds  clarifai_output_get_kinds    (ClarifaiOutput            *self);
GListModel          *clarifai_output_get_concepts (ClarifaiOutput            *self);
GListModel          *clarifai_output_get_regions  (ClarifaiOutput            *self);
GListModel          *clarifai_output_get_colors   (ClarifaiOutput            *self);
GListModel          *clarifai_output_get_embeddings (ClarifaiOutput          *self);
GListModel          *clarifai_output_get_images   (ClarifaiOutput            *self);
const char          *clarifai_output_get_text     (ClarifaiOutput            *self);
int                  clarifai_output_get_prompt_tokens (ClarifaiOutput       *self);
int                  clarifai_output_get_completion_tokens (ClarifaiOutput   *self);
char                *clarifai_output_dup_raw      (ClarifaiOutput            *self);

/* All that can stand as bars, best first: the concepts, else each name's best among the regions, else the
 * colours. */
GListModel          *clarifai_output_get_summary  (ClarifaiOutput            *self);
ClarifaiConcept     *clarifai_output_get_best     (ClarifaiOutput            *self);

G_END_DECLS
