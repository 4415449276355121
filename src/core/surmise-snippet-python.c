/* surmise-snippet-python.c – a question as Python, with the service's two packages
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-snippet-private.h"

#include "clarifai-concept.h"
#include "clarifai-method.h"

/* One argument of a call, on a line of its own. */
static void
append_text_argument (GString    *code,
                      const char *name,
                      const char *value)
{
  g_string_append_printf (code, "    %s=", name);
  _surmise_snippet_append_text (code, value);
  g_string_append (code, ",\n");
}

static void
append_model (GString                   *code,
              const SurmiseSnippetFacts *facts)
{
  ClarifaiModelRef *model = surmise_question_get_model (facts->question);

  g_string_append (code, "model = Model(\n");
  append_text_argument (code, "user_id", clarifai_model_ref_get_user_id (model));
  append_text_argument (code, "app_id", clarifai_model_ref_get_app_id (model));
  append_text_argument (code, "model_id", clarifai_model_ref_get_model_id (model));
  if (clarifai_model_ref_get_version_id (model) != NULL)
    {
      g_string_append (code, "    model_version={\"id\": ");
      _surmise_snippet_append_text (code, clarifai_model_ref_get_version_id (model));
      g_string_append (code, "},\n");
    }
  append_text_argument (code, "base_url", facts->server);
  g_string_append (code, "    pat=os.environ[\"CLARIFAI_PAT\"],\n)\n");
}

/* What to ask about, by the helper that the package has for it. */
static void
append_input (GString                   *code,
              const SurmiseSnippetFacts *facts)
{
  const char *words = surmise_question_get_facts (facts->question)->words;
  gboolean has_picture = facts->address != NULL || facts->file != NULL;

  if (words != NULL && has_picture)
    g_string_append (code, "question = Inputs.get_multimodal_input(\"\", raw_text=");
  else if (words != NULL)
    g_string_append (code, "question = Inputs.get_text_input(\"\", raw_text=");
  else if (facts->address != NULL)
    g_string_append (code, "question = Inputs.get_input_from_url(\"\"");
  else
    g_string_append (code, "question = Inputs.get_input_from_bytes(\"\"");

  if (words != NULL)
    _surmise_snippet_append_text (code, words);
  if (facts->address != NULL)
    {
      g_string_append (code, ", image_url=");
      _surmise_snippet_append_text (code, facts->address);
    }
  else if (facts->file != NULL)
    {
      g_string_append (code, ", image_bytes=picture");
    }
  g_string_append (code, ")\n");
}

static void
append_config (GString         *code,
               SurmiseQuestion *question)
{
  const SurmiseQuestionFacts *facts = surmise_question_get_facts (question);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (code, "{\n    \"max_concepts\": %u,\n    \"min_value\": %s,\n", facts->max_concepts,
                          g_ascii_dtostr (number, sizeof number, facts->min_value));
  if (facts->language != NULL)
    {
      g_string_append (code, "    \"language\": ");
      _surmise_snippet_append_text (code, facts->language);
      g_string_append (code, ",\n");
    }
  if (facts->only != NULL)
    {
      g_string_append (code, "    \"select_concepts\": [\n");
      for (guint i = 0; i < g_list_model_get_n_items (facts->only); i++)
        {
          g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (facts->only, i);
          const char *id = clarifai_concept_get_id (concept);
          const char *name = clarifai_concept_get_name (concept);

          g_string_append_printf (code, "        resources_pb2.Concept(%s=", id != NULL ? "id" : "name");
          _surmise_snippet_append_text (code, id != NULL ? id : name != NULL ? name : "");
          g_string_append (code, "),\n");
        }
      g_string_append (code, "    ],\n");
    }
  g_string_append_c (code, '}');
}

static void
append_value (GString  *code,
              GVariant *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    _surmise_snippet_append_text (code, g_variant_get_string (value, NULL));
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    g_string_append (code, g_variant_get_boolean (value) ? "True" : "False");
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    g_string_append_printf (code, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  else
    g_string_append (code, g_ascii_dtostr (number, sizeof number, g_variant_get_double (value)));
}

static void
append_argument (GString                   *code,
                 const SurmiseSnippetFacts *facts,
                 ClarifaiArgument          *argument,
                 gboolean                  *is_first_picture)
{
  GVariant *values = surmise_question_get_facts (facts->question)->arguments;
  const char *name = clarifai_argument_get_name (argument);
  g_autoptr(GVariant) value = values != NULL ? g_variant_lookup_value (values, name, NULL) : NULL;
  g_autoptr(GVariant) sent = value != NULL ? clarifai_argument_convert (argument, value) : NULL;
  gboolean has_picture = facts->address != NULL || facts->file != NULL;
  gsize start = code->len;
  gboolean said;

  g_string_append (code, "    ");
  _surmise_snippet_append_text (code, name);
  g_string_append (code, ": ");
  if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_PICTURE)
    {
      said = has_picture && clarifai_argument_gets_picture (argument, value, *is_first_picture);
      *is_first_picture = FALSE;
      g_string_append (code, "Image(");
      if (facts->address != NULL)
        {
          g_string_append (code, "url=");
          _surmise_snippet_append_text (code, facts->address);
        }
      else
        {
          g_string_append (code, "bytes=picture");
        }
      g_string_append_c (code, ')');
    }
  else
    {
      said = sent != NULL;
      if (said)
        append_value (code, sent);
    }

  if (said)
    g_string_append (code, ",\n");
  else
    g_string_truncate (code, start);
}

