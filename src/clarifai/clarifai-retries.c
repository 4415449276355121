/* clarifai-retries.c – how long to wait before asking again, and when to stop
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-retries.h"

/* How often it is asked again, for each kind of reason. */
#define MOST_ONCE 1
#define MOST_FEW 4
#define MOST_THROTTLE 10
#define MODEL_SECONDS 600.0

/* In seconds. The first wait for a starting model and its growth are the official client's; so is the
 * first one when throttled, for which the service's documentation advises 15. */
#define MODEL_WAIT 1.8
#define MODEL_GROWTH 1.3
#define MOST_MODEL_WAIT 11.2
#define THROTTLE_WAIT 5.0
#define MOST_THROTTLE_WAIT 15.0
#define LEAST_RETRY_AFTER 1.0
#define MOST_RETRY_AFTER 300.0

static double
obey (double retry_after,
      double seconds)
{
  return retry_after >= 0 ? CLAMP (retry_after, LEAST_RETRY_AFTER, MOST_RETRY_AFTER) : seconds;
}

static double
wait_a_little (guint  *n_times,
               guint   most,
               double  retry_after)
{
  if (*n_times >= most)
    return -1;

  return obey (retry_after, 1 << (*n_times)++);
}

static double
wait_for_model (ClarifaiRetries *self,
                double           retry_after,
                double           now)
{
  double seconds = MODEL_WAIT;

  if (self->n_model == 0)
    self->model_since = now;
  if (now - self->model_since > MODEL_SECONDS)
    return -1;

  for (guint i = 0; i < self->n_model && seconds < MOST_MODEL_WAIT; i++)
    seconds = MIN (seconds * MODEL_GROWTH, MOST_MODEL_WAIT);
  self->n_model++;

  return obey (retry_after, seconds);
}

static double
wait_for_quiet (ClarifaiRetries *self,
                double           retry_after)
{
  if (self->n_throttle >= MOST_THROTTLE)
    return -1;

  self->n_throttle++;

  return obey (retry_after, MIN (THROTTLE_WAIT * self->n_throttle, MOST_THROTTLE_WAIT));
}

/**
 * clarifai_retries_next:
 * @retry: why it may help to ask again
 * @retry_after: what the service asked for in seconds, or negative
 * @now: in seconds, from anywhere
 *
 * Returns: the seconds to wait, or negative to give up
 */
double
clarifai_retries_next (ClarifaiRetries *self,
                       ClarifaiRetry    retry,
                       double           retry_after,
                       double           now)
{
  switch (retry)
    {
    case CLARIFAI_RETRY_ONCE:
      return wait_a_little (&self->n_once, MOST_ONCE, retry_after);

    case CLARIFAI_RETRY_FEW:
      return wait_a_little (&self->n_few, MOST_FEW, retry_after);

    case CLARIFAI_RETRY_MODEL:
      return wait_for_model (self, retry_after, now);

    case CLARIFAI_RETRY_THROTTLE:
      return wait_for_quiet (self, retry_after);

    case CLARIFAI_RETRY_NEVER:
    default:
      return -1;
    }
}
