/* decode-fixture.c – outputs made of recorded replies
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "decode-fixture.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-json.h"
#include "clarifai-model-ref.h"
#include "clarifai-wire-decode.h"
#include "test-utils.h"

JsonNode *
decode_load (const char *name)
{
  g_autoptr(GBytes) bytes = test_load_data (name);
  g_autoptr(GError) error = NULL;
  JsonNode *node = clarifai_json_parse (bytes, &error);

  g_assert_no_error (error);

  return node;
}

/* The only output of a good reply, for which "asked/app/model" was asked with the token "secret token". */
ClarifaiOutput *
decode_first (GBytes *bytes)
{
  g_autoptr(ClarifaiModelRef) asked = clarifai_model_ref_new ("asked", "app", "model", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = clarifai_json_parse (bytes, &error);
  const char *ids[] = { "input-0", NULL };
  g_autoptr(GPtrArray) answers = NULL;
  ClarifaiStatus status;

  g_assert_no_error (error);
  clarifai_status_read (&status, json_node_get_object (node), 200);
  answers = clarifai_wire_decode_outputs (json_node_get_object (node), &status, ids, asked, "secret token", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answers->len, ==, 1);

  return g_object_ref (((ClarifaiAnswer *) g_ptr_array_index (answers, 0))->output);
}

ClarifaiOutput *
decode_file (const char *name)
{
  g_autoptr(GBytes) bytes = test_load_data (name);

  return decode_first (bytes);
}

/* An output with this data. */
ClarifaiOutput *
decode_data (const char *data)
{
  g_autofree char *text = g_strdup_printf ("{\"status\":{\"code\":10000},\"outputs\":[{\"data\":%s}]}", data);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return decode_first (bytes);
}

guint
decode_count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

void
decode_assert_concept (GListModel *list,
                       guint       i,
                       const char *name,
                       double      value)
{
  g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (list, i);

  g_assert_nonnull (concept);
  g_assert_cmpstr (clarifai_concept_get_name (concept), ==, name);
  g_assert_cmpfloat (clarifai_concept_get_value (concept), ==, value);
}

void
decode_assert_box (ClarifaiOutput *output,
                   guint           i,
                   double          left,
                   double          top,
                   double          right,
                   double          bottom)
{
  g_autoptr(ClarifaiRegion) region = g_list_model_get_item (clarifai_output_get_regions (output), i);
  ClarifaiBox box;

  g_assert_nonnull (region);
  g_assert_true (clarifai_region_get_box (region, &box));
  g_assert_cmpfloat (box.left, ==, left);
  g_assert_cmpfloat (box.top, ==, top);
  g_assert_cmpfloat (box.right, ==, right);
  g_assert_cmpfloat (box.bottom, ==, bottom);
}

void
decode_assert_no_box (ClarifaiOutput *output,
                      guint           i)
{
  g_autoptr(ClarifaiRegion) region = g_list_model_get_item (clarifai_output_get_regions (output), i);

  g_assert_nonnull (region);
  g_assert_false (clarifai_region_get_box (region, NULL));
}
