/* surmise-tagger.c – asks a model about pictures, several at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger.h"

#include "clarifai-model-ref.h"
#include "surmise-account-actions.h"
#include "surmise-picture-private.h"
#include "surmise-tagger-job.h"

/* Requests in flight at once: enough to hide the way to the service, few enough to stop quickly. */
#define MAX_REQUESTS 4
/* Pictures being prepared or waiting to be sent; the rest waits unopened. */
#define MAX_READY 64
/* Threshold and filter work on what has been answered, so everything is asked for. */
#define MAX_CONCEPTS 200

/**
 * SurmiseTagger:
 *
 * Takes pictures one way: prepared, sent, answered. A few waiting pictures go one a request, so that the first answer is
 * not held up by the others; many go together. A picture asked again while it is under way starts anew, and what was
 * under way for it is not wanted any more.
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
  GPtrArray          *requests;  /* (owned) of Request (unowned): in flight */
  guint               max_requests;
  guint               max_edge;  /* pixels; 0 keeps the pictures' size */
};

G_DEFINE_FINAL_TYPE (SurmiseTagger, surmise_tagger, G_TYPE_OBJECT)

typedef struct
{
  SurmiseTagger    *tagger; /* (owned) */
  SurmiseTaggerJob *job;    /* (owned) */
} Preparation;

typedef struct
{
  SurmiseTagger *tagger;      /* (owned) */
  GPtrArray     *jobs;        /* (owned) of SurmiseTaggerJob (owned) */
  GCancellable  *cancellable; /* (owned) */
  gint64         started;     /* microseconds, monotonic */
} Request;

static void move_on (SurmiseTagger *self);

static void
preparation_free (Preparation *preparation)
{
  g_clear_object (&preparation->tagger);
  g_clear_pointer (&preparation->job, surmise_tagger_job_unref);
  g_free (preparation);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preparation, preparation_free)

static void
request_free (Request *request)
{
  g_clear_object (&request->tagger);
  g_clear_pointer (&request->jobs, g_ptr_array_unref);
  g_clear_object (&request->cancellable);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

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
take_output (Request          *request,
             SurmiseTaggerJob *job,
             ClarifaiOutput   *output)
{
  SurmiseTagger *self = request->tagger;
  const GError *error = clarifai_output_get_error (output);

  if (job->dropped)
    return;

  if (error == NULL)
    {
      _surmise_picture_finish (job->picture, output, (g_get_monotonic_time () - request->started) / 1e6);
      forget (self, job);
    }
  else if (surmise_tagger_job_may_send_bytes (job, error))
    {
      job->send_bytes = TRUE;
      g_queue_push_head (&self->ready, surmise_tagger_job_ref (job));
    }
  else
    {
          fail (self, job, job->prepare_error != NULL ? job->prepare_error : error);
    }
}

static void
predict_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  SurmiseTagger *self = request->tagger;
  SurmiseTaggerJob *first = request->jobs->pdata[0];
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) outputs = clarifai_client_predict_finish (CLARIFAI_CLIENT (source), result, &error);

  g_ptr_array_remove_fast (self->requests, request);
  if (outputs == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    surmise_account_list_note_error (self->accounts, first->account, error);
  else if (outputs != NULL)
    surmise_account_list_note_success (self->accounts, first->account);

  for (guint i = 0; i < request->jobs->len; i++)
    {
      g_autoptr(ClarifaiOutput) output = outputs != NULL ? g_list_model_get_item (outputs, i) : NULL;

      if (output != NULL)
        take_output (request, request->jobs->pdata[i], output);
      else
        fail (self, request->jobs->pdata[i], error);
    }
  move_on (self);
}

