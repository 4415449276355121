/* surmise-waiting.h – calm placeholders while a model thinks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-predict.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_WAITING (surmise_waiting_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseWaiting, surmise_waiting, SURMISE, WAITING, AdwBin)

void surmise_waiting_start (SurmiseWaiting   *self,
                            ClarifaiProgress  progress);
void surmise_waiting_stop  (SurmiseWaiting   *self);

G_END_DECLS
