/* surmise-concept-pane-private.h – the pane's own parts, for its files alone
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-answer-stack.h"
#include "surmise-concept-pane.h"
#include "surmise-kind-switch.h"
#include "surmise-message.h"
#include "surmise-waiting.h"

G_BEGIN_DECLS

struct _SurmiseConceptPane
{
  GtkBox              parent_instance;

  GtkRevealer        *search_revealer;
  GtkSearchEntry     *search;
  SurmiseKindSwitch  *kinds;
  GtkStack           *stack;
  SurmiseAnswerStack *answer;
  SurmiseWaiting     *waiting;
  SurmiseMessage     *message;
  GtkWidget          *separator;
  GtkWidget          *tools;
  GtkLabel           *threshold_label;
  GtkWidget          *threshold_scale;
  GtkAdjustment      *threshold_adjustment;
  GtkWidget          *search_button;
  GtkWidget          *copy_button;

  SurmisePicture     *picture;   /* (owned) (nullable) */
  GSignalGroup       *signals;   /* (owned) */
  SurmiseConceptList *concepts;  /* (owned) */
  SurmiseRegionList  *regions;   /* (owned) */
};

void  _surmise_concept_pane_update          (SurmiseConceptPane *self);
char *_surmise_concept_pane_dup_best        (SurmiseConceptPane *self,
                                             double             *value);
void  _surmise_concept_pane_copy_one        (SurmiseConceptPane *self,
                                             GObject            *item);
void  _surmise_concept_pane_install_actions (GtkWidgetClass     *widget_class);

G_END_DECLS
