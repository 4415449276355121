/* surmise-tagger-work.c – pictures prepared, sent and answered
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger-private.h"

#include "surmise-account-actions.h"
#include "surmise-picture-private.h"
#include "surmise-tagger-request.h"

/* Requests for second languages, beside the others. */
#define MAX_SECOND 2

/* One asynchronous step. The tagger may go meanwhile: what arrives for it then is nobody's. */
typedef struct
{
  GWeakRef              tagger;
  SurmiseTaggerJob     *job;     /* (owned) (nullable): for a preparation */
  guint                 edge;    /* pixels: what the preparation was asked for */
  SurmiseTaggerRequest *request; /* (owned) (nullable): for a request */
} Step;

static Step *
step_new (SurmiseTagger *self)
{
  Step *step = g_new0 (Step, 1);

  g_weak_ref_init (&step->tagger, self);

  return step;
}

static void
step_free (Step *step)
{
  g_weak_ref_clear (&step->tagger);
  g_clear_pointer (&step->job, surmise_tagger_job_unref);
  g_clear_pointer (&step->request, surmise_tagger_request_unref);
  g_free (step);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Step, step_free)

static void
forget (SurmiseTagger    *self,
        SurmiseTaggerJob *job)
{
  GHashTable *jobs = job->second ? self->seconds : self->jobs;

  if (jobs != NULL && g_hash_table_lookup (jobs, job->picture) == job)
    g_hash_table_remove (jobs, job->picture);
}

static void
fail (SurmiseTagger    *self,
      SurmiseTaggerJob *job,
      const GError     *error)
{
  if (job->dropped)
    return;

  forget (self, job);
  /* Without a second language there is still the first. */
  if (!job->second)
    _surmise_picture_fail (job->picture, error);
}

/* A token that was refused is not offered again for each picture that waits. What is in flight may be answered all the
 * same, and what was asked since then was perhaps asked with another token. */
static void
fail_others (SurmiseTagger        *self,
             SurmiseTaggerRequest *request,
             const GError         *error)
{
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) surmise_tagger_job_unref);
  GHashTableIter iter;
  gpointer job;

  g_hash_table_iter_init (&iter, self->jobs);
  while (g_hash_table_iter_next (&iter, NULL, &job))
    if (((SurmiseTaggerJob *) job)->asked < request->started
        && surmise_picture_get_state (((SurmiseTaggerJob *) job)->picture) != SURMISE_PICTURE_STATE_SENDING
        && surmise_tagger_job_shares_error (job, request->jobs->pdata[0], error))
      g_ptr_array_add (others, surmise_tagger_job_ref (job));

  for (guint i = 0; i < others->len; i++)
    {
      fail (self, others->pdata[i], error);
      surmise_tagger_job_drop (others->pdata[i]);
    }
  surmise_tagger_queue_remove_dropped (self->queue, request->jobs->pdata[0]);
}

static void
ask_second (SurmiseTagger    *self,
            SurmiseTaggerJob *first)
{
  SurmiseTaggerJob *job;

  if (surmise_question_get_facts (first->question)->second_language == NULL)
    return;

  job = surmise_tagger_job_new_second (first);
  g_hash_table_insert (self->seconds, job->picture, job);
  surmise_tagger_queue_add_second (self->queue, job);
}

static void
take_answer (SurmiseTagger    *self,
             SurmiseTaggerJob *job,
             ClarifaiOutput   *output,
             double            elapsed)
{
  forget (self, job);
  if (job->second)
    {
      _surmise_picture_set_second_output (job->picture, output);
      return;
    }

  /* Before the answer is told: who hears of it may ask something else. */
  ask_second (self, job);
  _surmise_picture_finish (job->picture, output, elapsed);
}

static void
take_output (SurmiseTagger    *self,
             SurmiseTaggerJob *job,
             ClarifaiOutput   *output,
             double            elapsed)
{
  const GError *error = clarifai_output_get_error (output);

  if (job->dropped || self->jobs == NULL)
    return;

  if (error == NULL)
    {
      take_answer (self, job, output, elapsed);
    }
  else if (surmise_tagger_job_may_send_bytes (job, error))
    {
      job->send_bytes = TRUE;
      if (job->second)
        surmise_tagger_queue_add_second (self->queue, job);
      else
        surmise_tagger_queue_add_again (self->queue, job);
    }
  else
    {
      fail (self, job, surmise_tagger_job_choose_error (job, error));
    }
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Step) step = user_data;
  g_autoptr(SurmiseTagger) self = g_weak_ref_get (&step->tagger);
  SurmiseTaggerRequest *request = step->request;
  gboolean second = surmise_tagger_request_is_second (request);
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = surmise_tagger_request_send_finish (request, result, &error);

  if (self == NULL || self->jobs == NULL)
    return;

  g_ptr_array_remove_fast (self->requests, request);
  if (!second)
    surmise_tagger_queue_end_request (self->queue, request->jobs->pdata[0]);
  if (outputs != NULL)
    surmise_account_list_note_success (self->accounts, surmise_tagger_request_get_account (request));
  else if (!second && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    surmise_account_list_note_error (self->accounts, surmise_tagger_request_get_account (request), error);

  for (guint i = 0; i < request->jobs->len; i++)
    {
      g_autoptr(ClarifaiOutput) output = outputs != NULL ? g_list_model_get_item (outputs, i) : NULL;

      if (output != NULL)
        take_output (self, request->jobs->pdata[i], output, surmise_tagger_request_get_elapsed (request));
      else
        fail (self, request->jobs->pdata[i], error);
    }
  if (outputs == NULL && !second)
    fail_others (self, request, error);
  _surmise_tagger_move_on (self);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Step) step = user_data;
  g_autoptr(SurmiseTagger) self = g_weak_ref_get (&step->tagger);
  SurmiseTaggerJob *job = step->job;
  g_autoptr(GError) error = NULL;

  job->prepared = surmise_preparer_prepare_finish (SURMISE_PREPARER (source), result, &error);
  if (self == NULL || self->jobs == NULL)
    return;

  surmise_tagger_queue_end_prepare (self->queue, job);
  if (job->prepared != NULL && !job->dropped)
    {
      /* The service ignores the orientation that a picture's EXIF asks for. */
      job->send_bytes = surmise_prepared_get_turned (job->prepared);
      surmise_tagger_queue_add_ready (self->queue, job);
      _surmise_picture_set_prepared (job->picture, job->prepared, step->edge);
    }
  else if (!job->dropped)
    {
      if (surmise_tagger_job_take_prepare_error (job, g_steal_pointer (&error)))
        surmise_tagger_queue_add_ready (self->queue, job);
      else
        fail (self, job, job->prepare_error);
    }
  _surmise_tagger_move_on (self);
}

