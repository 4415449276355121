/* tagger-fixture.h – a tagger, an account, and a service that answers when it may
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mock-server.h"
#include "surmise-tagger.h"
#include "test-files.h"

G_BEGIN_DECLS

#define TAGGER_TOKEN      "0123456789abcdef0123456789abcdef"
#define TAGGER_PATH       "/v2/users/ada/apps/lab/models/birds/outputs"
#define TAGGER_OTHER_PATH "/v2/users/ada/apps/lab/models/trees/outputs"

typedef struct
{
  MockServer         *server;
  SurmiseAccountList *accounts;
  SurmiseAccount     *account;
  SurmiseTagger      *tagger;
  ClarifaiModelRef   *model;
  ClarifaiModelRef   *other_model;

  /* The server's thread waits until it may answer. */
  GMutex              mutex;
  GCond               cond;
  guint               n_arrived;
  guint               n_allowed;
} TaggerFixture;

void            tagger_fixture_set_up     (TaggerFixture  *self,
                                           gconstpointer   data);
void            tagger_fixture_tear_down  (TaggerFixture  *self,
                                           gconstpointer   data);
/* An account list that takes its account from the environment, at this server. */
SurmiseAccountList *tagger_fixture_new_accounts (const char *base);

/* From now on so many requests are answered in all; and waiting until one more has come. */
void            tagger_fixture_allow      (TaggerFixture  *self,
                                           guint           n_requests);
void            tagger_fixture_await      (TaggerFixture  *self,
                                           guint           n_requests);

/* One more answer for the model: this concept for each input; or a status. */
void            tagger_fixture_answer     (TaggerFixture  *self,
                                           const char     *path,
                                           const char     *concept);
void            tagger_fixture_refuse     (TaggerFixture  *self,
                                           guint           http_status,
                                           int             code);
guint           tagger_fixture_n_inputs   (TaggerFixture  *self,
                                           guint           request);
/* "url" or "base64" of a request's first input. */
const char     *tagger_fixture_how_sent   (TaggerFixture  *self,
                                           guint           request);

SurmisePicture *tagger_picture_new        (guint32         rgb);
SurmisePicture *tagger_picture_at         (TaggerFixture  *self,
                                           const char     *path);
void            tagger_serve_picture      (TaggerFixture  *self,
                                           const char     *path,
                                           guint8          orientation);
void            tagger_ask                (TaggerFixture  *self,
                                           SurmisePicture *picture);
void            tagger_wait               (SurmisePicture *picture);
void            tagger_assert_done        (SurmisePicture *picture,
                                           const char     *concept);

G_END_DECLS
