/* surmise-tagger.c – asks a model about pictures, several at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger.h"

#include "surmise-account-actions.h"
#include "surmise-picture-private.h"
#include "surmise-tagger-request.h"

/* Requests in flight at once: enough to hide the way to the service, few enough to stop quickly. */
#define MAX_REQUESTS 4
/* Pictures being prepared or waiting to be sent; the rest waits unopened. */
#define MAX_READY 64

/**
 * SurmiseTagger:
 *
 * Takes pictures one way: prepared, sent, answered. A few waiting pictures go one a request, so that the first answer is
 * not held up by the others; many go together. A picture asked again while it is under way starts anew, and what was
 * under way for it is not wanted any more. Without the tagger nothing goes on: its pictures are cancelled with it.
 */
struct _SurmiseTagger
{
  GObject             parent_instance;

  SurmisePreparer    *preparer;  /* (owned) */
  SurmiseAccountList *accounts;  /* (owned) */
  GHashTable         *jobs;      /* (owned): SurmisePicture → its current SurmiseTaggerJob (owned) */
  GQueue              waiting;   /* of SurmiseTaggerJob (owned): not opened yet */
  GQueue              ready;     /* of SurmiseTaggerJob (owned): to be sent */
  guint               preparing;
  GPtrArray          *requests;  /* (owned) of SurmiseTaggerRequest (owned): in flight */
  guint               max_requests;
  guint               max_edge;  /* pixels; 0 keeps the pictures' size */
};

G_DEFINE_FINAL_TYPE (SurmiseTagger, surmise_tagger, G_TYPE_OBJECT)

/* One asynchronous step. The tagger may go meanwhile: what arrives for it then is nobody's. */
typedef struct
{
  GWeakRef              tagger;
  SurmiseTaggerJob     *job;     /* (owned) (nullable): for a preparation */
  guint                 edge;    /* pixels: what the preparation was asked for */
  SurmiseTaggerRequest *request; /* (owned) (nullable): for a request */
} Step;

static void move_on (SurmiseTagger *self);

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
  if (g_hash_table_lookup (self->jobs, job->picture) == job)
    g_hash_table_remove (self->jobs, job->picture);
}

static void
fail (SurmiseTagger    *self,
      SurmiseTaggerJob *job,
      const GError     *error)
{
  if (job->dropped)
    return;

  _surmise_picture_fail (job->picture, error);
  forget (self, job);
}

static void
drop_job (SurmiseTaggerJob *job)
{
  job->dropped = TRUE;
  g_cancellable_cancel (job->cancellable);
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
      drop_job (others->pdata[i]);
    }
}