static void
prepare (SurmiseTagger    *self,
         SurmiseTaggerJob *job)
{
  SurmisePrepared *prepared = _surmise_picture_peek_prepared (job->picture, self->max_edge);
  Step *step;

  if (prepared != NULL)
    {
      job->prepared = surmise_prepared_ref (prepared);
      job->send_bytes = surmise_prepared_get_turned (prepared);
    }
  if (prepared != NULL || surmise_picture_get_words (job->picture) != NULL)
    {
      surmise_tagger_queue_end_prepare (self->queue, job);
      surmise_tagger_queue_add_ready (self->queue, job);
      return;
    }

  step = step_new (self);
  step->job = surmise_tagger_job_ref (job);
  step->edge = self->max_edge;
  _surmise_picture_set_state (job->picture, SURMISE_PICTURE_STATE_PREPARING);
  surmise_preparer_prepare_async (self->preparer, job->picture, step->edge, job->cancellable, prepared_cb, step);
}

/* A model that starts needs no place meanwhile. */
static void
on_starting (gpointer user_data)
{
  Step *step = user_data;
  g_autoptr(SurmiseTagger) self = g_weak_ref_get (&step->tagger);

  if (self != NULL && self->jobs != NULL)
    _surmise_tagger_move_on (self);
}

/* Takes @jobs. */
static void
send_batch (SurmiseTagger *self,
            GPtrArray     *jobs)
{
  g_autoptr(SurmiseTaggerRequest) request = surmise_tagger_request_new (jobs);
  Step *step = step_new (self);

  step->request = surmise_tagger_request_ref (request);
  g_ptr_array_add (self->requests, surmise_tagger_request_ref (request));
  surmise_tagger_request_send_async (request, on_starting, send_cb, step);

  /* Whoever hears of one picture may cancel another one. */
  for (guint i = 0; i < jobs->len && !surmise_tagger_request_is_second (request); i++)
    if (!((SurmiseTaggerJob *) jobs->pdata[i])->dropped)
      _surmise_picture_set_state (((SurmiseTaggerJob *) jobs->pdata[i])->picture, SURMISE_PICTURE_STATE_SENDING);
}

/* Returns: how many requests count, of the first kind or of the second */
static guint
count_requests (SurmiseTagger *self,
                gboolean       second)
{
  guint n = 0;

  for (guint i = 0; i < self->requests->len; i++)
    n += surmise_tagger_request_is_second (self->requests->pdata[i]) == second
         && !surmise_tagger_request_is_starting (self->requests->pdata[i]);

  return n;
}

static void
send_seconds (SurmiseTagger *self)
{
  while (self->jobs != NULL && count_requests (self, TRUE) < MAX_SECOND)
    {
      g_autoptr(SurmiseTaggerJob) job = surmise_tagger_queue_take_second (self->queue);
      GPtrArray *batch;

      if (job == NULL)
        return;

      batch = g_ptr_array_new_with_free_func ((GDestroyNotify) surmise_tagger_job_unref);
      g_ptr_array_add (batch, g_steal_pointer (&job));
      send_batch (self, batch);
    }
}

/* What is told of a picture may be heard by somebody who ends the tagger. */
void
_surmise_tagger_move_on (SurmiseTagger *self)
{
  while (self->jobs != NULL)
    {
      g_autoptr(SurmiseTaggerJob) job = surmise_tagger_queue_take_waiting (self->queue);

      if (job == NULL)
        break;
      prepare (self, job);
    }

  while (self->jobs != NULL && count_requests (self, FALSE) < self->max_requests)
    {
      GPtrArray *batch = surmise_tagger_queue_take_batch (self->queue, self->max_requests - count_requests (self, FALSE));

      if (batch == NULL)
        break;
      send_batch (self, batch);
    }
  send_seconds (self);
}
