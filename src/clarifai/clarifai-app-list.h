/* clarifai-app-list.h – a user's apps, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-paged-list.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_APP (clarifai_app_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiApp, clarifai_app, CLARIFAI, APP, GObject)

ClarifaiApp     *clarifai_app_new         (const char     *id,
                                           const char     *name,
                                           const char     *user_id);
const char      *clarifai_app_get_id      (ClarifaiApp    *self);
const char      *clarifai_app_get_name    (ClarifaiApp    *self);
/* (nullable): where the service names no owner */
const char      *clarifai_app_get_user_id (ClarifaiApp    *self);

#define CLARIFAI_TYPE_APP_LIST (clarifai_app_list_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiAppList, clarifai_app_list, CLARIFAI, APP_LIST, ClarifaiPagedList)

/* A ClarifaiPagedList of ClarifaiApp. */
ClarifaiAppList *clarifai_app_list_new    (ClarifaiClient *client,
                                           const char     *user_id);

G_END_DECLS
