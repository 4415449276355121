/* surmise-tagger-queue.c – whose turn it is among the pictures that wait
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-tagger-queue.h"

/* Requests in flight at once to one model: enough to hide the way to the service, few enough to stop quickly. */
#define MAX_REQUESTS 4
/* Pictures for one model that are being prepared or wait to be sent; the rest waits unopened. */
#define MAX_READY 64

/* What waits for one model as one account. Lanes take turns, so that nobody waits for a model that others ask. */
typedef struct
{
  SurmiseAccount   *account;    /* (owned) */
  ClarifaiModelRef *model;      /* (owned) */
  GQueue            waiting;    /* of SurmiseTaggerJob (owned): not opened yet */
  GQueue            ready;      /* of SurmiseTaggerJob (owned): to be sent */
  GQueue            second;     /* of SurmiseTaggerJob (owned): to be sent when nothing else is */
  guint             n_preparing;
  guint             n_requests;
} Lane;

struct _SurmiseTaggerQueue
{
  GQueue lanes; /* of Lane (owned): the one whose turn it is first */
  guint  max_requests;
};

static void
lane_clear (Lane *lane)
{
  g_queue_clear_full (&lane->waiting, (GDestroyNotify) surmise_tagger_job_unref);
  g_queue_clear_full (&lane->ready, (GDestroyNotify) surmise_tagger_job_unref);
  g_queue_clear_full (&lane->second, (GDestroyNotify) surmise_tagger_job_unref);
}

static void
lane_free (gpointer data)
{
  Lane *lane = data;

  lane_clear (lane);
  g_clear_object (&lane->account);
  g_clear_object (&lane->model);
  g_free (lane);
}

static gboolean
lane_is_for (const Lane       *lane,
             SurmiseTaggerJob *job)
{
  return lane->account == job->account
         && clarifai_model_ref_equal (lane->model, surmise_question_get_model (job->question));
}

static Lane *
get_lane (SurmiseTaggerQueue *self,
          SurmiseTaggerJob   *job)
{
  Lane *lane;

  for (GList *l = self->lanes.head; l != NULL; l = l->next)
    if (lane_is_for (l->data, job))
      return l->data;

  lane = g_new0 (Lane, 1);
  lane->account = g_object_ref (job->account);
  lane->model = g_object_ref (surmise_question_get_model (job->question));
  g_queue_push_tail (&self->lanes, lane);

  return lane;
}

/* The others come first next time. */
static void
end_turn (SurmiseTaggerQueue *self,
          Lane               *lane)
{
  g_queue_remove (&self->lanes, lane);
  g_queue_push_tail (&self->lanes, lane);
}

static void
remove_idle (SurmiseTaggerQueue *self)
{
  GList *next;

  for (GList *l = self->lanes.head; l != NULL; l = next)
    {
      Lane *lane = l->data;

      next = l->next;
      if (lane->n_preparing > 0 || lane->n_requests > 0 || !g_queue_is_empty (&lane->waiting)
          || !g_queue_is_empty (&lane->ready) || !g_queue_is_empty (&lane->second))
        continue;
      g_queue_delete_link (&self->lanes, l);
      lane_free (lane);
    }
}

SurmiseTaggerQueue *
surmise_tagger_queue_new (void)
{
  SurmiseTaggerQueue *self = g_new0 (SurmiseTaggerQueue, 1);

  g_queue_init (&self->lanes);
  self->max_requests = MAX_REQUESTS;

  return self;
}

void
surmise_tagger_queue_free (SurmiseTaggerQueue *self)
{
  g_queue_clear_full (&self->lanes, lane_free);
  g_free (self);
}

/* @max_requests: in flight at once to one model as one account, at least 1 */
void
surmise_tagger_queue_set_max (SurmiseTaggerQueue *self,
                              guint               max_requests)
{
  self->max_requests = max_requests;
}

/* Nothing waits any more; what is being prepared or in flight still ends. */
void
surmise_tagger_queue_clear (SurmiseTaggerQueue *self)
{
  for (GList *l = self->lanes.head; l != NULL; l = l->next)
    lane_clear (l->data);
}

void
surmise_tagger_queue_add (SurmiseTaggerQueue *self,
                          SurmiseTaggerJob   *job)
{
  g_queue_push_tail (&get_lane (self, job)->waiting, surmise_tagger_job_ref (job));
}

static void
remove_from (GQueue           *queue,
             SurmiseTaggerJob *job)
{
  GList *link = g_queue_find (queue, job);

  if (link == NULL)
    return;

  g_queue_delete_link (queue, link);
  surmise_tagger_job_unref (job);
}

