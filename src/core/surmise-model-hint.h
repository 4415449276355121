/* surmise-model-hint.h – well-known public models, as hints
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model-ref.h"

G_BEGIN_DECLS

GListModel *surmise_model_hint_list     (void);
char       *surmise_model_hint_dup_name (ClarifaiModelRef *model);

G_END_DECLS
