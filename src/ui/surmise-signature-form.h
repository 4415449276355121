/* surmise-signature-form.h – a model’s method as a form to fill in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-method.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_SIGNATURE_FORM (surmise_signature_form_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseSignatureForm, surmise_signature_form, SURMISE, SIGNATURE_FORM, AdwBin)

/* Signals: "changed"; "activated", when Enter is pressed in one of its rows. */
GtkWidget *surmise_signature_form_new             (void);
void       surmise_signature_form_set_method      (SurmiseSignatureForm *self,
                                                   ClarifaiMethod       *method,
                                                   ClarifaiArgument     *apart);
void       surmise_signature_form_set_has_picture (SurmiseSignatureForm *self,
                                                   gboolean              has_picture);
guint      surmise_signature_form_get_n_fields    (SurmiseSignatureForm *self);
GVariant  *surmise_signature_form_dup_values      (SurmiseSignatureForm *self);
char      *surmise_signature_form_dup_problem     (SurmiseSignatureForm *self);

G_END_DECLS
