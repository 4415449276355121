/* clarifai-batch.c – the inputs of one call, and which of them are asked about together
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-batch.h"

#include "clarifai-output.h"
#include "clarifai-wire-decode.h"

/* How often one input is asked about again that failed by itself, for a reason that may pass. */
#define MOST_TIMES 4

static gboolean
may_help (const ClarifaiAnswer *answer,
          guint                 n_times)
{
  if (answer->retry == CLARIFAI_RETRY_NEVER)
    return FALSE;

  return n_times < (answer->retry == CLARIFAI_RETRY_ONCE ? 1 : MOST_TIMES);
}

ClarifaiBatch *
clarifai_batch_new (guint n_times)
{
  ClarifaiBatch *self = g_new0 (ClarifaiBatch, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->n_times = n_times;

  return self;
}

void
clarifai_batch_free (gpointer batch)
{
  ClarifaiBatch *self = batch;

  g_array_unref (self->places);
  g_free (self);
}

void
clarifai_batch_add (ClarifaiBatch *self,
                    guint          place)
{
  g_array_append_val (self->places, place);
}

guint
clarifai_batch_get (const ClarifaiBatch *self,
                    guint                i)
{
  return g_array_index (self->places, guint, i);
}

/* Takes the batch; an empty one is dropped. */
void
clarifai_batch_enqueue (GQueue        *queue,
                        ClarifaiBatch *batch)
{
  if (batch->places->len > 0)
    g_queue_push_tail (queue, batch);
  else
    clarifai_batch_free (batch);
}

/* Takes the batch, and queues its two halves. */
void
clarifai_batch_halve (GQueue        *queue,
                      ClarifaiBatch *batch)
{
  ClarifaiBatch *first = clarifai_batch_new (batch->n_times);
  ClarifaiBatch *second = clarifai_batch_new (batch->n_times);

  for (guint i = 0; i < batch->places->len; i++)
    clarifai_batch_add (i < batch->places->len / 2 ? first : second, clarifai_batch_get (batch, i));

  clarifai_batch_enqueue (queue, first);
  clarifai_batch_enqueue (queue, second);
  clarifai_batch_free (batch);
}

/**
 * clarifai_batch_settle:
 * @queue: gets what is to be asked about again
 * @batch: what was asked about
 * @answers: a #ClarifaiAnswer for each of it
 * @outputs: the call's outputs, filled with what is final
 *
 * Newer back ends fail a whole batch for one bad input and mark the good ones as failed too, without a
 * reason of their own. Those are asked about again without the ones that have a reason; where none has, in
 * halves, until the bad one is alone.
 */
void
clarifai_batch_settle (GQueue              *queue,
                       const ClarifaiBatch *batch,
                       GPtrArray           *answers,
                       GPtrArray           *outputs)
{
  ClarifaiBatch *again = clarifai_batch_new (batch->n_times + 1);
  ClarifaiBatch *vague = clarifai_batch_new (batch->n_times);

  for (guint i = 0; i < answers->len; i++)
    {
      ClarifaiAnswer *answer = g_ptr_array_index (answers, i);
      guint place = clarifai_batch_get (batch, i);

      if (may_help (answer, batch->n_times))
        clarifai_batch_add (again, place);
      else if (answer->vague)
        clarifai_batch_add (vague, place);

      g_set_object ((ClarifaiOutput **) &g_ptr_array_index (outputs, place), answer->output);
    }

  clarifai_batch_enqueue (queue, again);

  /* Alone, an input has nobody to blame but itself. */
  if (answers->len == 1)
    clarifai_batch_free (vague);
  else if (vague->places->len == answers->len)
    clarifai_batch_halve (queue, vague);
  else
    clarifai_batch_enqueue (queue, vague);
}
