/* client-fixture.h – a client, a scripted server, and one call at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-client.h"
#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-input.h"
#include "clarifai-model-ref.h"
#include "clarifai-output.h"
#include "mock-server.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define TOKEN "c0ffee00c0ffee00c0ffee00c0ffee00"
#define PREDICT_PATH "/v2/users/u/apps/a/models/m/outputs"
#define GOOD_DATA "{\"concepts\":[{\"id\":\"d\",\"name\":\"dog\",\"value\":0.9}]}"

typedef struct {
  MockServer     *server;
  ClarifaiClient *client;
  GListStore     *inputs;
  GArray         *progress; /* of ClarifaiProgress */
} Fixture;

void        fixture_set_up    (Fixture       *self,
                               gconstpointer  data);
void        fixture_tear_down (Fixture       *self,
                               gconstpointer  data);
void        fixture_add_bytes (Fixture       *self,
                               const char    *text);
void        fixture_predict   (Fixture       *self,
                               const char    *token,
                               GCancellable  *cancellable,
                               GAsyncResult **result);
GListModel *predict           (Fixture       *self,
                               GError       **error);
gpointer    get_me            (Fixture       *self,
                               GError       **error);
/* The output at a place, whose reference is the list's. */
ClarifaiOutput *get_output    (GListModel    *outputs,
                               guint          i);
void        assert_has_dog    (GListModel    *outputs,
                               guint          i);
void        assert_failed     (GListModel    *outputs,
                               guint          i,
                               ClarifaiError  code);

#define add_test(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

G_END_DECLS