/* What nobody wants any more is in nobody's way, and its picture is not kept for it. */
void
surmise_tagger_queue_remove (SurmiseTaggerQueue *self,
                             SurmiseTaggerJob   *job)
{
  Lane *lane = get_lane (self, job);

  remove_from (&lane->waiting, job);
  remove_from (&lane->ready, job);
  remove_from (&lane->second, job);
}

static void
keep_wanted (GQueue *queue)
{
  GList *next;

  for (GList *l = queue->head; l != NULL; l = next)
    {
      SurmiseTaggerJob *job = l->data;

      next = l->next;
      if (!job->dropped)
        continue;
      g_queue_delete_link (queue, l);
      surmise_tagger_job_unref (job);
    }
}

/* The same for many at once: all of the model and account that @alike is for. */
void
surmise_tagger_queue_remove_dropped (SurmiseTaggerQueue *self,
                                     SurmiseTaggerJob   *alike)
{
  Lane *lane = get_lane (self, alike);

  keep_wanted (&lane->waiting);
  keep_wanted (&lane->ready);
  keep_wanted (&lane->second);
}

/* Returns: (transfer full) (nullable): what is to be prepared next, and counts as being prepared from now on */
SurmiseTaggerJob *
surmise_tagger_queue_take_waiting (SurmiseTaggerQueue *self)
{
  for (GList *l = self->lanes.head; l != NULL; l = l->next)
    {
      Lane *lane = l->data;
      SurmiseTaggerJob *job;

      if (g_queue_is_empty (&lane->waiting) || lane->n_preparing + lane->ready.length >= MAX_READY)
        continue;

      job = g_queue_pop_head (&lane->waiting);
      lane->n_preparing++;
      end_turn (self, lane);
      return job;
    }

  return NULL;
}

void
surmise_tagger_queue_end_prepare (SurmiseTaggerQueue *self,
                                  SurmiseTaggerJob   *job)
{
  get_lane (self, job)->n_preparing--;
}

void
surmise_tagger_queue_add_ready (SurmiseTaggerQueue *self,
                                SurmiseTaggerJob   *job)
{
  g_queue_push_tail (&get_lane (self, job)->ready, surmise_tagger_job_ref (job));
}

/* In front of all others: it has waited for its turn once. */
void
surmise_tagger_queue_add_again (SurmiseTaggerQueue *self,
                                SurmiseTaggerJob   *job)
{
  g_queue_push_head (&get_lane (self, job)->ready, surmise_tagger_job_ref (job));
}

/**
 * surmise_tagger_queue_take_batch:
 * @self: a queue
 * @slots: requests that may still be started, to whichever model
 *
 * Returns: (transfer full) (nullable): jobs for one request, which counts as in flight from now on; %NULL where nothing
 *   is ready, or none of those may be sent yet
 */
GPtrArray *
surmise_tagger_queue_take_batch (SurmiseTaggerQueue *self,
                                 guint               slots)
{
  for (GList *l = self->lanes.head; l != NULL && slots > 0; l = l->next)
    {
      Lane *lane = l->data;
      g_autoptr(GPtrArray) batch = NULL;

      if (g_queue_is_empty (&lane->ready) || lane->n_requests >= self->max_requests)
        continue;

      batch = surmise_tagger_job_take_batch (&lane->ready, MIN (slots, self->max_requests - lane->n_requests));
      lane->n_requests++;
      end_turn (self, lane);
      return g_steal_pointer (&batch);
    }

  return NULL;
}

/* @job: one of those that the request was about */
void
surmise_tagger_queue_end_request (SurmiseTaggerQueue *self,
                                  SurmiseTaggerJob   *job)
{
  get_lane (self, job)->n_requests--;
}

void
surmise_tagger_queue_add_second (SurmiseTaggerQueue *self,
                                 SurmiseTaggerJob   *job)
{
  g_queue_push_tail (&get_lane (self, job)->second, surmise_tagger_job_ref (job));
}

/* Returns: (transfer full) (nullable): a second language, where its model is asked nothing else */
SurmiseTaggerJob *
surmise_tagger_queue_take_second (SurmiseTaggerQueue *self)
{
  for (GList *l = self->lanes.head; l != NULL; l = l->next)
    {
      Lane *lane = l->data;
      SurmiseTaggerJob *job;

      if (g_queue_is_empty (&lane->second) || !g_queue_is_empty (&lane->waiting) || !g_queue_is_empty (&lane->ready)
          || lane->n_preparing > 0 || lane->n_requests > 0)
        continue;

      job = g_queue_pop_head (&lane->second);
      end_turn (self, lane);
      return job;
    }
  remove_idle (self);

  return NULL;
}
