/* surmise-tagger-job.h – one picture's way through the tagger
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-input.h"
#include "surmise-account.h"
#include "surmise-picture.h"

G_BEGIN_DECLS

/* Reference counted; used on the main thread alone. */
typedef struct
{
  SurmisePicture   *picture;       /* (owned) */
  SurmiseAccount   *account;       /* (owned) */
  SurmiseQuestion  *question;      /* (owned) */
  GCancellable     *cancellable;   /* (owned): stops the preparation */
  SurmisePrepared  *prepared;      /* (owned) (nullable): an address's preview may be missing */
  GError           *prepare_error; /* (owned) (nullable): why it is missing */
  gint64            asked;         /* microseconds, monotonic */
  gboolean          send_bytes;    /* although there is an address */
  gboolean          second;        /* asks for the question's second language */
  gboolean          dropped;       /* cancelled, or asked anew: what still arrives is not wanted */
} SurmiseTaggerJob;

SurmiseTaggerJob *surmise_tagger_job_new       (SurmisePicture   *picture,
                                                SurmiseAccount   *account,
                                                SurmiseQuestion  *question);
SurmiseTaggerJob *surmise_tagger_job_new_second (SurmiseTaggerJob *first);
SurmiseTaggerJob *surmise_tagger_job_ref       (SurmiseTaggerJob *self);
void              surmise_tagger_job_unref     (SurmiseTaggerJob *self);
void              surmise_tagger_job_drop      (SurmiseTaggerJob *self);
gboolean          surmise_tagger_job_alike     (SurmiseTaggerJob *a,
                                                SurmiseTaggerJob *b);
gsize             surmise_tagger_job_get_size  (SurmiseTaggerJob *self);
ClarifaiInput    *surmise_tagger_job_new_input (SurmiseTaggerJob *self);
gboolean          surmise_tagger_job_may_send_bytes (SurmiseTaggerJob *self,
                                                     const GError     *error);
gboolean          surmise_tagger_job_shares_error (SurmiseTaggerJob *self,
                                                   SurmiseTaggerJob *failed,
                                                   const GError     *error);
const GError     *surmise_tagger_job_choose_error (SurmiseTaggerJob *self,
                                                   const GError     *error);
gboolean          surmise_tagger_job_take_prepare_error (SurmiseTaggerJob *self,
                                                         GError           *error);
GPtrArray        *surmise_tagger_job_take_batch (GQueue *ready,
                                                 guint   slots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseTaggerJob, surmise_tagger_job_unref)

G_END_DECLS