static void
take_output (SurmiseTagger    *self,
             SurmiseTaggerJob *job,
             ClarifaiOutput   *output,
             double            elapsed)
{
  const GError *error = clarifai_output_get_error (output);

  if (job->dropped)
    return;

  if (error == NULL)
    {
      _surmise_picture_finish (job->picture, output, elapsed);
      forget (self, job);
    }
  else if (surmise_tagger_job_may_send_bytes (job, error))
    {
      job->send_bytes = TRUE;
      g_queue_push_head (&self->ready, surmise_tagger_job_ref (job));
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
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = surmise_tagger_request_send_finish (request, result, &error);

  if (self == NULL)
    return;

  g_ptr_array_remove_fast (self->requests, request);
  if (outputs != NULL)
    surmise_account_list_note_success (self->accounts, surmise_tagger_request_get_account (request));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    surmise_account_list_note_error (self->accounts, surmise_tagger_request_get_account (request), error);

  for (guint i = 0; i < request->jobs->len; i++)
    {
      g_autoptr(ClarifaiOutput) output = outputs != NULL ? g_list_model_get_item (outputs, i) : NULL;

      if (output != NULL)
        take_output (self, request->jobs->pdata[i], output, surmise_tagger_request_get_elapsed (request));
      else
        fail (self, request->jobs->pdata[i], error);
    }
  if (outputs == NULL)
    fail_others (self, request, error);
  move_on (self);
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
  if (self == NULL)
    return;

  self->preparing--;
  if (job->prepared != NULL && !job->dropped)
    {
      /* The service ignores the orientation that a picture's EXIF asks for. */
      job->send_bytes = surmise_prepared_get_turned (job->prepared);
      g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
      _surmise_picture_set_prepared (job->picture, job->prepared, step->edge);
    }
  else if (!job->dropped)
    {
      if (surmise_tagger_job_take_prepare_error (job, g_steal_pointer (&error)))
        g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
      else
        fail (self, job, job->prepare_error);
    }
  move_on (self);
}

static void
prepare (SurmiseTagger    *self,
         SurmiseTaggerJob *job)
{
  SurmisePrepared *prepared = _surmise_picture_peek_prepared (job->picture, self->max_edge);
  Step *step;

  if (surmise_picture_get_words (job->picture) != NULL)
    {
      g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
      return;
    }

  if (prepared != NULL)
    {
      job->prepared = surmise_prepared_ref (prepared);
      job->send_bytes = surmise_prepared_get_turned (prepared);
      g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
      return;
    }

  step = step_new (self);
  step->job = surmise_tagger_job_ref (job);
  step->edge = self->max_edge;
  self->preparing++;
  _surmise_picture_set_state (job->picture, SURMISE_PICTURE_STATE_PREPARING);
  surmise_preparer_prepare_async (self->preparer, job->picture, step->edge, job->cancellable, prepared_cb, step);
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
  surmise_tagger_request_send_async (request, send_cb, step);

  /* Whoever hears of one picture may cancel another one. */
  for (guint i = 0; i < jobs->len; i++)
    if (!((SurmiseTaggerJob *) jobs->pdata[i])->dropped)
      _surmise_picture_set_state (((SurmiseTaggerJob *) jobs->pdata[i])->picture, SURMISE_PICTURE_STATE_SENDING);
}

static void
move_on (SurmiseTagger *self)
{
  while (!g_queue_is_empty (&self->waiting) && self->preparing + self->ready.length < MAX_READY)
    {
      g_autoptr(SurmiseTaggerJob) job = g_queue_pop_head (&self->waiting);

      if (!job->dropped)
        prepare (self, job);
    }

  while (!g_queue_is_empty (&self->ready) && self->requests->len < self->max_requests)
    {
      g_autoptr(GPtrArray) batch = surmise_tagger_job_take_batch (&self->ready, self->max_requests - self->requests->len);

      if (batch->len == 0)
        break;
      send_batch (self, g_steal_pointer (&batch));
    }
}

/* Returns: whether @picture was under way. */
static gboolean
drop (SurmiseTagger  *self,
      SurmisePicture *picture)
{
  SurmiseTaggerJob *job = self->jobs != NULL ? g_hash_table_lookup (self->jobs, picture) : NULL;

  if (job == NULL)
    return FALSE;

  drop_job (job);
  g_hash_table_remove (self->jobs, picture);
  for (guint i = 0; i < self->requests->len; i++)
    surmise_tagger_request_stop_if_idle (self->requests->pdata[i]);

  return TRUE;
}

static void
surmise_tagger_dispose (GObject *object)
{
  SurmiseTagger *self = SURMISE_TAGGER (object);
  g_autoptr(GHashTable) jobs = g_steal_pointer (&self->jobs);
  GHashTableIter iter;
  gpointer picture, job;

  g_queue_clear_full (&self->waiting, (GDestroyNotify) surmise_tagger_job_unref);
  g_queue_clear_full (&self->ready, (GDestroyNotify) surmise_tagger_job_unref);

  /* Nobody is there to take what is under way. */
  if (jobs != NULL)
    {
      g_hash_table_iter_init (&iter, jobs);
      while (g_hash_table_iter_next (&iter, &picture, &job))
        drop_job (job);
      for (guint i = 0; i < self->requests->len; i++)
        surmise_tagger_request_stop_if_idle (self->requests->pdata[i]);
      g_hash_table_iter_init (&iter, jobs);
      while (g_hash_table_iter_next (&iter, &picture, &job))
        _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_CANCELLED);
    }
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_object (&self->preparer);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (surmise_tagger_parent_class)->dispose (object);
}

