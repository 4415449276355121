/* clarifai-user.h – whom a token belongs to
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-types.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_USER (clarifai_user_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiUser, clarifai_user, CLARIFAI, USER, GObject)

ClarifaiUser *clarifai_user_new      (const char   *id,
                                      const char   *name);
const char   *clarifai_user_get_id   (ClarifaiUser *self);
const char   *clarifai_user_get_name (ClarifaiUser *self);

G_END_DECLS
