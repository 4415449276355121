/* clarifai-version.h – one version of a model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "clarifai-model.h"

G_BEGIN_DECLS

#define CLARIFAI_TYPE_VERSION (clarifai_version_get_type ())
G_DECLARE_FINAL_TYPE (ClarifaiVersion, clarifai_version, CLARIFAI, VERSION, GObject)

/* Unknown: NULL, -1 or CLARIFAI_VERDICT_UNKNOWN. */
const char      *clarifai_version_get_id            (ClarifaiVersion *self);
GDateTime       *clarifai_version_get_created       (ClarifaiVersion *self);
/* Whether it is trained (21100): the only state in which it answers. */
ClarifaiVerdict  clarifai_version_get_usable        (ClarifaiVersion *self);
/* The service's own words for its state. */
const char      *clarifai_version_get_status_text   (ClarifaiVersion *self);
const char      *clarifai_version_get_description   (ClarifaiVersion *self);
int              clarifai_version_get_concept_count (ClarifaiVersion *self);
/* Of ClarifaiMethod, never NULL. */
GListModel      *clarifai_version_get_methods       (ClarifaiVersion *self);

G_END_DECLS
