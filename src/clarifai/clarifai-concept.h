/* clarifai-concept.h – one thing that a model sees, and how sure it is
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_CONCEPT (clarifai_concept_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiConcept, clarifai_concept, CLARIFAI, CONCEPT, GObject)

/* A colour is a concept too: its name is the W3C one, its value the share of the picture, its hex
 * "#rrggbb". */
ClarifaiConcept *clarifai_concept_new       (const char *id,
                                             const char *name,
                                             double      value,
                                             const char *hex);
const char      *clarifai_concept_get_id    (ClarifaiConcept *self);
const char      *clarifai_concept_get_name  (ClarifaiConcept *self);
double           clarifai_concept_get_value (ClarifaiConcept *self);
const char      *clarifai_concept_get_hex   (ClarifaiConcept *self);

G_END_DECLS
