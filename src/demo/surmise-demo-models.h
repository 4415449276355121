/* surmise-demo-models.h – the demo's models and what each says about itself
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "surmise-demo-pixels.h"

G_BEGIN_DECLS

/**
 * SurmiseDemoConfig:
 * @max_concepts: 1–200
 * @min_value: 0–1; what is below it is left out
 */
typedef struct {
  guint  max_concepts;
  double min_value;
} SurmiseDemoConfig;

/* Writes the members of an output's "data" object; called in threads, several at once. */
typedef void (*SurmiseDemoPredictFunc) (const SurmiseDemoPixels *pixels,
                                        const SurmiseDemoConfig *config,
                                        JsonBuilder             *data);

typedef struct {
  const char *id;
  const char *title;
  const char *description;
  const char *outputs[3]; /* fields of Data, ending in NULL */
} SurmiseDemoModelType;

typedef struct {
  const char                 *id;
  const char                 *name;
  const char                 *description;
  const char                 *notes; /* the method, in Markdown */
  const char                 *version;
  const SurmiseDemoModelType *type;
  SurmiseDemoPredictFunc      predict;
} SurmiseDemoModel;

/* By position, %NULL beyond the last; and by id. */
const SurmiseDemoModel     *surmise_demo_model_nth       (guint       position);
const SurmiseDemoModel     *surmise_demo_model_find      (const char *id);
const SurmiseDemoModelType *surmise_demo_model_type_nth  (guint       position);
const SurmiseDemoModelType *surmise_demo_model_type_find (const char *id);

G_END_DECLS
