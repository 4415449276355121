/* clarifai-wire-outputs.c – replies to a prediction, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-decode.h"

#include "clarifai-json.h"
#include "clarifai-output.h"
#include "clarifai-wire-data.h"

static void
answer_free (gpointer data)
{
  ClarifaiAnswer *answer = data;

  g_clear_object (&answer->output);
  g_free (answer);
}

/* Nothing that another input, or none, would change. */
static gboolean
is_of_whole_call (ClarifaiError error)
{
  switch (error)
    {
    case CLARIFAI_ERROR_TOKEN_REFUSED:
    case CLARIFAI_ERROR_KEY_INVALID:
    case CLARIFAI_ERROR_SCOPES:
    case CLARIFAI_ERROR_ACCOUNT:
    case CLARIFAI_ERROR_QUOTA:
    case CLARIFAI_ERROR_THROTTLED:
    case CLARIFAI_ERROR_NOT_FOUND:
    case CLARIFAI_ERROR_MODEL_NOT_FOUND:
    case CLARIFAI_ERROR_MODEL_DENIED:
    case CLARIFAI_ERROR_MODEL_NOT_DEPLOYED:
    case CLARIFAI_ERROR_MODEL_NOT_READY:
    case CLARIFAI_ERROR_CONSENT:
    case CLARIFAI_ERROR_REDIRECTED:
      return TRUE;

    case CLARIFAI_ERROR_FAILED:
    case CLARIFAI_ERROR_MODEL_FAILED:
    case CLARIFAI_ERROR_INVALID_REQUEST:
    case CLARIFAI_ERROR_INPUT_FAILED:
    case CLARIFAI_ERROR_INPUT_UNSUPPORTED:
    case CLARIFAI_ERROR_INPUT_ADDRESS:
    case CLARIFAI_ERROR_INPUT_TOO_LARGE:
    case CLARIFAI_ERROR_SERVER:
    case CLARIFAI_ERROR_BAD_REPLY:
    case CLARIFAI_ERROR_REPLY_TOO_LARGE:
    case CLARIFAI_ERROR_INSECURE:
    case CLARIFAI_ERROR_REFERENCE:
    case CLARIFAI_ERROR_REFERENCE_KIND:
    default:
      return FALSE;
    }
}

/* Whether an input may be to blame though nothing is said about single ones. */
static gboolean
blames_inputs (const ClarifaiStatus *status)
{
  return status->code == CLARIFAI_STATUS_FAILURE ||
         status->error == CLARIFAI_ERROR_INPUT_FAILED ||
         status->error == CLARIFAI_ERROR_INPUT_UNSUPPORTED ||
         status->error == CLARIFAI_ERROR_INPUT_ADDRESS ||
         status->error == CLARIFAI_ERROR_INPUT_TOO_LARGE;
}

/* The status of one output, or FALSE. HTTP has nothing to say about a single one. */
static gboolean
read_output_status (JsonObject     *output,
                    ClarifaiStatus *status)
{
  if (clarifai_status_read_code (clarifai_json_get_object (output, "status")) == 0)
    return FALSE;

  clarifai_status_read (status, output, 0);

  return TRUE;
}

/* A failure at the top may only say that all failed, and the outputs why: where the why is the model's or the
 * account's, that is what happened to the call. Returns whether any output says something at all. */
static gboolean
find_cause (JsonArray      *outputs,
            ClarifaiStatus *status)
{
  gboolean says_something = FALSE;

  for (guint i = 0; i < clarifai_json_get_length (outputs); i++)
    {
      ClarifaiStatus own;

      if (!read_output_status (clarifai_json_get_element (outputs, i), &own))
        continue;

      says_something = TRUE;
      if (status->code == CLARIFAI_STATUS_FAILURE && !own.good && is_of_whole_call (own.error))
        {
          *status = own;
          break;
        }
    }

  return says_something;
}

