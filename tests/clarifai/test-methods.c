/* test-methods.c – a version's method signatures, as recorded
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-method.h"
#include "clarifai-wire-method.h"
#include "decode-fixture.h"
#include "test-utils.h"

static GListModel *
decode_methods (const char *name)
{
  g_autoptr(JsonNode) node = decode_load (name);

  return clarifai_wire_decode_methods (clarifai_json_get_object (json_node_get_object (node), "model_version"));
}

static ClarifaiMethod *
get_method (GListModel *methods,
            const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (methods); i++)
    {
      g_autoptr(ClarifaiMethod) method = g_list_model_get_item (methods, i);

      if (g_str_equal (clarifai_method_get_name (method), name))
        return method;
    }

  g_assert_not_reached ();
}

static ClarifaiArgument *
get_argument (ClarifaiMethod *method,
              const char     *name)
{
  GListModel *arguments = clarifai_method_get_arguments (method);

  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);

      if (g_str_equal (clarifai_argument_get_name (argument), name))
        return argument;
    }

  g_assert_not_reached ();
}

static void
assert_default (ClarifaiMethod *method,
                const char     *name,
                const char     *expected)
{
  GVariant *value = clarifai_argument_get_default (get_argument (method, name));
  g_autofree char *text = value != NULL ? g_variant_print (value, FALSE) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_kind (ClarifaiMethod       *method,
             const char           *name,
             ClarifaiArgumentKind  kind)
{
  g_assert_cmpint (clarifai_argument_get_kind (get_argument (method, name)), ==, kind);
}

static void
test_methods (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");
  ClarifaiMethod *predict = get_method (methods, "predict");

  g_assert_cmpuint (g_list_model_get_n_items (methods), ==, 4);
  g_assert_true (g_str_has_prefix (clarifai_method_get_description (predict), "Answers once.\n\nArgs:"));
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_method_get_arguments (predict)), ==, 9);
  g_assert_true (clarifai_method_get_takes_picture (predict));
  g_assert_false (clarifai_method_get_streams (predict));
  g_assert_true (clarifai_method_can_ask (predict));
}

static void
test_streams (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");

  g_assert_true (clarifai_method_get_streams (get_method (methods, "generate")));
  g_assert_false (clarifai_method_can_ask (get_method (methods, "generate")));
  g_assert_true (clarifai_method_get_streams (get_method (methods, "talk")));
  g_assert_false (clarifai_method_can_ask (get_method (methods, "talk")));
}

/* It needs a film, which nobody can fill in here. */
static void
test_not_to_be_asked (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");
  ClarifaiMethod *cut = get_method (methods, "cut");

  g_assert_false (clarifai_method_get_streams (cut));
  g_assert_false (clarifai_method_get_takes_picture (cut));
  g_assert_false (clarifai_method_can_ask (cut));
}

static void
test_argument_kinds (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");
  ClarifaiMethod *predict = get_method (methods, "predict");

  assert_kind (predict, "prompt", CLARIFAI_ARGUMENT_TEXT);
  assert_kind (predict, "image", CLARIFAI_ARGUMENT_PICTURE);
  assert_kind (predict, "temperature", CLARIFAI_ARGUMENT_NUMBER);
  assert_kind (predict, "max_tokens", CLARIFAI_ARGUMENT_INTEGER);
  assert_kind (predict, "think", CLARIFAI_ARGUMENT_SWITCH);
  assert_kind (predict, "style", CLARIFAI_ARGUMENT_CHOICE);
  assert_kind (predict, "note", CLARIFAI_ARGUMENT_TEXT);
  assert_kind (predict, "chat_history", CLARIFAI_ARGUMENT_OTHER);
  assert_kind (predict, "images", CLARIFAI_ARGUMENT_OTHER);
  g_assert_true (clarifai_argument_get_required (get_argument (predict, "prompt")));
  g_assert_false (clarifai_argument_get_required (get_argument (predict, "temperature")));
  g_assert_cmpstr (clarifai_argument_get_description (get_argument (predict, "temperature")), ==, "How free");
  g_assert_null (clarifai_argument_get_description (get_argument (predict, "image")));
}

static void
test_defaults (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");
  ClarifaiMethod *predict = get_method (methods, "predict");

  assert_default (predict, "prompt", NULL);
  assert_default (predict, "image", NULL);
  assert_default (predict, "temperature", "0.69999999999999996");
  assert_default (predict, "max_tokens", "512");
  assert_default (predict, "think", "true");
  assert_default (predict, "style", "'short'");
  assert_default (predict, "chat_history", NULL);
}

