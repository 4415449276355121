/* tagger-fixture.c – a tagger, an account, and a service that answers when it may
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "tagger-fixture.h"

#include "clarifai-concept.h"
#include "clarifai-model-ref.h"
#include "test-utils.h"

static void
on_request (const MockRequest *request,
            gpointer           user_data)
{
  TaggerFixture *self = user_data;

  g_mutex_lock (&self->mutex);
  self->n_arrived++;
  g_main_context_wakeup (NULL);
  while (self->n_arrived > self->n_allowed)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

SurmiseAccountList *
tagger_fixture_new_accounts (const char *base)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();

  g_setenv ("CLARIFAI_PAT", TAGGER_TOKEN, TRUE);
  g_setenv ("CLARIFAI_API_BASE", base, TRUE);

  return surmise_account_list_new (session);
}

void
tagger_fixture_set_up (TaggerFixture *self,
                       gconstpointer  data)
{
  g_autoptr(SurmiseFetcher) fetcher = NULL;
  g_autoptr(SurmisePreparer) preparer = NULL;

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->n_allowed = G_MAXUINT;
  self->server = mock_server_new ();
  mock_server_set_request_func (self->server, on_request, self);

  fetcher = g_object_new (SURMISE_TYPE_FETCHER, "opened", mock_server_get_base (self->server) + strlen ("http://"), NULL);
  preparer = surmise_preparer_new (fetcher);
  self->accounts = tagger_fixture_new_accounts (mock_server_get_base (self->server));
  self->account = g_object_ref (surmise_account_list_find (self->accounts, "environment"));
  self->tagger = surmise_tagger_new (preparer, self->accounts);
  self->model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
  self->other_model = clarifai_model_ref_new ("ada", "lab", "trees", NULL);
}

static void
await_finalized (gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  test_wait_until_null (&weak);
}

void
tagger_fixture_tear_down (TaggerFixture *self,
                          gconstpointer  data)
{
  tagger_fixture_allow (self, G_MAXUINT);
  g_clear_pointer (&self->tagger, await_finalized);
  g_clear_object (&self->account);
  g_clear_pointer (&self->accounts, await_finalized);
  g_clear_object (&self->model);
  g_clear_object (&self->other_model);
  g_clear_object (&self->server);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

void
tagger_fixture_allow (TaggerFixture *self,
                      guint          n_requests)
{
  g_mutex_lock (&self->mutex);
  self->n_allowed = n_requests;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

typedef struct
{
  TaggerFixture *fixture;
  guint          n_requests;
} Awaited;

static gboolean
has_arrived (gpointer user_data)
{
  const Awaited *awaited = user_data;
  gboolean arrived;

  g_mutex_lock (&awaited->fixture->mutex);
  arrived = awaited->fixture->n_arrived >= awaited->n_requests;
  g_mutex_unlock (&awaited->fixture->mutex);

  return arrived;
}

void
tagger_fixture_await (TaggerFixture *self,
                      guint          n_requests)
{
  test_wait_until (has_arrived, &(Awaited) { self, n_requests });
}

void
tagger_fixture_answer (TaggerFixture *self,
                       const char    *path,
                       const char    *concept)
{
  g_autofree char *data = g_strdup_printf ("{\"concepts\":[{\"id\":\"c\",\"name\":\"%s\",\"value\":0.9}]}", concept);

  mock_server_reply_full (self->server, "POST", path, &(MockReply) { .status = 200, .each_input = data });
}

void
tagger_fixture_refuse (TaggerFixture *self,
                       guint          http_status,
                       int            code)
{
  g_autofree char *body = g_strdup_printf ("{\"status\":{\"code\":%d,\"description\":\"No\"}}", code);

  mock_server_reply (self->server, "POST", TAGGER_PATH, http_status, body);
}

static JsonArray *
get_inputs (JsonNode *body)
{
  return json_object_get_array_member (json_node_get_object (body), "inputs");
}

guint
tagger_fixture_n_inputs (TaggerFixture *self,
                         guint          request)
{
  g_autoptr(JsonNode) body = mock_request_parse_body (mock_server_get_request (self->server, request));

  return json_array_get_length (get_inputs (body));
}

const char *
tagger_fixture_how_sent (TaggerFixture *self,
                         guint          request)
{
  g_autoptr(JsonNode) body = mock_request_parse_body (mock_server_get_request (self->server, request));
  JsonObject *data = json_object_get_object_member (json_array_get_object_element (get_inputs (body), 0), "data");
  JsonObject *image = json_object_get_object_member (data, "image");

  if (json_object_has_member (image, "base64"))
    return "base64";

  return json_object_has_member (image, "url") ? "url" : NULL;
}

SurmisePicture *
tagger_picture_new (guint32 rgb)
{
  g_autoptr(GBytes) jpeg = test_picture_new (32, 24, rgb, 1);

  return surmise_picture_new_for_bytes (jpeg, "Pasted");
}

SurmisePicture *
tagger_picture_at (TaggerFixture *self,
                   const char    *path)
{
  g_autofree char *address = g_strconcat (mock_server_get_base (self->server), path, NULL);
  g_autoptr(GError) error = NULL;
  SurmisePicture *picture = surmise_picture_new_for_address (address, &error);

  g_assert_no_error (error);

  return picture;
}

void
tagger_serve_picture (TaggerFixture *self,
                      const char    *path,
                      guint8         orientation)
{
  g_autoptr(GBytes) jpeg = test_picture_new (32, 24, 0x336699, orientation);

  mock_server_reply_full (self->server, "GET", path,
                          &(MockReply) { .status = 200, .bytes = jpeg, .content_type = "image/jpeg" });
}

void
tagger_ask (TaggerFixture  *self,
            SurmisePicture *picture)
{
  surmise_tagger_ask (self->tagger, picture, self->account, self->model);
}

static gboolean
is_idle (gpointer picture)
{
  return !surmise_picture_is_busy (picture);
}

void
tagger_wait (SurmisePicture *picture)
{
  test_wait_until (is_idle, picture);
}

void
tagger_assert_done (SurmisePicture *picture,
                    const char     *concept)
{
  ClarifaiConcept *best;

  g_assert_no_error (surmise_picture_get_error (picture));
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_DONE);
  best = clarifai_output_get_best (surmise_picture_get_output (picture));
  g_assert_cmpstr (clarifai_concept_get_name (best), ==, concept);
}
