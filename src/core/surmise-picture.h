/* surmise-picture.h – one picture, where it came from, how far it is, and what a model said
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client.h"
#include "clarifai-output.h"
#include "surmise-prepare.h"
#include "surmise-question.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_PICTURE_STATE (surmise_picture_state_get_type ())
typedef enum {
  SURMISE_PICTURE_STATE_WAITING,
  SURMISE_PICTURE_STATE_PREPARING,
  SURMISE_PICTURE_STATE_SENDING,
  SURMISE_PICTURE_STATE_DONE,
  SURMISE_PICTURE_STATE_FAILED,
  SURMISE_PICTURE_STATE_CANCELLED,
} SurmisePictureState;

#define SURMISE_TYPE_PICTURE (surmise_picture_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePicture, surmise_picture, SURMISE, PICTURE, GObject)

SurmisePicture      *surmise_picture_new_for_file    (GFile          *file);
SurmisePicture      *surmise_picture_new_for_address (const char     *address,
                                                      GError        **error);
SurmisePicture      *surmise_picture_new_for_bytes   (GBytes         *bytes,
                                                      const char     *name);
SurmisePicture      *surmise_picture_new_for_words   (const char     *words);
SurmisePicture      *surmise_picture_new_sibling     (SurmisePicture *self);

const char          *surmise_picture_get_name        (SurmisePicture *self);
GFile               *surmise_picture_get_file        (SurmisePicture *self);
const char          *surmise_picture_get_address     (SurmisePicture *self);
GBytes              *surmise_picture_get_bytes       (SurmisePicture *self);
const char          *surmise_picture_get_words       (SurmisePicture *self);
char                *surmise_picture_dup_location    (SurmisePicture *self);

/* Properties, all notified and read-only: "name", "state", "prepared", "output", "second-output", "error", "progress",
 * "elapsed". */
SurmisePictureState  surmise_picture_get_state       (SurmisePicture *self);
gboolean             surmise_picture_is_busy         (SurmisePicture *self);
SurmisePrepared     *surmise_picture_get_prepared    (SurmisePicture *self);
ClarifaiOutput      *surmise_picture_get_output      (SurmisePicture *self);
ClarifaiOutput      *surmise_picture_get_second_output (SurmisePicture *self);
SurmiseQuestion     *surmise_picture_get_question    (SurmisePicture *self);
const GError        *surmise_picture_get_error       (SurmisePicture *self);
ClarifaiProgress     surmise_picture_get_progress    (SurmisePicture *self);
double               surmise_picture_get_elapsed     (SurmisePicture *self);

GType                surmise_picture_state_get_type  (void);

G_END_DECLS
