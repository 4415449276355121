/* surmise-signature-field.h – one argument of a model’s method, and what is said to it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-argument.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_SIGNATURE_FIELD (surmise_signature_field_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSignatureField, surmise_signature_field, SURMISE, SIGNATURE_FIELD, GObject)

/* Signals: "changed"; "activated", when Enter is pressed in its row. */
SurmiseSignatureField *surmise_signature_field_new             (ClarifaiArgument      *argument);
ClarifaiArgument      *surmise_signature_field_get_argument    (SurmiseSignatureField *self);
GtkWidget             *surmise_signature_field_get_row         (SurmiseSignatureField *self);
void                   surmise_signature_field_set_has_picture (SurmiseSignatureField *self,
                                                                gboolean               has_picture);
GVariant              *surmise_signature_field_dup_value       (SurmiseSignatureField *self);
char                  *surmise_signature_field_dup_problem     (SurmiseSignatureField *self);
void                   surmise_signature_field_reset           (SurmiseSignatureField *self);

G_END_DECLS
