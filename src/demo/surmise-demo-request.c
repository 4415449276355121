/* surmise-demo-request.c – what a prediction request asks for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-request.h"

#include "surmise-demo-predict.h"

/* The parser calls itself for every level; an honest request has about six. */
#define MAX_DEPTH 32

#define DEFAULT_MAX_CONCEPTS 20
#define MAX_CONCEPTS         200

struct _SurmiseDemoRequest {
  JsonParser        *parser;
  JsonArray         *inputs; /* owned by the parser */
  SurmiseDemoConfig  config;
};

G_DEFINE_QUARK (surmise-demo-request-error-quark, surmise_demo_request_error)

static gboolean
is_shallow (const char *text,
            gsize       length)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length; i++)
    if (in_string)
      {
        if (text[i] == '\\')
          i++;
        else if (text[i] == '"')
          in_string = FALSE;
      }
    else if (text[i] == '"')
      in_string = TRUE;
    else if ((text[i] == '[' || text[i] == '{') && ++depth > MAX_DEPTH)
      return FALSE;
    else if ((text[i] == ']' || text[i] == '}') && depth > 0)
      depth--;

  return TRUE;
}

/* NULL wherever a member is missing or of another kind; never a critical. */
static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
get_number (JsonObject *object,
            const char *member,
            double     *number)
{
  JsonNode *node = json_object_get_member (object, member);
  GType type;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);
  return TRUE;
}

/* The documented place is model.model_version.output_info; older clients leave out the version. */
static JsonObject *
find_config (JsonObject *root)
{
  JsonObject *model = get_object (root, "model");
  JsonObject *info = get_object (get_object (model, "model_version"), "output_info");
  JsonObject *documented = get_object (info, "output_config");

  return documented != NULL ? documented : get_object (get_object (model, "output_info"), "output_config");
}

static gboolean
read_config (SurmiseDemoRequest  *self,
             JsonObject          *root,
             GError             **error)
{
  JsonObject *config = find_config (root);
  double max_concepts = 0;
  double min_value = 0;

  if (config != NULL &&
      (!get_number (config, "max_concepts", &max_concepts) || !get_number (config, "min_value", &min_value)))
    {
      g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SHAPE,
                           "max_concepts and min_value are numbers");
      return FALSE;
    }

  if (!(max_concepts >= 0 && max_concepts <= MAX_CONCEPTS && min_value >= 0 && min_value <= 1))
    {
      g_set_error (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_RANGE,
                   "max_concepts is 0 to %d, min_value is 0 to 1", MAX_CONCEPTS);
      return FALSE;
    }

  self->config.max_concepts = max_concepts < 1 ? DEFAULT_MAX_CONCEPTS : (guint) max_concepts;
  self->config.min_value = min_value;
  return TRUE;
}

static gboolean
read_inputs (SurmiseDemoRequest  *self,
             JsonObject          *root,
             GError             **error)
{
  JsonNode *node = json_object_get_member (root, "inputs");
  guint n_inputs;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SHAPE, "No inputs");
      return FALSE;
    }

  self->inputs = json_node_get_array (node);
  n_inputs = json_array_get_length (self->inputs);
  if (n_inputs < 1 || n_inputs > SURMISE_DEMO_MAX_INPUTS)
    {
      g_set_error (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_RANGE,
                   "1 to %d inputs, not %u", SURMISE_DEMO_MAX_INPUTS, n_inputs);
      return FALSE;
    }

  return TRUE;
}

/* g_base64_decode() passes over what is not base64; here that is an error, as it is for the service. */
static gboolean
is_base64 (const char *text)
{
  gsize length = strlen (text);
  gsize padding = 0;

  while (padding < 2 && padding < length && text[length - 1 - padding] == '=')
    padding++;

  for (gsize i = 0; i < length - padding; i++)
    if (!g_ascii_isalnum (text[i]) && text[i] != '+' && text[i] != '/')
      return FALSE;

  return length > 0 && length % 4 == 0;
}

/**
 * surmise_demo_request_new:
 * @body: JSON
 * @error: where a %SURMISE_DEMO_REQUEST_ERROR goes
 *
 * Returns: (transfer full) (nullable): the request, or %NULL where nothing of it can be answered
 */
SurmiseDemoRequest *
surmise_demo_request_new (GBytes  *body,
                          GError **error)
{
  g_autoptr (SurmiseDemoRequest) self = NULL;
  g_autoptr (GError) parse_error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (body, &length);
  JsonNode *root;

  if (length == 0 || !is_shallow (text, length))
    {
      g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SYNTAX,
                           "The body is empty or nested too deeply");
      return NULL;
    }

  self = g_new0 (SurmiseDemoRequest, 1);
  self->parser = json_parser_new_immutable ();
  /* The parser's own message may quote the body. */
  if (!json_parser_load_from_data (self->parser, text, (gssize) length, &parse_error))
    {
      g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SYNTAX,
                           "The body is not JSON");
      return NULL;
    }

  root = json_parser_get_root (self->parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SHAPE,
                           "The body is not a JSON object");
      return NULL;
    }

  if (!read_inputs (self, json_node_get_object (root), error) ||
      !read_config (self, json_node_get_object (root), error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * surmise_demo_request_free:
 * @self: (transfer full) (nullable): a request
 */
void
surmise_demo_request_free (SurmiseDemoRequest *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->parser);
  g_free (self);
}

guint
surmise_demo_request_get_n_inputs (SurmiseDemoRequest *self)
{
  return json_array_get_length (self->inputs);
}

/**
 * surmise_demo_request_get_input:
 * @self: a request
 * @position: of the input
 * @picture: (out) (transfer full) (nullable): the picture's bytes
 *
 * Returns: what the input is
 */
SurmiseDemoInput
surmise_demo_request_get_input (SurmiseDemoRequest  *self,
                                guint                position,
                                GBytes             **picture)
{
  JsonNode *node = json_array_get_element (self->inputs, position);
  JsonObject *input = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *image = get_object (get_object (input, "data"), "image");
  const char *base64 = get_text (image, "base64");
  guchar *bytes;
  gsize length;

  *picture = NULL;
  if (base64 == NULL || *base64 == '\0')
    return get_text (image, "url") != NULL ? SURMISE_DEMO_INPUT_URL : SURMISE_DEMO_INPUT_EMPTY;

  if (!is_base64 (base64))
    return SURMISE_DEMO_INPUT_BAD_BASE64;

  bytes = g_base64_decode (base64, &length);
  *picture = g_bytes_new_take (bytes, length);
  return SURMISE_DEMO_INPUT_PICTURE;
}

const SurmiseDemoConfig *
surmise_demo_request_get_config (SurmiseDemoRequest *self)
{
  return &self->config;
}
