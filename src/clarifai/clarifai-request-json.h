/* clarifai-request-json.h – a prediction's request, as others could send it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-predict.h"
#include "clarifai-types.h"

G_BEGIN_DECLS

char *clarifai_predict_dup_path (ClarifaiModelRef           *model);
char *clarifai_predict_dup_body (ClarifaiInput              *input,
                                 const ClarifaiOutputConfig *config,
                                 const char                 *placeholder);

G_END_DECLS
