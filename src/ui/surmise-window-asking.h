/* surmise-window-asking.h – what a window asks its model, and what it does with the answers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-comparison.h"
#include "surmise-model-check.h"
#include "surmise-window.h"

G_BEGIN_DECLS

typedef struct
{
  SurmiseQuestion      *question;     /* (owned) (nullable): how @model is asked, without words */
  SurmiseModelCheck    *check;        /* (owned) (nullable): what the service says of @model */
  GCancellable         *check_cancellable; /* (owned) (nullable): while it is asked */
  guint                 check_id;     /* ends the wait for it */
  GPtrArray            *held;         /* (owned) of SurmisePicture (owned): asked about once @check is there */
  char                 *words;        /* (owned) (nullable): what @model was last asked beside a picture */
  ClarifaiMethod       *method;       /* (owned) (nullable): with @arguments */
  GVariant             *arguments;    /* (owned) (nullable) */
  SurmiseComparison    *comparison;   /* (owned) (nullable): made when first asked for */
  gboolean              checked;      /* the service was asked about @model, whatever came of it */
} SurmiseWindowAsking;

/* surmise-window-question.c */
void            surmise_window_begin_model   (SurmiseWindow    *self);
void            surmise_window_check_model   (SurmiseWindow    *self);
void            surmise_window_end_model     (SurmiseWindow    *self);
void            surmise_window_update_question (SurmiseWindow  *self);
const char     *surmise_window_get_words     (SurmiseWindow    *self);
gboolean        surmise_window_refuses_pictures (SurmiseWindow *self);
gboolean        surmise_window_hold          (SurmiseWindow    *self,
                                              SurmisePicture   *picture);
gboolean        surmise_window_refuse        (SurmiseWindow    *self,
                                              SurmisePicture   *picture,
                                              SurmiseQuestion  *question);
SurmiseQuestion *surmise_window_dup_question (SurmiseWindow    *self,
                                              SurmisePicture   *picture);

/* surmise-window-compare.c */
void            surmise_window_set_comparing (SurmiseWindow    *self,
                                              gboolean          comparing);
void            surmise_window_compare_with  (SurmiseWindow    *self,
                                              ClarifaiModelRef *model,
                                              const char       *name);
void            surmise_window_update_comparison (SurmiseWindow *self);

/* surmise-window-present.c */
void            surmise_window_set_presenting (SurmiseWindow   *self,
                                               gboolean         presenting);

/* surmise-window-answer.c */
void            surmise_window_show_raw      (SurmiseWindow    *self);
void            surmise_window_show_code     (SurmiseWindow    *self);
void            surmise_window_show_model    (SurmiseWindow    *self);

G_END_DECLS
