/* surmise-tagger.c – asks a model about pictures, several at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger-private.h"

#include "surmise-picture-private.h"
#include "surmise-tagger-request.h"

/* Requests in flight at once, to all models together. Those that wait for a model to start are not counted, for they may
 * wait for minutes and others are not to wait with them. */
#define MAX_REQUESTS 8

G_DEFINE_FINAL_TYPE (SurmiseTagger, surmise_tagger, G_TYPE_OBJECT)

static gboolean
drop_from (SurmiseTagger  *self,
           GHashTable     *jobs,
           SurmisePicture *picture)
{
  SurmiseTaggerJob *job = jobs != NULL ? g_hash_table_lookup (jobs, picture) : NULL;

  if (job == NULL)
    return FALSE;

  surmise_tagger_job_drop (job);
  surmise_tagger_queue_remove (self->queue, job);
  g_hash_table_remove (jobs, picture);
  for (guint i = 0; i < self->requests->len; i++)
    surmise_tagger_request_stop_if_idle (self->requests->pdata[i]);

  return TRUE;
}

/* Returns: whether @picture was under way. */
static gboolean
drop (SurmiseTagger  *self,
      SurmisePicture *picture)
{
  drop_from (self, self->seconds, picture);

  return drop_from (self, self->jobs, picture);
}

static void
drop_all (SurmiseTagger *self,
          GHashTable    *jobs)
{
  GHashTableIter iter;
  gpointer job;

  g_hash_table_iter_init (&iter, jobs);
  while (g_hash_table_iter_next (&iter, NULL, &job))
    surmise_tagger_job_drop (job);
}

static void
surmise_tagger_dispose (GObject *object)
{
  SurmiseTagger *self = SURMISE_TAGGER (object);
  g_autoptr(GHashTable) jobs = g_steal_pointer (&self->jobs);
  g_autoptr(GHashTable) seconds = g_steal_pointer (&self->seconds);
  GHashTableIter iter;
  gpointer picture;

  surmise_tagger_queue_clear (self->queue);

  /* Nobody is there to take what is under way. */
  if (jobs != NULL)
    {
      drop_all (self, jobs);
      drop_all (self, seconds);
      for (guint i = 0; i < self->requests->len; i++)
        surmise_tagger_request_stop_if_idle (self->requests->pdata[i]);
      g_hash_table_iter_init (&iter, jobs);
      while (g_hash_table_iter_next (&iter, &picture, NULL))
        _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_CANCELLED);
    }
  g_clear_pointer (&self->requests, g_ptr_array_unref);
  g_clear_object (&self->preparer);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (surmise_tagger_parent_class)->dispose (object);
}

static void
surmise_tagger_finalize (GObject *object)
{
  SurmiseTagger *self = SURMISE_TAGGER (object);

  g_clear_pointer (&self->queue, surmise_tagger_queue_free);

  G_OBJECT_CLASS (surmise_tagger_parent_class)->finalize (object);
}

static void
surmise_tagger_class_init (SurmiseTaggerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_tagger_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_tagger_finalize;
}

static void
surmise_tagger_init (SurmiseTagger *self)
{
  self->jobs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) surmise_tagger_job_unref);
  self->seconds = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) surmise_tagger_job_unref);
  self->queue = surmise_tagger_queue_new ();
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
 * @max_requests: how many requests to one model may be in flight, at least 1; all together it is twice as many
 */
void
surmise_tagger_set_max_requests (SurmiseTagger *self,
                                 guint          max_requests)
{
  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (max_requests > 0);

  self->max_requests = 2 * max_requests;
  surmise_tagger_queue_set_max (self->queue, max_requests);
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
  /* Whoever heard of it may have asked something else, or ended the tagger. */
  if (self->jobs == NULL || g_hash_table_contains (self->jobs, picture))
    return;

  job = surmise_tagger_job_new (picture, account, question);
  g_hash_table_insert (self->jobs, picture, job);
  surmise_tagger_queue_add (self->queue, job);
  _surmise_tagger_move_on (self);
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
 * surmise_tagger_refuse:
 * @self: a tagger
 * @picture: the picture that would have been asked about
 * @question: what would have been asked
 * @error: why it is not worth asking
 *
 * Nothing is sent, and nothing is billed: @picture has FAILED with @error at once.
 */
void
surmise_tagger_refuse (SurmiseTagger   *self,
                       SurmisePicture  *picture,
                       SurmiseQuestion *question,
                       const GError    *error)
{
  g_return_if_fail (SURMISE_IS_TAGGER (self));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));
  g_return_if_fail (SURMISE_IS_QUESTION (question));
  g_return_if_fail (error != NULL);

  drop (self, picture);
  _surmise_picture_begin (picture, question);
  if (self->jobs == NULL || !g_hash_table_contains (self->jobs, picture))
    _surmise_picture_fail (picture, error);
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
  _surmise_tagger_move_on (self);
}
