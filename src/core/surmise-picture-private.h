/* surmise-picture-private.h – what moves a picture on: for the tagger alone
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-picture.h"

G_BEGIN_DECLS

void             _surmise_picture_begin         (SurmisePicture      *self);
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
void             _surmise_picture_fail          (SurmisePicture      *self,
                                                 const GError        *error);

G_END_DECLS
