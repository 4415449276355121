/* surmise-window-question.c – what the window's model is asked, beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "clarifai-argument.h"
#include "clarifai-method.h"
#include "surmise-account-actions.h"
#include "surmise-model-button.h"
#include "surmise-options-button.h"
#include "surmise-prompt-bar.h"

/* What the service says of the model decides whether words go with a picture. A picture waits for that, but not for long:
 * without it, it is asked about as pictures usually are. */
#define CHECK_MS 4000

static void
stop_check (SurmiseWindow *self)
{
  g_cancellable_cancel (self->asking.check_cancellable);
  g_clear_object (&self->asking.check_cancellable);
  g_clear_handle_id (&self->asking.check_id, g_source_remove);
}

static void
release (SurmiseWindow *self)
{
  g_autoptr(GPtrArray) held = g_steal_pointer (&self->asking.held);

  self->asking.held = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < held->len; i++)
    if (g_list_store_find (self->pictures, held->pdata[i], NULL))
      surmise_window_ask (self, held->pdata[i]);
}

static gboolean
on_check_overdue (gpointer user_data)
{
  SurmiseWindow *self = user_data;

  self->asking.check_id = 0;
  stop_check (self);
  release (self);

  return G_SOURCE_REMOVE;
}

static ClarifaiModel *
get_facts (SurmiseWindow *self)
{
  return self->asking.check != NULL ? surmise_model_check_get_model (self->asking.check) : NULL;
}

static gboolean
wants_words (SurmiseWindow *self)
{
  return self->prompt_bar != NULL && surmise_prompt_bar_get_wanted (SURMISE_PROMPT_BAR (self->prompt_bar));
}

static void
add_words (SurmiseWindow *self,
           const char    *words)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_words (words);

  surmise_window_add_picture (self, picture);
}

/* Whether each of the sources that the model's type names has a picture in it. */
static gboolean
needs_picture (SurmiseWindow *self)
{
  ClarifaiModelType *type = self->asking.check != NULL ? surmise_model_check_get_kind (self->asking.check) : NULL;
  const char * const *fields = type != NULL ? clarifai_model_type_get_input_fields (type) : NULL;

  if (fields == NULL || fields[0] == NULL)
    return FALSE;
  for (guint i = 0; fields[i] != NULL; i++)
    if (strstr (fields[i], "image") == NULL)
      return FALSE;

  return TRUE;
}

/* The last one that is a picture comes into view, where there is any. */
static gboolean
choose_picture (SurmiseWindow *self)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->pictures)); i-- > 0;)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      if (surmise_picture_get_words (picture) != NULL)
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      return TRUE;
    }

  return FALSE;
}

static void
on_prompt (SurmiseWindow  *self,
           const char     *words,
           ClarifaiMethod *method,
           GVariant       *arguments)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);

  g_free (self->asking.words);
  self->asking.words = g_strdup (words);
  g_set_object (&self->asking.method, method);
  g_clear_pointer (&self->asking.arguments, g_variant_unref);
  if (arguments != NULL)
    self->asking.arguments = g_variant_ref (arguments);

  /* A model that needs both is asked about a picture, even while words stand in view. */
  if (chosen != NULL && surmise_picture_get_words (chosen) != NULL && needs_picture (self) && choose_picture (self))
    chosen = surmise_window_get_chosen (self);

  if (chosen == NULL || surmise_window_refuses_pictures (self) || surmise_picture_get_words (chosen) != NULL)
    add_words (self, words);
  else
    surmise_window_ask (self, chosen);
}

static void
ensure_prompt (SurmiseWindow *self)
{
  if (self->prompt_bar != NULL)
    return;

  self->prompt_bar = surmise_prompt_bar_new ();
  gtk_box_append (self->prompt_box, self->prompt_bar);
  g_signal_connect_object (self->prompt_bar, "ask", G_CALLBACK (on_prompt), self, G_CONNECT_SWAPPED);
}

static gboolean
may_take_words (SurmiseWindow *self)
{
  ClarifaiModelType *type = self->asking.check != NULL ? surmise_model_check_get_kind (self->asking.check) : NULL;

  if (get_facts (self) == NULL)
    return FALSE;

  return g_list_model_get_n_items (clarifai_model_get_methods (get_facts (self))) > 0
         || (type != NULL && clarifai_model_type_get_takes_text (type) != CLARIFAI_VERDICT_NO);
}

