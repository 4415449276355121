/* surmise-model-versions.h – the versions of a model, one of which can be picked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_VERSIONS (surmise_model_versions_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelVersions, surmise_model_versions, SURMISE, MODEL_VERSIONS, AdwBin)

/* Signal: "changed". */
GtkWidget  *surmise_model_versions_new         (SurmiseAccount       *account,
                                                ClarifaiModelRef     *model);
/* The one that is picked; NULL for whichever is the newest. */
const char *surmise_model_versions_get_version (SurmiseModelVersions *self);
void        surmise_model_versions_set_version (SurmiseModelVersions *self,
                                                const char           *version_id);

G_END_DECLS
