/* surmise-demo-method.c – a model's method: its arguments, and what is given for them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-method.h"

#include "surmise-demo-answers.h"

/* ModelTypeField.ModelTypeFieldType, which says how a form may show it; RunnerMethodType. */
#define FIELD_RANGE  7
#define FIELD_CHOICE 8
#define UNARY_UNARY  1

static const SurmiseDemoArgument *
find_argument (const SurmiseDemoMethod *self,
               const char              *name)
{
  for (guint i = 0; i < self->n_arguments; i++)
    if (g_str_equal (self->arguments[i].name, name))
      return &self->arguments[i];

  return NULL;
}

/* The value of the member that an argument of this type comes in; NULL where it is not there. */
static JsonNode *
find_value (const SurmiseDemoArgument *argument,
            GHashTable                *given)
{
  JsonObject *data = given != NULL ? g_hash_table_lookup (given, argument->name) : NULL;
  const char *member = NULL;

  switch (argument->type)
    {
    case SURMISE_DEMO_ARGUMENT_TEXT:
      member = "string_value";
      break;

    case SURMISE_DEMO_ARGUMENT_INTEGER:
      member = "int_value";
      break;

    case SURMISE_DEMO_ARGUMENT_NUMBER:
      member = "float_value";
      break;

    case SURMISE_DEMO_ARGUMENT_SWITCH:
      member = "bool_value";
      break;

    case SURMISE_DEMO_ARGUMENT_PICTURE:
    default:
      return NULL;
    }

  return data != NULL ? json_object_get_member (data, member) : NULL;
}

static GType
value_type (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
}

/* A 64-bit number may come as text: that is how proto3 writes it in JSON. */
static gboolean
read_number (JsonNode *node,
             double   *number)
{
  GType type = value_type (node);
  gint64 whole;

  if (type == G_TYPE_STRING)
    {
      if (!g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT, G_MAXINT, &whole, NULL))
        return FALSE;
      *number = (double) whole;
      return TRUE;
    }

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  *number = json_node_get_double (node);
  return TRUE;
}

static gboolean
is_good (const SurmiseDemoArgument *argument,
         JsonNode                  *node)
{
  double number = 0;

  switch (argument->type)
    {
    case SURMISE_DEMO_ARGUMENT_TEXT:
      return value_type (node) == G_TYPE_STRING &&
             (argument->choices[0] == NULL ||
              g_strv_contains (argument->choices, json_node_get_string (node)));

    case SURMISE_DEMO_ARGUMENT_INTEGER:
    case SURMISE_DEMO_ARGUMENT_NUMBER:
      return read_number (node, &number) &&
             (argument->min >= argument->max || (number >= argument->min && number <= argument->max));

    case SURMISE_DEMO_ARGUMENT_SWITCH:
      return value_type (node) == G_TYPE_BOOLEAN;

    case SURMISE_DEMO_ARGUMENT_PICTURE:
    default:
      return TRUE;
    }
}

static void
add_limit (JsonBuilder *builder,
           const char  *member,
           double       number)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_double_value (builder, number);
}

static void
add_kind (const SurmiseDemoArgument *argument,
          JsonBuilder               *builder)
{
  if (argument->choices[0] != NULL)
    {
      surmise_demo_answer_add_number (builder, "field_type", FIELD_CHOICE);
      json_builder_set_member_name (builder, "model_type_enum_options");
      json_builder_begin_array (builder);
      for (guint i = 0; argument->choices[i] != NULL; i++)
        {
          json_builder_begin_object (builder);
          surmise_demo_answer_add_string (builder, "id", argument->choices[i]);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  else if (argument->min < argument->max)
    {
      surmise_demo_answer_add_number (builder, "field_type", FIELD_RANGE);
      json_builder_set_member_name (builder, "model_type_range_info");
      json_builder_begin_object (builder);
      add_limit (builder, "min", argument->min);
      add_limit (builder, "max", argument->max);
      json_builder_end_object (builder);
    }
}

static void
add_argument (const SurmiseDemoArgument *argument,
              JsonBuilder               *builder)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "name", argument->name);
  surmise_demo_answer_add_string (builder, "description", argument->description);
  surmise_demo_answer_add_number (builder, "type", argument->type);
  if (argument->fallback != NULL)
    surmise_demo_answer_add_string (builder, "default", argument->fallback);
  json_builder_set_member_name (builder, "required");
  json_builder_add_boolean_value (builder, argument->fallback == NULL);
  add_kind (argument, builder);
  json_builder_end_object (builder);
}

