/* surmise-demo-method.h – a model's method: its arguments, and what is given for them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Numbers of ModelTypeField.DataType in the service's resources.proto. */
typedef enum {
  SURMISE_DEMO_ARGUMENT_TEXT = 1,
  SURMISE_DEMO_ARGUMENT_INTEGER = 3,
  SURMISE_DEMO_ARGUMENT_NUMBER = 4,
  SURMISE_DEMO_ARGUMENT_SWITCH = 5,
  SURMISE_DEMO_ARGUMENT_PICTURE = 9,
} SurmiseDemoArgumentType;

typedef struct {
  const char              *name;
  const char              *description;
  SurmiseDemoArgumentType  type;
  const char              *fallback;   /* (nullable): as text; %NULL where it must be given */
  const char              *choices[6]; /* ending in NULL; none: anything */
  double                   min;        /* the same as max: no limits */
  double                   max;
} SurmiseDemoArgument;

typedef struct {
  const char                *name;
  const char                *description;
  const SurmiseDemoArgument *arguments;
  guint                      n_arguments;
  SurmiseDemoArgumentType    returns;
} SurmiseDemoMethod;

void        surmise_demo_method_add        (const SurmiseDemoMethod *self,
                                            JsonBuilder             *builder);
/* @given: (nullable): the "data" object of each part of the request, by the part's id */
char       *surmise_demo_method_check      (const SurmiseDemoMethod *self,
                                            GHashTable              *given);
const char *surmise_demo_method_get_text   (const SurmiseDemoMethod *self,
                                            GHashTable              *given,
                                            const char              *name);
double      surmise_demo_method_get_number (const SurmiseDemoMethod *self,
                                            GHashTable              *given,
                                            const char              *name);
gboolean    surmise_demo_method_get_switch (const SurmiseDemoMethod *self,
                                            GHashTable              *given,
                                            const char              *name);

G_END_DECLS
