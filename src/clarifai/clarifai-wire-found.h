/* clarifai-wire-found.h – what has been found so far in one output
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-output.h"

G_BEGIN_DECLS

/* Far more than any model names; a reply is hostile until shown otherwise. */
#define CLARIFAI_MOST_CONCEPTS 20000
#define CLARIFAI_MOST_REGIONS 20000

/**
 * ClarifaiFound:
 * @numbers: (owned) of double: single ones
 * @n_concepts: those of the regions and the colours, too
 * @has_other: whether there is anything at all
 */
typedef struct {
  GPtrArray *concepts;
  GPtrArray *regions;
  GPtrArray *colors;
  GPtrArray *embeddings;
  GPtrArray *images;
  GArray    *numbers;
  GString   *text;
  guint      n_concepts;
  gboolean   has_other;
} ClarifaiFound;

void            clarifai_found_init          (ClarifaiFound       *self);
void            clarifai_found_clear         (ClarifaiFound       *self);
void            clarifai_found_add_text      (ClarifaiFound       *self,
                                              const char          *text);
void            clarifai_found_add_image     (ClarifaiFound       *self,
                                              JsonObject          *image);
void            clarifai_found_add_embedding (ClarifaiFound       *self,
                                              ClarifaiEmbedding   *embedding);
ClarifaiOutput *clarifai_found_to_output     (ClarifaiFound       *self,
                                              ClarifaiOutputFacts *facts);

GListModel     *clarifai_found_sort          (GPtrArray           *concepts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ClarifaiFound, clarifai_found_clear)

G_END_DECLS
