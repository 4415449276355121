/* clarifai-predict.c – asking a model about inputs
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-predict.h"

#include <string.h>

#include "clarifai-batch.h"
#include "clarifai-input.h"
#include "clarifai-model-ref.h"
#include "clarifai-output-config.h"
#include "clarifai-output.h"
#include "clarifai-request-json.h"
#include "clarifai-request.h"
#include "clarifai-wait.h"
#include "clarifai-wire-decode.h"
#include "clarifai-wire-encode.h"

/* The service's own limit. */
#define MOST_INPUTS 128
/* Below this, a thread costs more than it saves. */
#define LARGE_BODY (256 * 1024)

typedef struct {
  ClarifaiModelRef     *model;         /* (owned) */
  char                 *path;          /* (owned) */
  char                 *token;         /* (owned): wiped at the end */
  ClarifaiOutputConfig *config;        /* (owned) (nullable) */
  GPtrArray            *inputs;        /* (owned) of ClarifaiInput */
  GPtrArray            *outputs;       /* (owned) of ClarifaiOutput, or NULL: at the inputs' places */
  GQueue                queue;         /* of ClarifaiBatch */
  ClarifaiBatch        *batch;         /* (owned) (nullable): the one on its way */
  ClarifaiProgressFunc  progress;
  gpointer              progress_data;
} Call;

/* What a thread needs to make a body, and what the reply is decoded with. */
typedef struct {
  GPtrArray            *inputs; /* (owned) */
  char                **ids;    /* (owned) */
  ClarifaiModelRef     *model;  /* (owned) */
  ClarifaiOutputConfig *config; /* (owned) (nullable) */
} Asking;

static void ask_next (GTask *task);

/* Places without an output yet are NULL. */
static void
unref_output (gpointer output)
{
  g_clear_object (&output);
}

static void
call_free (gpointer data)
{
  Call *call = data;

  g_clear_object (&call->model);
  g_clear_pointer (&call->path, g_free);
  explicit_bzero (call->token, strlen (call->token));
  g_clear_pointer (&call->token, g_free);
  g_clear_pointer (&call->config, clarifai_output_config_free);
  g_clear_pointer (&call->inputs, g_ptr_array_unref);
  g_clear_pointer (&call->outputs, g_ptr_array_unref);
  g_queue_clear_full (&call->queue, clarifai_batch_free);
  g_clear_pointer (&call->batch, clarifai_batch_free);
  g_free (call);
}

static void
asking_clear (gpointer data)
{
  Asking *asking = data;

  g_clear_pointer (&asking->inputs, g_ptr_array_unref);
  g_clear_pointer (&asking->ids, g_strfreev);
  g_clear_object (&asking->model);
  g_clear_pointer (&asking->config, clarifai_output_config_free);
}

static void
asking_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, asking_clear);
}

/* The ids say at which place of the call an input is, which stays true for what is asked again. */
static Asking *
asking_new (const Call *call)
{
  Asking *asking = g_atomic_rc_box_new0 (Asking);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();

  asking->inputs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < call->batch->places->len; i++)
    {
      guint place = clarifai_batch_get (call->batch, i);
      g_autofree char *id = g_strdup_printf ("input-%u", place);

      g_strv_builder_add (ids, id);
      g_ptr_array_add (asking->inputs, g_object_ref (g_ptr_array_index (call->inputs, place)));
    }
  asking->ids = g_strv_builder_end (ids);
  asking->model = g_object_ref (call->model);
  asking->config = clarifai_output_config_copy (call->config);

  return asking;
}

static gpointer
decode_outputs (JsonObject     *root,
                ClarifaiStatus *status,
                gpointer        data,
                const char     *token,
                GError        **error)
{
  const Asking *asking = data;

  return clarifai_wire_decode_outputs (root, status, (const char * const *) asking->ids, asking->model, token,
                                       error);
}

