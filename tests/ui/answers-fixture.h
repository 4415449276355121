/* answers-fixture.h – a picture and its answer side by side, both made in the process
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-output.h"
#include "clarifai-region.h"
#include "surmise-concept-pane.h"
#include "surmise-picture-view.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWindow          *window;  /* owned by GTK */
  SurmisePictureView *view;
  SurmiseConceptPane *pane;
  SurmisePicture     *picture; /* (owned): 512 × 340, prepared */
  char               *toast;   /* (owned) (nullable): the last that the pane asked for */
} Answers;

void            answers_set_up       (Answers                   *self,
                                      gconstpointer              data);
void            answers_tear_down    (Answers                   *self,
                                      gconstpointer              data);
/* The picture is answered with this, and both show it. */
void            answers_give         (Answers                   *self,
                                      const ClarifaiOutputFacts *facts);
/* (transfer full) */
SurmisePicture *answers_make_picture (int                        width,
                                      int                        height);
GBytes         *answers_make_png     (int                        width,
                                      int                        height,
                                      guint32                    pixel);
ClarifaiRegion *answers_make_region  (double                     left,
                                      double                     top,
                                      double                     right,
                                      double                     bottom,
                                      double                     value,
                                      const char                *name);
GListModel     *answers_make_list    (gpointer                   first,
                                      ...) G_GNUC_NULL_TERMINATED;

/* Looks in the widget and all below it; of those that are mapped, the @i-th of the type. */
GtkWidget      *answers_find         (GtkWidget                 *widget,
                                      GType                      type,
                                      guint                      i);
guint           answers_count        (GtkWidget                 *widget,
                                      GType                      type);
gboolean        answers_shows        (GtkWidget                 *widget,
                                      const char                *text);

G_END_DECLS