static void
apply_facts (SurmiseWindow *self)
{
  ClarifaiModelType *type = self->asking.check != NULL ? surmise_model_check_get_kind (self->asking.check) : NULL;

  if (may_take_words (self))
    ensure_prompt (self);
  if (self->prompt_bar != NULL)
    surmise_prompt_bar_set_model (SURMISE_PROMPT_BAR (self->prompt_bar), get_facts (self), type);
  /* Something to begin with, so that a dropped picture is answered at once, and to be changed. */
  if (wants_words (self) && surmise_model_check_wants_words (self->asking.check) && self->asking.words == NULL && self->asking.arguments == NULL
      && !surmise_window_refuses_pictures (self))
    {
      self->asking.words = g_strdup (surmise_window_get_words (self));
      surmise_prompt_bar_set_words (SURMISE_PROMPT_BAR (self->prompt_bar), self->asking.words);
    }
  surmise_window_update (self);
}

static void
check_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) check = surmise_model_check_finish (SURMISE_ACCOUNT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->account != SURMISE_ACCOUNT (source))
    return;

  stop_check (self);
  if (check != NULL)
    g_set_object (&self->asking.check, check);
  else
    g_debug ("Nothing is known of the model: %s", error->message);
  apply_facts (self);
  release (self);
}

static void
on_question_changed (SurmiseWindow   *self,
                     SurmiseQuestion *question)
{
  ClarifaiModelRef *model = surmise_question_get_model (question);

  g_set_object (&self->asking.question, question);
  surmise_context_remember_question (self->context, question);
  if (!clarifai_model_ref_equal (model, self->model))
    {
      g_set_object (&self->model, model);
      surmise_context_remember_model (self->context, self->account, model,
                                      surmise_model_button_get_name (SURMISE_MODEL_BUTTON (self->model_button)));
      g_object_set (self->model_button, "model", model, NULL);
    }
  surmise_window_ask_all (self);
  surmise_window_update (self);
}

static void
ensure_options (SurmiseWindow *self)
{
  if (self->options_button != NULL || self->pictures_page == NULL)
    return;

  self->options_button = surmise_options_button_new (self->context);
  surmise_pictures_page_add_tool (self->pictures_page, self->options_button);
  g_signal_connect_object (self->options_button, "changed", G_CALLBACK (on_question_changed), self, G_CONNECT_SWAPPED);
}

/* Another model, or the same with another account: what was known and asked goes with the earlier one. */
void
surmise_window_begin_model (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  stop_check (self);
  self->asking.checked = FALSE;
  g_clear_object (&self->asking.check);
  g_clear_object (&self->asking.question);
  g_clear_pointer (&self->asking.words, g_free);
  g_clear_object (&self->asking.method);
  g_clear_pointer (&self->asking.arguments, g_variant_unref);
  self->asking.question = surmise_context_dup_question (self->context, self->model);
  if (self->prompt_bar != NULL)
    surmise_prompt_bar_set_words (SURMISE_PROMPT_BAR (self->prompt_bar), "");
  apply_facts (self);
}

/* Asks once what the model is and takes. */
void
surmise_window_check_model (SurmiseWindow *self)
{
  SurmiseAccountState state;

  g_assert (SURMISE_IS_WINDOW (self));

  if (self->account == NULL || self->asking.checked)
    return;

  /* A keyring is not asked to open for this. */
  state = surmise_account_get_state (self->account);
  if (state == SURMISE_ACCOUNT_STATE_LOCKED || state == SURMISE_ACCOUNT_STATE_REJECTED)
    return;

  self->asking.checked = TRUE;
  self->asking.check_cancellable = g_cancellable_new ();
  self->asking.check_id = g_timeout_add (CHECK_MS, on_check_overdue, self);
  surmise_model_check_async (self->account, self->model, self->asking.check_cancellable, check_cb, g_object_ref (self));
}