/* Names come from whoever made the model: as texts they can be nothing else. */
static void
append_call (GString                   *code,
             const SurmiseSnippetFacts *facts)
{
  ClarifaiMethod *method = surmise_question_get_facts (facts->question)->method;
  GListModel *arguments = clarifai_method_get_arguments (method);
  gboolean is_first_picture = TRUE;

  g_string_append (code, "method = getattr(model, ");
  _surmise_snippet_append_text (code, clarifai_method_get_name (method));
  g_string_append (code, ")\nprint(method(**{\n");
  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);

      append_argument (code, facts, argument, &is_first_picture);
    }
  g_string_append (code, "}))\n");
}

/* How a Model is made, and what it takes, is in the package's client/model.py and client/input.py. */
char *
_surmise_snippet_python_sdk (const SurmiseSnippetFacts *facts)
{
  const SurmiseQuestionFacts *asked = surmise_question_get_facts (facts->question);
  g_autoptr(GString) code = g_string_new ("# pip install clarifai\nimport os\n\n");

  if (asked->method == NULL)
    g_string_append (code, "from clarifai.client.input import Inputs\n");
  g_string_append (code, "from clarifai.client.model import Model\n");
  if (asked->method != NULL)
    g_string_append (code, "from clarifai.runners.utils.data_types import Image\n");
  if (asked->method == NULL && asked->only != NULL)
    g_string_append (code, "from clarifai_grpc.grpc.api import resources_pb2\n");
  g_string_append_c (code, '\n');
  append_model (code, facts);
  if (facts->file != NULL)
    {
      g_string_append (code, "with open(");
      _surmise_snippet_append_text (code, facts->file);
      g_string_append (code, ", \"rb\") as file:\n    picture = file.read()\n");
    }

  if (asked->method != NULL)
    {
      append_call (code, facts);
    }
  else
    {
      append_input (code, facts);
      g_string_append (code, "answer = model.predict(inputs=[question], output_config=");
      append_config (code, facts->question);
      g_string_append (code, ")\nprint(answer.outputs[0].data)\n");
    }

  return _surmise_snippet_escape (code->str, TRUE);
}

/* The channel takes a host, and a server without TLS is another kind of channel. */
static void
append_channel (GString    *code,
                const char *server)
{
  g_autoptr(GUri) uri = g_uri_parse (server, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : server;
  gboolean is_plain = uri != NULL && g_str_equal (g_uri_get_scheme (uri), "http");
  int port = uri != NULL ? g_uri_get_port (uri) : -1;
  g_autofree char *bracketed = strchr (host, ':') != NULL ? g_strdup_printf ("[%s]", host) : g_strdup (host);
  g_autofree char *base = NULL;

  if (port > 0 && !is_plain)
    base = g_strdup_printf ("%s:%d", bracketed, port);
  g_string_append_printf (code, "channel = ClarifaiChannel.%s(base=",
                          is_plain ? "get_insecure_grpc_channel" : "get_grpc_channel");
  _surmise_snippet_append_text (code, base != NULL ? base : bracketed);
  if (is_plain)
    g_string_append_printf (code, ", port=%d", port > 0 ? port : 80);
  g_string_append (code, ")\n");
}

/* The request's fields are those of PostModelOutputsRequest in the service's protocol, of which the JSON body is a part. */
char *
_surmise_snippet_python_grpc (const SurmiseSnippetFacts *facts)
{
  ClarifaiModelRef *model = surmise_question_get_model (facts->question);
  g_autofree char *body = _surmise_snippet_dup_body (facts);
  g_autoptr(GString) code = g_string_new ("# pip install clarifai-grpc\n");

  if (facts->file != NULL)
    g_string_append (code, "import base64\n");
  g_string_append (code, "import os\n"
                         "\n"
                         "from clarifai_grpc.channel.clarifai_channel import ClarifaiChannel\n"
                         "from clarifai_grpc.grpc.api import resources_pb2, service_pb2, service_pb2_grpc\n"
                         "from google.protobuf import json_format\n"
                         "\n");
  if (facts->file != NULL)
    {
      g_string_append (code, "with open(");
      _surmise_snippet_append_text (code, facts->file);
      g_string_append (code, ", \"rb\") as file:\n    picture = base64.b64encode(file.read()).decode()\n");
    }

  g_string_append (code, "request = service_pb2.PostModelOutputsRequest(\n    user_app_id=resources_pb2.UserAppIDSet(user_id=");
  _surmise_snippet_append_text (code, clarifai_model_ref_get_user_id (model));
  g_string_append (code, ", app_id=");
  _surmise_snippet_append_text (code, clarifai_model_ref_get_app_id (model));
  g_string_append (code, "),\n");
  append_text_argument (code, "model_id", clarifai_model_ref_get_model_id (model));
  if (clarifai_model_ref_get_version_id (model) != NULL)
    append_text_argument (code, "version_id", clarifai_model_ref_get_version_id (model));
  g_string_append (code, ")\njson_format.ParseDict(");
  _surmise_snippet_append_body (code, body, 0, TRUE);
  g_string_append (code, ", request)\n");
  append_channel (code, facts->server);
  g_string_append (code, "stub = service_pb2_grpc.V2Stub(channel)\n"
                         "answer = stub.PostModelOutputs(\n"
                         "    request, metadata=((\"authorization\", \"Key \" + os.environ[\"CLARIFAI_PAT\"]),)\n"
                         ")\n"
                         "print(answer.outputs[0].data if answer.outputs else answer.status)\n");

  return _surmise_snippet_escape (code->str, TRUE);
}