/**
 * surmise_demo_method_add:
 * @self: a method
 * @builder: in an open array
 *
 * Adds what MethodSignature in the service's resources.proto says about a method.
 */
void
surmise_demo_method_add (const SurmiseDemoMethod *self,
                         JsonBuilder             *builder)
{
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "name", self->name);
  surmise_demo_answer_add_string (builder, "description", self->description);
  surmise_demo_answer_add_number (builder, "method_type", UNARY_UNARY);
  json_builder_set_member_name (builder, "input_fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->n_arguments; i++)
    add_argument (&self->arguments[i], builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "output_fields");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  surmise_demo_answer_add_string (builder, "name", "return");
  surmise_demo_answer_add_number (builder, "type", self->returns);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * surmise_demo_method_check:
 * @self: a method
 * @given: (nullable) (element-type char JsonObject): what is given for its arguments
 *
 * The picture is not looked for: it is told apart when the input is read.
 *
 * Returns: (transfer full) (nullable): what is wrong, or %NULL
 */
char *
surmise_demo_method_check (const SurmiseDemoMethod *self,
                           GHashTable              *given)
{
  for (guint i = 0; i < self->n_arguments; i++)
    {
      const SurmiseDemoArgument *argument = &self->arguments[i];
      JsonNode *node = find_value (argument, given);
      gboolean needed = argument->fallback == NULL && argument->type != SURMISE_DEMO_ARGUMENT_PICTURE;

      if (node == NULL && needed)
        return g_strdup_printf ("The argument \"%s\" is missing", argument->name);

      if (node != NULL && !is_good (argument, node))
        return g_strdup_printf ("The argument \"%s\" is not what it should be", argument->name);
    }

  return NULL;
}

/**
 * surmise_demo_method_get_text:
 * @self: a method
 * @given: (nullable) (element-type char JsonObject): arguments that surmise_demo_method_check() found good
 * @name: one of its texts
 *
 * Returns: (transfer none): what is given for it, or its fallback
 */
const char *
surmise_demo_method_get_text (const SurmiseDemoMethod *self,
                              GHashTable              *given,
                              const char              *name)
{
  const SurmiseDemoArgument *argument = find_argument (self, name);
  JsonNode *node;

  g_return_val_if_fail (argument != NULL && argument->type == SURMISE_DEMO_ARGUMENT_TEXT, "");

  node = find_value (argument, given);
  return node != NULL ? json_node_get_string (node) : argument->fallback;
}

/**
 * surmise_demo_method_get_number:
 * @self: a method
 * @given: (nullable) (element-type char JsonObject): arguments that surmise_demo_method_check() found good
 * @name: one of its numbers
 *
 * Returns: what is given for it, or its fallback
 */
double
surmise_demo_method_get_number (const SurmiseDemoMethod *self,
                                GHashTable              *given,
                                const char              *name)
{
  const SurmiseDemoArgument *argument = find_argument (self, name);
  double number = 0;
  JsonNode *node;

  g_return_val_if_fail (argument != NULL, 0);

  node = find_value (argument, given);
  if (node == NULL || !read_number (node, &number))
    number = g_ascii_strtod (argument->fallback, NULL);

  return number;
}

/**
 * surmise_demo_method_get_switch:
 * @self: a method
 * @given: (nullable) (element-type char JsonObject): arguments that surmise_demo_method_check() found good
 * @name: one of its switches
 *
 * Returns: what is given for it, or its fallback
 */
gboolean
surmise_demo_method_get_switch (const SurmiseDemoMethod *self,
                                GHashTable              *given,
                                const char              *name)
{
  const SurmiseDemoArgument *argument = find_argument (self, name);
  JsonNode *node;

  g_return_val_if_fail (argument != NULL && argument->type == SURMISE_DEMO_ARGUMENT_SWITCH, FALSE);

  node = find_value (argument, given);
  return node != NULL ? json_node_get_boolean (node) : g_str_equal (argument->fallback, "True");
}
