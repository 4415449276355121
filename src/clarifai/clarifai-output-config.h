/* clarifai-output-config.h – what is asked of an answer, kept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-predict.h"

G_BEGIN_DECLS

ClarifaiOutputConfig *clarifai_output_config_copy (const ClarifaiOutputConfig *config);
void                  clarifai_output_config_free (ClarifaiOutputConfig       *config);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ClarifaiOutputConfig, clarifai_output_config_free)

G_END_DECLS