static void
test_ranges_and_choices (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods.json");
  ClarifaiMethod *predict = get_method (methods, "predict");
  const char * const *choices = clarifai_argument_get_choices (get_argument (predict, "style"));
  double min = -1, max = -1;

  g_assert_true (clarifai_argument_get_range (get_argument (predict, "temperature"), &min, &max));
  g_assert_cmpfloat (min, ==, 0);
  g_assert_cmpfloat (max, ==, 2);
  g_assert_true (clarifai_argument_get_range (get_argument (predict, "max_tokens"), &min, &max));
  g_assert_cmpfloat (min, ==, 1);
  g_assert_cmpfloat (max, ==, 4096);
  g_assert_false (clarifai_argument_get_range (get_argument (predict, "prompt"), &min, &max));
  g_assert_cmpfloat (max, ==, 4096);
  g_assert_cmpuint (g_strv_length ((char **) choices), ==, 2);
  g_assert_cmpstr (choices[0], ==, "short");
  g_assert_cmpuint (g_strv_length ((char **) clarifai_argument_get_choices (get_argument (predict, "note"))), ==, 0);
}

/* Enums as their names, and the types' older way to write a default. */
static void
test_names_for_enums (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods-named.json");
  ClarifaiMethod *predict = get_method (methods, "predict");

  g_assert_true (clarifai_method_can_ask (predict));
  g_assert_true (clarifai_method_get_takes_picture (predict));
  g_assert_true (clarifai_method_get_streams (get_method (methods, "generate")));
  assert_kind (predict, "text", CLARIFAI_ARGUMENT_TEXT);
  assert_kind (predict, "picture", CLARIFAI_ARGUMENT_PICTURE);
  assert_default (predict, "factor", "1.5");
  assert_default (predict, "count", "3");
  assert_default (predict, "on", "false");
  assert_default (predict, "words", "'hello'");
}

static void
test_wrong_types (void)
{
  g_autoptr(GListModel) methods = decode_methods ("model-version-methods-bad.json");
  ClarifaiMethod *a = get_method (methods, "a");
  ClarifaiMethod *b = get_method (methods, "b");
  const char * const *choices = clarifai_argument_get_choices (get_argument (b, "c"));

  /* The one that needs something without a name is left out, and so is the second of a name. */
  g_assert_cmpuint (g_list_model_get_n_items (methods), ==, 2);
  g_assert_null (clarifai_method_get_description (a));
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_method_get_arguments (a)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_method_get_arguments (b)), ==, 6);
  assert_kind (b, "n", CLARIFAI_ARGUMENT_NUMBER);
  assert_kind (b, "q", CLARIFAI_ARGUMENT_OTHER);
  assert_kind (b, "r", CLARIFAI_ARGUMENT_OTHER);
  g_assert_false (clarifai_argument_get_required (get_argument (b, "q")));
  g_assert_false (clarifai_argument_get_range (get_argument (b, "n"), NULL, NULL));
  g_assert_false (clarifai_argument_get_range (get_argument (b, "i"), NULL, NULL));
  assert_default (b, "n", NULL);
  assert_default (b, "i", NULL);
  assert_default (b, "s", NULL);
  assert_default (b, "c", NULL);
  assert_default (b, "r", NULL);
  /* What would not come back to the service as it came from there is no choice. */
  g_assert_cmpuint (g_strv_length ((char **) choices), ==, 1);
  g_assert_cmpstr (choices[0], ==, "one");
}

static void
test_classic_model (void)
{
  g_autoptr(GListModel) nothing = clarifai_wire_decode_methods (NULL);
  g_autoptr(GListModel) classic = decode_methods ("model-version.json");

  g_assert_cmpuint (g_list_model_get_n_items (nothing), ==, 0);
  g_assert_nonnull (classic);
}

static void
test_huge_description (void)
{
  g_autofree char *many = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *text = g_strdup_printf ("{\"method_signatures\":[{\"name\":\"predict\",\"description\":\"%s\"}]}",
                                           many);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, NULL);
  g_autoptr(GListModel) methods = clarifai_wire_decode_methods (json_node_get_object (node));

  g_assert_cmpuint (strlen (clarifai_method_get_description (get_method (methods, "predict"))), ==, 100000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/methods/methods", test_methods);
  g_test_add_func ("/methods/streams", test_streams);
  g_test_add_func ("/methods/not-to-be-asked", test_not_to_be_asked);
  g_test_add_func ("/methods/argument-kinds", test_argument_kinds);
  g_test_add_func ("/methods/defaults", test_defaults);
  g_test_add_func ("/methods/ranges-and-choices", test_ranges_and_choices);
  g_test_add_func ("/methods/names-for-enums", test_names_for_enums);
  g_test_add_func ("/methods/wrong-types", test_wrong_types);
  g_test_add_func ("/methods/classic-model", test_classic_model);
  g_test_add_func ("/methods/huge-description", test_huge_description);

  return g_test_run ();
}
