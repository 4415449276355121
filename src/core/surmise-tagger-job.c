/* surmise-tagger-job.c – one picture's way through the tagger
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger-job.h"

#include "clarifai-error.h"
#include "surmise-address.h"
#include "surmise-fetcher.h"
#include "surmise-question-wire.h"

/* The service takes 128 inputs a request; 64 MB of body is 48 MB of pictures. */
#define MAX_INPUTS 128
#define MAX_BYTES  (48 * 1024 * 1024)

SurmiseTaggerJob *
surmise_tagger_job_new (SurmisePicture   *picture,
                        SurmiseAccount   *account,
                        SurmiseQuestion  *question)
{
  SurmiseTaggerJob *self = g_rc_box_new0 (SurmiseTaggerJob);

  self->picture = g_object_ref (picture);
  self->account = g_object_ref (account);
  self->question = g_object_ref (question);
  self->cancellable = g_cancellable_new ();
  self->asked = g_get_monotonic_time ();

  return self;
}

/* The same once more, for the names in another language. */
SurmiseTaggerJob *
surmise_tagger_job_new_second (SurmiseTaggerJob *first)
{
  SurmiseTaggerJob *self = surmise_tagger_job_new (first->picture, first->account, first->question);

  self->prepared = first->prepared != NULL ? surmise_prepared_ref (first->prepared) : NULL;
  self->send_bytes = first->send_bytes;
  self->second = TRUE;

  return self;
}

static void
clear (SurmiseTaggerJob *self)
{
  g_clear_object (&self->picture);
  g_clear_object (&self->account);
  g_clear_object (&self->question);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->prepared, surmise_prepared_unref);
  g_clear_error (&self->prepare_error);
}

SurmiseTaggerJob *
surmise_tagger_job_ref (SurmiseTaggerJob *self)
{
  return g_rc_box_acquire (self);
}

void
surmise_tagger_job_unref (SurmiseTaggerJob *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

/* What still arrives for it is not wanted. */
void
surmise_tagger_job_drop (SurmiseTaggerJob *self)
{
  self->dropped = TRUE;
  g_cancellable_cancel (self->cancellable);
}

/* Whether the two can go in one request. */
gboolean
surmise_tagger_job_alike (SurmiseTaggerJob *a,
                          SurmiseTaggerJob *b)
{
  return a->second == b->second && a->account == b->account && surmise_question_equal (a->question, b->question);
}

static gboolean
goes_by_address (SurmiseTaggerJob *self)
{
  return surmise_picture_get_address (self->picture) != NULL && !self->send_bytes;
}

/* Bytes that the picture adds to a request's body, before base64. */
gsize
surmise_tagger_job_get_size (SurmiseTaggerJob *self)
{
  if (goes_by_address (self) || self->prepared == NULL)
    return 0;

  return g_bytes_get_size (surmise_prepared_get_jpeg (self->prepared));
}

ClarifaiInput *
surmise_tagger_job_new_input (SurmiseTaggerJob *self)
{
  const char *address = goes_by_address (self) ? surmise_picture_get_address (self->picture) : NULL;
  GBytes *bytes = address == NULL && self->prepared != NULL ? surmise_prepared_get_jpeg (self->prepared) : NULL;

  return surmise_question_new_input (self->question, bytes, address, surmise_picture_get_words (self->picture));
}

static gboolean
is_about_input (const GError *error)
{
  return g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_FAILED)
         || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_ADDRESS);
}

/* An address that the service cannot fetch may still be one that this computer has fetched. */
gboolean
surmise_tagger_job_may_send_bytes (SurmiseTaggerJob *self,
                                   const GError     *error)
{
  return goes_by_address (self) && self->prepared != NULL && is_about_input (error);
}

/* Whether what @failed failed with is about its account or its model, so that sending @self would only bring the same. */
gboolean
surmise_tagger_job_shares_error (SurmiseTaggerJob *self,
                                 SurmiseTaggerJob *failed,
                                 const GError     *error)
{
  static const ClarifaiError codes[] = {
    CLARIFAI_ERROR_TOKEN_REFUSED,   CLARIFAI_ERROR_KEY_INVALID,        CLARIFAI_ERROR_SCOPES,
    CLARIFAI_ERROR_ACCOUNT,         CLARIFAI_ERROR_QUOTA,              CLARIFAI_ERROR_NOT_FOUND,
    CLARIFAI_ERROR_MODEL_NOT_FOUND, CLARIFAI_ERROR_MODEL_DENIED,       CLARIFAI_ERROR_MODEL_NOT_DEPLOYED,
    CLARIFAI_ERROR_CONSENT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, CLARIFAI_ERROR, (int) codes[i]))
      return self->account == failed->account
             && clarifai_model_ref_equal (surmise_question_get_model (self->question),
                                          surmise_question_get_model (failed->question));

  return FALSE;
}

/* Where neither side could fetch an address, what was met here says more. */
const GError *
surmise_tagger_job_choose_error (SurmiseTaggerJob *self,
                                 const GError     *error)
{
  return self->prepare_error != NULL && is_about_input (error) ? self->prepare_error : error;
}

/* Takes @error. Returns: %TRUE when the picture can be sent all the same: by an address whose preview was not to be had here. */
gboolean
surmise_tagger_job_take_prepare_error (SurmiseTaggerJob *self,
                                       GError           *error)
{
  g_clear_error (&self->prepare_error);
  self->prepare_error = error;

  return goes_by_address (self) && error->domain != SURMISE_PREPARE_ERROR && error->domain != SURMISE_ADDRESS_ERROR
         && !g_error_matches (error, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE);
}

static gboolean
is_long (SurmiseTaggerJob *self)
{
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (self->question);

  return facts->words != NULL || facts->method != NULL || surmise_picture_get_words (self->picture) != NULL;
}

/**
 * surmise_tagger_job_take_batch:
 * @ready: queue of #SurmiseTaggerJob, owned
 * @slots: requests that may still be started, at least 1
 *
 * Takes from the head of @ready what should go in one request: one job while there are no more of them than @slots, and
 * an even share when there are, as long as they ask the same and the body stays within bounds. What is said in words
 * takes a model long, and methods take one input: those go alone.
 *
 * Returns: (transfer full): the jobs, owned; empty when none of those in @ready was wanted any more
 */
GPtrArray *
surmise_tagger_job_take_batch (GQueue *ready,
                               guint   slots)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func ((GDestroyNotify) surmise_tagger_job_unref);
  guint most = MIN (MAX_INPUTS, (ready->length + slots - 1) / slots);
  gsize size = 0;

  while (batch->len < most && !g_queue_is_empty (ready))
    {
      SurmiseTaggerJob *job = g_queue_peek_head (ready);

      if (job->dropped)
        {
          surmise_tagger_job_unref (g_queue_pop_head (ready));
          continue;
        }

      size += surmise_tagger_job_get_size (job);
      if (batch->len > 0
          && (size > MAX_BYTES || is_long (job) || !surmise_tagger_job_alike (batch->pdata[0], job)))
        break;
      g_ptr_array_add (batch, g_queue_pop_head (ready));
    }

  return batch;
}
