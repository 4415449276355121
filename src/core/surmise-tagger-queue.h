/* surmise-tagger-queue.h – whose turn it is among the pictures that wait
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-tagger-job.h"

G_BEGIN_DECLS

typedef struct _SurmiseTaggerQueue SurmiseTaggerQueue;

SurmiseTaggerQueue *surmise_tagger_queue_new          (void);
void                surmise_tagger_queue_free         (SurmiseTaggerQueue *self);
void                surmise_tagger_queue_set_max      (SurmiseTaggerQueue *self,
                                                       guint               max_requests);
void                surmise_tagger_queue_clear        (SurmiseTaggerQueue *self);

void                surmise_tagger_queue_add          (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
void                surmise_tagger_queue_remove       (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
void                surmise_tagger_queue_remove_dropped (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *alike);
SurmiseTaggerJob   *surmise_tagger_queue_take_waiting (SurmiseTaggerQueue *self);
void                surmise_tagger_queue_end_prepare  (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
void                surmise_tagger_queue_add_ready    (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
void                surmise_tagger_queue_add_again    (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
GPtrArray          *surmise_tagger_queue_take_batch   (SurmiseTaggerQueue *self,
                                                       guint               slots);
void                surmise_tagger_queue_end_request  (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
/* For second languages, which hold up nobody. */
void                surmise_tagger_queue_add_second   (SurmiseTaggerQueue *self,
                                                       SurmiseTaggerJob   *job);
SurmiseTaggerJob   *surmise_tagger_queue_take_second  (SurmiseTaggerQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseTaggerQueue, surmise_tagger_queue_free)

G_END_DECLS
