/* surmise-demo-predict.c – a prediction request from JSON to JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-predict.h"

#include "surmise-demo-request.h"
#include "surmise-prepare.h"

typedef struct {
  SurmiseDemoStatus  status;
  char              *details;
  JsonNode          *data; /* NULL where it failed */
} Result;

static void
result_clear (gpointer data)
{
  Result *result = data;

  g_free (result->details);
  g_clear_pointer (&result->data, json_node_unref);
}

/* Words of the service's own kind: the client looks at the code. */
static SurmiseDemoStatus
status_from_error (const GError *error)
{
  if (error->domain != SURMISE_PREPARE_ERROR)
    return SURMISE_DEMO_STATUS_INPUT_FAILED;

  switch ((SurmisePrepareError) error->code)
    {
    case SURMISE_PREPARE_ERROR_MISSING_LOADER:
      return SURMISE_DEMO_STATUS_INPUT_UNSUPPORTED_FORMAT;

    case SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS:
    case SURMISE_PREPARE_ERROR_TOO_MANY_BYTES:
      return SURMISE_DEMO_STATUS_INPUT_OVER_LIMIT;

    case SURMISE_PREPARE_ERROR_UNREADABLE:
      return SURMISE_DEMO_STATUS_INPUT_FAILED;

    case SURMISE_PREPARE_ERROR_NOT_A_PICTURE:
    case SURMISE_PREPARE_ERROR_BROKEN:
    default:
      return SURMISE_DEMO_STATUS_INPUT_INVALID_BYTES;
    }
}

static void
fail (Result            *result,
      SurmiseDemoStatus  status,
      const char        *details)
{
  result->status = status;
  result->details = g_strdup (details);
}

static void
predict_content (const SurmiseDemoModel  *model,
                 const SurmiseDemoConfig *config,
                 SurmiseDemoContent      *content,
                 GCancellable            *cancellable,
                 Result                  *result)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmiseDemoPixels) pixels = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  SurmiseDemoAsked asked = { .words = content->words, .arguments = content->arguments };

  if (model->takes & SURMISE_DEMO_TAKES_PICTURE)
    {
      pixels = surmise_demo_pixels_new (content->picture, model->edge, cancellable, &error);
      if (pixels == NULL)
        {
          fail (result, status_from_error (error), error->message);
          return;
        }
      asked.pixels = pixels;
    }

  builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  model->predict (&asked, config, builder);
  json_builder_end_object (builder);
  result->status = SURMISE_DEMO_STATUS_SUCCESS;
  result->data = json_builder_get_root (builder);
}

static gboolean
check_picture (SurmiseDemoInput  kind,
               Result           *result)
{
  switch (kind)
    {
    case SURMISE_DEMO_INPUT_PICTURE:
      return TRUE;

    case SURMISE_DEMO_INPUT_URL:
      fail (result, SURMISE_DEMO_STATUS_INPUT_FAILED, "The demo fetches nothing: send the picture itself");
      return FALSE;

    case SURMISE_DEMO_INPUT_BAD_BASE64:
      fail (result, SURMISE_DEMO_STATUS_INPUT_INVALID_BYTES, "Not base64");
      return FALSE;

    case SURMISE_DEMO_INPUT_EMPTY:
    default:
      fail (result, SURMISE_DEMO_STATUS_INPUT_INVALID_ARGUMENT, "The input has no image");
      return FALSE;
    }
}

/* Whether all is there that the model takes. */
static gboolean
check_content (const SurmiseDemoModel *model,
               SurmiseDemoInput        kind,
               SurmiseDemoContent     *content,
               Result                 *result)
{
  g_autofree char *wrong = NULL;

  if ((model->takes & SURMISE_DEMO_TAKES_PICTURE) && !check_picture (kind, result))
    return FALSE;

  if ((model->takes & SURMISE_DEMO_TAKES_WORDS) && (content->words == NULL || *content->words == '\0'))
    {
      fail (result, SURMISE_DEMO_STATUS_INPUT_INVALID_ARGUMENT, "The input has no text");
      return FALSE;
    }

  wrong = model->method != NULL ? surmise_demo_method_check (model->method, content->arguments) : NULL;
  if (wrong != NULL)
    fail (result, SURMISE_DEMO_STATUS_FAILURE, wrong);

  return wrong == NULL;
}

static void
predict_input (const SurmiseDemoModel  *model,
               SurmiseDemoRequest      *request,
               guint                    position,
               GCancellable            *cancellable,
               Result                  *result)
{
  g_auto (SurmiseDemoContent) content = { NULL };
  SurmiseDemoInput kind = surmise_demo_request_get_input (request, position, &content);

  if (check_content (model, kind, &content, result))
    predict_content (model, surmise_demo_request_get_config (request), &content, cancellable, result);
}

