/* surmise-demo-asked.h – what one prediction is asked with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "surmise-demo-pixels.h"

G_BEGIN_DECLS

/* A concept's name in the languages that the demo speaks; @german is %NULL where it is not translated. */
typedef struct {
  const char *english;
  const char *german;
} SurmiseDemoName;

/* By position, %NULL beyond the last. */
typedef const SurmiseDemoName *(*SurmiseDemoNameFunc) (guint position);

/**
 * SurmiseDemoConfig:
 * @max_concepts: 1–200
 * @min_value: 0–1; what is below it is left out
 * @german: whether names are wanted in German rather than in English
 * @select: (nullable): ids and names of the only concepts that are wanted
 *
 * What is the same for all inputs of a request.
 */
typedef struct {
  guint      max_concepts;
  double     min_value;
  gboolean   german;
  GPtrArray *select;
} SurmiseDemoConfig;

/**
 * SurmiseDemoAsked:
 * @pixels: (nullable): of the picture, where the model takes one
 * @words: (nullable): beside or instead of it, where the model takes them
 * @arguments: (nullable): of char to JsonObject: a method's, by name
 */
typedef struct {
  const SurmiseDemoPixels *pixels;
  const char              *words;
  GHashTable              *arguments;
} SurmiseDemoAsked;

char       *surmise_demo_name_dup_id  (const SurmiseDemoName   *name);
const char *surmise_demo_name_choose  (const SurmiseDemoName   *name,
                                       const SurmiseDemoConfig *config);
gboolean    surmise_demo_name_wanted  (const SurmiseDemoName   *name,
                                       const SurmiseDemoConfig *config);

G_END_DECLS
