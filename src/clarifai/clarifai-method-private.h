/* clarifai-method-private.h – making methods of what the service says, and asking them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-method.h"

G_BEGIN_DECLS

/* ModelTypeField.DataType of the service's protocol, with its numbers. */
typedef enum {
  CLARIFAI_DATA_TYPE_UNKNOWN = 0,
  CLARIFAI_DATA_TYPE_STRING = 1,
  CLARIFAI_DATA_TYPE_INTEGER = 3,
  CLARIFAI_DATA_TYPE_FLOAT = 4,
  CLARIFAI_DATA_TYPE_BOOLEAN = 5,
  CLARIFAI_DATA_TYPE_TEXT = 8,
  CLARIFAI_DATA_TYPE_IMAGE = 9,
} ClarifaiDataType;

/* All but @name may be left out; a range is one where @max is more than @min. */
typedef struct {
  const char         *name;
  const char         *description;
  ClarifaiDataType    type;
  gboolean            required;
  GVariant           *fallback;
  const char * const *choices;
  double              min;
  double              max;
} ClarifaiArgumentFacts;

ClarifaiArgument *clarifai_argument_new           (const ClarifaiArgumentFacts *facts);
ClarifaiDataType  clarifai_argument_get_data_type (ClarifaiArgument            *self);

ClarifaiMethod   *clarifai_method_new             (const char                  *name,
                                                   const char                  *description,
                                                   GListModel                  *arguments,
                                                   gboolean                     streams);

G_END_DECLS
