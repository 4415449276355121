/* surmise-model-own.h – the models of an account and of its organisations
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "surmise-account.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_MODEL_OWN (surmise_model_own_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseModelOwn, surmise_model_own, SURMISE, MODEL_OWN, GObject)

/* Signals: "failed" (GError); "facts-changed", when more is known about models that are there. */
SurmiseModelOwn *surmise_model_own_new        (SurmiseAccount   *account,
                                               GtkFilter        *filter);
/* Of SurmiseModelChoice: a heading an owner, and their models. */
GListModel      *surmise_model_own_get_list   (SurmiseModelOwn  *self);
void             surmise_model_own_set_in_use (SurmiseModelOwn  *self,
                                               ClarifaiModelRef *ref);
/* The first pages, unless they are there. */
void             surmise_model_own_begin      (SurmiseModelOwn  *self);
void             surmise_model_own_fetch_more (SurmiseModelOwn  *self);
void             surmise_model_own_retry      (SurmiseModelOwn  *self);
/* Nothing changes any more. */
void             surmise_model_own_stop       (SurmiseModelOwn  *self);

G_END_DECLS
