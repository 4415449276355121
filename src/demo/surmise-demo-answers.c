/* surmise-demo-answers.c – the demo's answers as JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-answers.h"

#include "surmise-demo-server.h"

/* Public, in the numbering of the service's Visibility.Gettable. */
#define VISIBILITY_PUBLIC 50

/* When the methods were made as they are. */
#define CREATED "2026-11-24T00:00:00Z"

static const struct {
  SurmiseDemoStatus status;
  guint             http;
  const char       *description;
} STATUSES[] = {
  { SURMISE_DEMO_STATUS_SUCCESS, 200, "Ok" },
  { SURMISE_DEMO_STATUS_MIXED, 200, "Mixed Success" },
  { SURMISE_DEMO_STATUS_FAILURE, 400, "Failure" },
  { SURMISE_DEMO_STATUS_KEY_NOT_FOUND, 401, "API key not found" },
  { SURMISE_DEMO_STATUS_BAD_REQUEST_FORMAT, 400, "Bad request format" },
  { SURMISE_DEMO_STATUS_DOES_NOT_EXIST, 404, "Resource does not exist" },
  { SURMISE_DEMO_STATUS_INVALID_REQUEST, 401, "Invalid request" },
  { SURMISE_DEMO_STATUS_METHOD_NOT_ALLOWED, 405, "Method not allowed" },
  { SURMISE_DEMO_STATUS_MODEL_TRAINED, 200, "Model is trained and ready" },
  { SURMISE_DEMO_STATUS_MODEL_DOES_NOT_EXIST, 404, "Model does not exist" },
  { SURMISE_DEMO_STATUS_MODEL_INVALID_ARGUMENT, 400, "Model argument is invalid" },
  { SURMISE_DEMO_STATUS_INPUT_FAILED, 400, "Download failed; check URL" },
  { SURMISE_DEMO_STATUS_INPUT_UNSUPPORTED_FORMAT, 400, "Unsupported input format" },
  { SURMISE_DEMO_STATUS_INPUT_INVALID_ARGUMENT, 400, "Invalid input argument" },
  { SURMISE_DEMO_STATUS_INPUT_OVER_LIMIT, 400, "Input is over the limit" },
  { SURMISE_DEMO_STATUS_INPUT_INVALID_BYTES, 400, "All input bytes are invalid" },
  { SURMISE_DEMO_STATUS_REQUEST_TOO_BIG, 413, "Request is too big" },
};

static guint
find_status (SurmiseDemoStatus status)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATUSES); i++)
    if (STATUSES[i].status == status)
      return i;

  g_return_val_if_reached (0);
}

static void
add_visibility (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "visibility");
  json_builder_begin_object (builder);
  surmise_demo_answer_add_number (builder, "gettable", VISIBILITY_PUBLIC);
  json_builder_end_object (builder);
}

static void
add_languages (JsonBuilder            *builder,
               const SurmiseDemoModel *model)
{
  json_builder_set_member_name (builder, "languages_full");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (model->languages) && model->languages[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      surmise_demo_answer_add_string (builder, "id", model->languages[i]);
      surmise_demo_answer_add_string (builder, "name",
                                      g_str_equal (model->languages[i], "de") ? "German" : "English");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_fields (JsonBuilder       *builder,
            const char        *member,
            const char *const *fields)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; fields[i] != NULL; i++)
    json_builder_add_string_value (builder, fields[i]);
  json_builder_end_array (builder);
}

/**
 * surmise_demo_status_get_http:
 * @status: a status code of the service
 *
 * Returns: the HTTP status that goes with it
 */
guint
surmise_demo_status_get_http (SurmiseDemoStatus status)
{
  return STATUSES[find_status (status)].http;
}

