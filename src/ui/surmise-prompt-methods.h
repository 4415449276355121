/* surmise-prompt-methods.h – which of a model’s methods there is to fill in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-method.h"
#include "clarifai-model.h"

G_BEGIN_DECLS

gboolean          surmise_prompt_methods_wanted   (GListModel     *methods);
guint             surmise_prompt_methods_first    (GListModel     *methods);
ClarifaiArgument *surmise_prompt_methods_dup_main (ClarifaiMethod *method);
char             *surmise_prompt_methods_dup_why  (ClarifaiMethod *method);

G_END_DECLS
