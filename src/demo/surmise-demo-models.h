/* surmise-demo-models.h – the demo's models and what each says about itself
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "surmise-demo-asked.h"
#include "surmise-demo-method.h"

G_BEGIN_DECLS

typedef enum {
  SURMISE_DEMO_TAKES_PICTURE = 1 << 0,
  SURMISE_DEMO_TAKES_WORDS = 1 << 1,
} SurmiseDemoTakes;

/* Writes the members of an output's "data" object; called in threads, several at once. */
typedef void (*SurmiseDemoPredictFunc) (const SurmiseDemoAsked  *asked,
                                        const SurmiseDemoConfig *config,
                                        JsonBuilder             *data);

typedef struct {
  const char *id;
  const char *title;
  const char *description;
  const char *inputs[3];  /* fields of Data, ending in NULL */
  const char *outputs[3]; /* the same */
} SurmiseDemoModelType;

typedef struct {
  const char                 *id;
  const char                 *name;
  const char                 *description;
  const char                 *notes; /* the method, in Markdown */
  const char                 *version;
  const SurmiseDemoModelType *type;
  SurmiseDemoTakes            takes;
  SurmiseDemoNameFunc         name_nth; /* (nullable): the concepts that it knows */
  const char                 *languages[3]; /* of its words, ending in NULL */
  const SurmiseDemoMethod    *method; /* (nullable) */
  guint                       edge;   /* of the pixels it looks at */
  SurmiseDemoPredictFunc      predict;
} SurmiseDemoModel;

/* By position, %NULL beyond the last; and by id. */
const SurmiseDemoModel     *surmise_demo_model_nth       (guint       position);
const SurmiseDemoModel     *surmise_demo_model_find      (const char *id);
const SurmiseDemoModelType *surmise_demo_model_type_nth  (guint       position);
const SurmiseDemoModelType *surmise_demo_model_type_find (const char *id);

G_END_DECLS
