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

/* The first column is what the pictures themselves are asked with. */
static void
set_first (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  g_autoptr(SurmiseQuestion) question = NULL;

  if (chosen != NULL)
    question = surmise_window_dup_question (self, chosen);
  else
    question = g_object_ref (self->asking.question);
  surmise_comparison_set_account (self->asking.comparison, self->account);
  surmise_comparison_set_first (self->asking.comparison, question,
                                surmise_model_button_get_name (SURMISE_MODEL_BUTTON (self->model_button)));
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
      set_first (self);
      surmise_comparison_set_words (self->asking.comparison, surmise_window_get_words (self));
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

/* A model on its way into the comparison. */
typedef struct
{
  SurmiseWindow    *window; /* (owned) */
  ClarifaiModelRef *model;  /* (owned) */
  char             *name;   /* (owned) */
} Adding;

static void
adding_free (Adding *adding)
{
  g_clear_object (&adding->window);
  g_clear_object (&adding->model);
  g_free (adding->name);
  g_free (adding);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Adding, adding_free)

static void
add (SurmiseWindow     *self,
     const Adding      *adding,
     SurmiseModelCheck *check)
{
  g_autoptr(SurmiseQuestion) question = surmise_context_dup_question (self->context, adding->model);

  if (check != NULL && surmise_model_check_wants_words (check))
    {
      g_autoptr(SurmiseQuestion) plain = g_steal_pointer (&question);

      question = surmise_question_with_words (plain, surmise_window_get_words (self));
    }
  set_first (self);
  if (!surmise_comparison_add (self->asking.comparison, question, adding->name))
    surmise_window_toast (self, surmise_comparison_get_n_models (self->asking.comparison) < SURMISE_COMPARISON_MOST
                                ? _("This model is compared already")
                                : _("Four models at most can be compared"));
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Adding) adding = user_data;
  SurmiseWindow *self = adding->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) check = surmise_model_check_finish (SURMISE_ACCOUNT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->account != SURMISE_ACCOUNT (source)
      || self->asking.comparison == NULL)
    return;

  /* What cannot be asked about is added all the same, and says in its column why it does not answer. */
  add (self, adding, check);
  surmise_window_update (self);
}

/* @name: (nullable). Whether words go to the model is the service's to say. */
void
surmise_window_compare_with (SurmiseWindow    *self,
                             ClarifaiModelRef *model,
                             const char       *name)
{
  Adding *adding;

  g_assert (SURMISE_IS_WINDOW (self));
  g_assert (self->account != NULL);

  ensure_comparison (self);
  adding = g_new0 (Adding, 1);
  adding->window = g_object_ref (self);
  adding->model = g_object_ref (model);
  adding->name = name != NULL ? g_strdup (name) : surmise_context_dup_model_name (self->context, model);
  surmise_model_check_async (self->account, model, self->cancellable, checked_cb, adding);
  g_object_set (self, "compare", TRUE, NULL);
}
