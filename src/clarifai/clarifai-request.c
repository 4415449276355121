/* clarifai-request.c – what is asked, and what a reply to it means
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-request-private.h"

#include <string.h>

#include "clarifai-json.h"

/* Below this, a thread costs more than it saves. */
#define LARGE_REPLY (256 * 1024)

/* One reply, on its way to being understood. */
typedef struct {
  ClarifaiRequest *request;     /* (owned) */
  GBytes          *body;        /* (owned) */
  guint            http_status;
} Reading;

typedef struct {
  ClarifaiReply    reply;
  ClarifaiRequest *request; /* (owned) */
} OwnedReply;

static void
request_clear (gpointer data)
{
  ClarifaiRequest *self = data;

  if (self->token != NULL)
    explicit_bzero (self->token, strlen (self->token));
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->body, g_bytes_unref);
  if (self->destroy_data != NULL)
    g_clear_pointer (&self->data, self->destroy_data);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  clarifai_request_unref (reading->request);
  g_bytes_unref (reading->body);
  g_free (reading);
}

static void
owned_reply_free (gpointer data)
{
  OwnedReply *owned = data;

  clarifai_request_clear_reply (owned->request, &owned->reply);
  clarifai_request_unref (owned->request);
  g_free (owned);
}

/* From bytes to what they mean; touches nothing but its arguments. */
static OwnedReply *
understand (const Reading *reading)
{
  ClarifaiRequest *request = reading->request;
  OwnedReply *owned = g_new0 (OwnedReply, 1);
  g_autoptr(GError) parse_error = NULL;
  g_autoptr(JsonNode) node = clarifai_json_parse (reading->body, &parse_error);
  JsonObject *root = node != NULL ? json_node_get_object (node) : NULL;
  ClarifaiStatus status;

  owned->request = clarifai_request_ref (request);
  clarifai_status_read (&status, root, reading->http_status);

  if (root == NULL && status.error == CLARIFAI_ERROR_BAD_REPLY)
    owned->reply.error = g_steal_pointer (&parse_error);
  else if (status.good || request->decodes_failures)
    owned->reply.value = request->decode (root, &status, request->data, request->token, &owned->reply.error);
  else
    owned->reply.error = clarifai_status_to_error (&status, request->token);
  owned->reply.retry = status.retry;

  return owned;
}

static void
understand_in_thread (GTask        *task,
                      gpointer      source,
                      gpointer      task_data,
                      GCancellable *cancellable)
{
  g_task_return_pointer (task, understand (task_data), owned_reply_free);
}

/**
 * clarifai_request_new:
 * @path: percent-encoded, from "/v2", with its query
 * @token: is copied, and wiped with the last reference
 * @decode: makes the value of a good reply
 * @destroy_value: frees it where nobody wants it
 *
 * A GET, until a body makes it a POST.
 */
ClarifaiRequest *
clarifai_request_new (const char         *path,
                      const char         *token,
                      ClarifaiDecodeFunc  decode,
                      GDestroyNotify      destroy_value)
{
  ClarifaiRequest *self = g_atomic_rc_box_new0 (ClarifaiRequest);

  self->path = g_strdup (path);
  self->token = g_strdup (token);
  self->decode = decode;
  self->destroy_value = destroy_value;

  return self;
}

ClarifaiRequest *
clarifai_request_ref (ClarifaiRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
clarifai_request_unref (ClarifaiRequest *self)
{
  g_atomic_rc_box_release_full (self, request_clear);
}

void
clarifai_request_set_body (ClarifaiRequest *self,
                           GBytes          *body)
{
  self->body = g_bytes_ref (body);
}

/* Pictures may come back. */
void
clarifai_request_set_large (ClarifaiRequest *self)
{
  self->large = TRUE;
}

void
clarifai_request_set_data (ClarifaiRequest *self,
                           gpointer         data,
                           GDestroyNotify   destroy)
{
  self->data = data;
  self->destroy_data = destroy;
}

/* The decoder also wants the replies that are no success. */
void
clarifai_request_set_failures (ClarifaiRequest *self)
{
  self->decodes_failures = TRUE;
}

void
clarifai_request_set_progress (ClarifaiRequest      *self,
                               ClarifaiProgressFunc  progress,
                               gpointer              progress_data)
{
  self->progress = progress;
  self->progress_data = progress_data;
}

void
clarifai_request_clear_reply (ClarifaiRequest *self,
                              ClarifaiReply   *reply)
{
  g_clear_error (&reply->error);
  if (self->destroy_value != NULL)
    g_clear_pointer (&reply->value, self->destroy_value);
}

/* Large bodies are read in a thread, so that the caller's loop goes on. */
void
clarifai_request_read_async (ClarifaiRequest     *self,
                             GBytes              *body,
                             guint                http_status,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, clarifai_request_read_async);
  g_task_set_return_on_cancel (task, TRUE);
  reading->request = clarifai_request_ref (self);
  reading->body = g_bytes_ref (body);
  reading->http_status = http_status;
  g_task_set_task_data (task, reading, reading_free);

  if (g_bytes_get_size (body) > LARGE_REPLY)
    g_task_run_in_thread (task, understand_in_thread);
  else
    g_task_return_pointer (task, understand (reading), owned_reply_free);
}

/* (transfer full): free it with g_free() after its members were taken or cleared. */
ClarifaiReply *
clarifai_request_read_finish (GAsyncResult  *result,
                              GError       **error)
{
  OwnedReply *owned = g_task_propagate_pointer (G_TASK (result), error);
  ClarifaiReply *reply;

  if (owned == NULL)
    return NULL;

  reply = g_memdup2 (&owned->reply, sizeof owned->reply);
  owned->reply = (ClarifaiReply) { 0 };
  owned_reply_free (owned);

  return reply;
}
