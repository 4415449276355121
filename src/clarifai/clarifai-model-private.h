/* clarifai-model-private.h – making models, versions and types of what the service says
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-version.h"

G_BEGIN_DECLS

/* All is copied, or another reference taken. */
typedef struct {
  const char          *name;
  const char          *type_id;
  const char          *description;
  const char          *notes;
  const char          *license;
  ClarifaiVerdict      usable;
  ClarifaiVerdict      signature_takes_images;
  ClarifaiOutputKinds  signature_output_kinds;
  ClarifaiVerdict      starred;
  ClarifaiVerdict      is_public;
  int                  star_count;
  int                  concept_count;
  int                  version_count;
  GDateTime           *created;
  GDateTime           *modified;
  const char * const  *language_ids;
  const char * const  *language_names;
  GListModel          *methods;
} ClarifaiModelFacts;

typedef struct {
  const char      *status_text;
  const char      *description;
  ClarifaiVerdict  usable;
  int              concept_count;
  GDateTime       *created;
  GListModel      *methods;
} ClarifaiVersionFacts;

ClarifaiModel            *clarifai_model_new       (ClarifaiModelRef           *ref,
                                                    const ClarifaiModelFacts   *facts);
const ClarifaiModelFacts *clarifai_model_get_facts (ClarifaiModel              *self);
ClarifaiVersion          *clarifai_version_new     (const char                 *id,
                                                    const ClarifaiVersionFacts *facts);
ClarifaiModelType        *clarifai_model_type_new  (const char                 *id,
                                                    const char                 *title,
                                                    const char * const         *input_fields,
                                                    const char * const         *output_fields);

G_END_DECLS
