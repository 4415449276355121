/* surmise-window-answer.c – looking closer at an answer, and at the model that gave it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include "surmise-code-window.h"
#include "surmise-model-window.h"
#include "surmise-raw-window.h"

static void
on_model_wanted (ClarifaiModelRef *model,
                 const char       *name,
                 gboolean          compare,
                 gpointer          user_data)
{
  SurmiseWindow *self = user_data;

  if (self->account == NULL)
    return;

  if (compare)
    surmise_window_compare_with (self, model, name);
  else
    surmise_window_choose_model (self, model, name);
}

void
surmise_window_show_raw (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);

  g_assert (SURMISE_IS_WINDOW (self));

  if (chosen != NULL)
    surmise_raw_window_show (GTK_WINDOW (self), chosen);
}

void
surmise_window_show_code (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  g_autoptr(SurmiseQuestion) question = NULL;

  g_assert (SURMISE_IS_WINDOW (self));

  if (self->account == NULL || self->asking.question == NULL)
    return;

  if (chosen != NULL && surmise_picture_get_question (chosen) != NULL)
    question = g_object_ref (surmise_picture_get_question (chosen));
  else
    question = g_object_ref (self->asking.question);
  surmise_code_window_show (GTK_WINDOW (self), self->account, chosen, question);
}

/* The page of the model in use. */
void
surmise_window_show_model (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  if (self->account != NULL && self->model != NULL)
    surmise_model_window_show (GTK_WINDOW (self), self->context, self->account, self->model, on_model_wanted, self);
}
