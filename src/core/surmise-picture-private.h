/* surmise-picture-private.h – a picture inside, and what moves it on: for the tagger alone
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-picture.h"

G_BEGIN_DECLS

/**
 * SurmisePicture:
 *
 * A picture that a person put into a window. It comes from exactly one of a file, a web address, bytes (a drag or a
 * paste), or words that stand instead of a picture, is in exactly one #SurmisePictureState at a time, and keeps the last
 * answer until the next one is there, so that asking again never empties what is on the screen. Only the tagger moves it.
 */
struct _SurmisePicture
{
  GObject              parent_instance;

  char                *name;     /* (owned) (not nullable) */
  GFile               *file;     /* (owned) (nullable) */
  char                *address;  /* (owned) (nullable) */
  GBytes              *bytes;    /* (owned) (nullable) */
  char                *words;    /* (owned) (nullable): instead of a picture */

  SurmisePictureState  state;
  SurmisePrepared     *prepared; /* (owned) (nullable) */
  guint                edge;     /* pixels: what @prepared was limited to; 0 for no limit */
  SurmiseQuestion     *question; /* (owned) (nullable): what it was last asked with */
  SurmiseQuestion     *answered; /* (owned) (nullable): what @output answers */
  ClarifaiOutput      *output;   /* (owned) (nullable) */
  ClarifaiOutput      *second_output; /* (owned) (nullable): the same in the question's second language */
  GError              *error;    /* (owned) (nullable), set in state FAILED alone */
  ClarifaiProgress     progress;
  double               elapsed;  /* seconds from the request to its answer */
};

void             _surmise_picture_begin         (SurmisePicture      *self,
                                                 SurmiseQuestion     *question);
void             _surmise_picture_set_state     (SurmisePicture      *self,
                                                 SurmisePictureState  state);
void             _surmise_picture_set_prepared  (SurmisePicture      *self,
                                                 SurmisePrepared     *prepared,
                                                 guint                edge);
SurmisePrepared *_surmise_picture_peek_prepared (SurmisePicture      *self,
                                                 guint                edge);
void             _surmise_picture_set_progress  (SurmisePicture      *self,
                                                 ClarifaiProgress     progress);
void             _surmise_picture_finish        (SurmisePicture      *self,
                                                 ClarifaiOutput      *output,
                                                 double               elapsed);
void             _surmise_picture_set_second_output (SurmisePicture  *self,
                                                 ClarifaiOutput      *output);
SurmiseQuestion *_surmise_picture_get_answered  (SurmisePicture      *self);
void             _surmise_picture_fail          (SurmisePicture      *self,
                                                 const GError        *error);

G_END_DECLS
