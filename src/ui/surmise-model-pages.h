/* surmise-model-pages.h – one user's models as choices, fetched a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account.h"
#include "surmise-model-choice.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_PAGES (surmise_model_pages_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelPages, surmise_model_pages, SURMISE, MODEL_PAGES, GObject)

/* Signals: "tail-changed"; "failed" (GError); "facts-changed", when more is known about models that are there. */
SurmiseModelPages  *surmise_model_pages_new           (SurmiseAccount    *account,
                                                       const char        *user_id);
GListModel         *surmise_model_pages_get_choices   (SurmiseModelPages *self);
SurmiseModelChoice *surmise_model_pages_get_tail      (SurmiseModelPages *self);
gboolean            surmise_model_pages_get_complete  (SurmiseModelPages *self);
gboolean            surmise_model_pages_get_failed    (SurmiseModelPages *self);
void                surmise_model_pages_fetch_more    (SurmiseModelPages *self);
void                surmise_model_pages_retry         (SurmiseModelPages *self);
void                surmise_model_pages_stop          (SurmiseModelPages *self);
void                surmise_model_pages_set_in_use    (SurmiseModelPages *self,
                                                       ClarifaiModelRef  *ref);

G_END_DECLS
