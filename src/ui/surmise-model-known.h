/* surmise-model-known.h – the models that are known without asking: favourites, recent and well-known ones
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-context.h"

G_BEGIN_DECLS

typedef enum {
  SURMISE_MODEL_KNOWN_FAVORITES,
  SURMISE_MODEL_KNOWN_RECENT,
  SURMISE_MODEL_KNOWN_HINTS,
  SURMISE_MODEL_KNOWN_LAST = SURMISE_MODEL_KNOWN_HINTS,
} SurmiseModelKnownPart;

#define SURMISE_TYPE_MODEL_KNOWN (surmise_model_known_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelKnown, surmise_model_known, SURMISE, MODEL_KNOWN, GObject)

/* Signals: "failed" (GError); "facts-changed", when more is known about models that are there. */
SurmiseModelKnown *surmise_model_known_new         (SurmiseContext        *context,
                                                    GtkFilter             *filter);
/* Of SurmiseModelChoice: a heading, and the models. */
GListModel        *surmise_model_known_get_list    (SurmiseModelKnown     *self,
                                                    SurmiseModelKnownPart  part);
void               surmise_model_known_set_account (SurmiseModelKnown     *self,
                                                    SurmiseAccount        *account);
void               surmise_model_known_set_in_use  (SurmiseModelKnown     *self,
                                                    ClarifaiModelRef      *ref);
/* Looks what there is, and asks the service about each. */
void               surmise_model_known_refresh     (SurmiseModelKnown     *self);

G_END_DECLS
