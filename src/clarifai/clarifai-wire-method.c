/* clarifai-wire-method.c – a version's method signatures, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-method.h"

#include <math.h>
#include <string.h>

#include "clarifai-json.h"
#include "clarifai-method-private.h"

#define MOST_METHODS 100
#define MOST_ARGUMENTS 100
#define MOST_CHOICES 1000

/* The service writes enums as numbers, other servers as their names. */
static const struct
{
  ClarifaiDataType  type;
  const char       *name;
} types[] = {
  { CLARIFAI_DATA_TYPE_STRING, "STR" },   { CLARIFAI_DATA_TYPE_INTEGER, "INT" },
  { CLARIFAI_DATA_TYPE_FLOAT, "FLOAT" },  { CLARIFAI_DATA_TYPE_BOOLEAN, "BOOL" },
  { CLARIFAI_DATA_TYPE_TEXT, "TEXT" },    { CLARIFAI_DATA_TYPE_IMAGE, "IMAGE" },
};

/* Of RunnerMethodType: all but UNARY_UNARY, 1, and UNKNOWN, 0. */
static const char * const streaming[] = { "UNARY_STREAMING", "STREAMING_UNARY", "STREAMING_STREAMING", NULL };

static gboolean
get_boolean (JsonObject *object,
             const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN &&
         json_node_get_boolean (node);
}

/* A name that is sent back is sent as it came or not at all. */
static const char *
get_exact (JsonObject *object,
           const char *name)
{
  g_autofree char *clean = clarifai_json_dup_name (object, name);
  const char *text = clarifai_json_get_string (object, name);

  return clean != NULL && g_str_equal (clean, text) ? text : NULL;
}

static ClarifaiDataType
decode_type (JsonObject *field)
{
  const char *text = clarifai_json_get_string (field, "type");
  gint64 number = clarifai_json_get_int (field, "type", 0);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (number == (gint64) types[i].type || g_strcmp0 (text, types[i].name) == 0)
      return types[i].type;

  return CLARIFAI_DATA_TYPE_UNKNOWN;
}

static char **
decode_choices (JsonObject *field)
{
  JsonArray *options = clarifai_json_get_array (field, "model_type_enum_options");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (clarifai_json_get_length (options), MOST_CHOICES); i++)
    {
      const char *id = get_exact (clarifai_json_get_element (options, i), "id");

      if (id != NULL)
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* The default as text, in which the SDK's models have it: JSON, but a string without its quotes. The types' older
 * default_value is JSON itself. */
static char *
dup_default (JsonObject *field)
{
  g_autofree char *text = clarifai_json_dup_text (field, "default");
  JsonNode *node = json_object_get_member (field, "default_value");

  if (text != NULL)
    return g_str_equal (text, "null") || g_str_equal (text, "None") ? NULL : g_steal_pointer (&text);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return clarifai_json_dup_text (field, "default_value");

  return json_to_string (node, FALSE);
}

static GVariant *
parse_number (const char       *text,
              ClarifaiDataType  type)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (number))
    return NULL;
  if (type == CLARIFAI_DATA_TYPE_FLOAT)
    return g_variant_new_double (number);

  return fabs (number) <= 9e15 && number == floor (number) ? g_variant_new_int64 ((gint64) number) : NULL;
}

/* (transfer floating) (nullable): of the type that the argument's kind has; NULL for what does not fit. */
static GVariant *
decode_default (JsonObject         *field,
                ClarifaiDataType    type,
                const char * const *choices)
{
  g_autofree char *text = dup_default (field);

  if (text == NULL)
    return NULL;
  if (type == CLARIFAI_DATA_TYPE_BOOLEAN)
    {
      if (g_ascii_strcasecmp (text, "true") != 0 && g_ascii_strcasecmp (text, "false") != 0)
        return NULL;

      return g_variant_new_boolean (g_ascii_strcasecmp (text, "true") == 0);
    }
  if (choices[0] != NULL)
    return g_strv_contains (choices, text) ? g_variant_new_string (text) : NULL;
  if (type == CLARIFAI_DATA_TYPE_INTEGER || type == CLARIFAI_DATA_TYPE_FLOAT)
    return parse_number (text, type);
  if (type == CLARIFAI_DATA_TYPE_STRING || type == CLARIFAI_DATA_TYPE_TEXT)
    return g_variant_new_string (text);

  return NULL;
}

