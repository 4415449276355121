/* surmise-tagger-request.c – one request about some pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger-request.h"

#include "surmise-picture-private.h"
#include "surmise-question-wire.h"

static void
clear (SurmiseTaggerRequest *self)
{
  g_clear_pointer (&self->jobs, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
}

static SurmiseTaggerJob *
get_job (SurmiseTaggerRequest *self,
         guint                 i)
{
  return g_ptr_array_index (self->jobs, i);
}

/* What was cancelled while the keyring was asked is not sent, and so not billed. */
static void
remove_dropped (SurmiseTaggerRequest *self)
{
  for (guint i = self->jobs->len; i-- > 0;)
    if (get_job (self, i)->dropped)
      g_ptr_array_remove_index (self->jobs, i);
}

static void
predict_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  GListModel *outputs = clarifai_client_predict_finish (CLARIFAI_CLIENT (source), result, &error);

  if (outputs != NULL)
    g_task_return_pointer (task, outputs, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_progress (ClarifaiProgress progress,
             gpointer         user_data)
{
  SurmiseTaggerRequest *self = g_task_get_task_data (user_data);
  gboolean starting = progress == CLARIFAI_PROGRESS_MODEL_STARTING;

  for (guint i = 0; i < self->jobs->len; i++)
    if (!get_job (self, i)->dropped && !get_job (self, i)->second)
      _surmise_picture_set_progress (get_job (self, i)->picture, progress);
  if (self->starting != starting)
    {
      self->starting = starting;
      self->starting_func (self->starting_data);
    }
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmiseTaggerRequest *self = g_task_get_task_data (task);
  SurmiseAccount *account = SURMISE_ACCOUNT (source);
  SurmiseQuestion *question;
  ClarifaiOutputConfig config;
  g_autoptr(GListStore) inputs = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (account, result, &error);

  if (token == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  remove_dropped (self);
  /* Those that went may have taken their own, equal question with them. */
  question = get_job (self, 0)->question;
  config = surmise_question_get_config (question, surmise_tagger_request_is_second (self));
  inputs = g_list_store_new (CLARIFAI_TYPE_INPUT);
  for (guint i = 0; i < self->jobs->len; i++)
    {
      g_autoptr(ClarifaiInput) input = surmise_tagger_job_new_input (get_job (self, i));

      g_list_store_append (inputs, input);
    }

  /* Of one picture it is no more than that: masks and pictures can be large. */
  config.large_reply = self->jobs->len == 1;
  self->started = g_get_monotonic_time ();
  clarifai_client_predict_async (surmise_account_get_client (account), surmise_question_get_model (question), G_LIST_MODEL (inputs),
                                 &config, token, self->cancellable, on_progress, task, predict_cb, task);
  g_steal_pointer (&task);
}

/* @jobs: (transfer full) (element-type SurmiseTaggerJob): at least one, alike */
SurmiseTaggerRequest *
surmise_tagger_request_new (GPtrArray *jobs)
{
  SurmiseTaggerRequest *self = g_rc_box_new0 (SurmiseTaggerRequest);

  g_assert (jobs->len > 0);

  self->jobs = jobs;
  self->cancellable = g_cancellable_new ();
  self->started = g_get_monotonic_time ();

  return self;
}

SurmiseTaggerRequest *
surmise_tagger_request_ref (SurmiseTaggerRequest *self)
{
  return g_rc_box_acquire (self);
}

void
surmise_tagger_request_unref (SurmiseTaggerRequest *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

SurmiseAccount *
surmise_tagger_request_get_account (SurmiseTaggerRequest *self)
{
  return get_job (self, 0)->account;
}

/* Seconds. */
double
surmise_tagger_request_get_elapsed (SurmiseTaggerRequest *self)
{
  return (double) (g_get_monotonic_time () - self->started) / G_USEC_PER_SEC;
}

gboolean
surmise_tagger_request_is_second (SurmiseTaggerRequest *self)
{
  return get_job (self, 0)->second;
}

/* Whether the service is starting the model, which may take minutes. */
gboolean
surmise_tagger_request_is_starting (SurmiseTaggerRequest *self)
{
  return self->starting;
}

/* Breaks it off when none of its pictures waits for it any more. */
void
surmise_tagger_request_stop_if_idle (SurmiseTaggerRequest *self)
{
  for (guint i = 0; i < self->jobs->len; i++)
    if (!get_job (self, i)->dropped)
      return;

  g_cancellable_cancel (self->cancellable);
}

/* Fetches the token and asks. After it the request's jobs are those that were asked about. @starting is told when the
 * request begins or ends to wait for the model to be started. */
void
surmise_tagger_request_send_async (SurmiseTaggerRequest *self,
                                   void                (*starting) (gpointer user_data),
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, self->cancellable, callback, user_data);
  SurmiseAccount *account = surmise_tagger_request_get_account (self);

  self->starting_func = starting;
  self->starting_data = user_data;
  g_task_set_source_tag (task, surmise_tagger_request_send_async);
  g_task_set_task_data (task, surmise_tagger_request_ref (self), (GDestroyNotify) surmise_tagger_request_unref);
  surmise_account_load_token_async (account, self->cancellable, token_cb, g_steal_pointer (&task));
}

/* Returns: (transfer full) (nullable): of #ClarifaiOutput, one for each of the request's jobs */
GListModel *
surmise_tagger_request_send_finish (SurmiseTaggerRequest  *self,
                                    GAsyncResult          *result,
                                    GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_tagger_request_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
