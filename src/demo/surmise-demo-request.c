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

/* "de", and "de-AT" too; everything else is answered in English, as a language that a model has not. */
static gboolean
is_german (const char *language)
{
  return language != NULL && g_ascii_strncasecmp (language, "de", 2) == 0 &&
         (language[2] == '\0' || language[2] == '-');
}

static gboolean
read_select (SurmiseDemoRequest  *self,
             JsonObject          *config,
             GError             **error)
{
  JsonNode *node = config != NULL ? json_object_get_member (config, "select_concepts") : NULL;
  JsonArray *concepts = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) ||
      (concepts != NULL && json_array_get_length (concepts) == 0))
    return TRUE;

  self->config.select = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; concepts != NULL && i < json_array_get_length (concepts); i++)
    {
      JsonNode *element = json_array_get_element (concepts, i);
      JsonObject *concept = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *id = get_text (concept, "id");
      const char *wanted = id != NULL ? id : get_text (concept, "name");

      if (wanted != NULL)
        g_ptr_array_add (self->config.select, g_strdup (wanted));
    }

  if (self->config.select->len > 0)
    return TRUE;

  g_set_error_literal (error, SURMISE_DEMO_REQUEST_ERROR, SURMISE_DEMO_REQUEST_ERROR_SHAPE,
                       "select_concepts are objects with an id or a name");
  return FALSE;
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
  self->config.german = is_german (get_text (config, "language"));
  return read_select (self, config, error);
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

/* The "data" of each part that has an id; NULL where there are no parts. */
static GHashTable *
collect_parts (JsonObject *data)
{
  JsonNode *node = data != NULL ? json_object_get_member (data, "parts") : NULL;
  JsonArray *parts = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GHashTable *collected;

  if (parts == NULL || json_array_get_length (parts) == 0)
    return NULL;

  collected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  for (guint i = 0; i < json_array_get_length (parts); i++)
    {
      JsonNode *element = json_array_get_element (parts, i);
      JsonObject *part = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *id = get_text (part, "id");
      JsonObject *part_data = get_object (part, "data");

      if (id != NULL && part_data != NULL)
        g_hash_table_replace (collected, g_strdup (id), json_object_ref (part_data));
    }

  return collected;
}

/* Named or not: the picture is the one that there is. */
static JsonObject *
find_image (JsonObject *data,
            GHashTable *parts)
{
  JsonObject *image = get_object (data, "image");
  GHashTableIter iter;
  gpointer part;

  if (image != NULL || parts == NULL)
    return image;

  g_hash_table_iter_init (&iter, parts);
  while (image == NULL && g_hash_table_iter_next (&iter, NULL, &part))
    image = get_object (part, "image");

  return image;
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
  g_clear_pointer (&self->config.select, g_ptr_array_unref);
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
 * @content: (out caller-allocates): what is in it, to be cleared by surmise_demo_content_clear()
 *
 * Returns: what its picture is
 */
SurmiseDemoInput
surmise_demo_request_get_input (SurmiseDemoRequest *self,
                                guint               position,
                                SurmiseDemoContent *content)
{
  JsonNode *node = json_array_get_element (self->inputs, position);
  JsonObject *input = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *data = get_object (input, "data");
  JsonObject *image;
  const char *base64;
  guchar *bytes;
  gsize length;

  *content = (SurmiseDemoContent) { NULL };
  content->words = get_text (get_object (data, "text"), "raw");
  content->arguments = collect_parts (data);

  image = find_image (data, content->arguments);
  base64 = get_text (image, "base64");
  if (base64 == NULL || *base64 == '\0')
    return get_text (image, "url") != NULL ? SURMISE_DEMO_INPUT_URL : SURMISE_DEMO_INPUT_EMPTY;

  if (!is_base64 (base64))
    return SURMISE_DEMO_INPUT_BAD_BASE64;

  bytes = g_base64_decode (base64, &length);
  content->picture = g_bytes_new_take (bytes, length);
  return SURMISE_DEMO_INPUT_PICTURE;
}

/**
 * surmise_demo_content_clear:
 * @self: an input's content
 */
void
surmise_demo_content_clear (SurmiseDemoContent *self)
{
  g_clear_pointer (&self->picture, g_bytes_unref);
  g_clear_pointer (&self->arguments, g_hash_table_unref);
}

const SurmiseDemoConfig *
surmise_demo_request_get_config (SurmiseDemoRequest *self)
{
  return &self->config;
}