static void
on_progress (ClarifaiProgress progress,
             gpointer         user_data)
{
  Request *request = user_data;

  for (guint i = 0; i < request->jobs->len; i++)
    if (!((SurmiseTaggerJob *) request->jobs->pdata[i])->dropped)
      _surmise_picture_set_progress (((SurmiseTaggerJob *) request->jobs->pdata[i])->picture, progress);
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  SurmiseTagger *self = request->tagger;
  SurmiseAccount *account = SURMISE_ACCOUNT (source);
  SurmiseTaggerJob *first = request->jobs->pdata[0];
  const ClarifaiOutputConfig config = { .max_concepts = MAX_CONCEPTS };
  g_autoptr(GListStore) inputs = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_account_load_token_finish (account, result, &error);

  if (token == NULL)
    {
      g_ptr_array_remove_fast (self->requests, request);
      for (guint i = 0; i < request->jobs->len; i++)
        fail (self, request->jobs->pdata[i], error);
      move_on (self);
      return;
    }

  inputs = g_list_store_new (CLARIFAI_TYPE_INPUT);
  for (guint i = 0; i < request->jobs->len; i++)
    {
      g_autoptr(ClarifaiInput) input = surmise_tagger_job_new_input (request->jobs->pdata[i]);

      g_list_store_append (inputs, input);
    }

  request->started = g_get_monotonic_time ();
  clarifai_client_predict_async (surmise_account_get_client (account), first->model, G_LIST_MODEL (inputs), &config, token,
                                 request->cancellable, on_progress, request, predict_cb, request);
  g_steal_pointer (&request);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Preparation) preparation = user_data;
  SurmiseTagger *self = preparation->tagger;
  SurmiseTaggerJob *job = preparation->job;
  g_autoptr(GError) error = NULL;

  self->preparing--;
  job->prepared = surmise_preparer_prepare_finish (SURMISE_PREPARER (source), result, &error);
  if (job->prepared != NULL && !job->dropped)
    {
      _surmise_picture_set_prepared (job->picture, job->prepared, self->max_edge);
      /* The service ignores the orientation that a picture's EXIF asks for. */
      job->send_bytes = surmise_prepared_get_turned (job->prepared);
      g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
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
  Preparation *preparation;

  if (prepared != NULL)
    {
      job->prepared = surmise_prepared_ref (prepared);
      job->send_bytes = surmise_prepared_get_turned (prepared);
      g_queue_push_tail (&self->ready, surmise_tagger_job_ref (job));
      return;
    }

  preparation = g_new0 (Preparation, 1);
  preparation->tagger = g_object_ref (self);
  preparation->job = surmise_tagger_job_ref (job);
  self->preparing++;
  _surmise_picture_set_state (job->picture, SURMISE_PICTURE_STATE_PREPARING);
  surmise_preparer_prepare_async (self->preparer, job->picture, self->max_edge, job->cancellable, prepared_cb,
                                  preparation);
}

/* Takes @jobs. */
static void
send_batch (SurmiseTagger *self,
            GPtrArray     *jobs)
{
  SurmiseTaggerJob *first = jobs->pdata[0];
  Request *request = g_new0 (Request, 1);

  request->tagger = g_object_ref (self);
  request->jobs = jobs;
  request->cancellable = g_cancellable_new ();
  g_ptr_array_add (self->requests, request);
  for (guint i = 0; i < jobs->len; i++)
    _surmise_picture_set_state (((SurmiseTaggerJob *) jobs->pdata[i])->picture, SURMISE_PICTURE_STATE_SENDING);
  surmise_account_load_token_async (first->account, request->cancellable, token_cb, request);
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
  SurmiseTaggerJob *job = g_hash_table_lookup (self->jobs, picture);

  if (job == NULL)
    return FALSE;

  job->dropped = TRUE;
  g_cancellable_cancel (job->cancellable);
  g_hash_table_remove (self->jobs, picture);
  for (guint i = 0; i < self->requests->len; i++)
    {
      Request *request = self->requests->pdata[i];

      if (!surmise_tagger_job_any_wanted (request->jobs))
        g_cancellable_cancel (request->cancellable);
    }

  return TRUE;
}

static void
surmise_tagger_dispose (GObject *object)
{
  SurmiseTagger *self = SURMISE_TAGGER (object);

  g_queue_clear_full (&self->waiting, (GDestroyNotify) surmise_tagger_job_unref);
  g_queue_clear_full (&self->ready, (GDestroyNotify) surmise_tagger_job_unref);
  g_clear_pointer (&self->jobs, g_hash_table_unref);
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
  self->requests = g_ptr_array_new ();
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
 * surmise_tagger_ask:
 * @self: a tagger
 * @picture: the picture to ask about
 * @account: whose token is used, and whose server is asked
 * @model: the model to ask
 *
 * Starts, or starts anew: the picture's state, output and error tell the rest.
 */
void
surmise_tagger_ask (SurmiseTagger    *self,
                    SurmisePicture   *picture,
                    SurmiseAccount   *account,
                    ClarifaiModelRef *model)
{
  SurmiseTaggerJob *job;

  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  drop (self, picture);
  _surmise_picture_begin (picture);
  job = surmise_tagger_job_new (picture, account, model);
  g_hash_table_insert (self->jobs, picture, job);
  g_queue_push_tail (&self->waiting, surmise_tagger_job_ref (job));
  move_on (self);
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