static GBytes *
encode (const Asking *asking)
{
  return clarifai_wire_encode_predict (asking->inputs, (const char * const *) asking->ids, asking->config);
}

static void
encode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  g_task_return_pointer (task, encode (task_data), (GDestroyNotify) g_bytes_unref);
}

static void
return_outputs (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  GListStore *list = g_list_store_new (CLARIFAI_TYPE_OUTPUT);

  g_list_store_splice (list, 0, 0, call->outputs->pdata, call->outputs->len);
  g_task_return_pointer (task, list, g_object_unref);
}

/* Gives an error to the inputs at some places. */
static void
fail_places (Call                *call,
             const ClarifaiBatch *batch,
             const GError        *error)
{
  for (guint i = 0; i < batch->places->len; i++)
    {
      g_autoptr(ClarifaiOutput) failed = clarifai_output_new_failed (error);

      g_set_object ((ClarifaiOutput **) &g_ptr_array_index (call->outputs, clarifai_batch_get (batch, i)),
                    failed);
    }
}

static gboolean
has_answers (const Call *call)
{
  for (guint i = 0; i < call->outputs->len; i++)
    {
      ClarifaiOutput *output = g_ptr_array_index (call->outputs, i);

      if (output != NULL && clarifai_output_get_error (output) == NULL)
        return TRUE;
    }

  return FALSE;
}

/* What other batches were answered already is paid for, and is not thrown away. */
static void
fail_call (GTask  *task,
           GError *error)
{
  Call *call = g_task_get_task_data (task);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !has_answers (call))
    {
      g_task_return_error (task, error);
      return;
    }

  fail_places (call, call->batch, error);
  for (GList *l = call->queue.head; l != NULL; l = l->next)
    fail_places (call, l->data, error);
  g_error_free (error);
  return_outputs (task);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr(GPtrArray) answers = clarifai_request_send_finish (CLARIFAI_CLIENT (source), result, &error);

  if (answers != NULL)
    clarifai_batch_settle (&call->queue, call->batch, answers, call->outputs);
  else if (!g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REPLY_TOO_LARGE))
    {
      fail_call (task, error);
      return;
    }
  else if (call->batch->places->len > 1)
    clarifai_batch_halve (&call->queue, g_steal_pointer (&call->batch));
  else
    fail_places (call, call->batch, error);

  g_clear_error (&error);
  ask_next (g_steal_pointer (&task));
}

static void
encoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  Asking *asking = g_task_get_task_data (G_TASK (result));
  ClarifaiClient *client = g_task_get_source_object (task);
  g_autoptr(ClarifaiRequest) request = NULL;
  GError *error = NULL;
  g_autoptr(GBytes) body = g_task_propagate_pointer (G_TASK (result), &error);

  if (body == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  request = clarifai_request_new (call->path, call->token, decode_outputs,
                                  (GDestroyNotify) g_ptr_array_unref);
  clarifai_request_set_body (request, body);
  clarifai_request_set_failures (request);
  clarifai_request_set_data (request, g_atomic_rc_box_acquire (asking), asking_unref);
  clarifai_request_set_progress (request, call->progress, call->progress_data);
  if (call->config != NULL && call->config->large_reply)
    clarifai_request_set_large (request);
  clarifai_request_send_async (request, client, g_task_get_cancellable (task), answered_cb, task);
  g_steal_pointer (&task);
}

static void
encode_batch (GTask *task)
{
  Call *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GTask) encoding = NULL;
  Asking *asking = asking_new (call);

  /* No source object: the thread may be the last to know this task, and the client's end is not a thread's. */
  encoding = g_task_new (NULL, cancellable, encoded_cb, task);
  g_task_set_source_tag (encoding, encode_batch);
  g_task_set_return_on_cancel (encoding, TRUE);
  g_task_set_task_data (encoding, asking, asking_unref);

  if (clarifai_wire_estimate_predict (asking->inputs) > LARGE_BODY)
    g_task_run_in_thread (encoding, encode_in_thread);
  else
    g_task_return_pointer (encoding, encode (asking), (GDestroyNotify) g_bytes_unref);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (!clarifai_wait_finish (result, &error))
    g_task_return_error (task, error);
  else
    encode_batch (g_steal_pointer (&task));
}

