/* clarifai-types.h – forward declarations, so that headers need not include each other
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ClarifaiApp       ClarifaiApp;
typedef struct _ClarifaiAppList   ClarifaiAppList;
typedef struct _ClarifaiArgument  ClarifaiArgument;
typedef struct _ClarifaiClient    ClarifaiClient;
typedef struct _ClarifaiConcept   ClarifaiConcept;
typedef struct _ClarifaiEmbedding ClarifaiEmbedding;
typedef struct _ClarifaiImage     ClarifaiImage;
typedef struct _ClarifaiInput     ClarifaiInput;
typedef struct _ClarifaiMethod    ClarifaiMethod;
typedef struct _ClarifaiModel     ClarifaiModel;
typedef struct _ClarifaiModelList ClarifaiModelList;
typedef struct _ClarifaiModelRef  ClarifaiModelRef;
typedef struct _ClarifaiModelType ClarifaiModelType;
typedef struct _ClarifaiOutput    ClarifaiOutput;
typedef struct _ClarifaiPagedList ClarifaiPagedList;
typedef struct _ClarifaiRegion    ClarifaiRegion;
typedef struct _ClarifaiUser      ClarifaiUser;
typedef struct _ClarifaiVersion   ClarifaiVersion;

G_END_DECLS
