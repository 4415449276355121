/* demo-client.h – a demo server, and someone who asks it over HTTP
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "surmise-demo-server.h"

G_BEGIN_DECLS

typedef struct {
  SurmiseDemoServer *server;
  SoupSession       *session;
} DemoClient;

#define DEMO_MODELS "/v2/users/demo/apps/on-device/models"

DemoClient  *demo_client_new         (void);
void         demo_client_free        (DemoClient   *self);

/* With the right key. */
SoupMessage *demo_client_message_new (DemoClient   *self,
                                      const char   *method,
                                      const char   *path,
                                      const char   *body);
/* The answer, which must be a JSON object, and come within the deadline. */
JsonObject  *demo_client_send        (DemoClient   *self,
                                      SoupMessage  *message);
JsonObject  *demo_client_get         (DemoClient   *self,
                                      const char   *path);
JsonObject  *demo_client_post        (DemoClient   *self,
                                      const char   *path,
                                      const char   *body);
/* One picture to a model with max_concepts 200; its "data", after asserting that all went well. */
JsonObject  *demo_client_ask         (DemoClient   *self,
                                      const char   *model,
                                      GBytes       *picture);

/* An input of a request, and a request of inputs; each frees what it is given. */
char        *demo_input_new          (GBytes       *picture);
char        *demo_request_new        (const char   *config,
                                      char         *first_input,
                                      ...) G_GNUC_NULL_TERMINATED;

gint64       demo_status             (JsonObject   *answer);
/* Of the output at @position. */
gint64       demo_output_status      (JsonObject   *answer,
                                      guint         position);

/* Iterates the main context until *@done, or fails. */
void         demo_wait_for           (const gboolean *done);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemoClient, demo_client_free)

G_END_DECLS