/* Whether one of the wanted concepts is the model's; a model without concepts does not look at them. */
static gboolean
knows_wanted (const SurmiseDemoModel  *model,
              const SurmiseDemoConfig *config)
{
  const SurmiseDemoName *name;

  if (config->select == NULL || model->name_nth == NULL)
    return TRUE;

  for (guint i = 0; (name = model->name_nth (i)) != NULL; i++)
    if (surmise_demo_name_wanted (name, config))
      return TRUE;

  return FALSE;
}

/* One input: its own status is the whole's. Several: all well, all failed or mixed. */
static SurmiseDemoStatus
sum_up (GArray *results)
{
  guint n_good = 0;

  for (guint i = 0; i < results->len; i++)
    if (g_array_index (results, Result, i).status == SURMISE_DEMO_STATUS_SUCCESS)
      n_good++;

  if (n_good == results->len)
    return SURMISE_DEMO_STATUS_SUCCESS;

  if (results->len == 1)
    return g_array_index (results, Result, 0).status;

  return n_good > 0 ? SURMISE_DEMO_STATUS_MIXED : SURMISE_DEMO_STATUS_FAILURE;
}

static void
add_output (JsonBuilder            *builder,
            const SurmiseDemoModel *model,
            const char             *created_at,
            Result                 *result)
{
  g_autofree char *output_id = g_uuid_string_random ();
  g_autofree char *input_id = g_uuid_string_random ();

  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", output_id);
  surmise_demo_answer_add_status (builder, result->status, result->details, FALSE);
  surmise_demo_answer_add_string (builder, "created_at", created_at);
  json_builder_set_member_name (builder, "model");
  surmise_demo_answer_add_model (builder, model, FALSE);
  json_builder_set_member_name (builder, "input");
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", input_id);
  json_builder_end_object (builder);
  if (result->data != NULL)
    {
      json_builder_set_member_name (builder, "data");
      json_builder_add_value (builder, g_steal_pointer (&result->data));
    }
  json_builder_end_object (builder);
}

static char *
refuse (SurmiseDemoStatus  status,
        const char        *details,
        guint             *http)
{
  g_autoptr (JsonBuilder) builder = surmise_demo_answer_begin (status, details);

  json_builder_set_member_name (builder, "outputs");
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
  *http = surmise_demo_status_get_http (status);
  return surmise_demo_answer_end (builder);
}

/**
 * surmise_demo_predict:
 * @model: what looks at the pictures
 * @body: the request as it came
 * @cancellable: looked at before every input
 * @http: (out): the HTTP status of the answer
 *
 * Returns: (transfer full): the answer's body
 */
char *
surmise_demo_predict (const SurmiseDemoModel *model,
                      GBytes                 *body,
                      GCancellable           *cancellable,
                      guint                  *http)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmiseDemoRequest) request = surmise_demo_request_new (body, &error);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created_at = g_date_time_format_iso8601 (now);
  g_autoptr (GArray) results = NULL;
  g_autoptr (JsonBuilder) builder = NULL;
  SurmiseDemoStatus status;
  guint n_inputs;

  if (request == NULL)
    return refuse (SURMISE_DEMO_STATUS_BAD_REQUEST_FORMAT, error->message, http);
  if (!knows_wanted (model, surmise_demo_request_get_config (request)))
    return refuse (SURMISE_DEMO_STATUS_MODEL_INVALID_ARGUMENT, "None of select_concepts is the model's", http);

  n_inputs = surmise_demo_request_get_n_inputs (request);
  results = g_array_sized_new (FALSE, TRUE, sizeof (Result), n_inputs);
  g_array_set_clear_func (results, result_clear);
  g_array_set_size (results, n_inputs);
  for (guint i = 0; i < n_inputs && !g_cancellable_is_cancelled (cancellable); i++)
    predict_input (model, request, i, cancellable, &g_array_index (results, Result, i));

  if (g_cancellable_is_cancelled (cancellable))
    return refuse (SURMISE_DEMO_STATUS_FAILURE, "Cancelled", http);

  status = sum_up (results);
  *http = surmise_demo_status_get_http (status);
  builder = surmise_demo_answer_begin (status, NULL);
  json_builder_set_member_name (builder, "outputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_inputs; i++)
    add_output (builder, model, created_at, &g_array_index (results, Result, i));
  json_builder_end_array (builder);
  return surmise_demo_answer_end (builder);
}