/* NULL where it has no name by which it could be sent. */
static ClarifaiArgument *
decode_argument (JsonObject *field)
{
  JsonObject *range = clarifai_json_get_object (field, "model_type_range_info");
  g_autofree char *description = clarifai_json_dup_text (field, "description");
  const char *name = get_exact (field, "name");
  /* What streams in is not filled into a form. */
  ClarifaiDataType type = get_boolean (field, "iterator") ? CLARIFAI_DATA_TYPE_UNKNOWN : decode_type (field);
  g_auto(GStrv) choices = decode_choices (field);
  g_autoptr(GVariant) fallback = NULL;
  ClarifaiArgumentFacts facts = {
    .name = name,
    .description = description,
    .type = type,
    .required = get_boolean (field, "required"),
    .choices = (const char * const *) choices,
    .min = clarifai_json_get_double (range, "min", 0),
    .max = clarifai_json_get_double (range, "max", 0),
  };

  if (name == NULL)
    return NULL;

  fallback = decode_default (field, type, facts.choices);
  if (fallback != NULL)
    g_variant_ref_sink (fallback);
  facts.fallback = fallback;

  return clarifai_argument_new (&facts);
}

static gboolean
has_argument (GListStore *arguments,
              const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (arguments)); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (G_LIST_MODEL (arguments), i);

      if (g_str_equal (clarifai_argument_get_name (argument), name))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full) (nullable): NULL where something is needed that cannot be named: such a method cannot be asked. */
static GListModel *
decode_arguments (JsonArray *fields)
{
  g_autoptr(GListStore) arguments = g_list_store_new (CLARIFAI_TYPE_ARGUMENT);

  for (guint i = 0; i < MIN (clarifai_json_get_length (fields), MOST_ARGUMENTS); i++)
    {
      JsonObject *field = clarifai_json_get_element (fields, i);
      g_autoptr(ClarifaiArgument) argument = field != NULL ? decode_argument (field) : NULL;

      if (argument == NULL && get_boolean (field, "required"))
        return NULL;
      if (argument != NULL && !has_argument (arguments, clarifai_argument_get_name (argument)) &&
          (!get_boolean (field, "internal_only") || clarifai_argument_get_required (argument)))
        g_list_store_append (arguments, argument);
    }

  return G_LIST_MODEL (g_steal_pointer (&arguments));
}

static gboolean
has_iterator (JsonArray *fields)
{
  for (guint i = 0; i < clarifai_json_get_length (fields); i++)
    if (get_boolean (clarifai_json_get_element (fields, i), "iterator"))
      return TRUE;

  return FALSE;
}

static gboolean
decode_streams (JsonObject *signature)
{
  const char *text = clarifai_json_get_string (signature, "method_type");

  return clarifai_json_get_int (signature, "method_type", 0) > 1 ||
         (text != NULL && g_strv_contains (streaming, text)) ||
         has_iterator (clarifai_json_get_array (signature, "input_fields")) ||
         has_iterator (clarifai_json_get_array (signature, "output_fields"));
}

/**
 * clarifai_wire_decode_methods:
 * @model_version: (nullable): a ModelVersion, with the method_signatures that the newer models have
 *
 * A method or an argument without a usable name is left out, and so is the second of a name.
 *
 * Returns: (transfer full): of #ClarifaiMethod, in the service's order; never NULL, and empty for the classic models
 */
GListModel *
clarifai_wire_decode_methods (JsonObject *model_version)
{
  JsonArray *signatures = clarifai_json_get_array (model_version, "method_signatures");
  GListStore *methods = g_list_store_new (CLARIFAI_TYPE_METHOD);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MIN (clarifai_json_get_length (signatures), MOST_METHODS); i++)
    {
      JsonObject *signature = clarifai_json_get_element (signatures, i);
      const char *name = get_exact (signature, "name");
      g_autofree char *description = clarifai_json_dup_text (signature, "description");
      g_autoptr(GListModel) arguments = decode_arguments (clarifai_json_get_array (signature, "input_fields"));
      g_autoptr(ClarifaiMethod) method = NULL;

      if (name == NULL || arguments == NULL || !g_hash_table_add (names, (char *) name))
        continue;

      method = clarifai_method_new (name, description, arguments, decode_streams (signature));
      g_list_store_append (methods, method);
    }

  return G_LIST_MODEL (methods);
}
