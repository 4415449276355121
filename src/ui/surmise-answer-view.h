/* surmise-answer-view.h – what shows one kind of answer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "clarifai-output.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_ANSWER_VIEW (surmise_answer_view_get_type ())
G_DECLARE_INTERFACE (SurmiseAnswerView, surmise_answer_view, SURMISE, ANSWER_VIEW, GtkWidget)

struct _SurmiseAnswerViewInterface
{
  GTypeInterface   parent;

  /* Both may be left out: for those who follow a list, and for those who never scroll. */
  void           (*set_output)  (SurmiseAnswerView *self,
                                 ClarifaiOutput    *output);
  void           (*set_stacked) (SurmiseAnswerView *self,
                                 gboolean           stacked);
  char          *(*dup_text)    (SurmiseAnswerView *self,
                                 char             **toast);
};

/* Signal: "copied" (const char *toast): it has put something into the clipboard by itself. */
void  surmise_answer_view_set_output  (SurmiseAnswerView *self,
                                       ClarifaiOutput    *output);
void  surmise_answer_view_set_stacked (SurmiseAnswerView *self,
                                       gboolean           stacked);
char *surmise_answer_view_dup_text    (SurmiseAnswerView *self,
                                       char             **toast);
void  surmise_answer_view_copied      (SurmiseAnswerView *self,
                                       const char        *toast);

G_END_DECLS
