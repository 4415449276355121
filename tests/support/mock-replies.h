/* mock-replies.h – what the scripted server still has to say
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mock-server.h"

G_BEGIN_DECLS

/* A copy of a MockReply, counted. */
typedef struct {
  guint      status;
  GBytes    *body;
  char      *content_type;
  char     **headers;
  guint      delay_ms;
  gboolean   cut;
  gboolean   stall;
  gboolean   once;
  JsonNode  *each_input;
} MockScripted;

typedef struct _MockReplies MockReplies;

MockReplies  *mock_replies_new   (void);
void          mock_replies_free  (MockReplies       *self);
void          mock_replies_clear (MockReplies       *self);
void          mock_replies_add   (MockReplies       *self,
                                  const char        *method,
                                  const char        *path,
                                  const MockReply   *reply);
/* NULL where nothing is scripted for it. */
MockScripted *mock_replies_take  (MockReplies       *self,
                                  const MockRequest *request);

void          mock_scripted_unref (MockScripted     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MockScripted, mock_scripted_unref)

G_END_DECLS
