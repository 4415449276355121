/* surmise-window-compare.c – several models on the window's picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "surmise-model-button.h"

static void
ensure_comparison (SurmiseWindow *self)
{
  if (self->asking.comparison == NULL)
    self->asking.comparison = surmise_comparison_new (surmise_context_get_tagger (self->context));
}

/* Part of surmise_window_update(): account, model and picture are the window's. */
void
surmise_window_update_comparison (SurmiseWindow *self)
{
  gboolean shown;

  g_assert (SURMISE_IS_WINDOW (self));

  if (self->asking.comparison == NULL)
    return;

  shown = self->comparing && self->account != NULL && self->pictures_page != NULL;
  if (shown)
    {
      surmise_comparison_set_account (self->asking.comparison, self->account);
      surmise_comparison_set_first (self->asking.comparison, self->asking.question,
                                    surmise_model_button_get_name (SURMISE_MODEL_BUTTON (self->model_button)));
    }
  surmise_comparison_set_picture (self->asking.comparison, shown ? surmise_window_get_chosen (self) : NULL);
  if (self->pictures_page != NULL)
    surmise_pictures_page_set_comparison (self->pictures_page, shown ? self->asking.comparison : NULL);
}

void
surmise_window_set_comparing (SurmiseWindow *self,
                              gboolean       comparing)
{
  g_assert (SURMISE_IS_WINDOW (self));

  if (comparing)
    ensure_comparison (self);
  self->comparing = comparing;
  if (comparing)
    g_object_set (self, "show-grid", FALSE, NULL);
  surmise_window_update (self);
}

/* @name: (nullable) */
void
surmise_window_compare_with (SurmiseWindow    *self,
                             ClarifaiModelRef *model,
                             const char       *name)
{
  g_autoptr(SurmiseQuestion) question = NULL;
  g_autofree char *known = NULL;

  g_assert (SURMISE_IS_WINDOW (self));
  g_assert (self->account != NULL);

  ensure_comparison (self);
  surmise_comparison_set_account (self->asking.comparison, self->account);
  surmise_comparison_set_first (self->asking.comparison, self->asking.question,
                                surmise_model_button_get_name (SURMISE_MODEL_BUTTON (self->model_button)));
  question = surmise_context_dup_question (self->context, model);
  if (name == NULL)
    known = surmise_context_dup_model_name (self->context, model);

  if (!surmise_comparison_add (self->asking.comparison, question, name != NULL ? name : known))
    surmise_window_toast (self, surmise_comparison_get_n_models (self->asking.comparison) < SURMISE_COMPARISON_MOST
                                ? _("This model is compared already")
                                : _("Four models at most can be compared"));
  g_object_set (self, "compare", TRUE, NULL);
}
