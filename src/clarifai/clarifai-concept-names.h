/* clarifai-concept-names.h – what a model can say, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-paged-list.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_CONCEPT_NAMES (clarifai_concept_names_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiConceptNames, clarifai_concept_names, CLARIFAI, CONCEPT_NAMES, ClarifaiPagedList)

/* A ClarifaiPagedList of ClarifaiConcept, whose values are 0. */
ClarifaiConceptNames *clarifai_concept_names_new (ClarifaiClient   *client,
                                                  ClarifaiModelRef *model,
                                                  const char       *search,
                                                  const char       *language);

G_END_DECLS
