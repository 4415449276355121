/* clarifai-version-list.h – a model's versions, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-paged-list.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_VERSION_LIST (clarifai_version_list_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiVersionList, clarifai_version_list, CLARIFAI, VERSION_LIST, ClarifaiPagedList)

/* A ClarifaiPagedList of ClarifaiVersion, newest first. */
ClarifaiVersionList *clarifai_version_list_new (ClarifaiClient   *client,
                                                ClarifaiModelRef *model);

G_END_DECLS
