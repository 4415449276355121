/* surmise-signature-row.h – the widgets for one argument of a method
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-argument.h"

G_BEGIN_DECLS

/* A number is this far from 0 at most: beyond it a double cannot tell whole numbers apart. */
#define SURMISE_SIGNATURE_FAR 9007199254740992.0

typedef struct {
  GtkWidget     *row;    /* floating */
  GtkSpinButton *spin;   /* (nullable): in the row */
  GtkSwitch     *toggle; /* (nullable): in the row */
} SurmiseSignatureRow;

void        surmise_signature_row_make         (SurmiseSignatureRow *self,
                                                ClarifaiArgument    *argument);
void        surmise_signature_row_reset        (SurmiseSignatureRow *self,
                                                ClarifaiArgument    *argument);
char       *surmise_signature_row_dup_name     (ClarifaiArgument    *argument);
char       *surmise_signature_row_dup_title    (ClarifaiArgument    *argument);
const char *surmise_signature_row_default_text (ClarifaiArgument    *argument);

G_END_DECLS
