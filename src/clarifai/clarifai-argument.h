/* clarifai-argument.h – one thing that a model's method wants to know
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

/**
 * ClarifaiArgumentKind:
 * @CLARIFAI_ARGUMENT_TEXT: values are of type s
 * @CLARIFAI_ARGUMENT_NUMBER: d
 * @CLARIFAI_ARGUMENT_INTEGER: x
 * @CLARIFAI_ARGUMENT_SWITCH: b
 * @CLARIFAI_ARGUMENT_CHOICE: s, one of the choices
 * @CLARIFAI_ARGUMENT_PICTURE: the picture that is asked about; b where it is to be left out or sent all the same
 * @CLARIFAI_ARGUMENT_OTHER: nothing that people could fill in here
 */
typedef enum {
  CLARIFAI_ARGUMENT_TEXT,
  CLARIFAI_ARGUMENT_NUMBER,
  CLARIFAI_ARGUMENT_INTEGER,
  CLARIFAI_ARGUMENT_SWITCH,
  CLARIFAI_ARGUMENT_CHOICE,
  CLARIFAI_ARGUMENT_PICTURE,
  CLARIFAI_ARGUMENT_OTHER,
} ClarifaiArgumentKind;

#define CLARIFAI_TYPE_ARGUMENT (clarifai_argument_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiArgument, clarifai_argument, CLARIFAI, ARGUMENT, GObject)

const char           *clarifai_argument_get_name        (ClarifaiArgument *self);
const char           *clarifai_argument_get_description (ClarifaiArgument *self);
ClarifaiArgumentKind  clarifai_argument_get_kind        (ClarifaiArgument *self);
gboolean              clarifai_argument_get_required    (ClarifaiArgument *self);
GVariant             *clarifai_argument_get_default     (ClarifaiArgument *self);
const char * const   *clarifai_argument_get_choices     (ClarifaiArgument *self);
gboolean              clarifai_argument_get_range       (ClarifaiArgument *self,
                                                         double           *min,
                                                         double           *max);
GVariant             *clarifai_argument_convert         (ClarifaiArgument *self,
                                                         GVariant         *value);
gboolean              clarifai_argument_gets_picture    (ClarifaiArgument *self,
                                                         GVariant         *value,
                                                         gboolean          is_first);

G_END_DECLS
