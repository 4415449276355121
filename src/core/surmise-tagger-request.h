/* surmise-tagger-request.h – one request about some pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-tagger-job.h"

G_BEGIN_DECLS

/* Reference counted; used on the main thread alone. */
typedef struct
{
  GPtrArray    *jobs;        /* (owned) of SurmiseTaggerJob (owned): alike, never empty */
  GCancellable *cancellable; /* (owned) */
  gint64        started;     /* microseconds, monotonic: when it went to the service */
  gboolean      starting;    /* waits for the model to be started */

  void        (*starting_func) (gpointer data); /* (nullable): hears when @starting changes */
  gpointer      starting_data;
} SurmiseTaggerRequest;

SurmiseTaggerRequest *surmise_tagger_request_new          (GPtrArray             *jobs);
SurmiseTaggerRequest *surmise_tagger_request_ref          (SurmiseTaggerRequest  *self);
void                  surmise_tagger_request_unref        (SurmiseTaggerRequest  *self);
SurmiseAccount       *surmise_tagger_request_get_account  (SurmiseTaggerRequest  *self);
double                surmise_tagger_request_get_elapsed  (SurmiseTaggerRequest  *self);
void                  surmise_tagger_request_stop_if_idle (SurmiseTaggerRequest  *self);
gboolean              surmise_tagger_request_is_second    (SurmiseTaggerRequest  *self);
gboolean              surmise_tagger_request_is_starting  (SurmiseTaggerRequest  *self);
void                  surmise_tagger_request_send_async   (SurmiseTaggerRequest  *self,
                                                           void                 (*starting) (gpointer user_data),
                                                           GAsyncReadyCallback    callback,
                                                           gpointer               user_data);
GListModel           *surmise_tagger_request_send_finish  (SurmiseTaggerRequest  *self,
                                                           GAsyncResult          *result,
                                                           GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseTaggerRequest, surmise_tagger_request_unref)

G_END_DECLS