/* Which output belongs to which input: by the ids, where the service gave all of ours back, else by the
 * order. */
static JsonObject **
pair (JsonArray          *outputs,
      const char * const *ids,
      guint               n_inputs)
{
  JsonObject **by_id = g_new0 (JsonObject *, n_inputs + 1);
  g_autofree JsonObject **by_order = g_new0 (JsonObject *, n_inputs + 1);
  g_autoptr(GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean all_known = TRUE;

  for (guint i = 0; i < n_inputs; i++)
    g_hash_table_insert (places, (char *) ids[i], GUINT_TO_POINTER (i + 1));

  for (guint i = 0; i < clarifai_json_get_length (outputs); i++)
    {
      JsonObject *output = clarifai_json_get_element (outputs, i);
      const char *id = clarifai_json_get_string (clarifai_json_get_object (output, "input"), "id");
      guint place = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (places, id)) : 0;

      if (i < n_inputs)
        by_order[i] = output;
      if (place == 0 || by_id[place - 1] != NULL)
        all_known = FALSE;
      else
        by_id[place - 1] = output;
    }

  if (!all_known)
    {
      g_free (by_id);
      by_id = g_steal_pointer (&by_order);
    }

  return by_id;
}

/* @root: (nullable): where it says nothing about any input, what it says is all there is to show */
static ClarifaiAnswer *
decode_answer (JsonObject           *object,
               JsonObject           *root,
               const ClarifaiStatus *top,
               ClarifaiModelRef     *asked,
               const char           *token)
{
  ClarifaiAnswer *answer = g_new0 (ClarifaiAnswer, 1);
  g_autoptr(GError) error = NULL;
  ClarifaiStatus own;

  if (object != NULL && read_output_status (object, &own))
    {
      answer->retry = own.retry;
      /* Where some were answered, the service looked at each of them. */
      answer->vague = !top->good && !own.good &&
                      (own.code == CLARIFAI_STATUS_FAILURE || own.error == CLARIFAI_ERROR_INPUT_FAILED);
      if (!own.good)
        error = clarifai_status_to_error (&own, token);
    }
  else if (!top->good)
    {
      answer->vague = TRUE;
      error = clarifai_status_to_error (top, token);
    }
  else if (object == NULL)
    error = g_error_new_literal (CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY,
                                 "The reply has no output for this input");

  answer->output = clarifai_wire_decode_output (object != NULL ? object : root, asked, error, token);

  return answer;
}

/**
 * clarifai_wire_decode_outputs:
 * @root: (nullable): the reply
 * @status: its own; where all failed for the account's or the model's sake, that becomes the status
 * @ids: those that the inputs were sent with
 * @asked: the model
 * @token: what must not be in a message
 * @error: set where the call as a whole failed
 *
 * Returns: (transfer full): a #ClarifaiAnswer for each id
 */
GPtrArray *
clarifai_wire_decode_outputs (JsonObject         *root,
                              ClarifaiStatus     *status,
                              const char * const *ids,
                              ClarifaiModelRef   *asked,
                              const char         *token,
                              GError            **error)
{
  JsonArray *outputs = clarifai_json_get_array (root, "outputs");
  JsonObject *all = clarifai_json_get_length (outputs) == 0 ? root : NULL;
  guint n_inputs = g_strv_length ((char **) ids);
  gboolean says_something = find_cause (outputs, status);
  g_autofree JsonObject **paired = NULL;
  GPtrArray *answers;

  if (!status->good && (is_of_whole_call (status->error) || !(says_something || blames_inputs (status))))
    {
      g_propagate_error (error, clarifai_status_to_error (status, token));
      return NULL;
    }

  paired = pair (outputs, ids, n_inputs);
  answers = g_ptr_array_new_full (n_inputs, answer_free);
  for (guint i = 0; i < n_inputs; i++)
    g_ptr_array_add (answers, decode_answer (paired[i], all, status, asked, token));

  return answers;
}