/* The window goes. */
void
surmise_window_end_model (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  stop_check (self);
  g_clear_object (&self->asking.check);
  g_clear_object (&self->asking.question);
  g_clear_pointer (&self->asking.words, g_free);
  g_clear_object (&self->asking.method);
  g_clear_pointer (&self->asking.arguments, g_variant_unref);
  g_clear_pointer (&self->asking.held, g_ptr_array_unref);
}

/* Part of surmise_window_update(). */
void
surmise_window_update_question (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  ClarifaiModelType *type = self->asking.check != NULL ? surmise_model_check_get_kind (self->asking.check) : NULL;

  g_assert (SURMISE_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->prompt_box),
                          wants_words (self) && self->account != NULL && !self->connecting && !self->presenting);
  if (self->prompt_bar != NULL)
    surmise_prompt_bar_set_has_picture (SURMISE_PROMPT_BAR (self->prompt_bar),
                                        chosen != NULL && surmise_picture_get_words (chosen) == NULL
                                        && !surmise_window_refuses_pictures (self));

  ensure_options (self);
  if (self->options_button == NULL || self->model == NULL)
    return;

  surmise_options_button_set_account (SURMISE_OPTIONS_BUTTON (self->options_button), self->account);
  surmise_options_button_set_model (SURMISE_OPTIONS_BUTTON (self->options_button), get_facts (self), type, self->model);
  surmise_options_button_set_question (SURMISE_OPTIONS_BUTTON (self->options_button), self->asking.question);
}

/* What is said beside a picture: what the person wrote last, or something to begin with. */
const char *
surmise_window_get_words (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  return self->asking.words != NULL ? self->asking.words : _("What do you see in this picture?");
}

/* Whether the model works on words, and on nothing else, as far as that is known. */
gboolean
surmise_window_refuses_pictures (SurmiseWindow *self)
{
  g_assert (SURMISE_IS_WINDOW (self));

  return self->asking.check != NULL && surmise_model_check_get_verdict (self->asking.check) == SURMISE_MODEL_VERDICT_TAKES_WORDS;
}

/* Whether @picture waits until more is known of the model; it is then asked about by itself. */
gboolean
surmise_window_hold (SurmiseWindow  *self,
                     SurmisePicture *picture)
{
  g_assert (SURMISE_IS_WINDOW (self));

  surmise_window_check_model (self);
  if (self->asking.check_cancellable == NULL)
    return FALSE;

  if (!g_ptr_array_find (self->asking.held, picture, NULL))
    g_ptr_array_add (self->asking.held, g_object_ref (picture));

  return TRUE;
}

/* Whether @picture is nothing for the model, as far as that is known; it has then failed with words that say so. */
gboolean
surmise_window_refuse (SurmiseWindow   *self,
                       SurmisePicture  *picture,
                       SurmiseQuestion *question)
{
  gboolean words = surmise_picture_get_words (picture) != NULL;
  g_autoptr(GError) error = NULL;

  g_assert (SURMISE_IS_WINDOW (self));

  if (get_facts (self) == NULL || surmise_model_check_get_kind (self->asking.check) == NULL
      || (words ? may_take_words (self) && !needs_picture (self) : !surmise_window_refuses_pictures (self)))
    return FALSE;

  error = g_error_new_literal (SURMISE_QUESTION_ERROR,
                               words ? SURMISE_QUESTION_ERROR_TAKES_NO_WORDS : SURMISE_QUESTION_ERROR_TAKES_NO_PICTURES,
                               "The model does not take this");
  surmise_tagger_refuse (surmise_context_get_tagger (self->context), picture, question, error);

  return TRUE;
}

/* (transfer full): what is asked about @picture, with the words that go with it */
SurmiseQuestion *
surmise_window_dup_question (SurmiseWindow  *self,
                             SurmisePicture *picture)
{
  SurmiseQuestionFacts facts;

  g_assert (SURMISE_IS_WINDOW (self));

  facts = *surmise_question_get_facts (self->asking.question);
  facts.method = self->asking.method;
  facts.arguments = self->asking.arguments;
  if (wants_words (self) && surmise_picture_get_words (picture) == NULL)
    facts.words = self->asking.words;

  return surmise_question_new (self->model, &facts);
}