/* One batch after the other: what a later one needs may depend on an earlier one's answers. */
static void
ask_next (GTask *taken)
{
  g_autoptr(GTask) task = taken;
  Call *call = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  double scale = clarifai_client_get_retry_scale (g_task_get_source_object (task));

  g_clear_pointer (&call->batch, clarifai_batch_free);
  call->batch = g_queue_pop_head (&call->queue);

  if (call->batch == NULL)
    return_outputs (task);
  else if (call->batch->n_times > 0)
    clarifai_wait_async ((gint64) ((1 << (call->batch->n_times - 1)) * scale * G_USEC_PER_SEC),
                         cancellable, waited_cb, g_steal_pointer (&task));
  else
    encode_batch (g_steal_pointer (&task));
}

static Call *
call_new (ClarifaiModelRef           *model,
          GListModel                 *inputs,
          const ClarifaiOutputConfig *config,
          const char                 *token)
{
  Call *call = g_new0 (Call, 1);
  guint n_inputs = g_list_model_get_n_items (inputs);
  ClarifaiBatch *batch = clarifai_batch_new (0);

  call->model = g_object_ref (model);
  call->path = clarifai_predict_dup_path (model);
  call->token = g_strdup (token);
  call->config = clarifai_output_config_copy (config);

  call->inputs = g_ptr_array_new_with_free_func (g_object_unref);
  call->outputs = g_ptr_array_new_with_free_func (unref_output);
  g_ptr_array_set_size (call->outputs, (int) n_inputs);
  g_queue_init (&call->queue);
  for (guint i = 0; i < n_inputs; i++)
    {
      g_ptr_array_add (call->inputs, g_list_model_get_item (inputs, i));
      clarifai_batch_add (batch, i);
      if (batch->places->len == MOST_INPUTS)
        {
          clarifai_batch_enqueue (&call->queue, batch);
          batch = clarifai_batch_new (0);
        }
    }
  clarifai_batch_enqueue (&call->queue, batch);

  return call;
}

/**
 * clarifai_client_predict_async:
 * @model: which one; without a version, the latest answers
 * @inputs: of #ClarifaiInput; as many as wished, 128 of them a request
 * @config: (nullable): NULL for the service's own defaults
 * @token: as whom
 * @progress: (nullable): is told, in the caller's context and until the end, what the service is doing
 *
 * POST …/outputs. Each input gets its own output or its own error; one bad input does not fail its
 * neighbours. The call as a whole fails for the account, the model, the transport or trouble at the
 * service, unless some inputs have been answered by then: the others have that error then.
 */
void
clarifai_client_predict_async (ClarifaiClient             *self,
                               ClarifaiModelRef           *model,
                               GListModel                 *inputs,
                               const ClarifaiOutputConfig *config,
                               const char                 *token,
                               GCancellable               *cancellable,
                               ClarifaiProgressFunc        progress,
                               gpointer                    progress_data,
                               GAsyncReadyCallback         callback,
                               gpointer                    user_data)
{
  Call *call;
  GTask *task;

  g_return_if_fail (CLARIFAI_IS_CLIENT (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));
  g_return_if_fail (G_IS_LIST_MODEL (inputs));
  g_return_if_fail (token != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, clarifai_client_predict_async);
  call = call_new (model, inputs, config, token);
  call->progress = progress;
  call->progress_data = progress_data;
  g_task_set_task_data (task, call, call_free);
  ask_next (task);
}

/* (transfer full): of #ClarifaiOutput, one for each input, in their order */
GListModel *
clarifai_client_predict_finish (ClarifaiClient  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, clarifai_client_predict_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