void
surmise_demo_answer_add_string (JsonBuilder *builder,
                                const char  *member,
                                const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

void
surmise_demo_answer_add_number (JsonBuilder *builder,
                                const char  *member,
                                gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}

/**
 * surmise_demo_answer_add_status:
 * @builder: in an open object
 * @status: the code
 * @details: (nullable): more about it; never anything from the Authorization header
 * @whole: whether it is that of the whole answer, which has a request id
 */
void
surmise_demo_answer_add_status (JsonBuilder       *builder,
                                SurmiseDemoStatus  status,
                                const char        *details,
                                gboolean           whole)
{
  json_builder_set_member_name (builder, "status");
  json_builder_begin_object (builder);
  surmise_demo_answer_add_number (builder, "code", status);
  surmise_demo_answer_add_string (builder, "description", STATUSES[find_status (status)].description);
  if (details != NULL)
    surmise_demo_answer_add_string (builder, "details", details);
  if (whole)
    {
      g_autofree char *id = g_uuid_string_random ();

      surmise_demo_answer_add_string (builder, "req_id", id);
    }
  json_builder_end_object (builder);
}

JsonBuilder *
surmise_demo_answer_begin (SurmiseDemoStatus  status,
                           const char        *details)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  surmise_demo_answer_add_status (builder, status, details, TRUE);
  return builder;
}

char *
surmise_demo_answer_end (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  return json_generator_to_data (generator, NULL);
}

void
surmise_demo_answer_add_user (JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", SURMISE_DEMO_USER);
  surmise_demo_answer_add_string (builder, "first_name", "Demo");
  add_visibility (builder);
  json_builder_end_object (builder);
}

void
surmise_demo_answer_add_app (JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", SURMISE_DEMO_APP);
  surmise_demo_answer_add_string (builder, "name", "On This Computer");
  surmise_demo_answer_add_string (builder, "user_id", SURMISE_DEMO_USER);
  add_visibility (builder);
  json_builder_end_object (builder);
}

void
surmise_demo_answer_add_version (JsonBuilder            *builder,
                                 const SurmiseDemoModel *model)
{
  guint n_names = 0;

  while (model->name_nth != NULL && model->name_nth (n_names) != NULL)
    n_names++;

  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", model->version);
  surmise_demo_answer_add_string (builder, "created_at", CREATED);
  surmise_demo_answer_add_status (builder, SURMISE_DEMO_STATUS_MODEL_TRAINED, NULL, FALSE);
  if (n_names > 0)
    surmise_demo_answer_add_number (builder, "active_concept_count", n_names);
  add_visibility (builder);
  surmise_demo_answer_add_string (builder, "app_id", SURMISE_DEMO_APP);
  surmise_demo_answer_add_string (builder, "user_id", SURMISE_DEMO_USER);
  surmise_demo_answer_add_string (builder, "license", "GPL-3.0-or-later");
  if (model->method != NULL)
    {
      json_builder_set_member_name (builder, "method_signatures");
      json_builder_begin_array (builder);
      surmise_demo_method_add (model->method, builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/* The service leaves a model's description and notes out of predictions, so @with_notes is for the rest. */
void
surmise_demo_answer_add_model (JsonBuilder            *builder,
                               const SurmiseDemoModel *model,
                               gboolean                with_notes)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", model->id);
  surmise_demo_answer_add_string (builder, "name", model->name);
  surmise_demo_answer_add_string (builder, "app_id", SURMISE_DEMO_APP);
  surmise_demo_answer_add_string (builder, "user_id", SURMISE_DEMO_USER);
  surmise_demo_answer_add_string (builder, "model_type_id", model->type->id);
  surmise_demo_answer_add_string (builder, "created_at", CREATED);
  surmise_demo_answer_add_string (builder, "modified_at", CREATED);
  if (with_notes)
    {
      surmise_demo_answer_add_string (builder, "description", model->description);
      surmise_demo_answer_add_string (builder, "notes", model->notes);
      surmise_demo_answer_add_number (builder, "version_count", 1);
      /* Nobody can give the demo's models a star. */
      surmise_demo_answer_add_number (builder, "star_count", 0);
      add_languages (builder, model);
    }
  json_builder_set_member_name (builder, "model_version");
  surmise_demo_answer_add_version (builder, model);
  add_visibility (builder);
  json_builder_end_object (builder);
}

void
surmise_demo_answer_add_type (JsonBuilder                *builder,
                              const SurmiseDemoModelType *type)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "id", type->id);
  surmise_demo_answer_add_string (builder, "title", type->title);
  surmise_demo_answer_add_string (builder, "description", type->description);
  add_fields (builder, "input_fields", type->inputs);
  add_fields (builder, "output_fields", type->outputs);
  json_builder_end_object (builder);
}