static void
surmise_tagger_class_init (SurmiseTaggerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_tagger_dispose;
}

static void
surmise_tagger_init (SurmiseTagger *self)
{
  self->jobs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) surmise_tagger_job_unref);
  self->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) surmise_tagger_request_unref);
  self->max_requests = MAX_REQUESTS;
  self->max_edge = SURMISE_PREPARE_EDGE;
}

/**
 * surmise_tagger_new:
 * @preparer: what makes pictures small and clean
 * @accounts: what hears of a token that was refused, and of a service that answers again
 *
 * Returns: (transfer full): a tagger
 */
SurmiseTagger *
surmise_tagger_new (SurmisePreparer    *preparer,
                    SurmiseAccountList *accounts)
{
  SurmiseTagger *self;

  g_return_val_if_fail (SURMISE_IS_PREPARER (preparer), NULL);
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (accounts), NULL);

  self = g_object_new (SURMISE_TYPE_TAGGER, NULL);
  self->preparer = g_object_ref (preparer);
  self->accounts = g_object_ref (accounts);

  return self;
}

/**
 * surmise_tagger_set_max_edge:
 * @self: a tagger
 * @max_edge: the longest edge of what is sent, in pixels; 0 sends pictures in their own size
 *
 * Holds for what is prepared from now on.
 */
void
surmise_tagger_set_max_edge (SurmiseTagger *self,
                             guint          max_edge)
{
  g_return_if_fail (SURMISE_IS_TAGGER (self));

  self->max_edge = max_edge;
}

/**
 * surmise_tagger_set_max_requests:
 * @self: a tagger that is not at work yet
 * @max_requests: how many requests may be in flight, at least 1
 */
void
surmise_tagger_set_max_requests (SurmiseTagger *self,
                                 guint          max_requests)
{
  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (max_requests > 0);

  self->max_requests = max_requests;
}

/**
 * surmise_tagger_ask_question:
 * @self: a tagger
 * @picture: the picture to ask about
 * @account: whose token is used, and whose server is asked
 * @question: which model is asked, and how
 *
 * Starts, or starts anew: the picture's state, output and error tell the rest.
 */
void
surmise_tagger_ask_question (SurmiseTagger   *self,
                             SurmisePicture  *picture,
                             SurmiseAccount  *account,
                             SurmiseQuestion *question)
{
  SurmiseTaggerJob *job;

  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (SURMISE_IS_QUESTION (question));

  /* Its pictures' end may be heard by who wants to go on. */
  if (self->jobs == NULL)
    return;

  drop (self, picture);
  _surmise_picture_begin (picture, question);
  job = surmise_tagger_job_new (picture, account, question);
  g_hash_table_insert (self->jobs, picture, job);
  g_queue_push_tail (&self->waiting, surmise_tagger_job_ref (job));
  move_on (self);
}

/**
 * surmise_tagger_ask:
 * @self: a tagger
 * @picture: the picture to ask about
 * @account: whose token is used, and whose server is asked
 * @model: the model to ask
 *
 * Asks the plain question: all that @model sees.
 */
void
surmise_tagger_ask (SurmiseTagger    *self,
                    SurmisePicture   *picture,
                    SurmiseAccount   *account,
                    ClarifaiModelRef *model)
{
  g_autoptr(SurmiseQuestion) question = NULL;

  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  question = surmise_question_new (model, NULL);
  surmise_tagger_ask_question (self, picture, account, question);
}

/**
 * surmise_tagger_cancel:
 * @self: a tagger
 * @picture: a picture
 *
 * Where @picture is under way it becomes CANCELLED at once; a request that no picture wants any more is broken off.
 */
void
surmise_tagger_cancel (SurmiseTagger  *self,
                       SurmisePicture *picture)
{
  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));

  if (!drop (self, picture))
    return;

  _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_CANCELLED);
  move_on (self);
}
